package fr.lamine.backoffice.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestScenario;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.sync.JournalBatch;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The check of the books against the raw bodies must itself turn red when the books are wrong, even if they are wrong
/// consistently: every mutation carries through to totals and balances.
@ExtendWith(OfficeTestDatabase.class)
final class PlantedMutationsTest {

    private TestOffice office;

    @BeforeEach
    void playSomeDays(Database database) {
        office = new TestOffice(database, JournalKind.REAL);
        TestScenario scenario = new TestScenario(12, 240, false);
        scenario.streams.forEach(stream -> office.enrol(stream.terminal()));
        for (List<Entry> batch : scenario.interleaved(new Random(12))) {
            office.take(new JournalBatch(batch));
        }
    }

    private List<String> differencesAfter(Consumer<Handle> mutation) {
        return office.database.jdbi().withHandle(handle -> {
            handle.begin();
            mutation.accept(handle);
            totalAgain(handle);
            List<String> differences = LedgerCheck.differences(handle);
            handle.rollback();
            return differences;
        });
    }

    private static void totalAgain(Handle handle) {
        handle.execute("DELETE FROM daily_mass");
        handle.execute("""
                INSERT INTO daily_mass (site, business_day, account_from, account_to, category_from, category_to,
                                        provenance, grams, pieces, movements)
                SELECT site, business_day, account_from, account_to, category_from, category_to, provenance, sum(grams),
                       sum(pieces), count(*)
                FROM movement GROUP BY 1, 2, 3, 4, 5, 6, 7""");
        handle.execute("DELETE FROM balance");
        handle.execute("""
                INSERT INTO balance (account, category, grams, pieces, movements)
                SELECT account, category, sum(grams), sum(pieces), count(*) FROM (
                    SELECT account_to AS account, category_to AS category, grams, pieces FROM movement
                    UNION ALL SELECT account_from, category_from, -grams, -pieces FROM movement) m
                WHERE account LIKE 'place:%' OR account LIKE 'transit:%' GROUP BY 1, 2""");
    }

    private void assertRed(String check, String... mutation) {
        List<String> differences = differencesAfter(handle -> {
            for (String sql : mutation) {
                assertNotEquals(0, handle.execute(sql), "the mutation changed nothing: " + sql);
            }
        });
        assertTrue(
                differences.stream().anyMatch(d -> d.startsWith(check)),
                "nobody noticed under « " + check + " »: " + differences);
    }

    @Test
    void theBooksAgreeWithTheRawBodiesAndTotallingThemAgainChangesNothing() {
        assertEquals(List.of(), office.database.jdbi().withHandle(LedgerCheck::differences));
        assertEquals(List.of(), differencesAfter(_ -> {}));
        assertTrue(office.count("SELECT count(*) FROM movement WHERE folded_from IS NOT NULL") > 0);
    }

    @Test
    void aDroppedMovementIsNoticed() {
        assertRed("movements by day", """
                DELETE FROM movement WHERE (journal, seq, line) IN (
                    SELECT journal, seq, line FROM movement WHERE folded_from IS NULL ORDER BY 1, 2, 3 LIMIT 1)""");
    }

    @Test
    void swappedCategoriesAreNoticed() {
        String swap = """
                UPDATE movement
                SET category_from = CASE category_from WHEN 'livre' THEN 'vaisselle' ELSE 'livre' END,
                    category_to = CASE category_to WHEN 'livre' THEN 'vaisselle' ELSE 'livre' END
                WHERE (journal, seq, line) IN (
                    SELECT journal, seq, line FROM movement WHERE account_to = 'outcome:SOLD' ORDER BY 1, 2, 3 LIMIT 1)""";
        assertRed("daily totals of mass", swap);
    }

    @Test
    void swappedAccountsAreNoticed() {
        assertRed("movements by day", """
                UPDATE movement SET account_from = account_to, account_to = account_from
                WHERE (journal, seq, line) IN (
                    SELECT journal, seq, line FROM movement
                    WHERE folded_from IS NULL AND account_from <> account_to ORDER BY 1, 2, 3 LIMIT 1)""");
    }

    @Test
    void aFactAppliedTwiceIsNoticed() {
        assertRed("movements by day", """
                INSERT INTO movement
                SELECT journal, seq, line + 50000, site, business_day, occurred_at, account_from, account_to,
                       category_from, category_to, grams, pieces, item, provenance, folded_from
                FROM movement WHERE (journal, seq) IN (
                    SELECT journal, seq FROM sale ORDER BY 1, 2 LIMIT 1) AND folded_from IS NULL""");
        assertRed("takings by day", "UPDATE daily_tender SET cents = 2 * cents WHERE cents > 0");
        assertRed("sales by day", "UPDATE daily_sale SET cents = 2 * cents, lines = 2 * lines");
        assertRed("tickets by day", "UPDATE daily_ticket SET tickets = 2 * tickets");
    }

    @Test
    void aForgottenRemainderIsNoticed() {
        assertRed("left over of lots", """
                DELETE FROM movement m USING item i
                WHERE i.code = m.folded_from AND i.gone = i.pieces""");
    }

    @Test
    void aBalanceThatForgotAMovementIsNoticed() {
        List<String> differences = office.database.jdbi().withHandle(handle -> {
            handle.begin();
            handle.execute("UPDATE balance SET grams = grams + 1");
            List<String> found = LedgerCheck.differences(handle);
            handle.rollback();
            return found;
        });
        assertTrue(differences.stream().anyMatch(d -> d.startsWith("balances")), differences.toString());
    }
}
