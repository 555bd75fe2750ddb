package fr.lamine.pos.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.Printer;
import fr.lamine.model.fact.FactId;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.printing.PrintJob.Kind;
import fr.lamine.pos.printing.PrintJob.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintWorkerTest {

    private static final FactId FACT = FactId.parse("901/1/1");
    private static final FactId UNPRINTABLE = FactId.parse("901/1/9");

    @TempDir
    Path folder;

    private final PrinterEmulator paper = new PrinterEmulator(PaperWidth.MM80);
    private final List<PrintResult> told = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> faults = new CopyOnWriteArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();
    private TestCounter counter;
    private PrintQueue queue;
    private PrintWorker worker;

    @BeforeEach
    void open() throws IOException {
        counter = TestCounter.open(folder);
        queue = new PrintQueue(counter.store);
        paper.listen(0, 0);
        worker = worker(paper, EnumSet.allOf(PrintRole.class)).start();
    }

    private PrintWorker worker(PrinterEmulator device, Set<PrintRole> roles) {
        return new PrintWorker(
                queue,
                counter.station.code(),
                roles,
                () -> Optional.of(Outlet.of(new Printer("test", device.endpoint(), PaperWidth.MM80, true))),
                PrintWorkerTest::document,
                new Ears(),
                () -> counter.now);
    }

    private static Optional<Document> document(PrintJob job) {
        if (job.fact().equals(Optional.of(UNPRINTABLE))) {
            throw new IllegalStateException("a bug in this paper");
        }
        return Optional.of(
                switch (job.kind()) {
                    case DRAWER -> Document.of(new Document.Kick());
                    case LABEL, PRICE_TAG, RECEIPT, CLOSING, READING, BANK_SLIP, VOUCHER, PICK_UP, OUTFLOW, TRANSFER ->
                        Document.of(
                                Document.Line.plain((job.begun() ? "whole " : "") + job.kind() + " " + job.copy()),
                                Document.Line.plain("second line"),
                                Document.Line.plain("third line"),
                                new Document.Cut());
                });
    }

    private final class Ears implements PrintListener {

        @Override
        public void ended(PrintJob job, PrintResult result) {
            told.add(result);
        }

        @Override
        public void changed() {
            changes.incrementAndGet();
        }

        @Override
        public void doesNotFit(PrintJob job) {
            throw new AssertionError(job);
        }

        @Override
        public void failed(RuntimeException fault) {
            faults.add(fault);
        }
    }

    @AfterEach
    void close() {
        worker.close();
        paper.close();
        counter.close();
    }

    private void enqueue(Kind kind) {
        enqueue(kind, FACT);
    }

    private void enqueue(Kind kind, FactId fact) {
        counter.store.write(counter.now, writing -> {
            if (kind == Kind.DRAWER) {
                PrintQueue.enqueueDrawer(writing.sql(), counter.station.code(), counter.now);
            } else {
                PrintQueue.enqueue(writing.sql(), counter.station.code(), kind, fact, counter.now);
            }
            return true;
        });
        worker.wake();
    }

    private static void until(String what, BooleanSupplier done) {
        long end = System.nanoTime() + 15_000_000_000L;
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "in vain: " + what);
            Thread.onSpinWait();
        }
    }

    private void becomes(State state) {
        until("the last receipt is " + state, () -> last().state() == state);
    }

    private PrintJob last() {
        return queue.last(Kind.RECEIPT, FACT).orElseThrow();
    }

    @Test
    void aJobIsPrintedOnceAndInItsTurn() {
        enqueue(Kind.RECEIPT);
        enqueue(Kind.RECEIPT);
        until("two papers", () -> last().state() == State.PRINTED && paper.cuts() == 2);
        assertTrue(paper.lastText().startsWith("RECEIPT 2"), paper.lastText());
        assertEquals(List.of(), queue.waiting(counter.station.code()));
    }

    @Test
    void withoutPaperItWaitsTellsOnceAndComesOutByItself() {
        paper.paperOut();
        enqueue(Kind.RECEIPT);
        until("the failure is told", () -> told.size() == 1);
        worker.wake();
        worker.wake();
        assertInstanceOf(PrintResult.Failed.class, told.getFirst());
        assertEquals(State.WAITING, last().state());
        paper.paperOk();
        until("it comes out by itself", () -> told.size() > 1);
        assertEquals(State.PRINTED, last().state());
        assertEquals(1, paper.cuts());
        assertInstanceOf(PrintResult.Printed.class, told.get(1), "one failure, one print");
        assertTrue(paper.lastText().startsWith("RECEIPT 1"), paper.lastText());
    }

    @Test
    void paperThatEndsInTheMiddleBringsTheWholeOnceWhenItIsBack() {
        paper.paperFor(2);
        enqueue(Kind.RECEIPT);
        enqueue(Kind.LABEL);
        until("the interruption is told", () -> !told.isEmpty());
        assertInstanceOf(PrintResult.Interrupted.class, told.getFirst());
        assertEquals(State.WAITING, last().state());
        paper.paperOk();
        until("both come out", () -> paper.cuts() == 2);
        until("all is told", () -> told.size() == 3);
        assertEquals(State.PRINTED, last().state());
        assertEquals(1, last().copy());
        assertTrue(paper.lastText().startsWith("LABEL 1"), "in their order: " + paper.lastText());
    }

    @Test
    void aPrinterThatKeepsHalfAJobLeavesADoubtAndNoSecondCopy() {
        paper.clears(false);
        paper.paperFor(2);
        enqueue(Kind.RECEIPT);
        becomes(State.DOUBTFUL);
        paper.paperOk();
        enqueue(Kind.LABEL);
        until("the label passes", () -> paper.cuts() == 2);
        assertEquals(State.DOUBTFUL, last().state());
        queue.answer(last().id(), false, counter.now);
        worker.wake();
        becomes(State.PRINTED);
        assertTrue(paper.lastText().startsWith("whole RECEIPT 1"), paper.lastText());
    }

    @Test
    void aPrinterThatHasNeverAnsweredIsNotAskedAboutAtEachPrint() {
        paper.mute(true);
        enqueue(Kind.RECEIPT);
        becomes(State.UNCONFIRMED);
        paper.mute(false);
        enqueue(Kind.RECEIPT);
        becomes(State.PRINTED);
        paper.mute(true);
        enqueue(Kind.RECEIPT);
        becomes(State.DOUBTFUL);
        assertEquals(3, paper.cuts());
    }

    @Test
    void aDrawerThatCannotOpenNowNeverOpensLater() {
        paper.unplug();
        enqueue(Kind.RECEIPT);
        until("the receipt has failed", () -> told.size() == 1);
        enqueue(Kind.DRAWER);
        until("the drawer behind it is told at once", () -> told.size() == 2);
        paper.plug();
        becomes(State.PRINTED);
        assertEquals(0, paper.kicks());
    }

    @Test
    void aDrawerThatIsFoundLateDoesNotOpen() {
        worker.close();
        enqueue(Kind.DRAWER);
        counter.now = counter.now.plusSeconds(11);
        worker = worker(paper, EnumSet.allOf(PrintRole.class)).start();
        enqueue(Kind.RECEIPT);
        becomes(State.PRINTED);
        assertEquals(0, paper.kicks());
    }

    @Test
    void paperThatWaitedLongIsAskedAboutOnceThePrinterIsBack() {
        paper.paperOut();
        enqueue(Kind.RECEIPT);
        until("the failure is told", () -> told.size() == 1);
        counter.now = counter.now.plus(Duration.ofMinutes(11));
        worker.wake();
        assertEquals(State.WAITING, last().state());
        paper.paperOk();
        worker.wake();
        becomes(State.HELD);
        until("the screens are told", () -> changes.get() > 0);
        assertEquals(0, paper.cuts());
        queue.release(counter.station.code(), last().id(), counter.now);
        worker.wake();
        becomes(State.PRINTED);
        assertEquals(1, paper.cuts());
    }

    @Test
    void aBugInOnePaperDoesNotStopTheOthers() {
        enqueue(Kind.RECEIPT, UNPRINTABLE);
        enqueue(Kind.RECEIPT);
        becomes(State.PRINTED);
        assertEquals(1, faults.size());
        assertEquals(1, paper.cuts());
    }

    @Test
    void labelsAndReceiptsGoToTheirOwnPrinters() throws IOException {
        worker.close();
        try (PrinterEmulator labels = new PrinterEmulator(PaperWidth.MM80)) {
            labels.listen(0, 0);
            worker = worker(paper, EnumSet.of(PrintRole.TICKET)).start();
            try (PrintWorker second =
                    worker(labels, EnumSet.of(PrintRole.LABEL)).start()) {
                paper.paperOut();
                enqueue(Kind.RECEIPT);
                enqueue(Kind.LABEL);
                second.wake();
                until("the label does not wait for the receipt", () -> labels.cuts() == 1);
                paper.paperOk();
                becomes(State.PRINTED);
                assertEquals(1, paper.cuts());
                assertEquals(1, labels.cuts());
            }
        }
    }
}
