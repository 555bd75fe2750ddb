package fr.lamine.pos.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.Fact;
import fr.lamine.pos.RunningCounter;
import fr.lamine.pos.TestCounter;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ControlPageTest {

    private static final Pattern NAME = Pattern.compile("href=\"(/controle/archives/archive-901-tout-[0-9]+\\.zip)\"");
    private static final Pattern KEY = Pattern.compile("--key ([0-9a-f]{64})");

    @TempDir
    Path folder;

    @Test
    void aManagerHandsOutAnArchiveThatVerifies() throws IOException {
        try (RunningCounter counter = new RunningCounter(folder.resolve("counter"))) {
            counter.signInCashier();
            assertTrue(counter.show("/controle").contains("Réservé à un responsable"));
            assertEquals(
                    404,
                    counter.send(HttpRequest.newBuilder(counter.at("/controle/archives/archive-901-tout-1.zip")))
                            .statusCode());
            counter.show();
            counter.receive(TestCounter.MANAGER);
            counter.signIn("LEA");
            String page = counter.show("/controle");
            assertTrue(page.contains("Version du logiciel"), page);
            assertTrue(page.contains("Aucune clôture encore."), page);

            String token = counter.token();
            String done = counter.postWith(token, "/controle/archive", "period", "tout");
            Matcher name = NAME.matcher(done);
            assertTrue(name.find(), done);
            counter.postWith(token, "/controle/archive", "period", "tout");
            assertEquals(
                    1,
                    counter.facts().stream()
                            .filter(Fact.Exported.class::isInstance)
                            .count(),
                    "a form sent twice hands out once");

            Path file = Files.write(folder.resolve("tout.zip"), counter.bytes(name.group(1)));
            Matcher key = KEY.matcher(done);
            assertTrue(key.find(), done);
            String said = ArchivesTest.verify(file, key.group(1));
            assertTrue(said.contains("OK : archive tout du poste 901"), said);

            counter.show("/controle");
            String none = counter.post("/controle/archive", "period", "2020-01-01");
            assertTrue(none.contains("Aucune clôture pour 2020-01-01."), none);
            assertFalse(none.contains("/controle/archives/"), none);
        }
    }
}
