package fr.lamine.backoffice.item;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.OfficeBrowser;
import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.item.ItemQuestion.State;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.sync.ItemState;
import fr.lamine.model.sync.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class ItemSearchTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final CategoryCode FURNITURE = new CategoryCode("meuble");

    private static Fact.Labelled label(Instant at, int serial, CategoryCode category, String title, long cents) {
        Fact.Labelled plain = TestFacts.label(ARCUEIL, at, ItemCode.of(101, serial), category, 1, 900, cents);
        return new Fact.Labelled(
                plain.context(),
                plain.code(),
                category,
                title,
                1,
                plain.mass(),
                plain.pieceMass(),
                plain.provenance(),
                plain.piecePrice(),
                plain.lotPrice(),
                plain.from(),
                plain.to(),
                Optional.empty());
    }

    private static TestOffice office(Database database) {
        TestOffice office = new TestOffice(database, JournalKind.REAL);
        TestTerminal terminal = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(MORNING);
        terminal.add(label(MORNING.plusSeconds(10), 1, DISHES, "Théière en grès", 450));
        terminal.add(label(MORNING.plusSeconds(20), 2, DISHES, "Assiettes à dessert", 100));
        terminal.add(label(MORNING.plusSeconds(30), 3, FURNITURE, "Bibliothèque vitrée", 8_000));
        terminal.add(label(MORNING.plusSeconds(40), 4, FURNITURE, "Œuvre d’ébéniste", 12_000));
        terminal.sell(
                MORNING.plusSeconds(50),
                Tender.CASH,
                TestFacts.labelled(ItemCode.of(101, 3), FURNITURE, 1, 900, 8_000));
        office.enrol(terminal);
        office.take(terminal.from(0));
        return office;
    }

    private static ItemQuestion words(String words) {
        return new ItemQuestion(
                words, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1);
    }

    private static List<String> titles(Database database, ItemSearch search, ItemQuestion question) {
        return database.jdbi().withHandle(handle -> search.find(handle, question, TODAY)).rows().stream()
                .map(ItemState::title)
                .sorted()
                .toList();
    }

    @Test
    void aThingIsFoundByAWordWithItsSlipsAndByItsCode(Database database) {
        office(database);
        ItemSearch search = new ItemSearch();
        record Row(String words, List<String> titles) {}
        for (Row row : List.of(
                new Row("THÉIÈRE", List.of("Théière en grès")),
                new Row("thei", List.of("Théière en grès")),
                new Row("teiere", List.of("Théière en grès")),
                new Row("gres theire", List.of("Théière en grès")),
                new Row("bibliotek", List.of("Bibliothèque vitrée")),
                new Row("oeuvre", List.of("Œuvre d’ébéniste")),
                new Row("vaisselle", List.of("Assiettes à dessert", "Théière en grès")),
                new Row("vaisselle tapis", List.of()),
                new Row("0000003", List.of("Bibliothèque vitrée")),
                new Row(ItemCode.of(101, 2).digits().substring(5), List.of("Assiettes à dessert")),
                new Row(
                        "';--",
                        List.of(
                                "Assiettes à dessert",
                                "Bibliothèque vitrée",
                                "Théière en grès",
                                "Œuvre d’ébéniste")))) {
            assertEquals(row.titles(), titles(database, search, words(row.words())), row.words());
        }
    }

    @Test
    void whatIsLabelledLaterIsFoundByItsSlipsToo(Database database) {
        TestOffice office = office(database);
        ItemSearch search = new ItemSearch();
        assertEquals(List.of(), titles(database, search, words("soupirèe")));
        TestTerminal other = new TestTerminal("102", ARCUEIL, JournalKind.REAL).open(MORNING);
        other.add(label(MORNING.plusSeconds(60), 9, DISHES, "Soupière", 300));
        office.enrol(other);
        office.take(other.from(0));
        assertEquals(List.of("Soupière"), titles(database, search, words("soupirèe")));
    }

    @Test
    void categoryPlacePriceAgeAndStateNarrowIt(Database database) {
        office(database);
        ItemSearch search = new ItemSearch();
        Optional<CategoryCode> any = Optional.empty();
        record Row(ItemQuestion question, int found) {}
        for (Row row : List.of(
                new Row(
                        new ItemQuestion(
                                "",
                                Optional.of(FURNITURE),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                1),
                        2),
                new Row(
                        new ItemQuestion(
                                "",
                                any,
                                Optional.of(new SiteCode("GENTILLY")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                1),
                        0),
                new Row(
                        new ItemQuestion(
                                "", any, Optional.of(ARCUEIL), Optional.empty(), Optional.empty(), Optional.empty(), 1),
                        4),
                new Row(
                        new ItemQuestion(
                                "",
                                any,
                                Optional.empty(),
                                Optional.of(Money.cents(450)),
                                Optional.empty(),
                                Optional.empty(),
                                1),
                        2),
                new Row(
                        new ItemQuestion(
                                "", any, Optional.empty(), Optional.empty(), Optional.of(1), Optional.empty(), 1),
                        0),
                new Row(
                        new ItemQuestion(
                                "",
                                any,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(State.GONE),
                                1),
                        1),
                new Row(
                        new ItemQuestion(
                                "",
                                any,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(State.LEFT),
                                1),
                        3),
                new Row(
                        new ItemQuestion(
                                "", any, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 2),
                        0))) {
            assertEquals(
                    row.found(),
                    titles(database, search, row.question()).size(),
                    row.question().toString());
        }
    }

    @Test
    void aManagerSearchesThePageAndAWholeCodeOpensItsThing(Database database) throws Exception {
        try (var browser = new OfficeBrowser(office(database))) {
            browser.signIn(Role.MANAGER);
            String page = browser.page("/articles?q=teiere&categorie=vaisselle&etat=LEFT&age=&prix=&site=");
            assertTrue(page.contains("Théière en grès"));
            assertTrue(browser.page("/articles?q=tapis").contains("Rien ne correspond."));
            String code = ItemCode.of(101, 2).digits();
            assertEquals(
                    "/articles/" + code,
                    browser.get("/articles?q=" + code)
                            .headers()
                            .firstValue("location")
                            .orElseThrow());
            assertEquals(400, browser.get("/articles?age=hier").statusCode());
            assertEquals(400, browser.get("/articles?prix=cher").statusCode());
        }
    }
}
