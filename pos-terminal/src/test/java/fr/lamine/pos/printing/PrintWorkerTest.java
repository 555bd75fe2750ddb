package fr.lamine.pos.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.Printer;
import fr.lamine.model.fact.FactId;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.printing.PrintJob.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintWorkerTest {

    private static final FactId FACT = FactId.parse("901/1/1");

    @TempDir
    Path folder;

    private final PrinterEmulator paper = new PrinterEmulator(PaperWidth.MM80);
    private final List<PrintResult> told = new CopyOnWriteArrayList<>();
    private TestCounter counter;
    private PrintQueue queue;
    private PrintWorker worker;

    @BeforeEach
    void open() throws IOException {
        counter = TestCounter.open(folder);
        queue = new PrintQueue(counter.store);
        paper.listen(0, 0);
        worker = new PrintWorker(
                        queue,
                        counter.station.code(),
                        Optional.of(new Printer("test", paper.endpoint(), PaperWidth.MM80, true)),
                        job -> Optional.of(Document.of(
                                job.kind() == Kind.DRAWER
                                        ? new Document.Kick()
                                        : Document.Line.plain("copie " + job.copy()),
                                new Document.Cut())),
                        (_, result) -> told.add(result),
                        () -> counter.now)
                .start();
    }

    @AfterEach
    void close() {
        worker.close();
        paper.close();
        counter.close();
    }

    private void enqueue(Kind kind) {
        counter.store.write(counter.now, writing -> {
            if (kind == Kind.DRAWER) {
                PrintQueue.enqueueDrawer(writing.sql(), counter.station.code(), counter.now);
                return 1;
            }
            return PrintQueue.enqueue(writing.sql(), counter.station.code(), kind, FACT, counter.now);
        });
        worker.wake();
    }

    private static void until(BooleanSupplier done) {
        long end = System.nanoTime() + 15_000_000_000L;
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "in vain");
            Thread.onSpinWait();
        }
    }

    private PrintJob.State state() {
        return queue.last(Kind.LABEL, FACT).orElseThrow().state();
    }

    @Test
    void aJobIsPrintedOnceAndInItsTurn() {
        enqueue(Kind.LABEL);
        enqueue(Kind.LABEL);
        until(() -> state() == PrintJob.State.PRINTED && paper.cuts() == 2);
        assertEquals("copie 2", paper.lastText());
        assertEquals(List.of(), queue.waiting(counter.station.code()));
    }

    @Test
    void withoutPaperItWaitsTellsOnceAndComesOutByItself() {
        paper.paperOut();
        enqueue(Kind.LABEL);
        until(() -> told.size() == 1);
        worker.wake();
        worker.wake();
        assertTrue(told.getFirst() instanceof PrintResult.Failed);
        assertEquals(PrintJob.State.WAITING, state());
        paper.paperOk();
        worker.wake();
        until(() -> told.size() > 1);
        assertEquals(PrintJob.State.PRINTED, state());
        assertEquals(1, paper.cuts());
        assertTrue(told.get(1) instanceof PrintResult.Printed, "one failure, one print");
    }

    @Test
    void aDrawerThatCannotOpenNowNeverOpensLater() {
        paper.unplug();
        enqueue(Kind.DRAWER);
        until(() -> !told.isEmpty());
        paper.plug();
        enqueue(Kind.LABEL);
        until(() -> state() == PrintJob.State.PRINTED);
        assertEquals(0, paper.kicks());
    }

    @Test
    void paperThatEndsWithinAJobLeavesADoubtAndNoSecondCopy() {
        paper.paperFor(0);
        paper.paperOk();
        paper.mute(true);
        enqueue(Kind.LABEL);
        until(() -> state() != PrintJob.State.WAITING);
        assertEquals(PrintJob.State.DOUBTFUL, state());
        worker.wake();
        paper.mute(false);
        enqueue(Kind.DRAWER);
        until(() -> paper.kicks() == 1);
        assertEquals(2, paper.cuts(), "the doubtful copy and the drawer's, no more");
    }
}
