package fr.lamine.pos.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.ItemState;
import fr.lamine.model.text.French;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.labelling.LabelRequest;
import fr.lamine.pos.labelling.LabelRequest.MassFrom;
import fr.lamine.pos.labelling.Labels;
import fr.lamine.pos.lookup.ItemSearch.Found;
import fr.lamine.pos.station.Answer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ItemSearchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ItemCode OWN_FIRST = ItemCode.of(901, 1);

    @TempDir
    Path root;

    private TestCounter counter;
    private ItemSearch search;

    @BeforeEach
    void openTheShop() {
        counter = TestCounter.open(root);
        counter.station.signIn(TestCounter.SORTER);
        search = new ItemSearch(counter.store, counter.book);
        counter.receive(
                2,
                List.of(
                        item(1, "vaisselle", "Théière en grès", "ARCUEIL", 0, 450, "2026-11-20"),
                        item(2, "vaisselle", "Assiettes à dessert", "GENTILLY", 0, 100, "2026-08-01"),
                        item(3, "meuble", "Bibliothèque vitrée", "ARCUEIL", 1, 8_000, "2026-10-01"),
                        item(4, "meuble", "Œuvre d’ébéniste", "ARCUEIL", 0, 12_000, "2026-10-02")));
    }

    @AfterEach
    void closeTheShop() {
        counter.close();
    }

    private static ItemState item(
            int serial, String category, String title, String site, int sold, long cents, String day) {
        return new ItemState(
                ItemCode.of(101, serial),
                new CategoryCode(category),
                title,
                new SiteCode(site),
                1,
                sold,
                Mass.grams(900),
                Mass.grams(900),
                Money.cents(cents),
                Money.cents(cents),
                Optional.empty(),
                Optional.of(LocalDate.parse(day)),
                Optional.empty());
    }

    private List<String> titles(Wanted wanted) {
        return search.find(wanted, 6, TODAY).rows().stream()
                .map(found -> found.item().title())
                .toList();
    }

    private List<String> titles(String words) {
        return titles(Wanted.ANYTHING.withWords(words));
    }

    @ParameterizedTest
    @CsvSource({
        "théière, Théière en grès",
        "THEIERE, Théière en grès",
        "thei, Théière en grès",
        "teière, Théière en grès",
        "theirre gres, Théière en grès",
        "gres theiere, Théière en grès",
        "bibliotek, Bibliothèque vitrée",
        "bibliotheqe, Bibliothèque vitrée",
        "oeuvre, Œuvre d’ébéniste",
        "œuvre, Œuvre d’ébéniste",
        "0000003, Bibliothèque vitrée",
        "3, Bibliothèque vitrée",
        "04 101 0000002, Assiettes à dessert"
    })
    void aThingIsFoundByAWordWithItsSlipsAndByItsCode(String words, String title) {
        assertEquals(List.of(title), titles(words.equals("3") ? "003" : words));
    }

    @Test
    void theWordsOfACategoryFindItsThingsNewestFirst() {
        assertEquals(List.of("Assiettes à dessert", "Théière en grès"), titles("vaisselle"));
        assertEquals(List.of("Théière en grès"), titles("vaisselle grès"));
        assertEquals(List.of(), titles("vaisselle tapis"));
        assertEquals(List.of(), titles("\"quoted\" AND NEAR(x"));
        assertEquals(4, titles("").size());
    }

    @Test
    void wholeCodesAreReadWithOrWithoutTheLeadingZero() {
        String code = ItemCode.of(101, 2).digits();
        assertEquals(List.of("Assiettes à dessert"), titles(code));
        assertEquals(List.of("Assiettes à dessert"), titles(code.substring(1)));
        assertEquals(List.of("Assiettes à dessert"), titles(code.substring(5)));
        assertEquals(List.of(), titles(ItemCode.of(101, 77).digits()));
    }

    @Test
    void categoryPlacePriceAgeAndStateNarrowIt() {
        record Row(UnaryOperator<Wanted> with, List<String> titles) {}
        List<Row> rows = List.of(
                new Row(
                        w -> new Wanted(
                                "", Optional.of(new CategoryCode("meuble")), w.site(), w.most(), w.since(), false, 0),
                        List.of("Œuvre d’ébéniste", "Bibliothèque vitrée")),
                new Row(
                        w -> new Wanted(
                                "", w.category(), Optional.of(new SiteCode("GENTILLY")), w.most(), w.since(), false, 0),
                        List.of("Assiettes à dessert")),
                new Row(
                        w -> new Wanted("", w.category(), w.site(), Optional.of(Money.cents(450)), w.since(), false, 0),
                        List.of("Assiettes à dessert", "Théière en grès")),
                new Row(
                        w -> new Wanted("", w.category(), w.site(), w.most(), Optional.of(53), false, 0),
                        List.of("Bibliothèque vitrée", "Assiettes à dessert")),
                new Row(
                        w -> new Wanted(
                                "", Optional.of(new CategoryCode("meuble")), w.site(), w.most(), w.since(), true, 0),
                        List.of("Œuvre d’ébéniste")));
        for (Row row : rows) {
            Wanted wanted = row.with().apply(Wanted.ANYTHING);
            assertEquals(row.titles(), titles(wanted), wanted.toString());
        }
    }

    private Fact.Labelled label(String title) {
        Answer made = new Labels(counter.commands)
                .make(
                        counter.station,
                        counter.token(),
                        new LabelRequest(
                                new CategoryCode("vaisselle"),
                                title,
                                1,
                                French.parseEuros("3"),
                                Optional.empty(),
                                new MassFrom.Typed(Mass.grams(700)),
                                Area.SORTING,
                                false),
                        Optional.empty(),
                        counter.now);
        return (Fact.Labelled)
                counter.store.fact(((Answer.Done) made).fact().orElseThrow()).orElseThrow();
    }

    @Test
    void whatThisTerminalLabelledIsFoundAtOnceAndItsSlipsToo() {
        assertEquals(List.of(), titles("soupière"));
        Fact.Labelled tureen = label("Soupière");
        assertEquals(List.of("Soupière"), titles("soupière"));
        assertEquals(List.of("Soupière"), titles("soupiere"));
        assertEquals(List.of("Soupière"), titles("soupirèe"));
        Found found = search.one(tureen.code()).orElseThrow();
        assertEquals(Optional.of(TODAY), found.labelled());
        counter.receive(
                3,
                List.of(new ItemState(
                        tureen.code(),
                        tureen.category(),
                        "Soupière",
                        TestCounter.ARCUEIL,
                        1,
                        0,
                        Mass.grams(700),
                        Mass.grams(700),
                        Money.cents(300),
                        Money.cents(300),
                        Optional.empty(),
                        Optional.of(TODAY),
                        Optional.empty())));
        assertEquals(List.of("Soupière"), titles("soupière"));
    }

    @Test
    void pagesFollowOneAnotherWithoutAGap() {
        List<ItemState> many = new ArrayList<>();
        for (int serial = 100; serial < 120; serial++) {
            many.add(item(serial, "livre", "Roman " + serial, "ARCUEIL", 0, 100, "2026-11-01"));
        }
        counter.receive(3, many);
        List<String> seen = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            ItemSearch.Results results =
                    search.find(Wanted.ANYTHING.withWords("roman").withPage(page), 6, TODAY);
            assertEquals(page < 3, results.more());
            results.rows().forEach(found -> seen.add(found.item().title()));
        }
        assertEquals(20, seen.size());
        assertEquals("Roman 119", seen.getFirst());
        assertEquals("Roman 100", seen.getLast());
    }

    @Test
    void whatTheOfficeForgotIsNotShown() {
        counter.receive("another", 1, true, counter.book.current().applied().orElseThrow(), List.of());
        assertEquals(List.of(), titles("théière"));
        assertTrue(search.one(ItemCode.of(101, 1)).isEmpty());
        assertFalse(search.one(OWN_FIRST).isPresent());
        assertEquals(
                new ScannedCode.ItemLabel(OWN_FIRST, Optional.empty()),
                ScannedCode.parse(OWN_FIRST.digits(), List.of()));
    }
}
