package fr.lamine.backoffice.person;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.DISHES;
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
import fr.lamine.backoffice.person.PersonDesk.Told;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.Person;
import fr.lamine.model.sync.Person.Kind;
import fr.lamine.model.sync.Role;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class PersonsTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(2, 2);

    private final TestTerminal till = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(NOON);
    private TestOffice office;
    private Person drawer;
    private Person address;

    @BeforeEach
    void openTheOffice(Database database) {
        office = new TestOffice(database, JournalKind.REAL);
        office.enrol(till);
        Entry entry = till.add(TestFacts.weighIn(ARCUEIL, NOON, DISHES, 12_340, Area.SORTING));
        office.take(till.from(0));
        drawer = new Person(Kind.CHEQUE_DRAWER, "Tireur d’essai", entry.id(), entry.hash());
        address = new Person(Kind.RECEIPT_ADDRESS, "essai@exemple.fr", entry.id(), entry.hash());
    }

    private Told tell(UUID uuid, Person person) {
        return office.database.inTransaction(h -> PersonDesk.tell(h, uuid, person, till.id, NOON));
    }

    private long kept() {
        return office.count("SELECT count(*) FROM person WHERE words IS NOT NULL");
    }

    @Test
    void aManagerFindsErasesAndTheLateRepeatBringsNobodyBack() throws Exception {
        assertInstanceOf(Told.Kept.class, tell(ONE, drawer));
        assertInstanceOf(Told.Kept.class, tell(TWO, address));
        try (var browser = new OfficeBrowser(office)) {
            browser.signIn(Role.CASHIER);
            assertEquals(403, browser.get("/personnes").statusCode());
            assertEquals(403, browser.get("/personnes/" + ONE).statusCode());
            assertEquals(403, browser.post("/personnes/" + ONE + "/effacer", "").statusCode());
            assertEquals(2, kept());
            browser.signIn(Role.MANAGER);
            String all = browser.page("/personnes");
            assertTrue(all.contains("Tireur d’essai") && all.contains("essai@exemple.fr"));
            String found = browser.page("/personnes?cherche=TIREUR");
            assertTrue(found.contains("Tireur d’essai") && !found.contains("essai@exemple.fr"));
            assertTrue(browser.page("/personnes?cherche=%25").contains("class=\"empty\""), "a sign is only a sign");
            assertTrue(browser.page("/personnes/" + ONE).contains("/faits/101/1/2"));
            for (int pressed = 0; pressed < 2; pressed++) {
                assertEquals(
                        303, browser.post("/personnes/" + ONE + "/effacer", "").statusCode());
            }
            assertInstanceOf(Told.Erased.class, tell(ONE, drawer));
            assertFalse(browser.page("/personnes").contains("Tireur"));
            assertEquals(404, browser.get("/personnes/" + ONE).statusCode());
            assertEquals(404, browser.get("/personnes/x").statusCode());
        }
        assertEquals(
                1,
                office.count("SELECT count(*) FROM person WHERE words IS NULL AND erased_by = 'MANAGER'"),
                "who erased it is kept, what was erased is not");
    }

    @Test
    void theSameToldAgainIsOnePersonAndAnythingElseUnderItsNumberIsRefused() {
        tell(ONE, drawer);
        assertInstanceOf(Told.Kept.class, tell(ONE, drawer));
        assertEquals(1, kept());
        assertInstanceOf(Told.Refused.class, tell(ONE, address));
        assertInstanceOf(
                Told.Refused.class, tell(ONE, new Person(drawer.kind(), "Autre", drawer.fact(), drawer.hash())));
        assertInstanceOf(
                Told.Refused.class,
                office.database.inTransaction(h -> PersonDesk.tell(h, TWO, drawer, new TerminalId("102"), NOON)),
                "another terminal's fact");
        assertEquals(1, kept());
    }

    @Test
    void eachKindIsErasedWhenItsTimeIsOverAndNotBefore() {
        tell(ONE, drawer);
        tell(TWO, address);
        record Case(Duration after, int left) {}
        for (Case c : new Case[] {
            new Case(Duration.ofDays(30).minusSeconds(1), 2),
            new Case(Duration.ofDays(30), 1),
            new Case(Duration.ofDays(400).minusSeconds(1), 1),
            new Case(Duration.ofDays(400), 0)
        }) {
            office.database.useTransaction(h -> PersonDao.eraseOverdue(h, NOON.plus(c.after())));
            assertEquals(c.left(), kept(), c.toString());
        }
        assertInstanceOf(Told.Erased.class, tell(TWO, address));
    }

    @Test
    void aRebuildFromTheJournalsKeepsWhoIsKnownAndWhoIsErased() {
        tell(ONE, drawer);
        tell(TWO, address);
        office.database.useTransaction(h -> PersonDao.erase(h, ONE, "LEA", NOON));
        office.database.useTransaction(h -> Rebuild.all(h, NOON));
        assertEquals(1, kept());
        assertInstanceOf(Told.Erased.class, tell(ONE, drawer));
    }
}
