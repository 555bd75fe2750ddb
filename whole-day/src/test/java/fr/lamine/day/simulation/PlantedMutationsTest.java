package fr.lamine.day.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.day.simulation.Checker.Check;
import fr.lamine.day.simulation.Checker.Finding;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.sync.ItemState;
import fr.lamine.pos.item.KnownItem;
import fr.lamine.pos.reference.ReferenceBook;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What checks the house must itself turn red when the house is wrong, even where the wrong is carried through to every
/// total.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class PlantedMutationsTest {

    private static TestServer server;
    private static HouseSimulation played;

    @TempDir
    private Path folder;

    private HouseSimulation house = played;

    @BeforeAll
    static void playADay(@TempDir Path shared) {
        server = TestServer.start();
        played = play(shared, 120);
        carryAndCount(played);
        assertEquals(List.of(), played.findings(), "after a van and a count");
    }

    /// A van comes in, something is stolen, and a manager posts what the count of its shelf finds.
    private static void carryAndCount(HouseSimulation house) {
        Counter here = house.counters.getFirst();
        Counter there = house.counters.get(1);
        while (house.world.deeds.stream().noneMatch(d -> d.what() instanceof Deed.Received)) {
            house.people.doSomething(here);
            house.people.carriers.send(here);
            house.people.carriers.receive(there);
        }
        while (house.world.silent.stream()
                .noneMatch(s -> s.code().isPresent() && s.transfer().isEmpty())) {
            house.people.doSomething(here);
            house.people.carriers.steal(here);
        }
        house.world.pass(60);
        house.people.carriers.count(here, List.of());
        house.settle(3_000);
        house.manager.lookInto(house.world);
        house.settle(3_000);
    }

    private static HouseSimulation play(Path folder, int steps) {
        HouseSimulation house = new HouseSimulation(4, server, folder, new EnumMap<>(Fault.class));
        house.play(steps);
        house.settle(3_000);
        assertEquals(List.of(), house.findings(), "before anything is planted");
        return house;
    }

    @AfterAll
    static void close() {
        played.close();
        server.close();
    }

    /// For what cannot be rolled back.
    private void playAHouseOfItsOwn() {
        house = play(folder, 40);
    }

    @AfterEach
    void closeAHouseOfItsOwn() {
        if (house != played) {
            house.close();
        }
    }

    private static final String TOTAL_MASS_AGAIN = """
            INSERT INTO daily_mass (site, business_day, account_from, account_to, category_from, category_to,
                                    provenance, grams, pieces, movements)
            SELECT site, business_day, account_from, account_to, category_from, category_to, provenance, sum(grams),
                   sum(pieces), count(*)
            FROM movement GROUP BY 1, 2, 3, 4, 5, 6, 7""";

    private static final String TOTAL_SHELVES_AGAIN = """
            INSERT INTO balance (account, category, grams, pieces, movements)
            SELECT account, category, sum(grams), sum(pieces), count(*) FROM (
                SELECT account_to AS account, category_to AS category, grams, pieces FROM movement
                UNION ALL SELECT account_from, category_from, -grams, -pieces FROM movement) m
            WHERE account LIKE 'place:%' OR account LIKE 'transit:%' GROUP BY 1, 2""";

    private List<Finding> findingsAfter(String... mutation) {
        return house.office.database().jdbi().withHandle(handle -> {
            handle.begin();
            for (String sql : mutation) {
                assertNotEquals(0, handle.execute(sql), "the mutation changed nothing: " + sql);
            }
            handle.execute("DELETE FROM daily_mass");
            handle.execute("DELETE FROM balance");
            handle.execute(TOTAL_MASS_AGAIN);
            handle.execute(TOTAL_SHELVES_AGAIN);
            List<Finding> found = house.checker().afterwards(Books.read(handle));
            handle.rollback();
            return found;
        });
    }

    private static void assertRed(Check check, List<Finding> found) {
        assertTrue(found.stream().anyMatch(f -> f.check() == check), "nobody noticed under " + check + ": " + found);
    }

    @Test
    void totallingAgainChangesNothing() {
        assertEquals(List.of(), findingsAfter());
    }

    @Test
    void aDroppedMovementIsNoticed() {
        List<Finding> found = findingsAfter("""
                DELETE FROM movement WHERE (journal, seq, line) IN (
                    SELECT journal, seq, line FROM movement WHERE folded_from IS NULL ORDER BY 1, 2, 3 LIMIT 1)""");
        assertRed(Check.THE_LEDGER_HOLDS_WHAT_COUNTERS_SAW, found);
        assertRed(Check.LEDGER_AND_DISCREPANCIES_EXPLAIN_THE_WORLD, found);
    }

    @Test
    void swappedCategoriesAreNoticed() {
        List<Finding> found = findingsAfter("""
                UPDATE movement SET category_from = 'lit', category_to = 'lit'
                WHERE (journal, seq, line) IN (
                    SELECT journal, seq, line FROM movement
                    WHERE account_to LIKE 'place:%' AND folded_from IS NULL ORDER BY 1, 2, 3 LIMIT 1)""");
        assertRed(Check.THE_LEDGER_HOLDS_WHAT_COUNTERS_SAW, found);
        assertRed(Check.LEDGER_AND_DISCREPANCIES_EXPLAIN_THE_WORLD, found);
    }

    @Test
    void whatCameToAnotherShelfThanItsVanBroughtItToIsNoticed() {
        List<Finding> found = findingsAfter("""
                UPDATE movement SET account_to = 'place:GENTILLY:WORKSHOP'
                WHERE (journal, seq, line) IN (
                    SELECT journal, seq, line FROM movement WHERE account_from LIKE 'transit:%' ORDER BY 1, 2, 3 LIMIT 1)""");
        assertRed(Check.THE_LEDGER_HOLDS_WHAT_COUNTERS_SAW, found);
        assertRed(Check.LEDGER_AND_DISCREPANCIES_EXPLAIN_THE_WORLD, found);
    }

    @Test
    void aCountThatIsPostedTwiceIsNoticed() {
        List<Finding> found = findingsAfter("""
                INSERT INTO movement
                SELECT journal, seq, line + 50000, site, business_day, occurred_at, account_from, account_to,
                       category_from, category_to, grams, pieces, item, provenance, folded_from
                FROM movement WHERE account_from LIKE 'adjustment:%:COUNT' OR account_to LIKE 'adjustment:%:COUNT'""");
        assertRed(Check.THE_LEDGER_HOLDS_WHAT_COUNTERS_SAW, found);
        assertRed(Check.LEDGER_AND_DISCREPANCIES_EXPLAIN_THE_WORLD, found);
    }

    @Test
    void aTheftThatNoCountFindsIsNoticed() {
        playAHouseOfItsOwn();
        Counter counter = house.counters.getFirst();
        while (house.world.silent.stream()
                .noneMatch(s -> s.code().isPresent() && s.transfer().isEmpty())) {
            house.people.doSomething(counter);
            house.people.carriers.steal(counter);
        }
        house.settle(3_000);
        house.world.pass(60);
        house.people.carriers.count(counter, List.of());
        house.settle(3_000);
        assertEquals(List.of(), house.findings());
        house.office
                .database()
                .useTransaction(h -> h.execute(
                        "UPDATE discrepancy SET closed_at = now() WHERE kind = 'COUNT_DIFFERS' AND closed_at IS NULL"));
        assertRed(Check.EVERY_CAUSE_IS_FOUND_AND_NO_OTHER, house.findings());
    }

    @Test
    void aFactAppliedTwiceIsNoticed() {
        List<Finding> found = findingsAfter("""
                INSERT INTO movement
                SELECT journal, seq, line + 50000, site, business_day, occurred_at, account_from, account_to,
                       category_from, category_to, grams, pieces, item, provenance, folded_from
                FROM movement WHERE folded_from IS NULL AND (journal, seq) IN (
                    SELECT journal, seq FROM sale WHERE total_cents > 0 ORDER BY 1, 2 LIMIT 1)""", """
                UPDATE tender_line SET cents = 2 * cents WHERE (journal, seq) IN (
                    SELECT journal, seq FROM tender_line WHERE tender = 'CASH' ORDER BY 1, 2 LIMIT 1)""", "UPDATE daily_ticket SET tickets = tickets + 1");
        assertRed(Check.THE_LEDGER_HOLDS_WHAT_COUNTERS_SAW, found);
        assertRed(Check.DRAWERS_AND_TAKINGS_AGREE, found);
    }

    @Test
    void aPieceSoldInTheBooksOnlyIsNoticed() {
        List<Finding> found = findingsAfter("UPDATE item SET sold = sold + 1 WHERE labelled");
        assertRed(Check.EACH_LABELLED_THING_IS_ACCOUNTED_FOR, found);
        assertRed(Check.TILLS_AND_OFFICE_AGREE, found);
    }

    @Test
    void aDiscrepancyForgottenOrMadeUpIsNoticed() {
        assertRed(
                Check.EVERY_CAUSE_IS_FOUND_AND_NO_OTHER,
                findingsAfter("UPDATE discrepancy SET closed_at = now() WHERE closed_at IS NULL"));
        assertRed(Check.EVERY_CAUSE_IS_FOUND_AND_NO_OTHER, findingsAfter("""
                INSERT INTO discrepancy (kind, subject, scope, text, opened_at)
                VALUES ('SOLD_TWICE', '0410100000018', 'item:0410100000018', 'x', now())"""));
    }

    @Test
    void aFactThatWasNotSentIsNoticed() {
        playAHouseOfItsOwn();
        Counter counter = house.counters.getFirst();
        while (counter.entries().stream()
                .noneMatch(e -> house.office.headAt(e.journal(), e.seq()).isEmpty())) {
            house.people.doSomething(counter);
        }
        assertRed(Check.EVERY_FACT_IS_AT_THE_OFFICE_ONCE, house.findings());
    }

    @Test
    void aStaleOverlayIsNoticed() {
        house = play(folder, 160);
        Counter counter = house.counters.getFirst();
        int before = house.facts();
        while (house.checker()
                        .meanwhile(counter, code -> withoutOwnFacts(counter, code))
                        .isEmpty()
                && house.facts() < before + 200) {
            house.people.doSomething(counter);
        }
        assertRed(
                Check.NO_TILL_UNSELLS_WHAT_IT_SOLD,
                house.checker().meanwhile(counter, code -> withoutOwnFacts(counter, code)));
        assertEquals(List.of(), house.checker().meanwhile(counter, code -> counter.till.item(code)));
    }

    /// The office's last word, taken for the truth.
    private static Optional<KnownItem> withoutOwnFacts(Counter counter, ItemCode code) {
        Optional<ItemState> office = counter.store.read(sql -> ReferenceBook.item(sql, code));
        return office.map(o -> new KnownItem(
                o.code(),
                o.category(),
                o.title(),
                o.pieces(),
                o.sold(),
                o.pieceMass(),
                o.piecePrice(),
                o.lotPrice(),
                Optional.empty()));
    }

    @Test
    void aSkippedFsyncIsNoticed() {
        playAHouseOfItsOwn();
        Counter counter = house.counters.getFirst();
        counter.powerCut(house.world.now());
        long forced = counter.writeAheadBytes();
        int before = house.world.deeds.size();
        while (house.world.deeds.size() < before + 3) {
            house.people.doSomething(counter);
        }
        counter.powerCutThatForgets(forced, house.world.pass(60));
        house.settle(3_000);
        List<Finding> found = house.findings();
        assertRed(Check.NOTHING_CONFIRMED_IS_LOST, found);
        assertRed(Check.EVERY_CAUSE_IS_FOUND_AND_NO_OTHER, found);
    }

    @Test
    void aPowerCutThatForgetsNothingIsNoCause() {
        playAHouseOfItsOwn();
        Counter counter = house.counters.getFirst();
        int before = house.world.deeds.size();
        while (house.world.deeds.size() < before + 3) {
            house.people.doSomething(counter);
        }
        counter.powerCut(house.world.pass(60));
        house.settle(3_000);
        assertEquals(List.of(), house.findings());
    }
}
