package fr.lamine.backoffice.reconciliation;

import fr.lamine.backoffice.platform.Texts;
import fr.lamine.backoffice.reconciliation.Sankey.Column;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Adjustment;
import fr.lamine.model.stock.Account.From;
import fr.lamine.model.stock.Account.Gone;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.stock.Account.Transit;
import fr.lamine.model.stock.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// From sums of the ledger to the explanation of a period.
public final class ReconciliationRules {

    private ReconciliationRules() {}

    /// What a ledger sum is for one category of the stock looked at.
    private record Effect(CategoryCode category, Flow flow, Account other, Mass into) {}

    /// @param here  true for the places whose stock is explained
    /// @param now   grams in those places today, by category
    /// @param names of the categories, for the picture
    public static Reconciliation explain(
            List<LedgerSum> sums,
            Map<CategoryCode, Mass> now,
            Predicate<Account> here,
            Function<CategoryCode, String> names) {
        Map<CategoryCode, Building> building = new TreeMap<>();
        now.forEach((category, mass) -> building.computeIfAbsent(category, _ -> new Building()).end = mass);
        Map<Flow, Map<MassProvenance.Kind, Mass>> provenances = new EnumMap<>(Flow.class);
        for (LedgerSum sum : sums) {
            for (Effect effect : effects(sum, here)) {
                Building line = building.computeIfAbsent(effect.category(), _ -> new Building());
                if (sum.later()) {
                    line.end = line.end.minus(effect.into());
                    continue;
                }
                line.within(effect);
                provenances
                        .computeIfAbsent(effect.flow(), _ -> new EnumMap<>(MassProvenance.Kind.class))
                        .merge(sum.provenance(), signed(effect), Mass::plus);
            }
        }
        List<CategoryLine> lines = building.entrySet().stream()
                .map(e -> e.getValue().line(e.getKey()))
                .filter(ReconciliationRules::saysSomething)
                .sorted(Comparator.comparing(ReconciliationRules::weight)
                        .reversed()
                        .thenComparing(CategoryLine::category))
                .toList();
        List<Sankey.Link> bands = lines.stream()
                .flatMap(line -> building.get(line.category()).bands(names.apply(line.category())).stream())
                .toList();
        return new Reconciliation(lines, provenances, bands);
    }

    private static List<Effect> effects(LedgerSum sum, Predicate<Account> here) {
        boolean out = here.test(sum.from());
        boolean in = here.test(sum.to());
        List<Effect> effects = new ArrayList<>(2);
        if (in && out && sum.categoryFrom().equals(sum.categoryTo())) {
            return effects;
        }
        if (in) {
            Flow flow = out ? Flow.TRANSFER : Flow.with(sum.from());
            effects.add(new Effect(sum.categoryTo(), flow, sum.from(), sum.mass()));
        }
        if (out) {
            Flow flow = in ? Flow.TRANSFER : Flow.with(sum.to());
            effects.add(
                    new Effect(sum.categoryFrom(), flow, sum.to(), sum.mass().negated()));
        }
        return effects;
    }

    private static Mass signed(Effect effect) {
        return effect.flow().sign() < 0 ? effect.into().negated() : effect.into();
    }

    private static boolean saysSomething(CategoryLine line) {
        return !line.start().equals(Mass.ZERO)
                || !line.end().equals(Mass.ZERO)
                || line.flows().values().stream().anyMatch(mass -> !mass.equals(Mass.ZERO));
    }

    private static long weight(CategoryLine line) {
        return line.flows().values().stream()
                        .mapToLong(m -> Math.abs(m.grams()))
                        .sum()
                + Math.abs(line.end().grams());
    }

    private static boolean isUnexplained(Account other) {
        return other instanceof Adjustment(var _, var cause) && cause != Cause.ROUNDING;
    }

    /// Who stands on the other side of a band of the picture.
    private record Side(int sign, int order, String key) implements Comparable<Side> {
        @Override
        public int compareTo(Side other) {
            return Comparator.comparingInt(Side::sign)
                    .thenComparingInt(Side::order)
                    .compare(this, other);
        }

        static Side of(Effect effect) {
            return switch (effect.other()) {
                case From(var source, var _) -> new Side(1, source.ordinal(), Texts.word(source));
                case Gone(var outcome, var _) -> new Side(-1, outcome.ordinal(), Texts.word(outcome));
                case Adjustment _ -> new Side(1, 20, Texts.t("sankey.adjustment"));
                case Place _, Transit _ -> new Side(1, 21, Texts.t("sankey.transfer"));
            };
        }

        /// A band has a positive width: what runs against its usual direction stands on the other side.
        Sankey.Link band(Sankey.Node category, Mass mass) {
            boolean comes = (mass.isPositive() ? sign : -sign) > 0;
            Sankey.Node end = new Sankey.Node(comes ? Column.SOURCE : Column.OUTCOME, order, key);
            long grams = Math.abs(mass.grams());
            return comes ? new Sankey.Link(end, category, grams) : new Sankey.Link(category, end, grams);
        }
    }

    /// One category while its sums are gathered.
    private static final class Building {
        private Mass end = Mass.ZERO;
        private Mass net = Mass.ZERO;
        private Mass unexplained = Mass.ZERO;
        private final Map<Flow, Mass> flows = new EnumMap<>(Flow.class);
        private final Map<Side, Mass> sides = new TreeMap<>();

        void within(Effect effect) {
            net = net.plus(effect.into());
            flows.merge(effect.flow(), signed(effect), Mass::plus);
            if (isUnexplained(effect.other())) {
                unexplained = unexplained.plus(effect.into());
            }
            sides.merge(Side.of(effect), signed(effect), Mass::plus);
        }

        CategoryLine line(CategoryCode category) {
            Mass below = end.isNegative() ? end : Mass.ZERO;
            return new CategoryLine(category, end.minus(net), flows, end, unexplained.plus(below));
        }

        List<Sankey.Link> bands(String name) {
            Map<Side, Mass> all = new TreeMap<>(sides);
            boolean grew = net.isPositive();
            all.put(
                    grew ? new Side(-1, 30, Texts.t("sankey.to-stock")) : new Side(1, 30, Texts.t("sankey.from-stock")),
                    grew ? net : net.negated());
            Sankey.Node category = new Sankey.Node(Column.CATEGORY, 0, name);
            return all.entrySet().stream()
                    .filter(e -> !e.getValue().equals(Mass.ZERO))
                    .map(e -> e.getKey().band(category, e.getValue()))
                    .toList();
        }
    }
}
