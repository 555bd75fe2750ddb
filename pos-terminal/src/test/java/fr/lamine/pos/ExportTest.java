package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.JournalCheck;
import fr.lamine.model.journal.Json;
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
