package fr.lamine.pos.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.StationCode;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.printing.PrintJob.Kind;
import fr.lamine.pos.printing.PrintJob.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrintQueueTest {

    private static final StationCode STATION = new StationCode("P1");
    private static final FactId SALE = FactId.parse("901/1/2");
    private static final Set<PrintRole> BOTH = EnumSet.allOf(PrintRole.class);

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

    private static PrintJob begun(TestCounter counter, Kind kind) {
        return new PrintQueue(counter.store)
                .begin(queued(counter, kind), counter.now)
                .orElseThrow();
    }

    private static PrintJob after(TestCounter counter, PrintJob job) {
        PrintQueue queue = new PrintQueue(counter.store);
        for (State state : State.values()) {
            for (PrintJob found : queue.in(STATION, state)) {
                if (found.id() == job.id()) {
                    return found;
                }
            }
        }
        throw new AssertionError("the job is gone: " + job);
    }

    @Test
    void whatBecameOfAJobDecidesWhetherItWaitsOn() {
        record Row(Kind kind, PrintResult result, boolean answers, State state, boolean begun) {}
        PrintResult printed = new PrintResult.Printed();
        PrintResult failed = new PrintResult.Failed(PrinterState.PAPER_OUT);
        PrintResult interrupted = new PrintResult.Interrupted(PrinterState.PAPER_OUT);
        PrintResult doubtful = new PrintResult.Doubtful(PrinterState.SILENT);
        Row[] rows = {
            new Row(Kind.RECEIPT, printed, true, State.PRINTED, false),
            new Row(Kind.RECEIPT, failed, true, State.WAITING, false),
            new Row(Kind.RECEIPT, interrupted, true, State.WAITING, true),
            new Row(Kind.RECEIPT, doubtful, true, State.DOUBTFUL, true),
            new Row(Kind.RECEIPT, doubtful, false, State.UNCONFIRMED, true),
            new Row(Kind.LABEL, interrupted, true, State.WAITING, true),
            new Row(Kind.LABEL, doubtful, true, State.DOUBTFUL, true),
            new Row(Kind.DRAWER, printed, true, State.PRINTED, false),
            new Row(Kind.DRAWER, failed, true, State.DROPPED, false),
            new Row(Kind.DRAWER, interrupted, true, State.DROPPED, true),
            new Row(Kind.DRAWER, doubtful, true, State.DROPPED, true),
            new Row(Kind.DRAWER, doubtful, false, State.DROPPED, true)
        };
        try (TestCounter counter = TestCounter.open(root)) {
            PrintQueue queue = new PrintQueue(counter.store);
            for (Row row : rows) {
                PrintJob job = begun(counter, row.kind());
                queue.finish(job, row.result(), row.answers(), counter.now);
                PrintJob after = after(counter, job);
                assertEquals(row.state(), after.state(), row.toString());
                assertEquals(row.begun(), after.begun(), row.toString());
            }
        }
    }

    @Test
    void aJobThatWasCancelledMeanwhileDoesNotBegin() {
        try (TestCounter counter = TestCounter.open(root)) {
            PrintQueue queue = new PrintQueue(counter.store);
            PrintJob job = queued(counter, Kind.RECEIPT);
            queue.cancel(STATION, job.id(), counter.now);
            assertEquals(Optional.empty(), queue.begin(job, counter.now));
            assertEquals(State.DROPPED, after(counter, job).state());
        }
    }

    @Test
    void aCopyIsCountedFromThoseThatCameOut() {
        try (TestCounter counter = TestCounter.open(root)) {
            PrintQueue queue = new PrintQueue(counter.store);
            PrintJob given = begun(counter, Kind.RECEIPT);
            queue.finish(given, new PrintResult.Failed(PrinterState.COVER_OPEN), true, counter.now);
            queue.cancel(STATION, given.id(), counter.now);
            PrintJob original = begun(counter, Kind.RECEIPT);
            assertEquals(1, original.copy(), "the cancelled one never came out");
            queue.finish(original, new PrintResult.Doubtful(PrinterState.UNREACHABLE), true, counter.now);
            queue.answer(original.id(), false, counter.now);
            PrintJob again = queue.begin(after(counter, original), counter.now).orElseThrow();
            assertEquals(1, again.copy(), "somebody looked: it had not come out");
            assertTrue(again.begun(), "and a piece of it may lie there");
            queue.finish(again, new PrintResult.Printed(), true, counter.now);
            assertEquals(2, begun(counter, Kind.RECEIPT).copy());
        }
    }

    @Test
    void anAnswerCountsOnceAndForTheJobsItWasGivenFor() {
        try (TestCounter counter = TestCounter.open(root)) {
            PrintQueue queue = new PrintQueue(counter.store);
            PrintJob asked = begun(counter, Kind.RECEIPT);
            queue.finish(asked, new PrintResult.Doubtful(PrinterState.SILENT), true, counter.now);
            queue.answer(asked.id(), true, counter.now);
            queue.answer(asked.id(), false, counter.now);
            assertEquals(State.PRINTED, after(counter, asked).state());

            PrintJob held = queued(counter, Kind.LABEL);
            PrintJob heldLater = queued(counter, Kind.LABEL);
            queue.hold(held, counter.now);
            queue.hold(heldLater, counter.now);
            queue.release(STATION, held.id(), counter.now.plus(Duration.ofHours(1)));
            assertEquals(State.WAITING, after(counter, held).state());
            assertEquals(State.HELD, after(counter, heldLater).state());
        }
    }

    @Test
    void jobsOutliveARestartAndKeepTheirOrderTheirStationAndTheirPrinter() {
        PrintJob sending;
        try (TestCounter counter = TestCounter.open(root)) {
            sending = begun(counter, Kind.LABEL);
            begun(counter, Kind.DRAWER);
            queued(counter, Kind.LABEL);
            queued(counter, Kind.RECEIPT);
        }
        try (TestCounter counter = TestCounter.open(root)) {
            PrintQueue queue = new PrintQueue(counter.store);
            queue.recover(STATION, BOTH, counter.now);
            assertEquals(List.of(), queue.in(STATION, State.SENDING));
            assertEquals(State.DOUBTFUL, after(counter, sending).state());
            assertEquals(Optional.of(PrintJob.CRASH), after(counter, sending).trouble());
            assertEquals(
                    Kind.DRAWER, queue.in(STATION, State.DROPPED).getFirst().kind());
            assertEquals(
                    List.of(Kind.LABEL, Kind.RECEIPT),
                    queue.waiting(STATION).stream().map(PrintJob::kind).toList());
            assertEquals(Kind.LABEL, queue.next(STATION, BOTH).orElseThrow().kind());
            assertEquals(
                    Kind.RECEIPT,
                    queue.next(STATION, EnumSet.of(PrintRole.TICKET))
                            .orElseThrow()
                            .kind());
            assertEquals(Optional.empty(), queue.next(new StationCode("P2"), BOTH));
        }
    }
}
