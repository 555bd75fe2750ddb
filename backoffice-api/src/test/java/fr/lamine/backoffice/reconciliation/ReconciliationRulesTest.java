package fr.lamine.backoffice.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance.Kind;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Cause;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReconciliationRulesTest {

    private static final SiteCode HERE = new SiteCode("ARCUEIL");
    private static final CategoryCode DISHES = new CategoryCode("vaisselle");
    private static final CategoryCode BOOKS = new CategoryCode("livre");
    private static final Account SORTING = Account.place(HERE, Area.SORTING);
    private static final Account SHOP = Account.place(HERE, Area.SHOP);
    private static final Account ELSEWHERE = Account.place(new SiteCode("GENTILLY"), Area.SHOP);
    private static final Account COUNT = new Account.Adjustment(HERE, Cause.COUNT);

    private static LedgerSum sum(boolean later, Account from, Account to, CategoryCode category, long grams) {
        return new LedgerSum(later, from, to, category, category, Kind.WEIGHED, Mass.grams(grams));
    }

    private static Reconciliation explain(List<LedgerSum> sums, Map<CategoryCode, Mass> now) {
        return ReconciliationRules.explain(
                sums, now, a -> a instanceof Place(var site, var _) && site.equals(HERE), CategoryCode::code);
    }

    private static long flow(Reconciliation mass, Flow flow) {
        return mass.flow(flow).grams();
    }

    @Test
    void eachMovementStandsInItsColumn() {
        Reconciliation mass = explain(
                List.of(
                        sum(false, Account.from(Source.STREET), SORTING, DISHES, 1_000),
                        sum(false, SORTING, SHOP, DISHES, 600),
                        sum(false, SHOP, Account.gone(Outcome.SOLD), DISHES, 200),
                        sum(false, SHOP, Account.gone(Outcome.REUSED_ELSEWHERE), DISHES, 30),
                        sum(false, SORTING, Account.gone(Outcome.RECYCLED), DISHES, 40),
                        sum(false, SORTING, Account.gone(Outcome.DECHETERIE), DISHES, 5),
                        sum(false, SHOP, ELSEWHERE, DISHES, 7),
                        sum(false, new Account.Transit("T-1"), SHOP, DISHES, 2),
                        sum(false, SHOP, new Account.Adjustment(HERE, Cause.ROUNDING), DISHES, 1)),
                Map.of(DISHES, Mass.grams(719)));
        assertEquals(1_000, flow(mass, Flow.IN));
        assertEquals(200, flow(mass, Flow.SOLD));
        assertEquals(30, flow(mass, Flow.GIVEN));
        assertEquals(40, flow(mass, Flow.RECYCLED));
        assertEquals(5, flow(mass, Flow.WASTE));
        assertEquals(-5, flow(mass, Flow.TRANSFER));
        assertEquals(-1, flow(mass, Flow.ADJUSTMENT));
        assertEquals(0, mass.start().grams());
        assertEquals(719, mass.end().grams());
        assertEquals(0, mass.toExplain().grams(), "rounding is explained");
    }

    @Test
    void daysAfterThePeriodOnlyTakeTheStockBack() {
        Reconciliation mass = explain(
                List.of(
                        sum(true, Account.from(Source.STREET), SORTING, DISHES, 400),
                        sum(false, Account.from(Source.STREET), SORTING, DISHES, 100)),
                Map.of(DISHES, Mass.grams(1_500)));
        assertEquals(1_000, mass.start().grams());
        assertEquals(1_100, mass.end().grams());
        assertEquals(100, flow(mass, Flow.IN));
    }

    @Test
    void whatACountMissesAndWhatLeftWithoutComingIsToBeExplained() {
        Reconciliation mass = explain(
                List.of(
                        sum(false, SHOP, COUNT, DISHES, 60),
                        sum(false, COUNT, SHOP, BOOKS, 40),
                        sum(false, SHOP, Account.gone(Outcome.SOLD), new CategoryCode("jouet"), 25)),
                Map.of(DISHES, Mass.grams(10), BOOKS, Mass.grams(50), new CategoryCode("jouet"), Mass.grams(-25)));
        assertEquals(125, mass.toExplain().grams(), "a surplus does not make up for a loss");
        assertEquals(-45, mass.gap().grams());
    }

    @Test
    void aCorrectionTakesBackWhatItCorrects() {
        Reconciliation mass = explain(
                List.of(sum(false, Account.from(Source.STREET), SORTING, DISHES, -300)), Map.of(DISHES, Mass.grams(0)));
        assertEquals(-300, flow(mass, Flow.IN));
        assertTrue(mass.bands().stream().allMatch(b -> b.weight() == 300));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatWasThereAndWhatCameAndLeftIsWhatIsThere(long seed) {
        Random random = new Random(seed);
        List<Account> accounts = new ArrayList<>(List.of(SORTING, SHOP, ELSEWHERE, COUNT, new Account.Transit("T-9")));
        for (Source source : Source.values()) {
            accounts.add(Account.from(source));
        }
        for (Outcome outcome : Outcome.values()) {
            accounts.add(Account.gone(outcome));
        }
        List<LedgerSum> sums = new ArrayList<>();
        Map<CategoryCode, Mass> now = new TreeMap<>();
        now.put(DISHES, Mass.grams(random.nextInt(100_000)));
        now.put(BOOKS, Mass.grams(random.nextInt(100_000)));
        for (int i = 0; i < 200; i++) {
            sums.add(new LedgerSum(
                    random.nextBoolean(),
                    accounts.get(random.nextInt(accounts.size())),
                    accounts.get(random.nextInt(accounts.size())),
                    random.nextBoolean() ? DISHES : BOOKS,
                    random.nextBoolean() ? DISHES : BOOKS,
                    Kind.values()[random.nextInt(5)],
                    Mass.grams(1 + random.nextInt(5_000))));
        }
        Reconciliation mass = explain(sums, now);
        for (CategoryLine line : mass.lines()) {
            long end = line.start().grams();
            for (Flow flow : Flow.values()) {
                end += flow.sign() * line.flow(flow).grams();
            }
            assertEquals(end, line.end().grams(), "seed " + seed + " " + line.category());
            long into = bands(mass, line, Sankey.Column.SOURCE);
            long outOf = bands(mass, line, Sankey.Column.OUTCOME);
            assertEquals(into, outOf, "seed " + seed + ": as much comes to a bar as leaves it");
        }
        for (Flow flow : Flow.values()) {
            long byKind = mass.provenances().getOrDefault(flow, Map.of()).values().stream()
                    .mapToLong(Mass::grams)
                    .sum();
            assertEquals(flow(mass, flow), byKind, "seed " + seed + " " + flow);
        }
    }

    private static long bands(Reconciliation mass, CategoryLine line, Sankey.Column side) {
        return mass.bands().stream()
                .filter(b -> (side == Sankey.Column.SOURCE ? b.to() : b.from())
                        .equals(new Sankey.Node(
                                Sankey.Column.CATEGORY, 0, line.category().code())))
                .mapToLong(Sankey.Link::weight)
                .sum();
    }
}
