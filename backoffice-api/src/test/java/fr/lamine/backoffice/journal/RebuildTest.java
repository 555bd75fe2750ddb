package fr.lamine.backoffice.journal;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static fr.lamine.backoffice.TestOffice.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeConfig;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.stock.Area;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class RebuildTest {

    private final TestTerminal till = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(NOON);
    private TestOffice office;

    @BeforeEach
    void openTheOffice(Database database) {
        office = new TestOffice(database, JournalKind.REAL);
        office.enrol(till);
        till.add(TestFacts.weighIn(ARCUEIL, NOON, DISHES, 12_340, Area.SORTING));
        office.take(till.from(0));
    }

    @Test
    void whatWasSetAsideIsAppliedByRepairOnceItCanBe() {
        office.database.useTransaction(handle -> {
            handle.execute("DELETE FROM fact WHERE journal = '101/1' AND seq = 2");
            handle.execute("DELETE FROM weigh_in WHERE journal = '101/1' AND seq = 2");
            handle.execute("DELETE FROM movement WHERE journal = '101/1' AND seq = 2");
            handle.execute("DELETE FROM daily_mass");
            handle.execute("DELETE FROM balance");
            handle.execute("INSERT INTO unapplied VALUES ('101/1', 2, 'unknown type', now())");
            handle.execute("""
                    INSERT INTO discrepancy VALUES
                    ('UNAPPLIED_FACT', '101/1/2', 'fact:101/1/2', NULL, '101/1/2', 'gardée', now(), NULL, NULL)""");
        });
        assertEquals(List.of("UNAPPLIED_FACT 101/1/2"), office.discrepancies());
        assertEquals(1, office.database.<Long, RuntimeException>inTransaction(h -> Rebuild.repair(h, NOON)));
        assertEquals(List.of(), office.discrepancies());
        assertEquals(12_340, office.count("SELECT sum(grams) FROM balance"));
        assertEquals(0, office.database.<Long, RuntimeException>inTransaction(h -> Rebuild.repair(h, NOON)));
    }

    @Test
    void aRebuildMendsTablesThatWereTamperedWith() {
        var before = office.derived();
        office.database.useTransaction(handle -> handle.execute("UPDATE balance SET grams = 1"));
        assertTrue(!before.equals(office.derived()));
        office.database.useTransaction(handle -> Rebuild.all(handle, NOON));
        assertEquals(before, office.derived());
        assertTrue(OfficeConfig.read(List.of("--rebuild")).rebuild());
    }

    @Test
    void aStoredEntryCanNeitherBeChangedNorRemoved() {
        for (String sin : List.of(
                "UPDATE journal_entry SET type = 'sale.1'",
                "DELETE FROM journal_entry",
                "TRUNCATE journal_entry CASCADE")) {
            assertThrows(JdbiException.class, () -> office.database.useTransaction(handle -> handle.execute(sin)), sin);
        }
        assertEquals(2, office.count("SELECT count(*) FROM journal_entry WHERE terminal = '101'"));
    }
}
