package fr.lamine.model.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.journal.TestJournal;
import fr.lamine.model.journal.TestTill;
import fr.lamine.model.site.TerminalId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A year of a busy till, verified by a process that could not hold the file.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class LongJournalTest {

    private static final int ENTRIES = 20_000;
    private static final int FORGED = 400;
    private static final int HEAP_MEGABYTES = 32;

    @TempDir
    Path folder;

    @Test
    void twentyThousandEntriesAreReadOnceAndNotHeld() throws IOException, InterruptedException {
        TestTill till = new TestTill(TerminalId.of(901), LocalDate.of(2026, 1, 1), new Random(20_000));
        while (till.journal().entries().size() < ENTRIES) {
            till.day(300);
        }
        TestJournal journal = till.journal().export();
        Path file = TestJournal.write(journal.entries(), folder.resolve("year.jsonl"));
        assertTrue(Files.size(file) > (long) HEAP_MEGABYTES << 20, "the file is larger than the heap");

        String said = verified(file, journal.fingerprint());
        assertTrue(said.contains("\nOK : "), said);
        assertTrue(said.startsWith(journal.entries().size() + " écritures vérifiées"), said);

        List<String> lines = Files.readAllLines(file);
        lines.set(FORGED, lines.get(FORGED).replaceFirst("\"signature\":\"..", "\"signature\":\"MM"));
        Files.write(file, lines);
        String forged = verified(file, journal.fingerprint());
        String named = "NON : l’écriture " + journal.entries().get(FORGED).id() + " ";
        assertTrue(forged.contains(named), forged);
    }

    private static String verified(Path file, String fingerprint) throws IOException, InterruptedException {
        Process verify = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEGABYTES + "m",
                        "-XX:+UseSerialGC",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VerifyCommand.class.getName(),
                        file.toString(),
                        "--key",
                        fingerprint)
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(verify.waitFor(5, TimeUnit.MINUTES), "it hangs");
        assertEquals(said.contains("\nOK : ") ? 0 : 1, verify.exitValue(), said);
        return said;
    }
}
