package fr.lamine.backoffice.online;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static fr.lamine.backoffice.TestOffice.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.OfficeBrowser;
import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.journal.Rebuild;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.Role;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class OnlinePagesTest {

    private static final ItemCode LAMP = ItemCode.of(101, 1);
    private static final ItemCode VASE = ItemCode.of(101, 2);
    private static final ItemCode PLATES = ItemCode.of(101, 3);
    private static final ItemCode NEVER = ItemCode.of(999, 9);
    private static final String HEADER = "canal;commande;date;acheteur;code;prix;port\n";
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000ffd9");

    private final TestTerminal till = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(at(-60));
    private TestOffice office;
    private OfficeBrowser browser;

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    @BeforeEach
    void openTheOffice(Database database) throws Exception {
        office = new TestOffice(database, JournalKind.REAL);
        office.enrol(till);
        till.add(TestFacts.weighIn(ARCUEIL, at(-50), DISHES, 20_000, Area.SORTING));
        till.add(TestFacts.label(ARCUEIL, at(-40), LAMP, DISHES, 1, 1_500, 1_200));
        till.add(TestFacts.label(ARCUEIL, at(-39), VASE, DISHES, 1, 800, 600));
        till.add(TestFacts.label(ARCUEIL, at(-38), PLATES, DISHES, 6, 1_800, 100));
        office.take(till.from(0));
        browser = new OfficeBrowser(office).signIn(Role.ADMIN);
    }

    @AfterEach
    void closeTheOffice() {
        browser.close();
    }

    private static String form(String... pairs) {
        Map<String, String> fields = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> publish(ItemCode code, String... changed) throws Exception {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "code", code.digits(),
                "channel", "LABEL-EMMAUS",
                "title", "Lampe de bureau",
                "description", "Années 1960, marche.",
                "condition", "GOOD",
                "price", "24,00",
                "mass", "1,500",
                "photos", ""));
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        return browser.post(
                "/en-ligne/publier",
                form(fields.entrySet().stream()
                        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                        .toArray(String[]::new)));
    }

    private HttpResponse<String> order(String rows, String what) throws Exception {
        return browser.post("/en-ligne/import", form("text", HEADER + rows, "do", what));
    }

    private void sold(ItemCode code, int minute, long grams, long cents) {
        int from = till.entries.size();
        till.sell(at(minute), Tender.CASH, TestFacts.labelled(code, DISHES, 1, grams, cents));
        office.take(till.from(from));
    }

    private long balance(String area) {
        return office.count("SELECT coalesce(sum(grams), 0) FROM balance WHERE account = 'place:ARCUEIL:" + area + "'");
    }

    private void rebuiltTheSame() {
        Map<String, String> before = office.derived();
        office.database.useTransaction(h -> Rebuild.all(h, at(1_000)));
        assertEquals(before, office.derived());
    }

    private static void seeOther(String location, HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
        assertEquals(location, answer.headers().firstValue("location").orElseThrow());
    }

    private static void refused(String words, HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains(words), words + " in " + answer.body());
    }

    @Test
    void aThingIsPublishedStandsAsideAndIsWithdrawn() throws Exception {
        String form = browser.page("/en-ligne/publier?code=" + LAMP.digits());
        assertTrue(form.contains("value=\"12,00\"") && form.contains("value=\"1,500\""), "the label proposes " + form);
        seeOther("/en-ligne", publish(LAMP));
        assertEquals(1_500, balance("RESERVED"));
        assertEquals(2_600, balance("SHOP"));
        assertTrue(browser.page("/en-ligne").contains("Lampe de bureau"));
        long facts = office.count("SELECT count(*) FROM fact");
        seeOther("/en-ligne", publish(LAMP));
        assertEquals(facts, office.count("SELECT count(*) FROM fact"), "the same form again says nothing new");
        seeOther("/en-ligne", publish(LAMP, "price", "20,00"));
        assertEquals(1_500, balance("RESERVED"), "other words move nothing");
        String csv = browser.page("/en-ligne/annonces.csv");
        assertTrue(csv.contains(LAMP + ";LABEL-EMMAUS;Lampe de bureau;Années 1960, marche.;GOOD;20,00;1,500"), csv);
        seeOther("/en-ligne", browser.post("/en-ligne/retirer", form("code", LAMP.digits(), "reason", "Abîmée")));
        assertEquals(0, balance("RESERVED"));
        assertEquals(4_100, balance("SHOP"));
        assertFalse(browser.page("/en-ligne/annonces.csv").contains(LAMP.digits()));
        assertTrue(browser.page("/articles/" + LAMP.digits()).contains("Annonce retirée"));
        rebuiltTheSame();
    }

    @Test
    void whatCannotBePublishedIsRefusedInAPlainSentence() throws Exception {
        refused("est un lot de 6 pièces", publish(PLATES));
        refused("Donnez un titre", publish(LAMP, "title", "  "));
        refused("Le prix n’est pas compris", publish(LAMP, "price", "cher"));
        refused("Le poids n’est pas compris", publish(LAMP, "mass", "0"));
        refused("Le canal a des majuscules", publish(LAMP, "channel", "é"));
        refused("Une photo n’est plus là", publish(LAMP, "photos", "ab".repeat(32)));
        refused("8 photos au plus", publish(LAMP, "photos", "n’importe quoi"));
        assertEquals(404, publish(NEVER).statusCode());
        refused("ne porte ce code", browser.get("/en-ligne/publier?code=" + NEVER.digits()));
        sold(LAMP, -10, 1_500, 1_200);
        refused("n’est plus là", publish(LAMP));
        assertEquals(0, office.count("SELECT count(*) FROM listing"));
    }

    @Test
    void aPhotographIsKnownByItsBytesAndServedSafely() throws Exception {
        assertEquals(
                400,
                browser.post("/en-ligne/photos", "<svg onload=x>".getBytes(StandardCharsets.UTF_8))
                        .statusCode());
        assertEquals(
                413,
                browser.post("/en-ligne/photos", new byte[4 * 1024 * 1024 + 2]).statusCode());
        HttpResponse<String> taken = browser.post("/en-ligne/photos", JPEG);
        assertEquals(200, taken.statusCode(), taken.body());
        String hash = taken.body().replaceAll(".*\"([0-9a-f]{64})\".*", "$1");
        seeOther("/en-ligne", publish(LAMP, "photos", hash));
        HttpResponse<String> shown = browser.get("/en-ligne/photos/" + hash);
        assertEquals("image/jpeg", shown.headers().firstValue("content-type").orElseThrow());
        assertEquals(
                "nosniff", shown.headers().firstValue("x-content-type-options").orElseThrow());
        assertTrue(shown.headers()
                .firstValue("content-security-policy")
                .orElseThrow()
                .contains("default-src 'none'"));
        assertTrue(browser.page("/en-ligne").contains("/en-ligne/photos/" + hash));
        assertEquals(404, browser.get("/en-ligne/photos/" + "0".repeat(64)).statusCode());
    }

    @Test
    void anOrderIsForeseenTakenOnceFetchedAndSent() throws Exception {
        publish(LAMP);
        String row = "LABEL-EMMAUS;A1;23/11/2026;ACH-9;" + LAMP + ";24,00;4,50\n";
        assertTrue(order(row + "x;;;;;;\n", "look").body().contains("Nouvelle."));
        assertEquals(0, office.count("SELECT count(*) FROM online_order"), "looking takes nothing");
        assertTrue(order(row, "take").body().contains("Enregistrée."));
        assertTrue(order(row, "take").body().contains("Déjà connue, rien n’a changé."));
        assertTrue(order(row.replace("24,00", "25,00"), "take").body().contains("avec un autre contenu"));
        assertEquals(1, office.count("SELECT count(*) FROM online_order"));
        assertEquals(1_500, balance("RESERVED"));
        assertTrue(browser.page("/en-ligne/preparation").contains(LAMP.spaced()));
        seeOther(
                "/en-ligne/commandes/LABEL-EMMAUS/A1?code=" + LAMP.digits(),
                browser.get("/en-ligne/preparation?code=" + LAMP.digits()));
        refused("Scannez ce qui part", browser.post("/en-ligne/commandes/LABEL-EMMAUS/A1/envoi", form("codes", "")));
        refused(
                "n’est pas de cette commande",
                browser.post("/en-ligne/commandes/LABEL-EMMAUS/A1/envoi", form("codes", VASE.digits())));
        for (int i = 0; i < 2; i++) {
            seeOther(
                    "/en-ligne/commandes/LABEL-EMMAUS/A1",
                    browser.post(
                            "/en-ligne/commandes/LABEL-EMMAUS/A1/envoi",
                            form("codes", LAMP.spaced(), "parcel", "6A123")));
        }
        assertEquals(1, office.count("SELECT count(*) FROM online_parcel"), "sent once");
        assertEquals(0, balance("RESERVED"));
        assertEquals(2_600, balance("SHOP"));
        assertEquals(
                1_500, office.count("SELECT sum(grams) FROM movement WHERE account_to = 'outcome:SOLD:LABEL-EMMAUS'"));
        assertTrue(browser.page("/aujourdhui").contains("28,50"), "takings online");
        assertEquals(List.of(), office.discrepancies());
        refused(
                "Tout est déjà parti",
                browser.post("/en-ligne/commandes/LABEL-EMMAUS/A1/annulation", form("reason", "Trop tard")));
        rebuiltTheSame();
    }

    @Test
    void theSaleAtTheTillWinsAndTheOrderIsReplacedOrCancelled() throws Exception {
        publish(LAMP);
        order("LABEL-EMMAUS;A1;23/11/2026;;" + LAMP + ";24,00;4,50\n", "take");
        sold(LAMP, 20, 1_500, 1_200);
        assertEquals(List.of("ONLINE_ORDER_LOST LABEL-EMMAUS/A1#" + LAMP), office.discrepancies());
        assertEquals(0, balance("RESERVED"));
        assertEquals(2_600, balance("SHOP"));
        String inbox = browser.page("/ecarts");
        assertTrue(inbox.contains("remplacez-le, ou annulez et remboursez"), inbox);
        assertTrue(browser.page("/en-ligne/preparation").contains("À rattraper"));
        refused(
                "n’est plus là",
                browser.post("/en-ligne/commandes/LABEL-EMMAUS/A1/envoi", form("codes", LAMP.digits())));
        seeOther(
                "/en-ligne/commandes/LABEL-EMMAUS/A1",
                browser.post(
                        "/en-ligne/commandes/LABEL-EMMAUS/A1/envoi",
                        form("codes", "", "instead-" + LAMP.digits(), VASE.digits())));
        assertEquals(List.of(), office.discrepancies());
        assertEquals(1_800, balance("SHOP"));
        rebuiltTheSame();

        order("LABEL-EMMAUS;A2;23/11/2026;;" + LAMP + ";24,00;4,50\n", "take");
        assertEquals(List.of("ONLINE_ORDER_LOST LABEL-EMMAUS/A2#" + LAMP), office.discrepancies());
        refused(
                "en quelques mots",
                browser.post("/en-ligne/commandes/LABEL-EMMAUS/A2/annulation", form("reason", " ")));
        for (int i = 0; i < 2; i++) {
            seeOther(
                    "/en-ligne/commandes/LABEL-EMMAUS/A2",
                    browser.post("/en-ligne/commandes/LABEL-EMMAUS/A2/annulation", form("reason", "Vendue en caisse")));
        }
        assertEquals(List.of(), office.discrepancies());
        assertEquals(1, office.count("SELECT count(*) FROM online_cancelled"));
    }

    @Test
    void aListingOfAThingThatIsGoneIsATaskUntilItIsWithdrawn() throws Exception {
        publish(LAMP);
        sold(LAMP, 20, 1_500, 1_200);
        assertEquals(List.of("LISTING_LOST LABEL-EMMAUS#" + LAMP), office.discrepancies());
        assertTrue(browser.page("/en-ligne").contains("Parti"));
        assertFalse(browser.page("/en-ligne/annonces.csv").contains(LAMP.digits()), "nobody can buy it any more");
        browser.post("/en-ligne/retirer", form("code", LAMP.digits(), "reason", "Vendue en caisse"));
        assertEquals(List.of(), office.discrepancies());
    }

    private String token() throws Exception {
        HttpResponse<String> made = browser.post("/en-ligne/acces", form("name", "Site de vente"));
        Matcher token = Pattern.compile("lamine_[A-Za-z0-9_-]{43}").matcher(made.body());
        assertTrue(token.find(), made.body());
        return token.group();
    }

    @Test
    void aMachineReadsListingsAndBringsAnOrderAsOftenAsItLikes() throws Exception {
        publish(LAMP);
        String token = token();
        assertEquals(0, office.count("SELECT count(*) FROM api_token WHERE hash = '" + token + "'"), "kept hashed");
        assertFalse(browser.page("/en-ligne/acces").contains(token), "shown once");
        HttpResponse<String> listings = browser.machine("GET", "/api/v1/listings", token, "");
        assertEquals(200, listings.statusCode());
        assertTrue(listings.body().contains("\"item\":\"" + LAMP + "\""), listings.body());
        String body = """
                {"channel":"LABEL-EMMAUS","number":"B7","orderedOn":"2026-11-23","buyer":null,
                 "lines":[{"item":"%s","price":2400}],"shipping":450}""".formatted(LAMP);
        HttpResponse<String> first = browser.machine("POST", "/api/v1/orders", token, body);
        assertEquals(200, first.statusCode(), first.body());
        HttpResponse<String> second = browser.machine("POST", "/api/v1/orders", token, body);
        assertEquals(first.body(), second.body());
        assertEquals(1, office.count("SELECT count(*) FROM online_order"));
        HttpResponse<String> other = browser.machine("POST", "/api/v1/orders", token, body.replace("2400", "2500"));
        assertEquals(409, other.statusCode());
        assertEquals(
                "application/problem+json",
                other.headers().firstValue("content-type").orElseThrow());
        assertEquals(
                first.body(),
                browser.machine("GET", "/api/v1/orders/LABEL-EMMAUS/B7", token, "")
                        .body());
        assertEquals(
                404,
                browser.machine("GET", "/api/v1/orders/LABEL-EMMAUS/B8", token, "")
                        .statusCode());
        for (String bad : List.of(
                "", "{}", body.replace("B7", "B 7"), body.replace(LAMP.digits(), "12"), body.replace("450", "-1"))) {
            assertEquals(
                    400, browser.machine("POST", "/api/v1/orders", token, bad).statusCode(), bad);
        }
        assertEquals(
                401, browser.machine("GET", "/api/v1/listings", "lamine_x", "").statusCode());
        assertEquals(401, browser.get("/api/v1/listings").statusCode(), "a person's session is no token");
        browser.post("/en-ligne/acces/retirer", form("id", "1"));
        assertEquals(401, browser.machine("GET", "/api/v1/listings", token, "").statusCode(), "revoked");
    }

    @Test
    void aStatementIsHeldBesideTheParcels() throws Exception {
        publish(LAMP);
        order("LABEL-EMMAUS;A1;23/11/2026;;" + LAMP + ";24,00;4,50\n", "take");
        browser.post("/en-ligne/commandes/LABEL-EMMAUS/A1/envoi", form("codes", LAMP.digits()));
        assertTrue(browser.page("/en-ligne/versements").contains("Envoyé, pas encore versé"));
        String header = "canal;versement;date;commande;encaisse;commission;verse\n";
        String row = "LABEL-EMMAUS;V-11;30/11/2026;A1;28,50;2,85;25,65\n";
        refused("Ligne 2", browser.post("/en-ligne/versements", form("text", header + row.replace("25,65", "26,00"))));
        assertEquals(0, office.count("SELECT count(*) FROM payout_line"), "all or nothing");
        for (int i = 0; i < 2; i++) {
            seeOther("/en-ligne/versements", browser.post("/en-ligne/versements", form("text", header + row)));
        }
        assertEquals(1, office.count("SELECT count(*) FROM payout_line"));
        String page = browser.page("/en-ligne/versements");
        assertTrue(page.contains("D’accord") && !page.contains("pas encore versé"), page);
        browser.post(
                "/en-ligne/versements", form("text", header + "LABEL-EMMAUS;V-12;30/11/2026;A9;10,00;1,00;9,00\n"));
        assertTrue(browser.page("/en-ligne/versements").contains("10,00\u202f€"), "of an order that nobody knows");
    }

    @Test
    void onlyThoseWhoMayComeIn() throws Exception {
        browser.signIn(Role.CASHIER);
        for (String path : List.of("/en-ligne", "/en-ligne/commandes", "/en-ligne/versements", "/en-ligne/acces")) {
            assertEquals(403, browser.get(path).statusCode(), path);
        }
        assertEquals(403, publish(LAMP).statusCode());
        browser.signIn(Role.MANAGER);
        assertEquals(200, browser.get("/en-ligne").statusCode());
        assertEquals(403, browser.get("/en-ligne/acces").statusCode());
        assertFalse(browser.page("/en-ligne").contains("/en-ligne/acces"), "a way that leads nowhere");
        browser.signIn(Role.ADMIN);
        assertTrue(browser.page("/en-ligne").contains("/en-ligne/acces"), "before the first listing too");
    }
}
