package fr.lamine.model.till;

import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.Tender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a till did in a period. Grown ticket by ticket, so that closing takes no longer at 10 000 tickets than at 10.
///
/// @param tickets   how many
/// @param lines     of goods, services and returns on them
/// @param sold      goods and services, VAT included, after reductions
/// @param returned  goods taken back, zero or more
/// @param reduced   what came off prices
/// @param vat       by regime and rate, in the order of regimes
/// @param tenders   in the order of tenders; only those that were used
/// @param extras    money that is no turnover
/// @param voided    lines taken off and tickets abandoned
/// @param copies    duplicates printed
/// @param openings  of the drawer without a sale
public record PeriodTotals(
        int tickets,
        int lines,
        Money sold,
        Money returned,
        Money reduced,
        List<VatTotal> vat,
        List<TenderTotal> tenders,
        List<ExtraTotal> extras,
        int voided,
        int copies,
        int openings) {

    public static final PeriodTotals NONE =
            new PeriodTotals(0, 0, Money.ZERO, Money.ZERO, Money.ZERO, List.of(), List.of(), List.of(), 0, 0, 0);

    public PeriodTotals {
        vat = List.copyOf(vat);
        tenders = List.copyOf(tenders);
        extras = List.copyOf(extras);
        if (tickets < 0 || lines < 0 || voided < 0 || copies < 0 || openings < 0) {
            throw new IllegalArgumentException("a count below zero");
        }
        if (sold.isNegative() || returned.isNegative() || reduced.isNegative()) {
            throw new IllegalArgumentException("a total below zero");
        }
        Money taxed = vat.stream().map(VatTotal::paid).reduce(Money.ZERO, Money::plus);
        Money extra = extras.stream().map(ExtraTotal::amount).reduce(Money.ZERO, Money::plus);
        Money taken = tenders.stream().map(TenderTotal::balance).reduce(Money.ZERO, Money::plus);
        if (!taxed.equals(sold.minus(returned)) || !taken.equals(taxed.plus(extra))) {
            throw new IllegalArgumentException("sold %s, returned %s, by VAT %s, extras %s, tenders %s"
                    .formatted(sold, returned, taxed, extra, taken));
        }
    }

    /// Goods and services less returns.
    public Money net() {
        return sold.minus(returned);
    }

    public Money in(Tender tender) {
        return tenders.stream()
                .filter(t -> t.tender() == tender)
                .map(TenderTotal::balance)
                .reduce(Money.ZERO, Money::plus);
    }

    /// This period and another one, as a month is its days.
    public PeriodTotals plus(PeriodTotals other) {
        List<VatTotal> taxes = new ArrayList<>(vat);
        other.vat.forEach(v -> tax(taxes, v));
        List<TenderTotal> money = new ArrayList<>(tenders);
        other.tenders.forEach(t -> take(money, t.tender(), t.taken(), t.givenBack()));
        List<ExtraTotal> more = new ArrayList<>(extras);
        other.extras.forEach(e -> extra(more, e.kind(), e.amount()));
        return new PeriodTotals(
                tickets + other.tickets,
                lines + other.lines,
                sold.plus(other.sold),
                returned.plus(other.returned),
                reduced.plus(other.reduced),
                sortedTaxes(taxes),
                money.stream().sorted(Comparator.comparing(TenderTotal::tender)).toList(),
                more.stream().sorted(Comparator.comparing(ExtraTotal::kind)).toList(),
                voided + other.voided,
                copies + other.copies,
                openings + other.openings);
    }

    public PeriodTotals withVoided() {
        return counting(voided + 1, copies, openings);
    }

    public PeriodTotals withCopy() {
        return counting(voided, copies + 1, openings);
    }

    public PeriodTotals withOpening() {
        return counting(voided, copies, openings + 1);
    }

    private PeriodTotals counting(int nowVoided, int nowCopies, int nowOpenings) {
        return new PeriodTotals(
                tickets, lines, sold, returned, reduced, vat, tenders, extras, nowVoided, nowCopies, nowOpenings);
    }

    private static List<VatTotal> sortedTaxes(List<VatTotal> taxes) {
        return taxes.stream()
                .sorted(Comparator.comparing(VatTotal::regime).thenComparing(VatTotal::basisPoints))
                .toList();
    }

    private static void tax(List<VatTotal> taxes, VatTotal more) {
        for (int i = 0; i < taxes.size(); i++) {
            if (taxes.get(i).isOf(more.regime(), more.basisPoints())) {
                taxes.set(i, taxes.get(i).plus(more));
                return;
            }
        }
        taxes.add(more);
    }

    private static void take(List<TenderTotal> money, Tender tender, Money taken, Money givenBack) {
        for (int i = 0; i < money.size(); i++) {
            if (money.get(i).tender() == tender) {
                money.set(i, money.get(i).plus(taken, givenBack));
                return;
            }
        }
        money.add(new TenderTotal(tender, taken, givenBack));
    }

    private static void extra(List<ExtraTotal> extras, ExtraLine.Kind kind, Money amount) {
        for (int i = 0; i < extras.size(); i++) {
            if (extras.get(i).kind() == kind) {
                extras.set(i, new ExtraTotal(kind, extras.get(i).amount().plus(amount)));
                return;
            }
        }
        extras.add(new ExtraTotal(kind, amount));
    }
}
