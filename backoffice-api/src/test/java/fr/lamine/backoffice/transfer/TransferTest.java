package fr.lamine.backoffice.transfer;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.BOOKS;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static fr.lamine.backoffice.TestFacts.GENTILLY;
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
import fr.lamine.backoffice.sites.TransferDesk;
import fr.lamine.backoffice.sites.TransferDesk.Fate;
import fr.lamine.backoffice.sites.TransferDesk.Said;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.CarriedItem;
import fr.lamine.model.stock.LooseGoods;
import fr.lamine.model.sync.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class TransferTest {

    private static final ItemCode LAMP = ItemCode.of(101, 7);
    private static final ItemCode VASE = ItemCode.of(101, 8);

    private final TestTerminal here = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(at(0));
    private final TestTerminal there = new TestTerminal("201", GENTILLY, JournalKind.REAL).open(at(0));
    private TestOffice office;
    private String transfer;

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    @BeforeEach
    void twoThingsAndACrateLeave(Database database) {
        office = new TestOffice(database, JournalKind.REAL);
        office.enrol(here);
        office.enrol(there);
        here.add(TestFacts.weighIn(ARCUEIL, at(1), DISHES, 12_000, Area.SORTING));
        here.add(TestFacts.weighIn(ARCUEIL, at(1), BOOKS, 9_000, Area.SHOP));
        here.add(TestFacts.label(ARCUEIL, at(2), LAMP, DISHES, 1, 1_000, 300));
        here.add(TestFacts.label(ARCUEIL, at(3), VASE, DISHES, 1, 2_000, 500));
        transfer = SiteFact.transferOf(
                new FactId(here.head().journal(), here.head().seq() + 1));
        here.add(new SiteFact.TransferSent(
                TestFacts.context(ARCUEIL, at(10)),
                transfer,
                GENTILLY,
                Area.SHOP,
                List.of(known(LAMP, 1_000), known(VASE, 2_000)),
                List.of(books(4_000))));
    }

    private static CarriedItem known(ItemCode code, long grams) {
        return new CarriedItem(code, 1, Optional.of(new CarriedItem.Known(DISHES, Mass.grams(grams))));
    }

    private static CarriedItem unheardOf(ItemCode code) {
        return new CarriedItem(code, 1, Optional.empty());
    }

    private static LooseGoods books(long grams) {
        return new LooseGoods(BOOKS, Weight.untared(Mass.grams(grams), TestFacts.weighed(false)));
    }

    private void receive(TestTerminal terminal, int minute, List<LooseGoods> loose, CarriedItem... items) {
        terminal.add(new SiteFact.TransferReceived(
                TestFacts.context(terminal.site, at(minute)), transfer, Area.SHOP, List.of(items), loose));
    }

    private void send(TestTerminal... terminals) {
        Stream.of(terminals).forEach(t -> office.take(t.from(0)));
    }

    private String told() {
        return office.database
                .jdbi()
                .withHandle(h -> h.createQuery("SELECT text FROM discrepancy WHERE closed_at IS NULL ORDER BY 1")
                        .mapTo(String.class)
                        .one());
    }

    private long kilos(String account) {
        return office.count("SELECT coalesce(sum(grams), 0) FROM balance WHERE account = '" + account + "'");
    }

    private long pieces(String place) {
        return office.count("SELECT coalesce(sum(pieces), 0) FROM item_place WHERE place = '" + place + "'");
    }

    private void rebuilt() {
        Map<String, String> before = office.derived();
        office.database.useTransaction(h -> Rebuild.all(h, at(1_000)));
        assertEquals(before, office.derived());
    }

    @Test
    void whatIsOnItsWayStandsOnNoShelfAndIsNoDiscrepancy() {
        send(here);
        assertEquals(7_000, kilos("transit:" + transfer));
        assertEquals(0, pieces("place:ARCUEIL:SHOP"));
        assertEquals(2, pieces("transit:" + transfer));
        assertEquals(List.of(), office.discrepancies());
        rebuilt();
    }

    @Test
    void whatComesWholeStandsOnTheOtherShelf() {
        receive(there, 60, List.of(books(4_000)), known(LAMP, 1_000), known(VASE, 2_000));
        send(here, there);
        assertEquals(0, kilos("transit:" + transfer));
        assertEquals(7_000, kilos("place:GENTILLY:SHOP"));
        assertEquals(2, pieces("place:GENTILLY:SHOP"));
        assertEquals(List.of(), office.discrepancies());
        assertEquals(2, office.count("SELECT count(*) FROM item WHERE site = 'GENTILLY'"));
        rebuilt();
    }

    @Test
    void whatIsMissingIsToldUntilALaterReceiptBringsIt() {
        receive(there, 60, List.of(books(4_000)), known(LAMP, 1_000));
        send(here, there);
        assertEquals(List.of("TRANSFER_DIFFERS " + transfer), office.discrepancies());
        assertEquals("Transfert " + transfer + "\u202f: une pièce étiquetée manque (2,000\u202fkg).", told());
        receive(there, 90, List.of(), known(VASE, 2_000));
        send(there);
        assertEquals(List.of(), office.discrepancies());
        rebuilt();
    }

    @Test
    void whatTheVanForgotIsReceivedWhereItStayed() {
        receive(there, 60, List.of(books(4_000)), known(LAMP, 1_000));
        receive(here, 120, List.of(), known(VASE, 2_000));
        send(here, there);
        assertEquals(List.of(), office.discrepancies());
        assertEquals(1, pieces("place:ARCUEIL:SHOP"));
        assertEquals(1, pieces("place:GENTILLY:SHOP"));
    }

    @Test
    void aReceiptThatComesFirstWaitsForItsSending() {
        receive(there, 60, List.of(books(4_000)), known(LAMP, 1_000), known(VASE, 2_000));
        send(there);
        assertEquals("Le transfert " + transfer + " a été reçu, mais le bureau n’a pas encore son envoi.", told());
        send(here);
        assertEquals(List.of(), office.discrepancies());
        rebuilt();
    }

    @Test
    void aLabelThatTheCounterNeverSawIsWeighedByTheOffice() {
        receive(there, 60, List.of(books(4_000)), unheardOf(LAMP), unheardOf(VASE));
        send(there);
        assertEquals(
                List.of("TRANSFER_DIFFERS " + transfer, "UNKNOWN_LABEL " + LAMP, "UNKNOWN_LABEL " + VASE),
                office.discrepancies());
        send(here);
        assertEquals(List.of(), office.discrepancies());
        assertEquals(7_000, kilos("place:GENTILLY:SHOP"));
        rebuilt();
    }

    @Test
    void aThingReceivedTwiceIsTold() {
        receive(there, 60, List.of(books(4_000)), known(LAMP, 1_000), known(VASE, 2_000));
        receive(there, 61, List.of(), known(VASE, 2_000));
        send(here, there);
        assertEquals("Transfert " + transfer + "\u202f: une pièce étiquetée en trop (2,000\u202fkg).", told());
    }

    @Test
    void aThingSoldWhileItIsOnItsWayIsToldAndItsReceiptClearsIt() {
        there.sell(at(70), Tender.CASH, TestFacts.labelled(VASE, DISHES, 1, 2_000, 500));
        send(here, there);
        assertEquals(
                List.of("NEGATIVE_STOCK place:GENTILLY:SHOP|vaisselle", "SOLD_ELSEWHERE 201/1/2#1"),
                office.discrepancies());
        receive(there, 60, List.of(books(4_000)), known(LAMP, 1_000), known(VASE, 2_000));
        send(there);
        assertEquals(List.of(), office.discrepancies());
        rebuilt();
    }

    @Test
    void aThingSoldAtASiteThatDoesNotHaveItIsSoldAllTheSame() {
        ItemCode clock = ItemCode.of(101, 9);
        here.add(TestFacts.label(ARCUEIL, at(20), clock, DISHES, 1, 500, 200));
        there.add(TestFacts.weighIn(GENTILLY, at(1), DISHES, 5_000, Area.SHOP));
        there.sell(at(70), Tender.CASH, TestFacts.labelled(clock, DISHES, 1, 500, 200));
        send(here, there);
        assertEquals(List.of("SOLD_ELSEWHERE 201/1/3#1"), office.discrepancies());
        assertEquals(
                "L’article " + clock.spaced() + " a été vendu à GENTILLY alors que les livres le disent à ARCUEIL.",
                told());
        assertEquals(1, office.count("SELECT sold FROM item WHERE code = '" + clock + "'"));
    }

    private Said settle(Fate fate, String shown, String reason) {
        return office.database.inTransaction(
                h -> new TransferDesk(office.journal).settle(h, transfer, fate, shown, reason, MANAGER, at(300)));
    }

    private String shown() {
        return office.database.jdbi().withHandle(h -> TransferViews.shown(h, transfer));
    }

    @Test
    void aManagerSaysWhatBecameOfTheRest() {
        receive(there, 60, List.of(books(3_800)), known(LAMP, 1_000));
        send(here, there);
        assertEquals("une pièce étiquetée manque (2,000\u202fkg), 0,200\u202fkg de vrac manque", shown());
        assertInstanceOf(Said.Refused.class, settle(Fate.LOST, "autre chose", "Tombé"));
        assertInstanceOf(Said.Refused.class, settle(Fate.LOST, shown(), " "));
        assertInstanceOf(Said.Done.class, settle(Fate.LOST, shown(), "Tombé du camion"));
        assertInstanceOf(Said.Refused.class, settle(Fate.LOST, "", "Encore"));
        assertEquals(List.of(), office.discrepancies());
        assertEquals(0, kilos("transit:" + transfer));
        assertEquals(
                2_200, office.count("SELECT sum(grams) FROM movement WHERE account_to = 'adjustment:ARCUEIL:LOST'"));
        assertEquals(1, office.count("SELECT lost FROM item WHERE code = '" + VASE + "'"));
        rebuilt();
        receive(there, 400, List.of(), known(VASE, 2_000));
        send(there);
        assertEquals(List.of("TRANSFER_DIFFERS " + transfer), office.discrepancies(), "it turned up after all");
    }

    private String page(String path) throws Exception {
        try (var browser = new OfficeBrowser(office)) {
            return browser.signIn(Role.MANAGER).page(path);
        }
    }

    @Test
    void whatWasLostOnTheRoadIsSettledAndNotArrived() throws Exception {
        receive(there, 60, List.of(books(4_000)), known(LAMP, 1_000));
        send(here, there);
        assertInstanceOf(Said.Done.class, settle(Fate.LOST, shown(), "Tombé du camion"));
        for (String path : List.of("/transferts", "/transferts/" + transfer)) {
            String page = page(path);
            assertTrue(page.contains("Réglé"), page);
            assertFalse(page.contains("Arrivé"), page);
        }
    }

    @Test
    void whatStandsOnTheShelfAfterAllHasArrived() throws Exception {
        receive(there, 60, List.of(books(4_000)), known(LAMP, 1_000));
        send(here, there);
        assertInstanceOf(Said.Done.class, settle(Fate.ARRIVED, shown(), "Il est en rayon"));
        assertTrue(page("/transferts").contains("Arrivé"));
    }

    /// Nobody has anything to receive, so nobody would ever tell.
    @Test
    void aVanWhoseOnlyThingWasLostIsToldAsLateAndSettled() throws Exception {
        String fresh = page("/transferts");
        assertFalse(fresh.contains("depuis"), fresh);
        Instant monday = NOON.minus(Duration.ofDays(3));
        var lonely = new TestTerminal("102", ARCUEIL, JournalKind.REAL).open(monday);
        office.enrol(lonely);
        lonely.add(TestFacts.weighIn(ARCUEIL, monday, DISHES, 900, Area.SORTING));
        ItemCode jug = ItemCode.of(102, 1);
        lonely.add(TestFacts.label(ARCUEIL, monday, jug, DISHES, 1, 900, 300));
        transfer = SiteFact.transferOf(
                new FactId(lonely.head().journal(), lonely.head().seq() + 1));
        lonely.add(new SiteFact.TransferSent(
                TestFacts.context(ARCUEIL, monday),
                transfer,
                GENTILLY,
                Area.SHOP,
                List.of(known(jug, 900)),
                List.of()));
        send(lonely);
        assertTrue(page("/transferts").contains("En route depuis 3 jours"), page("/transferts"));
        assertTrue(page("/transferts/" + transfer).contains("Si tout est perdu"));
        assertInstanceOf(Said.Done.class, settle(Fate.LOST, shown(), "Jamais vu"));
        String settled = page("/transferts");
        assertTrue(settled.contains("Réglé"), settled);
        assertFalse(settled.contains("depuis"), settled);
        rebuilt();
    }

    @Test
    void theRestMayStandOnTheShelfAfterAll() {
        receive(there, 60, List.of(books(4_000)), known(LAMP, 1_000));
        send(here, there);
        assertInstanceOf(Said.Done.class, settle(Fate.ARRIVED, shown(), "Il est en rayon"));
        assertEquals(2, pieces("place:GENTILLY:SHOP"));
        assertEquals(0, office.count("SELECT lost FROM item WHERE code = '" + VASE + "'"));
        assertEquals(List.of(), office.discrepancies());
    }
}
