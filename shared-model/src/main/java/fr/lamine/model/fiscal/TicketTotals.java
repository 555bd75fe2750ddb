package fr.lamine.model.fiscal;

import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.till.ExtraTotal;
import fr.lamine.model.till.PeriodTotals;
import fr.lamine.model.till.TenderTotal;
import fr.lamine.model.till.VatTotal;
import java.util.List;
import java.util.stream.Stream;

/// What one ticket adds to a period.
public final class TicketTotals {

    private TicketTotals() {}

    public static PeriodTotals of(Sale sale) {
        PeriodTotals one = new PeriodTotals(
                1,
                sale.lines().size() + sale.returns().size(),
                sale.sold(),
                sale.returned(),
                sale.lines().stream().map(SaleLine::reduced).reduce(Money.ZERO, Money::plus),
                taxes(sale),
                tenders(sale),
                extras(sale),
                0,
                0,
                0);
        return PeriodTotals.NONE.plus(one);
    }

    private static List<VatTotal> taxes(Sale sale) {
        return Stream.concat(
                        sale.lines().stream().map(SaleLine::vat).map(v -> total(v, 1)),
                        sale.returns().stream().map(ReturnLine::vat).map(v -> total(v, -1)))
                .toList();
    }

    private static VatTotal total(Vat vat, int sign) {
        Money net = vat.net().times(sign);
        Money tax = vat.tax().times(sign);
        return new VatTotal(vat.regime(), vat.basisPoints(), net.plus(tax), net, tax);
    }

    /// Change is off the cash that was handed over.
    private static List<TenderTotal> tenders(Sale sale) {
        Money cash = sale.tenders().stream()
                .filter(t -> t.tender() == Tender.CASH)
                .map(TenderLine::amount)
                .reduce(Money.ZERO, Money::plus)
                .minus(sale.change());
        Stream<TenderTotal> taken = sale.tenders().stream()
                .filter(t -> t.tender() != Tender.CASH)
                .map(t -> new TenderTotal(t.tender(), t.amount(), Money.ZERO));
        Stream<TenderTotal> back =
                sale.givenBack().stream().map(t -> new TenderTotal(t.tender(), Money.ZERO, t.amount()));
        Stream<TenderTotal> kept =
                cash.isPositive() ? Stream.of(new TenderTotal(Tender.CASH, cash, Money.ZERO)) : Stream.empty();
        return Stream.of(taken, kept, back).flatMap(all -> all).toList();
    }

    private static List<ExtraTotal> extras(Sale sale) {
        return sale.extras().stream().map(TicketTotals::total).toList();
    }

    private static ExtraTotal total(ExtraLine extra) {
        return new ExtraTotal(extra.kind(), extra.amount());
    }
}
