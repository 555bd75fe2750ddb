package fr.lamine.backoffice.count;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.BOOKS;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static fr.lamine.backoffice.TestOffice.MANAGER;
import static fr.lamine.backoffice.TestOffice.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.OfficeBrowser;
import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.journal.Rebuild;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.backoffice.sites.CountDesk;
import fr.lamine.backoffice.sites.CountDesk.Said;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.CountedItem;
import fr.lamine.model.stock.CountedLoose;
import fr.lamine.model.sync.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A shelf with a lamp, a vase and six glasses is counted from minute 100 to minute 110, while the shop is open.
@ExtendWith(OfficeTestDatabase.class)
final class CountTest {

    private static final ItemCode LAMP = ItemCode.of(101, 7);
    private static final ItemCode VASE = ItemCode.of(101, 8);
    private static final ItemCode GLASSES = ItemCode.of(101, 9);

    private final TestTerminal counting = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(at(0));
    private final TestTerminal selling = new TestTerminal("102", ARCUEIL, JournalKind.REAL).open(at(0));
    private TestOffice office;

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    @BeforeEach
    void fillTheShelf(Database database) {
        office = new TestOffice(database, JournalKind.REAL);
        office.enrol(counting);
        office.enrol(selling);
        counting.add(TestFacts.weighIn(ARCUEIL, at(1), DISHES, 20_000, Area.SORTING));
        counting.add(TestFacts.weighIn(ARCUEIL, at(1), BOOKS, 9_000, Area.SHOP));
        counting.add(TestFacts.label(ARCUEIL, at(2), LAMP, DISHES, 1, 1_000, 300));
        counting.add(TestFacts.label(ARCUEIL, at(3), VASE, DISHES, 1, 2_000, 500));
        counting.add(TestFacts.label(ARCUEIL, at(4), GLASSES, DISHES, 6, 1_204, 100));
    }

    private static CountedItem seen(ItemCode code, int pieces, int first, int last) {
        return new CountedItem(code, pieces, at(first), at(last));
    }

    private FactId count(List<CategoryCode> categories, List<CountedLoose> loose, CountedItem... items) {
        FactId id = new FactId(counting.head().journal(), counting.head().seq() + 1);
        counting.add(new SiteFact.Counted(
                TestFacts.context(ARCUEIL, at(110)), Area.SHOP, at(100), categories, List.of(items), loose));
        return id;
    }

    private FactId countAll(CountedItem... items) {
        return count(List.of(), List.of(), items);
    }

    private void sell(int minute, ItemCode code, int pieces, long grams, long cents) {
        selling.sell(at(minute), Tender.CASH, TestFacts.labelled(code, DISHES, pieces, grams, cents));
    }

    private void send(TestTerminal... terminals) {
        Stream.of(terminals).forEach(t -> office.take(t.from(0)));
    }

    private String shown(FactId count) {
        return office.database.jdbi().withHandle(h -> CountViews.shown(h, count));
    }

    private Said post(FactId count, String shown, String reason) {
        return office.database.inTransaction(
                h -> new CountDesk(office.journal).post(h, count, shown, reason, MANAGER, at(300)));
    }

    private void rebuilt() {
        Map<String, String> before = office.derived();
        office.database.useTransaction(h -> Rebuild.all(h, at(1_000)));
        assertEquals(before, office.derived());
    }

    @Test
    void aShelfThatHoldsWhatTheBooksSayIsNoDiscrepancy() {
        countAll(seen(LAMP, 1, 101, 101), seen(VASE, 1, 102, 102), seen(GLASSES, 6, 103, 104));
        send(counting);
        assertEquals(List.of(), office.discrepancies());
        rebuilt();
    }

    /// The vase is scanned at minute 102 and the last glass at 104, or neither is.
    @ParameterizedTest
    @CsvSource({"99, false", "101, false", "109, true", "102, true", "111, true"})
    void whatIsSoldWhileItIsCountedIsNeitherMissingNorTooMuch(int sold, boolean scanned) {
        sell(sold, VASE, 1, 2_000, 500);
        countAll(
                scanned
                        ? new CountedItem[] {
                            seen(LAMP, 1, 101, 101), seen(VASE, 1, 102, 102), seen(GLASSES, 6, 103, 104)
                        }
                        : new CountedItem[] {seen(LAMP, 1, 101, 101), seen(GLASSES, 6, 103, 104)});
        send(counting, selling);
        List<String> open = office.discrepancies();
        assertEquals(List.of(), open, "sold at minute " + sold + ": " + open);
        rebuilt();
    }

    @ParameterizedTest
    @CsvSource({"6, true", "5, true", "7, false", "4, false"})
    void aGlassSoldBetweenTwoScansMayHaveBeenAnyOfThem(int glasses, boolean matches) {
        sell(104, GLASSES, 1, 200, 100);
        countAll(seen(LAMP, 1, 101, 101), seen(VASE, 1, 102, 102), seen(GLASSES, glasses, 103, 105));
        send(counting, selling);
        assertEquals(matches, office.discrepancies().isEmpty());
    }

    @Test
    void whatComesToTheShelfDuringTheCountMayBeOverlooked() {
        counting.add(TestFacts.label(ARCUEIL, at(105), ItemCode.of(101, 10), DISHES, 1, 300, 200));
        countAll(seen(LAMP, 1, 101, 101), seen(VASE, 1, 102, 102), seen(GLASSES, 6, 103, 104));
        send(counting);
        assertEquals(List.of(), office.discrepancies());
    }

    @Test
    void onlyWhatWasCountedIsHeldAgainstTheBooks() {
        FactId count = count(
                List.of(BOOKS),
                List.of(new CountedLoose(BOOKS, Weight.untared(Mass.grams(8_500), TestFacts.weighed(false)), at(105))));
        send(counting);
        assertEquals(List.of("COUNT_DIFFERS " + count), office.discrepancies());
        assertEquals("vrac \u22120,500\u202fkg", shown(count));
    }

    @Test
    void aManagerPostsWhatIsMissingAndWhatIsTooMuch() {
        FactId count = count(
                List.of(),
                List.of(new CountedLoose(BOOKS, Weight.untared(Mass.grams(9_400), TestFacts.weighed(false)), at(105))),
                seen(LAMP, 1, 101, 101),
                seen(GLASSES, 4, 103, 104));
        send(counting);
        assertEquals(List.of("COUNT_DIFFERS " + count), office.discrepancies());
        assertEquals("3 pièces manquent, vrac +0,400\u202fkg", shown(count));
        assertInstanceOf(Said.Refused.class, post(count, "autre chose", "Recompté"));
        assertInstanceOf(Said.Refused.class, post(count, shown(count), ""));
        assertInstanceOf(Said.Done.class, post(count, shown(count), "Recompté avec l’équipe"));
        assertEquals(List.of(), office.discrepancies());
        assertInstanceOf(Said.Refused.class, post(count, shown(count), "Encore"), "it is posted once");
        assertEquals(
                2_400, office.count("SELECT sum(grams) FROM movement WHERE account_to = 'adjustment:ARCUEIL:COUNT'"));
        assertEquals(
                400, office.count("SELECT sum(grams) FROM movement WHERE account_from = 'adjustment:ARCUEIL:COUNT'"));
        assertEquals(3, office.count("SELECT sum(lost) FROM item"));
        assertEquals(5, office.count("SELECT sum(pieces) FROM item_place WHERE place = 'place:ARCUEIL:SHOP'"));
        rebuilt();
    }

    /// Nobody looks at the first count before the second is done; each misses the vase.
    @Test
    void whatTwoCountsMissIsPostedOnce() {
        FactId first = countAll(seen(LAMP, 1, 101, 101), seen(GLASSES, 6, 103, 104));
        FactId second = new FactId(counting.head().journal(), counting.head().seq() + 1);
        counting.add(new SiteFact.Counted(
                TestFacts.context(ARCUEIL, at(130)),
                Area.SHOP,
                at(120),
                List.of(),
                List.of(seen(LAMP, 1, 121, 121), seen(GLASSES, 6, 123, 124)),
                List.of()));
        send(counting);
        assertEquals(2, office.discrepancies().size());
        post(first, shown(first), "Recompté");
        assertEquals(List.of(), office.discrepancies());
        assertEquals(new Said.Refused("Il n’y a plus rien à valider."), post(second, "une pièce manque", "Recompté"));
        rebuilt();
    }

    @Test
    void anOlderCountLeadsToANewerOneThatWaits() throws Exception {
        FactId first = countAll(seen(LAMP, 1, 101, 101), seen(GLASSES, 6, 103, 104));
        FactId second = new FactId(counting.head().journal(), counting.head().seq() + 1);
        counting.add(new SiteFact.Counted(
                TestFacts.context(ARCUEIL, at(130)),
                Area.SHOP,
                at(120),
                List.of(),
                List.of(seen(GLASSES, 6, 123, 124)),
                List.of()));
        send(counting);
        try (var browser = new OfficeBrowser(office)) {
            browser.signIn(Role.MANAGER);
            String older = browser.page("/inventaires/" + first);
            assertTrue(older.contains("Un comptage plus récent de ce rayon attend"), older);
            assertTrue(older.contains("href=\"/inventaires/" + second + "\""), older);
            assertFalse(browser.page("/inventaires/" + second).contains("plus récent"));
            post(second, shown(second), "Recompté");
            assertFalse(browser.page("/inventaires/" + first).contains("plus récent"));
        }
    }

    @Test
    void aSaleThatComesLateExplainsWhatWasPostedAndIsPostedBack() {
        FactId count = countAll(seen(LAMP, 1, 101, 101), seen(GLASSES, 6, 103, 104));
        send(counting);
        assertEquals("une pièce manque", shown(count));
        assertInstanceOf(Said.Done.class, post(count, shown(count), "Introuvable"));
        sell(90, VASE, 1, 2_000, 500);
        send(selling);
        assertEquals(List.of("COUNT_DIFFERS " + count, "SOLD_TWICE " + VASE), office.discrepancies());
        assertEquals("une pièce en trop", shown(count));
        rebuilt();
        assertInstanceOf(Said.Done.class, post(count, shown(count), "Vendu hors ligne"));
        assertEquals(List.of(), office.discrepancies());
        assertEquals(0, office.count("SELECT lost FROM item WHERE code = '" + VASE + "'"));
    }
}
