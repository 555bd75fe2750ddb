package fr.lamine.pos.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.archive.VerifyCommand;
import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.pos.TestCounter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchivesTest {

    @TempDir
    Path folder;

    /// The last days of a year, then one of the next, so that month and year are closed.
    @Test
    void daysMonthsYearsAndAllOfItVerify() throws IOException {
        try (TestCounter counter = TestCounter.open(folder.resolve("counter"))) {
            counter.now = Instant.parse("2026-12-30T09:00:00Z");
            TillDays days = new TillDays(counter);
            days.day(3);
            days.day(4);
            counter.store.endGeneration(
                    counter.station.machineContext(counter.book.current(), counter.now),
                    1,
                    ContinueCause.FORK,
                    Optional.empty());
            days.day(2);
            for (String period : List.of("2026-12-30", "2026-12-31", "2026-12", "2026", "2027-01-01", "tout")) {
                Path file = folder.resolve(period + ".zip");
                assertInstanceOf(
                        Archives.Outcome.Made.class,
                        archives(counter).make(period, period.equals("2026"), file, counter.now),
                        period);
                String said = verify(file, archives(counter).fingerprint());
                assertTrue(said.contains("OK : archive " + period + " du poste 901"), said);
            }
            Fact last = counter.store
                    .fact(new FactId(
                            counter.store.head().journal(), counter.store.head().seq()))
                    .orElseThrow();
            assertInstanceOf(Fact.Exported.class, last, "handing out is an entry");
            assertEquals(
                    3, new ClosingChain(counter.store).last(ClosingKind.DAY, 10).size());
        }
    }

    @Test
    void aPeriodThatWasNotClosedLeavesNoFileAndNoEntry() throws IOException {
        try (TestCounter counter = TestCounter.open(folder.resolve("counter"))) {
            new TillDays(counter).open().sell(1);
            long before = counter.store.head().seq();
            Path file = folder.resolve("day.zip");
            assertInstanceOf(
                    Archives.Outcome.NoSuchPeriod.class,
                    archives(counter).make("2026-11-23", false, file, counter.now));
            assertEquals(before, counter.store.head().seq());
            assertTrue(Files.notExists(file));
        }
    }

    @Test
    void anArchiveIsNeverWrittenOverAnotherFile() throws IOException {
        Path file = Files.writeString(folder.resolve("day.zip"), "an older one");
        try (TestCounter counter = TestCounter.open(folder.resolve("counter"))) {
            long before = counter.store.head().seq();
            assertThrows(
                    FileAlreadyExistsException.class, () -> archives(counter).make("tout", false, file, counter.now));
            assertEquals(before, counter.store.head().seq());
        }
        assertEquals("an older one", Files.readString(file));
    }

    private static Archives archives(TestCounter counter) {
        return new Archives(counter.store, counter.station, counter.book);
    }

    static String verify(Path file, String fingerprint) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        VerifyCommand.verify(file, Optional.of(fingerprint), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }
}
