package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.emulator.CardTerminalEmulator.Mode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The customer's own screen beside the till.
class CustomerPageTest {

    @TempDir
    Path folder;

    private RunningCounter desk;

    @BeforeEach
    void open() {
        desk = new RunningCounter(folder);
        desk.signInCashier();
        desk.show("/caisse");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /// Leaves the till's own page and its token alone.
    private String seen() {
        return desk.send(HttpRequest.newBuilder(desk.at("/client")).GET()).body();
    }

    private void sees(String text) {
        String page = seen();
        assertTrue(page.contains(text), page);
    }

    @Test
    void theLastThingItsPriceAndTheTotalAreSeen() {
        sees("Bonjour");
        desk.post("/caisse/categorie", "category", "livre", "entry", "3");
        desk.post("/caisse/categorie", "category", "vaisselle", "entry", "0,50");
        desk.post("/caisse/plus");
        sees("<p class=\"name\">Vaisselle</p>");
        sees("2 × 0,50\u202f€");
        sees("<output>4,00\u202f€</output>");
    }

    @Test
    void whatRemainsThenTheChangeAreSeenAndGoByThemselves() {
        desk.post("/caisse/categorie", "category", "livre", "entry", "3");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/especes", "entry", "1");
        sees("Reste à payer");
        sees("<output>2,00\u202f€</output>");
        desk.post("/caisse/payer/especes", "entry", "5");
        sees("Merci");
        sees("<output>3,00\u202f€</output>");
        desk.clock.move(Duration.ofSeconds(21));
        sees("Bonjour");
    }

    @Test
    void aCardPaymentIsFollowedAndADoubtIsNotTheCustomers() {
        desk.counter.demo().orElseThrow().card().become(Mode.SILENT);
        desk.post("/caisse/categorie", "category", "livre", "entry", "3");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/terminal");
        sees("Suivez le terminal");
        desk.post("/caisse/carte/attente");
        sees("Un instant");
        assertFalse(seen().contains("accepté"), seen());
    }

    @Test
    void thereIsNothingToTouchAndNoTokenOnIt() {
        desk.post("/caisse/categorie", "category", "livre", "entry", "3");
        String page = seen();
        for (String word : new String[] {"<button", "<form", "<input", "<a ", desk.token(), "Awa"}) {
            assertFalse(page.contains(word), word + " on " + page);
        }
        assertTrue(page.contains("FACTICE"), page);
    }

    @Test
    void itFollowsTheTillByItself() throws IOException, InterruptedException {
        seen();
        HttpRequest flux = HttpRequest.newBuilder(desk.at("/client/flux"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (Stream<String> lines = desk.http.send(flux, BodyHandlers.ofLines()).body()) {
            desk.post("/caisse/categorie", "category", "livre", "entry", "3");
            assertTrue(lines.anyMatch(line -> line.contains("<output>3,00\u202f€</output>")));
        }
    }

    @Test
    void whoNeverOpenedThePageHearsNothing() throws IOException, InterruptedException {
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            HttpRequest flux = HttpRequest.newBuilder(desk.at("/client/flux")).build();
            assertEquals(400, stranger.send(flux, BodyHandlers.discarding()).statusCode());
        }
    }
}
