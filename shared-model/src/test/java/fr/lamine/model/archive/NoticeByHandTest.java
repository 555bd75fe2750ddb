package fr.lamine.model.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.TestJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The notice *Vérifier un journal*, followed to the letter by somebody who has jq, sha256sum and OpenSSL and no line
/// of our program.
final class NoticeByHandTest {

    private static final Path NOTICE = Path.of("..", "docs", "fiscal", "verifier-un-journal.md");
    private static final Pattern SCRIPT =
            Pattern.compile("## Avec OpenSSL seulement.*?```sh\n(.*?)```", Pattern.DOTALL);
    private static final List<Entry> JOURNAL = TestJournal.sample().entries();

    @TempDir
    Path folder;

    @BeforeEach
    void withoutOurProgram() throws IOException, InterruptedException {
        ArchiveScript.requireTools();
    }

    @Test
    void everyEntryIsVerifiedByTheCommandsOfTheNotice() throws IOException, InterruptedException {
        TestJournal.write(JOURNAL, folder.resolve("export.jsonl"));
        int keyLine = 1;
        for (int line = 1; line <= JOURNAL.size(); line++) {
            Entry entry = JOURNAL.get(line - 1);
            if (entry.seq() == 1) {
                keyLine = line;
            }
            List<String> said = byHand(line, keyLine);
            assertEquals(entry.bodyHash() + "  -", said.get(0), "content of line " + line);
            assertEquals(entry.bodyHash(), said.get(1));
            assertEquals(entry.hash() + "  -", said.get(2), "signed text of line " + line);
            assertEquals(entry.hash(), said.get(3));
            assertEquals(entry.seq() == 1 ? "0".repeat(64) : said.get(4), said.get(5), "the entry before " + line);
            assertEquals("Verified OK", said.getLast(), "signature of line " + line);
            if (entry.type().startsWith("key-changed.")) {
                keyLine = line;
            }
        }
    }

    @Test
    void anAmountThatWasChangedIsSeenByTheCommandsOfTheNotice() throws IOException, InterruptedException {
        Path file = TestJournal.write(JOURNAL, folder.resolve("export.jsonl"));
        String forged = Files.readString(file).replaceFirst("12340", "12341");
        assertNotEquals(Files.readString(file), forged);
        Files.writeString(file, forged);
        List<String> said = byHand(2, 1);
        assertNotEquals(said.get(1) + "  -", said.get(0), "the content is not that of its hash");
        Files.writeString(file, forged.replace(said.get(1), said.get(0).substring(0, 64)));
        List<String> again = byHand(2, 1);
        assertEquals(again.get(1) + "  -", again.get(0), "whoever forges the hash too");
        assertTrue(again.stream().noneMatch("Verified OK"::equals), "cannot sign: " + again);
    }

    /// What the commands say of one line of the file, the line that holds its key being another.
    private List<String> byHand(int line, int keyLine) throws IOException, InterruptedException {
        Matcher script = SCRIPT.matcher(Files.readString(NOTICE));
        assertTrue(script.find(), "the notice has no commands any more");
        String commands = script.group(1);
        for (String part : List.of("sed -n 3p ", "sed -n 2p ", "sed -n 1p ")) {
            assertTrue(commands.contains(part), "the notice shows line 3, the one before it and that of its key");
        }
        commands = commands.replace("sed -n 3p ", "sed -n " + line + "p_ ")
                .replace("sed -n 2p ", "sed -n " + Math.max(1, line - 1) + "p_ ")
                .replace("sed -n 1p ", "sed -n " + keyLine + "p_ ")
                .replace("p_ ", "p ");
        Process shell = new ProcessBuilder("sh", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());
        assertTrue(shell.waitFor(1, TimeUnit.MINUTES), "the commands hang");
        return said;
    }
}
