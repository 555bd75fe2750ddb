package fr.lamine.pos.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.till.TechnicalEvent;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.TerminalStore.StartReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WatchTest {

    @TempDir
    Path root;

    @Test
    void anOrdinaryStartIsNoEvent() {
        try (TestCounter counter = TestCounter.open(root)) {
            Entry before = last(counter);
            counter.now = before.recordedAt().plus(ClockRule.LONGEST);
            watch(counter).started(StartReport.sound(List.of(), Optional.of(before)));
            assertEquals(List.of(), events(counter));
        }
    }

    @Test
    void aClockSetBackOrFarOnAndAnotherVersionAreWrittenDown() {
        try (TestCounter counter = TestCounter.open(root)) {
            Entry before = last(counter);
            counter.now = before.recordedAt().minusMillis(1);
            Station upgraded = new Station(counter.station.site(), counter.station.code(), "0.2.0");
            Watch watch = new Watch(
                    counter.store, at -> upgraded.machineContext(counter.book.current(), at), () -> counter.now);
            watch.started(StartReport.sound(List.of(), Optional.of(before)));
            counter.now = before.recordedAt().plus(ClockRule.LONGEST).plusSeconds(1);
            watch(counter).started(StartReport.sound(List.of(), Optional.of(before)));
            assertEquals(
                    List.of(TechnicalEvent.CLOCK_JUMP, TechnicalEvent.VERSION_CHANGED, TechnicalEvent.CLOCK_JUMP),
                    events(counter));
            assertTrue(
                    last(counter).body().contains("plus de 36 h"), last(counter).body());
        }
    }

    @Test
    void aClockSetWhileTheTillRunsIsWrittenDownOnce() {
        try (TestCounter counter = TestCounter.open(root)) {
            Watch watch = watch(counter);
            for (int seconds : new int[] {0, 60, -3_600, -3_540, -3_480}) {
                counter.now = TestCounter.MORNING.plusSeconds(seconds);
                watch.look(true);
            }
            assertEquals(List.of(TechnicalEvent.CLOCK_JUMP), events(counter));
        }
    }

    @Test
    void theOfficeIsMissedAfterTenMinutesAndNotBefore() {
        try (TestCounter counter = TestCounter.open(root)) {
            Watch watch = watch(counter);
            for (int minute = 0; minute < 60; minute++) {
                counter.now = TestCounter.MORNING.plus(Duration.ofMinutes(minute));
                watch.look(minute % 10 == 0 || minute > 45);
            }
            assertEquals(List.of(), events(counter), "a weak line does not fill the journal");
            for (int minute = 60; minute < 90; minute++) {
                counter.now = TestCounter.MORNING.plus(Duration.ofMinutes(minute));
                watch.look(minute >= 80);
            }
            assertEquals(List.of(TechnicalEvent.OFFLINE_BEGAN, TechnicalEvent.OFFLINE_ENDED), events(counter));
            assertTrue(
                    last(counter).body().contains("10:00:00.000Z"),
                    last(counter).body());
        }
    }

    /// The beginning of a generation counts as a failure, and the entry that says why does not count once more.
    @Test
    void aFailureFoundAtTheStartIsSaidAndCountedOnce() {
        try (TestCounter counter = TestCounter.open(root)) {
            counter.store.endGeneration(
                    counter.station.machineContext(counter.book.current(), counter.now),
                    1,
                    ContinueCause.CHAIN_BROKEN,
                    Optional.empty());
            watch(counter)
                    .started(new StartReport(
                            Optional.of(ContinueCause.CHAIN_BROKEN),
                            "l’écriture 901/1/3 a un contenu qui a été changé.",
                            List.of(),
                            Optional.empty()));
            assertEquals(List.of(TechnicalEvent.INTEGRITY_FAILURE), events(counter));
            assertEquals(1, counter.store.book().day().failures());
            watch(counter).found("l’écriture 901/1/3 a un contenu qui a été changé.");
            assertEquals(2, counter.store.book().day().failures());
        }
    }

    private static Watch watch(TestCounter counter) {
        return new Watch(
                counter.store, at -> counter.station.machineContext(counter.book.current(), at), () -> counter.now);
    }

    private static Entry last(TestCounter counter) {
        int generation = counter.store.head().journal().generation();
        return counter.store
                .entries(generation, counter.store.head().seq() - 1, 1)
                .getFirst();
    }

    static List<TechnicalEvent> events(TestCounter counter) {
        return counter.store.generations().stream()
                .flatMap(generation -> counter.store.entries(generation, 0, 1_000).stream())
                .filter(entry -> entry.type().startsWith("technical-noted."))
                .map(entry -> ((TillFact.TechnicalNoted) Json.fact(entry)).event())
                .toList();
    }
}
