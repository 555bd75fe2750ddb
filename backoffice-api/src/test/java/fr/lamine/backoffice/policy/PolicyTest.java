package fr.lamine.backoffice.policy;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.BOOKS;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.OfficeBrowser;
import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.catalog.CatalogDao;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.catalog.AgeMarkdown;
import fr.lamine.model.catalog.Article;
import fr.lamine.model.catalog.Campaign;
import fr.lamine.model.catalog.Company;
import fr.lamine.model.catalog.DatedPrices;
import fr.lamine.model.catalog.TillPolicy;
import fr.lamine.model.catalog.VatRule;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.Site;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.LooseGoods;
import fr.lamine.model.sync.Role;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class PolicyTest {

    private static final LocalDate ADVENT = LocalDate.of(2026, 11, 28);

    private TestOffice office;

    @BeforeEach
    void openTheOffice(Database database) {
        office = new TestOffice(database, JournalKind.REAL);
    }

    private CatalogDao.Dated current() {
        return office.database.jdbi().withHandle(CatalogDao::current).orElseThrow();
    }

    private TillPolicy till() {
        return current().catalog().till();
    }

    private static String hidden(String page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        if (!found.find()) {
            throw new AssertionError("no " + name + " in " + page);
        }
        return found.group(1);
    }

    /// The form's own fields, as the page that is open has them.
    private static String seen(OfficeBrowser browser, String topic) throws Exception {
        String page = browser.page("/reglages/caisse/" + topic);
        return "token=" + hidden(page, "token") + "&revision=" + hidden(page, "revision");
    }

    private HttpResponse<String> save(OfficeBrowser browser, String topic, String fields) throws Exception {
        return browser.post("/reglages/caisse/" + topic, seen(browser, topic) + "&do=save&" + fields);
    }

    private void saved(OfficeBrowser browser, String topic, String fields) throws Exception {
        long before = current().revision();
        HttpResponse<String> answer = save(browser, topic, fields);
        assertEquals(303, answer.statusCode(), answer.body());
        assertTrue(current().revision() > before, topic);
        String page = browser.page(answer.headers().firstValue("location").orElseThrow());
        assertTrue(page.contains("Enregistré."), page);
    }

    @Test
    void aBraderieIsAPlaceThatMayBeTakenAwayOnlyUntilItIsUsed() throws Exception {
        office.enrol(new TestTerminal("101", ARCUEIL, JournalKind.REAL));
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            int before = current().catalog().sites().size();
            saved(browser, "lieux", "row=&name=Braderie+d%E2%80%99%C3%A9t%C3%A9&address=Champ+de+Mars");
            Site fair = current().catalog().sites().getLast();
            assertEquals("BRADERIE-D-ETE", fair.code().code());
            assertEquals("Champ de Mars", fair.address());
            assertEquals(current().catalog().sites().getFirst().zone(), fair.zone());
            refused(browser, "row=&name=Braderie+d%E2%80%99%C3%89t%C3%A9&address=", "Un autre lieu a déjà ce nom.");
            refused(browser, "row=&name=8+mai&address=", "Donnez un nom qui commence par une lettre");
            saved(browser, "lieux", "row=" + before + "&name=Braderie+de+juin&address=");
            assertEquals(
                    "BRADERIE-D-ETE",
                    current().catalog().sites().getLast().code().code(),
                    "facts may name it");
            assertTrue(
                    removed(browser, 0).body().contains("« Arcueil » reste"),
                    "its terminals and kilos stay in the books");
            assertEquals(303, removed(browser, before).statusCode());
            assertEquals(before, current().catalog().sites().size());
        }
    }

    @Test
    void aPlaceThatAVanIsOnItsWayToIsNotTakenAway() throws Exception {
        TestTerminal here = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(TestOffice.NOON);
        office.enrol(here);
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            int before = current().catalog().sites().size();
            saved(browser, "lieux", "row=&name=Braderie&address=");
            here.add(TestFacts.weighIn(ARCUEIL, TestOffice.NOON, BOOKS, 9_000, Area.SHOP));
            here.add(new SiteFact.TransferSent(
                    TestFacts.context(ARCUEIL, TestOffice.NOON),
                    SiteFact.transferOf(
                            new FactId(here.head().journal(), here.head().seq() + 1)),
                    new SiteCode("BRADERIE"),
                    Area.SHOP,
                    List.of(),
                    List.of(new LooseGoods(BOOKS, Weight.untared(Mass.grams(4_000), TestFacts.weighed(false))))));
            office.take(here.from(0));
            assertTrue(removed(browser, before).body().contains("« Braderie » reste"));
        }
    }

    private void refused(OfficeBrowser browser, String fields, String why) throws Exception {
        HttpResponse<String> answer = save(browser, "lieux", fields);
        assertTrue(answer.body().contains(why), answer.body());
    }

    private HttpResponse<String> removed(OfficeBrowser browser, int row) throws Exception {
        return browser.post("/reglages/caisse/lieux", seen(browser, "lieux") + "&do=remove&row=" + row);
    }

    @Test
    void aManagerSetsEachTopicAndTheTillsGoByIt() throws Exception {
        List<Article> articles = new ArrayList<>(till().articles());
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            saved(browser, "structure", "row=&name=La+Mine&siret=123+456+789+00012&ape=38.32z&vat=FR40123456789");
            saved(browser, "seuils", "row=&cashCap=300&threshold=3%2C50&reduction=5%2C5");
            saved(browser, "tva", "row=&category=livre&site=ARCUEIL&from=2026-12-01&regime=STANDARD&rate=5%2C5");
            saved(browser, "tva", "row=&category=&site=&from=2026-12-01&regime=MARGIN_297A&rate=");
            saved(browser, "prix", "row=&category=vaisselle&from=2026-11-28&prices=2+%3B+0%2C50+%3B+1");
            saved(
                    browser,
                    "campagnes",
                    "row=&name=Samedi+%C3%A0+%E2%88%9250+%25&percent=50&from=2026-11-28&to=2026-12-24&days=SATURDAY"
                            + "&sites=ARCUEIL&categories=livre&categories=vaisselle");
            saved(browser, "anciennete", "row=&days=60&percent=30&categories=livre");
            saved(browser, "articles", "row=&kind=BAG&name=Sac+%C3%A0+5+%E2%82%AC&price=5&category=livre&mass=3%2C5");
            saved(browser, "articles", "row=&kind=DUES&name=Adh%C3%A9sion&price=&category=&mass=");
            saved(browser, "garantie", "row=&categories=livre");
            articles.add(new Article(
                    "SAC-A-5",
                    "Sac à 5 €",
                    Article.Kind.BAG,
                    Optional.of(BOOKS),
                    Optional.of(Money.cents(500)),
                    Optional.of(Mass.grams(3_500))));
            articles.add(new Article(
                    "ADHESION-2", "Adhésion", Article.Kind.DUES, Optional.empty(), Optional.empty(), Optional.empty()));
            assertEquals(
                    new TillPolicy(
                            new Company("La Mine", "12345678900012", "38.32Z", Optional.of("FR40123456789")),
                            Money.cents(30_000),
                            Money.cents(350),
                            550,
                            List.of(
                                    new VatRule(
                                            Optional.of(BOOKS),
                                            Optional.of(ARCUEIL),
                                            LocalDate.of(2026, 12, 1),
                                            VatRegime.STANDARD,
                                            550),
                                    new VatRule(
                                            Optional.empty(),
                                            Optional.empty(),
                                            LocalDate.of(2026, 12, 1),
                                            VatRegime.MARGIN_297A,
                                            0)),
                            List.of(BOOKS),
                            List.of(new DatedPrices(
                                    DISHES, ADVENT, List.of(Money.cents(50), Money.cents(100), Money.cents(200)))),
                            List.of(new Campaign(
                                    "SAMEDI-A-50",
                                    "Samedi à −50 %",
                                    ADVENT,
                                    LocalDate.of(2026, 12, 24),
                                    List.of(DayOfWeek.SATURDAY),
                                    List.of(ARCUEIL),
                                    List.of(BOOKS, DISHES),
                                    5_000)),
                            List.of(new AgeMarkdown(60, 3_000, List.of(BOOKS))),
                            articles),
                    till());
            String overview = browser.page("/reglages/caisse");
            assertTrue(overview.contains("12345678900012") && overview.contains("300,00"), overview);
        }
    }

    @Test
    void aLineOfAListIsChangedInItsPlaceAndTakenAway() throws Exception {
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            saved(browser, "campagnes", "row=&name=Soldes&percent=30&from=2026-11-28&to=2026-12-24");
            saved(browser, "campagnes", "row=&name=Soldes&percent=10&from=2027-01-02&to=2027-01-20");
            assertEquals(
                    List.of("SOLDES", "SOLDES-2"),
                    till().campaigns().stream().map(Campaign::code).toList());
            String form = browser.page("/reglages/caisse/campagnes?ligne=1");
            assertTrue(form.contains("value=\"2027-01-20\"") && form.contains("Modifier la ligne"), form);
            saved(browser, "campagnes", "row=1&name=Hiver&percent=12%2C5&from=2027-01-02&to=2027-01-20");
            assertEquals("SOLDES-2", till().campaigns().get(1).code(), "a code that receipts may show stays");
            assertEquals(1_250, till().campaigns().get(1).basisPoints());
            assertEquals(
                    303,
                    browser.post("/reglages/caisse/campagnes", seen(browser, "campagnes") + "&row=0&do=remove")
                            .statusCode());
            assertEquals(
                    List.of("Hiver"),
                    till().campaigns().stream().map(Campaign::name).toList());
        }
    }

    @Test
    void whatCannotBeIsRefusedWithASentenceAndKeptInTheForm() throws Exception {
        record Case(String topic, String fields, String sentence) {}
        List<Case> cases = List.of(
                new Case("structure", "row=&name=&siret=&ape=&vat=", "Donnez un nom"),
                new Case("structure", "row=&name=Mine&siret=123&ape=&vat=", "Un SIRET a 14 chiffres."),
                new Case("structure", "row=&name=Mine&siret=&ape=ABC&vat=", "Un code APE"),
                new Case("structure", "row=&name=Mine&siret=&ape=&vat=12", "Un numéro de TVA"),
                new Case("seuils", "row=&cashCap=mille&threshold=3&reduction=5", "« mille » n’est pas un montant"),
                new Case("seuils", "row=&cashCap=1&threshold=3&reduction=105", "Un pourcentage est entre 0 et 100."),
                new Case("tva", "row=&from=2026-12-01&regime=STANDARD&rate=", "Un pourcentage est entre 0,01 et 100."),
                new Case("tva", "row=&from=2026-12-01&regime=FRANCHISE_293B&rate=20", "Un taux ne va qu’avec"),
                new Case("tva", "row=&from=demain&regime=STANDARD&rate=20", "Donnez une date."),
                new Case("tva", "row=&from=2026-12-01&regime=RIEN&rate=20", "Choisissez dans la liste."),
                new Case("tva", "row=&from=2026-12-01&regime=STANDARD&rate=20&site=LUNE", "Ce site n’existe pas."),
                new Case("tva", "row=&from=2026-12-01&regime=STANDARD&rate=20&category=lune", "Cette catégorie"),
                new Case("prix", "row=&category=livre&from=2026-12-01&prices=", "Donnez de 1 à 6 prix."),
                new Case("prix", "row=&category=livre&from=2026-12-01&prices=1+2+3+4+5+6+7", "Donnez de 1 à 6 prix."),
                new Case("prix", "row=&category=&from=2026-12-01&prices=1", "Choisissez une catégorie."),
                new Case("campagnes", "row=&name=X&percent=5&from=2026-12-02&to=2026-12-01", "finit avant"),
                new Case("campagnes", "row=7&name=X&percent=5&from=2026-12-01&to=2026-12-02", "n’existe plus"),
                new Case("anciennete", "row=&days=0&percent=5", "de 1 à 3"),
                new Case("articles", "row=&kind=BAG&name=Sac&category=livre", "Un sac à remplir a un prix."),
                new Case("articles", "row=&kind=BAG&name=Sac&price=5", "Choisissez la catégorie"),
                new Case("articles", "row=&kind=GIFT&name=Don&category=livre", "Seuls des objets ont une catégorie"),
                new Case("articles", "row=&kind=GIFT&name=Don&mass=2", "Seuls des objets ont un poids"),
                new Case("articles", "row=&kind=GIFT&name=Don&price=0", "Un prix est au-dessus de zéro."),
                new Case("garantie", "row=&categories=lune", "Cette catégorie n’existe pas."));
        CatalogDao.Dated before = current();
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            for (Case each : cases) {
                String page = save(browser, each.topic(), each.fields()).body();
                assertTrue(page.contains("role=\"alert\"") && page.contains(each.sentence()), each + page);
            }
            String kept = save(browser, "structure", "row=&name=Mine+d%27Arcueil&siret=123&ape=&vat=")
                    .body();
            assertTrue(kept.contains("Mine d") && kept.contains("value=\"123\""), kept);
            for (String broken : List.of("do=save", "token=x&revision=1&row=", "token=&revision=x&row=")) {
                assertEquals(
                        400, browser.post("/reglages/caisse/seuils", broken).statusCode(), broken);
            }
            assertEquals(404, browser.get("/reglages/caisse/lune").statusCode());
            assertEquals(400, browser.get("/reglages/caisse/tva?ligne=-1").statusCode());
            assertEquals(200, browser.get("/reglages/caisse/tva?ligne=50").statusCode());
        }
        assertEquals(before, current());
    }

    @Test
    void aFormPostedTwiceChangesOnceAndOneReadBeforeAChangeIsRefused() throws Exception {
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            String first = seen(browser, "anciennete") + "&row=&do=save&days=60&percent=30";
            String second = seen(browser, "seuils") + "&row=&do=save&cashCap=300&threshold=3&reduction=5";
            assertEquals(303, browser.post("/reglages/caisse/anciennete", first).statusCode());
            long revision = current().revision();
            assertEquals(303, browser.post("/reglages/caisse/anciennete", first).statusCode());
            assertEquals(revision, current().revision());
            assertEquals(1, till().markdowns().size());
            String refused = browser.post("/reglages/caisse/seuils", second).body();
            assertTrue(refused.contains("Quelqu’un a changé les réglages entre-temps."), refused);
            assertTrue(refused.contains("value=\"300\""), "what was written stands there still");
            assertEquals(revision, current().revision());
            String anew = second.replaceFirst(
                    "token=[^&]*&revision=[0-9]*",
                    "token=" + hidden(refused, "token") + "&revision=" + hidden(refused, "revision"));
            assertEquals(303, browser.post("/reglages/caisse/seuils", anew).statusCode());
            assertEquals(Money.cents(30_000), till().cashCap());
            long same = current().revision();
            assertEquals(
                    303,
                    save(browser, "seuils", "row=&cashCap=300&threshold=3&reduction=5")
                            .statusCode());
            assertEquals(same, current().revision(), "what changes nothing is no new revision");
        }
    }

    @Test
    void theHistorySaysWhoChangedWhatAndLeadsToTheFact() throws Exception {
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            saved(browser, "anciennete", "row=&days=60&percent=30");
            saved(browser, "seuils", "row=&cashCap=300&threshold=3&reduction=5");
            String page = browser.page("/reglages/caisse/historique");
            int limits = page.indexOf(">Seuils<");
            int age = page.indexOf(">Remises d’ancienneté<");
            assertTrue(limits > 0 && limits < age && age < page.indexOf("Catalogue de départ"), page);
            assertTrue(page.contains("MANAGER"), page);
            Matcher facts = Pattern.compile("href=\"(/faits/OFFICE/[^\"]*)\"").matcher(page);
            int found = 0;
            while (facts.find()) {
                browser.page(facts.group(1));
                found++;
            }
            assertEquals(3, found);
        }
    }

    @Test
    void onlyManagersSetTheTills() throws Exception {
        try (var browser = new OfficeBrowser(office).signIn(Role.CASHIER)) {
            assertEquals(403, browser.get("/reglages/caisse").statusCode());
            assertEquals(403, browser.get("/reglages/caisse/historique").statusCode());
            assertEquals(403, browser.post("/reglages/caisse/seuils", "do=save").statusCode());
            assertFalse(browser.page("/aujourdhui").contains("href=\"/reglages/caisse\""));
            browser.signIn(Role.MANAGER);
            assertTrue(browser.page("/aujourdhui").contains("href=\"/reglages/caisse\""));
        }
    }

    @Test
    void aPriceOfTheDaysGridIsNoDiscrepancyAndOneOfAnotherDayIs() throws Exception {
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            saved(browser, "prix", "row=&category=vaisselle&from=2026-11-28&prices=7");
        }
        TestTerminal till = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(TestOffice.NOON);
        office.enrol(till);
        for (LocalDate day : List.of(ADVENT, ADVENT.minusDays(1))) {
            Context plain = TestFacts.context(ARCUEIL, day.atTime(9, 0).toInstant(java.time.ZoneOffset.UTC));
            Context context = new Context(
                    plain.site(),
                    plain.station(),
                    plain.operator(),
                    plain.occurredAt(),
                    plain.businessDay(),
                    Optional.empty(),
                    current().revision(),
                    plain.appVersion());
            till.add(new Fact.Sale(
                    context,
                    till.totals.tickets() + 1,
                    List.of(TestFacts.unlabelled(DISHES, 1, 300, 700)),
                    Money.cents(700),
                    List.of(new TenderLine(Tender.CARD, Money.cents(700))),
                    Money.ZERO,
                    till.totals.afterTicket(Money.cents(700))));
        }
        office.take(till.from(0));
        assertEquals(
                List.of("PRICE_DIFFERS 101/1/3#1"),
                office.discrepancies().stream()
                        .filter(d -> d.startsWith("PRICE"))
                        .toList());
    }
}
