package fr.lamine.backoffice.receipt;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static fr.lamine.backoffice.TestOffice.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.access.Access;
import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeConfig;
import fr.lamine.backoffice.platform.OfficeServer;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.backoffice.platform.Pages;
import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.receipt.Issue;
import fr.lamine.model.receipt.ReceiptLine;
import fr.lamine.model.receipt.ReceiptText;
import fr.lamine.model.receipt.ReceiptToken;
import fr.lamine.model.sale.Tender;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class ReceiptPageTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestTerminal till = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(NOON);
    private TestOffice office;
    private OfficeServer server;

    @BeforeEach
    void openTheOffice(Database database) {
        office = new TestOffice(database, JournalKind.REAL);
        office.enrol(till);
        InstantSource clock = InstantSource.fixed(NOON);
        OfficeConfig config = new OfficeConfig(
                "127.0.0.1", 0, Path.of("unused"), Optional.empty(), Set.of("127.0.0.1"), false, false);
        server = OfficeServer.start(
                config,
                database,
                new Pages(),
                List.of(new AccessGate(new Access(database, clock))),
                List.of(new ReceiptPage(database, new Pages(), clock)));
    }

    @AfterEach
    void closeTheOffice() {
        server.close();
        http.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Entry sell() {
        return till.sell(NOON, Tender.CASH, TestFacts.unlabelled(DISHES, 2, 800, 150));
    }

    private static String words(String html) {
        return html.replaceAll("(?s)<head>.*?</head>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&amp;", "&")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }

    @Test
    void itComesWithTheSaleAndSaysWhatPaperSays() throws Exception {
        Entry sale = sell();
        String path = "/t/" + ReceiptToken.of(sale);
        HttpResponse<String> early = get(path);
        assertEquals(404, early.statusCode());
        assertTrue(early.body().contains("bientôt disponible"), early.body());
        office.take(till.from(0));
        HttpResponse<String> page = get(path);
        assertEquals(200, page.statusCode(), page.body());
        assertEquals(
                "noindex, nofollow", page.headers().firstValue("x-robots-tag").orElse(""));
        assertEquals("no-store", page.headers().firstValue("cache-control").orElse(""));
        assertTrue(page.headers().firstValue("set-cookie").isEmpty());
        String shown = words(page.body());
        for (ReceiptLine line : ReceiptText.of(
                sale, (Sale) Json.fact(sale), StartingCatalog.read(), JournalKind.REAL, new Issue.Electronic())) {
            String text = switch (line) {
                case ReceiptLine.Title(var title) -> title;
                case ReceiptLine.Centered(var centered) -> centered;
                case ReceiptLine.Plain(var plain) -> plain;
                case ReceiptLine.Amount(var name, var amount, var _) -> name + " " + amount;
                case ReceiptLine.Rule() -> "";
                case ReceiptLine.Code(var code) -> code;
            };
            assertTrue(shown.contains(text.strip().replaceAll("\\s+", " ")), text + " is not on " + shown);
        }
        assertTrue(shown.contains("Copie électronique") && shown.contains("3,00\u202f€"), shown);
    }

    @Test
    void nobodyFindsAnythingByTryingAddresses() throws Exception {
        Entry weighing = till.entries.getFirst();
        Entry sale = sell();
        office.take(till.from(0));
        String token = ReceiptToken.of(sale).toString();
        String other = token.endsWith("0") ? "1" : "0";
        String early = get("/t/101-1-999-" + "0".repeat(32)).body();
        for (String wrong : List.of(
                token.substring(0, token.length() - 1) + other,
                token.substring(0, token.length() - 1),
                token + "0",
                token.toUpperCase(java.util.Locale.ROOT).replace("-1-", "-01-"),
                "101-1-" + sale.seq(),
                "101-1-" + sale.seq() + "-" + "%".repeat(32).replace("%", "_"),
                "102-1-2-" + "0".repeat(32),
                "OFFICE-1-1-" + "0".repeat(32),
                "101-999999999-999999999999999999-" + "f".repeat(32),
                ReceiptToken.of(weighing).toString(),
                "x".repeat(2_000))) {
            HttpResponse<String> answer = get("/t/" + wrong);
            assertEquals(404, answer.statusCode(), wrong);
            assertEquals(early, answer.body(), wrong);
        }
        assertEquals(303, get("/ventes").statusCode(), "nothing else is open");
    }

    @Test
    void aTrainingSaleSaysThatItIsNotForReal() throws Exception {
        TestTerminal training = new TestTerminal("901", ARCUEIL, JournalKind.TRAINING).open(NOON);
        office.enrol(training);
        Entry sale = training.sell(NOON, Tender.CARD, TestFacts.unlabelled(DISHES, 1, 400, 150));
        office.take(training.from(0));
        assertTrue(get("/t/" + ReceiptToken.of(sale)).body().contains("FACTICE"));
    }

    @Test
    void whoAsksTooOftenWaitsForTheNextMinute() {
        Visitors visitors = new Visitors(2, 2);
        assertTrue(visitors.mayEnter("a", NOON) && visitors.mayEnter("a", NOON.plusSeconds(59)));
        assertFalse(visitors.mayEnter("a", NOON.plusSeconds(59)));
        assertTrue(visitors.mayEnter("b", NOON));
        assertFalse(visitors.mayEnter("c", NOON), "no more guests than can be told apart");
        assertTrue(visitors.mayEnter("a", NOON.plusSeconds(60)) && visitors.mayEnter("c", NOON.plusSeconds(60)));
    }
}
