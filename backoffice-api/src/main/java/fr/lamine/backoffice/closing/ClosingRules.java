package fr.lamine.backoffice.closing;

import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.till.ExtraTotal;
import fr.lamine.model.till.PeriodTotals;
import fr.lamine.model.till.VatTotal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Judges a closing by what the office counts over its tickets.
public final class ClosingRules {

    private ClosingRules() {}

    /// What the two say of one thing, unlike each other.
    ///
    /// @param closed  in cents, or tickets
    /// @param counted by the office
    public record Differs(What what, long closed, long counted) {}

    public enum What {
        TICKETS,
        SOLD,
        RETURNED,
        TENDERS,
        VAT,
        EXTRAS
    }

    /// The first thing that differs, the most telling first; empty when the two agree.
    public static Optional<Differs> differs(Closing closing, OwnSums own) {
        PeriodTotals totals = closing.totals();
        List<Differs> simple = List.of(
                new Differs(What.TICKETS, totals.tickets(), own.tickets()),
                cents(What.SOLD, totals.sold(), own.sold()),
                cents(What.RETURNED, totals.returned(), own.returned()));
        Stream<Differs> tenders =
                Stream.of(Tender.values()).map(tender -> cents(What.TENDERS, totals.in(tender), own.in(tender)));
        Stream<Differs> extras =
                Stream.of(ExtraLine.Kind.values()).map(kind -> cents(What.EXTRAS, extra(totals, kind), own.of(kind)));
        Stream<Differs> vat = Stream.concat(
                totals.vat().stream().map(total -> taxes(total, own)),
                own.vat().stream()
                        .filter(other -> closed(totals, other).isEmpty())
                        .map(other -> cents(What.VAT, Money.ZERO, other.paid())));
        return Stream.of(simple.stream(), tenders, extras, vat)
                .flatMap(all -> all)
                .filter(differs -> differs.closed() != differs.counted())
                .findFirst();
    }

    private static Differs taxes(VatTotal closed, OwnSums own) {
        Optional<VatTotal> counted = own.vat(closed.regime(), closed.basisPoints());
        Money paid = counted.map(VatTotal::paid).orElse(Money.ZERO);
        return closed.paid().equals(paid)
                ? cents(What.VAT, closed.tax(), counted.map(VatTotal::tax).orElse(Money.ZERO))
                : cents(What.VAT, closed.paid(), paid);
    }

    private static Optional<VatTotal> closed(PeriodTotals totals, VatTotal like) {
        return totals.vat().stream()
                .filter(v -> v.regime() == like.regime() && v.basisPoints() == like.basisPoints())
                .findFirst();
    }

    static Money extra(PeriodTotals totals, ExtraLine.Kind kind) {
        return totals.extras().stream()
                .filter(extra -> extra.kind() == kind)
                .map(ExtraTotal::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private static Differs cents(What what, Money closed, Money counted) {
        return new Differs(what, closed.cents(), counted.cents());
    }

    /// Whether a cash difference is beyond what the tills' settings let pass.
    public static boolean isBeyond(Money difference, Money threshold) {
        return difference.abs().compareTo(threshold) > 0;
    }
}
