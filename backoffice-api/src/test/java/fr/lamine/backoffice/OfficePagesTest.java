package fr.lamine.backoffice;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.sale.PaperSale;
import fr.lamine.model.sale.PickUp;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class OfficePagesTest {

    private static final List<String> MANAGERS = List.of(
            "/rapprochement",
            "/rapprochement.csv",
            "/rapprochement/lignes?colonne=end",
            "/ecarts",
            "/ecarts?etat=clos",
            "/stock",
            "/stock?site=ARCUEIL",
            "/stock/mouvements?site=ARCUEIL&lieu=SHOP",
            "/stock/articles",
            "/articles",
            "/collecte",
            "/collecte?sens=out&site=tous&periode=2026",
            "/collecte?sens=sorted",
            "/sorties",
            "/sorties?devenir=recycled&repreneur=Ecologic&site=tous&periode=2026",
            "/ventes",
            "/clotures",
            "/clotures?sorte=YEAR&site=tous&periode=2026",
            "/clotures/ecritures",
            "/clotures/ecritures.csv?periode=2026-11",
            "/reglages/caisse",
            "/reglages/caisse/campagnes",
            "/reglages/caisse/historique",
            "/ventes/retraits",
            "/ventes?paiement=CASH&periode=2026-11-02_2026-11-20",
            "/ventes/bons",
            "/ventes/bons?etat=OVERSPENT",
            "/planches",
            "/planches/prix.pdf?categorie=vaisselle&prix=1&nombre=1&planche=THREE_BY_EIGHT",
            "/personnes",
            "/terminaux",
            "/terminaux/101",
            "/api/v1/stock",
            "/api/v1/discrepancies",
            "/api/v1/reconciliation?site=ARCUEIL&from=2026-11-01&to=2026-11-30");

    private static final ItemCode LAMP = ItemCode.of(101, 7);
    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

    private static TestTerminal morning() {
        TestTerminal terminal = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(MORNING);
        terminal.add(TestFacts.weighIn(ARCUEIL, MORNING.plusSeconds(60), DISHES, 12_340, Area.SORTING));
        terminal.add(TestFacts.label(ARCUEIL, MORNING.plusSeconds(120), LAMP, DISHES, 1, 12_340, 1_800));
        terminal.sell(MORNING.plusSeconds(180), Tender.CASH, TestFacts.labelled(LAMP, DISHES, 1, 12_340, 1_800));
        return terminal;
    }

    private static TestOffice office(Database database, TestTerminal... terminals) {
        TestOffice office = new TestOffice(database, JournalKind.REAL);
        for (TestTerminal terminal : terminals) {
            office.enrol(terminal);
            office.take(terminal.from(0));
        }
        return office;
    }

    @Test
    void everyPageOpensForAManagerAndOnlyTodayForACashier(Database database) throws Exception {
        try (var browser = new OfficeBrowser(office(database, morning()))) {
            for (String path : MANAGERS) {
                assertTrue(browser.get(path).statusCode() >= 300, path + " is open to strangers");
            }
            browser.signIn(Role.CASHIER);
            for (String path : MANAGERS) {
                assertEquals(403, browser.get(path).statusCode(), path);
            }
            String today = browser.page("/aujourdhui");
            assertFalse(today.contains("href=\"/rapprochement"), "a figure that a cashier may not open");
            assertFalse(browser.page("/aujourdhui/chiffres").contains("<html"));
            browser.signIn(Role.MANAGER);
            for (String path : MANAGERS) {
                String page = browser.page(path);
                assertTrue(page.getBytes(StandardCharsets.UTF_8).length < 100_000, path + " is heavy");
                assertFalse(page.contains(" style=\"") || page.contains("onclick="), path);
            }
            assertTrue(browser.page("/aujourdhui").contains("href=\"/rapprochement/lignes"));
        }
    }

    @Test
    void whatIsPaidAndWaitsIsListedUntilItIsCollectedAndAPaperSaleSaysItsDay(Database database) throws Exception {
        TestTerminal terminal = morning();
        Fact.Sale plain = TestFacts.sale(
                ARCUEIL,
                MORNING.plusSeconds(240),
                terminal.totals,
                Tender.CARD,
                List.of(TestFacts.unlabelled(DISHES, 1, 400, 150)));
        SaleLine goods = plain.lines().getFirst();
        SaleLine waits = new SaleLine(
                "Canapé trois places",
                goods.item(),
                goods.origin(),
                goods.category(),
                goods.pieces(),
                goods.unitPrice(),
                goods.price(),
                goods.priceReason(),
                goods.reductions(),
                goods.total(),
                goods.vat(),
                goods.mass(),
                goods.provenance(),
                goods.guaranteed(),
                Optional.of(new PickUp("P-101-2-1", "Réserve", "À démonter", Optional.of(LocalDate.of(2026, 12, 7)))));
        Entry sold = terminal.add(new Fact.Sale(
                plain.context(),
                plain.ticket(),
                List.of(waits),
                List.of(),
                List.of(),
                plain.total(),
                plain.tenders(),
                plain.change(),
                List.of(),
                Optional.empty(),
                Optional.of(new PaperSale(LocalDate.of(2026, 11, 21), "101-0012", 3)),
                plain.totalsAfter()));
        TestOffice office = office(database, terminal);
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            String page = browser.page("/ventes/retraits");
            for (String words : List.of("Canapé trois places", "Réserve", "À démonter", "07/12/2026", "P-101-2-1")) {
                assertTrue(page.contains(words), words + " in " + page);
            }
            String ticket = browser.page("/ventes/" + sold.id());
            assertTrue(ticket.contains("Vente du 21/11/2026, saisie de la feuille 101-0012, ligne 3"), ticket);
        }
        terminal.add(new TillFact.Collected(TestFacts.context(ARCUEIL, MORNING.plusSeconds(300)), sold.id(), 0, waits));
        office.take(terminal.from(0));
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            assertTrue(browser.page("/ventes/retraits").contains("Rien n’attend"));
        }
    }

    @Test
    void aNewOfficeSaysOnEveryPageWhatToDo(Database database) throws Exception {
        try (var browser = new OfficeBrowser(office(database)).signIn(Role.MANAGER)) {
            for (String path : List.of(
                    "/rapprochement",
                    "/ecarts",
                    "/stock",
                    "/articles",
                    "/collecte",
                    "/sorties",
                    "/ventes",
                    "/ventes/bons",
                    "/clotures",
                    "/clotures/ecritures",
                    "/personnes",
                    "/terminaux")) {
                assertTrue(browser.page(path).contains("class=\"empty\""), path);
            }
            assertTrue(browser.page("/aujourdhui").contains("<data value=\"0\">"));
        }
    }

    @Test
    void aQuestionThatIsNotUnderstoodIsAnsweredAndNeverAFault(Database database) throws Exception {
        try (var browser = new OfficeBrowser(office(database, morning())).signIn(Role.MANAGER)) {
            for (String path : List.of(
                    "/rapprochement?periode=hier",
                    "/rapprochement?periode=2026-13",
                    "/rapprochement?du=2026-11-20&au=2026-11-02",
                    "/rapprochement?periode=0001",
                    "/rapprochement?site=NULLE-PART",
                    "/rapprochement/lignes?colonne=rien",
                    "/rapprochement/lignes?categorie=%27%3B--",
                    "/rapprochement/lignes?origine=PESE",
                    "/ventes?page=0",
                    "/ventes?page=99999999999",
                    "/ventes?paiement=BONBON",
                    "/ventes/bons?etat=PERDU",
                    "/collecte?sens=haut",
                    "/sorties?devenir=lune",
                    "/sorties?repreneur=%27%3B--",
                    "/stock?lieu=CAVE",
                    "/ecarts?sorte=X",
                    "/ventes?site=" + "A".repeat(300),
                    "/faits/101/1/0",
                    "/faits/101/x/1",
                    "/faits/101/1/999",
                    "/articles/123",
                    "/articles/" + ItemCode.of(101, 99),
                    "/ventes/101/1/2",
                    "/api/v1/items/0410100000017")) {
                int status = browser.get(path).statusCode();
                assertTrue(status == 400 || status == 404, status + " " + path);
            }
        }
    }

    @Test
    void anItemTellsItsWayFromTheDonationToTheReceipt(Database database) throws Exception {
        try (var browser = new OfficeBrowser(office(database, morning())).signIn(Role.MANAGER)) {
            HttpResponse<String> found =
                    browser.get("/articles?code=" + LAMP.digits().substring(1));
            assertEquals(
                    "/articles/" + LAMP, found.headers().firstValue("location").orElse(""));
            String page = browser.page("/articles/" + LAMP);
            List<Long> masses = OfficeBrowser.figures(page).stream()
                    .map(OfficeBrowser.Figure::value)
                    .filter(v -> v == 12_340)
                    .toList();
            assertTrue(masses.size() >= 4, "donation, card, label and sale: " + masses);
            assertTrue(page.contains("ST,GS,+012.340kg"), "the raw frame");
            assertTrue(page.contains("/faits/101/1/2")
                    && page.contains("/faits/101/1/3")
                    && page.contains("/ventes/101/1/4"));
            assertTrue(page.contains("18,00"));
            assertTrue(browser.page("/ventes/101/1/4").contains("<data value=\"1800\">"));
        }
    }

    @Test
    void aFactShowsTheBytesThatWereSignedAndThatTheyVerify(Database database) throws Exception {
        TestTerminal terminal = morning();
        try (var browser = new OfficeBrowser(office(database, terminal)).signIn(Role.MANAGER)) {
            for (int seq = 1; seq <= terminal.entries.size(); seq++) {
                String page = browser.page("/faits/101/1/" + seq);
                String body = terminal.entries.get(seq - 1).body();
                assertTrue(page.contains("Vérifiée."), page);
                assertTrue(page.replace("&#34;", "\"").replace("&quot;", "\"").contains(body), body);
                assertTrue(page.contains(terminal.entries.get(seq - 1).hash()));
            }
            browser.page("/faits/OFFICE/1/1");
        }
    }

    @Test
    void aControllerIsShownWhatTheOfficeHoldsOfATerminal(Database database) throws Exception {
        TestTerminal terminal = morning();
        try (var browser = new OfficeBrowser(office(database, terminal)).signIn(Role.MANAGER)) {
            String page = browser.page("/terminaux/101");
            assertTrue(page.contains("Vérifié à l"), page);
            assertTrue(page.contains("--key " + terminal.key.verifyingKey().fingerprint()), page);
            assertTrue(page.contains(terminal.entries.getLast().hash()), page);
            assertTrue(page.contains("Aucune clôture récente."), page);
            assertEquals(404, browser.get("/terminaux/999").statusCode());
            assertEquals(404, browser.get("/terminaux/abc").statusCode());
        }
    }

    @Test
    void aCodeLetsATerminalInOnce(Database database) throws Exception {
        try (var browser = new OfficeBrowser(office(database)).signIn(Role.MANAGER)) {
            String refused = browser.post("/terminaux/codes", "terminal=1&site=ARCUEIL&station=P1&kind=REAL")
                    .body();
            assertTrue(refused.contains("role=\"alert\""), refused);
            String page = browser.post("/terminaux/codes", "terminal=102&site=ARCUEIL&station=p1&kind=REAL")
                    .body();
            assertTrue(page.matches("(?s).*<code>[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}</code>.*"), page);
            assertTrue(browser.page("/terminaux").contains("Poste 102"));
        }
    }

    @Test
    void aDiscrepancyLeadsToItsItemAndItsFact(Database database) throws Exception {
        TestTerminal terminal = morning();
        terminal.sell(MORNING.plusSeconds(240), Tender.CARD, TestFacts.labelled(LAMP, DISHES, 1, 12_340, 1_800));
        try (var browser = new OfficeBrowser(office(database, terminal)).signIn(Role.MANAGER)) {
            String page = browser.page("/ecarts");
            assertTrue(page.contains("Vendu deux fois"), page);
            assertTrue(page.contains("/articles/" + LAMP) && page.contains("/faits/101/1/5"), page);
            assertTrue(page.contains("Stock sous zéro") && page.contains("Vaisselle"), page);
            assertTrue(browser.page("/ecarts?sorte=SOLD_TWICE").contains("/faits/101/1/5"));
            assertTrue(browser.page("/ecarts?etat=clos").contains("class=\"empty\""));
            assertTrue(browser.page("/articles/" + LAMP).contains("vendu deux fois"));
        }
    }

    @Test
    void theReconciliationCountsWhatWaitsBesideAccountsThatAreRight(Database database) throws Exception {
        TestTerminal terminal = morning();
        TestOffice office = office(database, terminal);
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            String right = browser.page("/rapprochement?periode=2026-11");
            assertTrue(right.contains("Tout est expliqué."), right);
            terminal.seal(MORNING.plusSeconds(240), "weigh-in.99", "{}");
            office.take(terminal.from(4));
            String waiting = browser.page("/rapprochement?periode=2026-11");
            assertFalse(waiting.contains("Tout est expliqué."), "beside a discrepancy that is open");
            assertTrue(waiting.contains("Les comptes sont justes"), waiting);
            assertTrue(waiting.contains("1\u00a0écart reste à traiter</a>"), waiting);
        }
    }

    @Test
    void everyPageSaysInItsTitleWhatItLists(Database database) throws Exception {
        try (var browser = new OfficeBrowser(office(database, morning())).signIn(Role.MANAGER)) {
            Map<String, String> titles = Map.of(
                    "/stock/mouvements?site=ARCUEIL",
                    "Mouvements · Arcueil",
                    "/stock/mouvements?site=ARCUEIL&lieu=SHOP&categorie=vaisselle",
                    "Mouvements · Rayon · Arcueil · Vaisselle",
                    "/stock/mouvements",
                    "Mouvements · Tous les sites",
                    "/stock/articles?site=ARCUEIL",
                    "Pièces étiquetées · Arcueil",
                    "/rapprochement/lignes?colonne=in&site=ARCUEIL",
                    "Entrées");
            for (var title : titles.entrySet()) {
                String page = browser.page(title.getKey());
                assertTrue(page.contains("<h1>" + title.getValue() + "</h1>"), title.getKey());
            }
        }
    }

    @Test
    void aManagerSettlesADiscrepancyInALineThatStaysBesideIt(Database database) throws Exception {
        TestTerminal terminal = morning();
        terminal.seal(MORNING.plusSeconds(240), "weigh-in.99", "{}");
        try (var browser = new OfficeBrowser(office(database, terminal)).signIn(Role.MANAGER)) {
            String path = "/ecarts/traiter?objet=101%2F1%2F5&amp;sorte=UNAPPLIED_FACT";
            assertTrue(browser.page("/ecarts").contains(path), browser.page("/ecarts"));
            assertTrue(browser.page(path.replace("&amp;", "&")).contains("Fait non compté"));
            String form = "kind=UNAPPLIED_FACT&subject=101%2F1%2F5&shown=101%2F1%2F5&reason=";
            assertTrue(browser.post("/ecarts/traiter", form).body().contains("role=\"alert\""));
            browser.signIn(Role.CASHIER);
            assertEquals(403, browser.post("/ecarts/traiter", form + "moi").statusCode());
            browser.signIn(Role.MANAGER);
            assertEquals(
                    303,
                    browser.post("/ecarts/traiter", form + "Essai+d%E2%80%99une+version+future")
                            .statusCode());
            assertTrue(browser.page("/ecarts").contains("class=\"empty\""));
            String closed = browser.page("/ecarts?etat=clos");
            assertTrue(closed.contains("Traité par MANAGER") && closed.contains("Essai d’une version future"), closed);
            assertEquals(404, browser.get(path.replace("&amp;", "&")).statusCode());
            String fact = closed.replaceAll("(?s).*href=\"(/faits/OFFICE/1/[0-9]+)\".*", "$1");
            assertTrue(browser.page(fact).contains("Essai d’une version future"));
            assertEquals(400, browser.post("/ecarts/traiter", "kind=X").statusCode());
            assertEquals(400, browser.get("/ecarts/traiter").statusCode());
        }
    }

    @Test
    void aShelfThatIsFilledAgainIsNotSaidToBeBelowZero(Database database) throws Exception {
        TestTerminal terminal = morning();
        terminal.sell(MORNING.plusSeconds(240), Tender.CASH, TestFacts.unlabelled(DISHES, 1, 400, 100));
        TestOffice office = office(database, terminal);
        terminal.add(TestFacts.weighIn(ARCUEIL, MORNING.plusSeconds(300), DISHES, 1_000, Area.SHOP));
        office.take(terminal.from(5));
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            String closed = browser.page("/ecarts?etat=clos");
            assertTrue(closed.contains("était sorti plus"), closed);
            assertFalse(closed.contains("il est sorti plus"), closed);
        }
    }
}
