package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.JournalCheck;
import fr.lamine.model.journal.Json;
import fr.lamine.model.money.Money;
import fr.lamine.model.till.CashCount;
import fr.lamine.pos.closing.Closings;
import fr.lamine.pos.station.Answer;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportTest {

    @TempDir
    Path folder;

    @Test
    void anExportOfTwoGenerationsVerifiesFromItsFirstKeyToItsOwnClosingEntry() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        try (TestCounter counter = TestCounter.open(folder.resolve("counter"))) {
            counter.store.endGeneration(
                    counter.station.machineContext(counter.book.current(), counter.now),
                    1,
                    ContinueCause.FORK,
                    Optional.empty());
            assertEquals(3, Export.write(counter.store, counter.station, counter.book, file, counter.now));
        }
        List<String> lines = Files.readAllLines(file);
        JournalCheck check = new JournalCheck(Optional.empty());
        for (String line : lines) {
            assertEquals(Optional.empty(), check.next(Json.read(line, Entry.class)));
        }
        assertTrue(check.endsWithExport());
    }

    /// The commands of the till and the check know nothing of each other but the facts.
    @Test
    void whatTheTillItselfWritesAgreesWithTheBooks() throws IOException {
        try (TestCounter counter = TestCounter.open(folder.resolve("counter"))) {
            for (int day = 0; day < 3; day++) {
                counter.openTill();
                counter.sell(4, Money.cents(500));
                Answer closed = new Closings(counter.commands)
                        .closeDay(
                                counter.station,
                                counter.token(),
                                CashCount.NOTHING,
                                Money.ZERO,
                                Optional.empty(),
                                true,
                                counter.now);
                assertInstanceOf(Answer.Done.class, closed);
                counter.now = counter.now.plusSeconds(86_400);
            }
            String fingerprint =
                    counter.store.key(1).orElseThrow().verifyingKey().fingerprint();
            String said = ExportFile.verified(counter, folder.resolve("days.jsonl"), fingerprint);
            assertTrue(said.contains("OK : "), said);
            assertEquals(12, counter.store.totals().tickets());
        }
    }

    @Test
    void anExportIsNeverWrittenOverAnother() throws IOException {
        Path file = Files.writeString(folder.resolve("journal.jsonl"), "an older one\n");
        try (TestCounter counter = TestCounter.open(folder.resolve("counter"))) {
            assertThrows(
                    FileAlreadyExistsException.class,
                    () -> Export.write(counter.store, counter.station, counter.book, file, counter.now));
        }
        assertEquals("an older one\n", Files.readString(file));
    }
}
