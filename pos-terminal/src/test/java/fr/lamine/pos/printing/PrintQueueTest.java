package fr.lamine.pos.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.StationCode;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.printing.PrintJob.Kind;
import fr.lamine.pos.printing.PrintJob.State;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrintQueueTest {

    private static final StationCode STATION = new StationCode("P1");
    private static final FactId SALE = FactId.parse("901/1/2");

    @TempDir
    Path root;

    private static PrintJob queued(TestCounter counter, Kind kind) {
        return counter.store.write(counter.now, writing -> {
            if (kind == Kind.DRAWER) {
                PrintQueue.enqueueDrawer(writing.sql(), STATION, counter.now);
            } else {
                PrintQueue.enqueue(writing.sql(), STATION, kind, SALE, counter.now);
            }
            return new PrintQueue(counter.store).waiting(STATION).getLast();
        });
    }

    @Test
    void whatBecameOfAJobDecidesWhetherItWaitsOn() {
        record Row(Kind kind, PrintResult result, State state, Optional<String> trouble) {}
        Row[] rows = {
            new Row(Kind.RECEIPT, new PrintResult.Printed(), State.PRINTED, Optional.empty()),
            new Row(
                    Kind.RECEIPT,
                    new PrintResult.Failed(PrinterState.PAPER_OUT),
                    State.WAITING,
                    Optional.of("PAPER_OUT")),
            new Row(
                    Kind.LABEL,
                    new PrintResult.Doubtful(PrinterState.UNREACHABLE),
                    State.DOUBTFUL,
                    Optional.of("UNREACHABLE"))
        };
        try (TestCounter counter = TestCounter.open(root)) {
            PrintQueue queue = new PrintQueue(counter.store);
            for (Row row : rows) {
                queue.finish(queued(counter, row.kind()), row.result(), counter.now);
                PrintJob after = queue.last(row.kind(), SALE).orElseThrow();
                assertEquals(row.state(), after.state(), row.toString());
                assertEquals(row.trouble(), after.trouble(), row.toString());
            }
            assertEquals(1, queue.waiting(STATION).size());
            queue.drop(queue.waiting(STATION).getFirst(), counter.now);
            assertEquals(Optional.empty(), queue.next(STATION, counter.now));
        }
    }

    @Test
    void aDrawerThatCouldNotOpenNeverOpensLater() {
        try (TestCounter counter = TestCounter.open(root)) {
            PrintQueue queue = new PrintQueue(counter.store);
            queue.finish(queued(counter, Kind.DRAWER), new PrintResult.Failed(PrinterState.UNREACHABLE), counter.now);
            assertEquals(Optional.empty(), queue.next(STATION, counter.now));
        }
    }

    @Test
    void jobsOutliveARestartAndKeepTheirOrderAndTheirStation() {
        try (TestCounter counter = TestCounter.open(root)) {
            queued(counter, Kind.RECEIPT);
            queued(counter, Kind.LABEL);
        }
        try (TestCounter counter = TestCounter.open(root)) {
            PrintQueue queue = new PrintQueue(counter.store);
            assertEquals(
                    Kind.RECEIPT, queue.next(STATION, counter.now).orElseThrow().kind());
            assertEquals(2, queue.waiting(STATION).size());
            assertEquals(Optional.empty(), queue.next(new StationCode("P2"), counter.now));
        }
    }
}
