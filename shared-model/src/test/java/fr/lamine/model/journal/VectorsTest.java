package fr.lamine.model.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The same file that a script of jq, sha256sum and openssl confirms (`.ci/verify-vectors`).
final class VectorsTest {

    private final Path file = file();

    @Test
    void javaAgreesWithOpensslOnEveryEntry() throws IOException {
        JournalCheck check = new JournalCheck(Optional.empty());
        for (String line : Files.readAllLines(file)) {
            assertEquals(Optional.empty(), check.next(Json.read(line, Entry.class)));
        }
        assertTrue(check.endsWithExport());
    }

    @Test
    void hashesComeOutAsTheyWereWritten() throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.size() >= 10);
        for (String line : lines) {
            Entry entry = Json.read(line, Entry.class);
            assertEquals(entry.bodyHash(), Chain.sha256(entry.body().getBytes(StandardCharsets.UTF_8)));
            assertEquals(entry.hash(), Chain.sha256(entry.signedText().getBytes(StandardCharsets.UTF_8)));
            assertEquals(line, Json.write(entry), "an entry is written as it was read");
            if (!OldBodies.isOld(entry.type())) {
                assertEquals(entry.body(), Json.writeFact(Json.fact(entry)));
            }
        }
    }

    private static Path file() {
        try {
            return Path.of(
                    VectorsTest.class.getResource("/journal/vectors.jsonl").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
