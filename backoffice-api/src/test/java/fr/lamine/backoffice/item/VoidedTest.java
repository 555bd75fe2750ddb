package fr.lamine.backoffice.item;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.OfficeBrowser;
import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.VoidReason;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class VoidedTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    private static final ItemCode VASE = ItemCode.of(101, 1);

    private Database database;
    private TestOffice office;
    private TestTerminal sorting;
    private TestTerminal till;

    @BeforeEach
    void labelAVase(Database database) {
        this.database = database;
        office = new TestOffice(database, JournalKind.REAL);
        sorting = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(MORNING);
        till = new TestTerminal("102", ARCUEIL, JournalKind.REAL).open(MORNING);
        office.enrol(sorting);
        office.enrol(till);
        sorting.add(TestFacts.weighIn(ARCUEIL, at(1), DISHES, 5_000, Area.SORTING));
        sorting.add(TestFacts.shelved(ARCUEIL, at(2), DISHES, 2_000));
        sorting.add(TestFacts.label(ARCUEIL, at(3), VASE, DISHES, 1, 900, 450));
    }

    private static Instant at(int minute) {
        return MORNING.plusSeconds(60L * minute);
    }

    private void voided(int minute, VoidReason reason) {
        sorting.add(TestFacts.voided(ARCUEIL, at(minute), VASE, DISHES, 1, 900, reason));
    }

    private void sold(int minute) {
        till.sell(at(minute), Tender.CASH, TestFacts.labelled(VASE, DISHES, 1, 900, 450));
    }

    private long grams(String account) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT coalesce(sum(grams), 0) FROM balance WHERE account = :account")
                        .bind("account", account)
                        .mapTo(Long.class)
                        .one());
    }

    private String told() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT text FROM discrepancy WHERE kind = 'VOIDED_LABEL' AND closed_at IS NULL")
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void noGramIsLostWhenALabelWasAMistake() {
        voided(10, VoidReason.MISTAKE);
        office.take(sorting.from(0));
        assertEquals(List.of(), office.discrepancies());
        assertEquals(3_000, grams("place:ARCUEIL:SORTING"));
        assertEquals(2_000, grams("place:ARCUEIL:SHOP"));
        long left = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT pieces - gone FROM item WHERE code = :code")
                        .bind("code", VASE.digits())
                        .mapTo(Long.class)
                        .one());
        assertEquals(0, left);
    }

    @Test
    void whatIsBrokenLeavesTheShelf() {
        voided(10, VoidReason.BROKEN);
        office.take(sorting.from(0));
        assertEquals(2_100, grams("place:ARCUEIL:SORTING"));
        assertEquals(2_000, grams("place:ARCUEIL:SHOP"));
    }

    @Test
    void aSaleAfterTheVoidIsToldWhicheverArrivesFirst() {
        voided(10, VoidReason.MISTAKE);
        sold(20);
        office.take(till.from(0));
        assertEquals(
                List.of("NEGATIVE_STOCK place:ARCUEIL:SHOP|vaisselle", "UNKNOWN_LABEL " + VASE),
                office.discrepancies());
        office.take(sorting.from(0));
        assertEquals(List.of("VOIDED_LABEL " + VASE), office.discrepancies());
        assertEquals("L’article " + VASE.spaced() + " a été vendu alors que son étiquette était annulée.", told());
    }

    @Test
    void aVoidOfWhatWasSoldBeforeIsTold() {
        voided(10, VoidReason.THROWN_AWAY);
        office.take(sorting.from(0));
        assertEquals(List.of(), office.discrepancies());
        sold(5);
        office.take(till.from(0));
        assertEquals("L’étiquette " + VASE.spaced() + " a été annulée alors que l’article était déjà parti.", told());
    }

    @Test
    void thePageOfTheThingTellsIt() throws Exception {
        voided(10, VoidReason.MISTAKE);
        office.take(sorting.from(0));
        try (var browser = new OfficeBrowser(office)) {
            browser.signIn(Role.MANAGER);
            String page = browser.page("/articles/" + VASE.digits());
            assertTrue(page.contains("Étiquette annulée"), page);
            assertTrue(page.contains("Faite par erreur"), page);
            assertTrue(page.contains("Cette étiquette est annulée depuis le 23/11/2026."), page);
        }
    }
}
