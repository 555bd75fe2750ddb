package fr.lamine.pos.till;

import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.util.List;

/// Decides when a ticket is paid. Only cash gives change; no more cash is kept than the law allows (CMF D112-3).
final class PaymentRules {

    static final Money LEGAL_CASH_CAP = Money.cents(100_000);
    private static final Money MAX_HANDED = Money.cents(10_000_000);

    private PaymentRules() {}

    sealed interface Verdict {}

    record Paid(Money change) implements Verdict {}

    record Missing(Money due) implements Verdict {}

    record No(Answer.Refused why) implements Verdict {}

    static Verdict judge(OpenTicket ticket, List<TenderLine> tenders, Money cashCap) {
        Money total = ticket.total();
        Money handed = sum(tenders, false);
        Money cash = sum(tenders, true);
        if (ticket.lines().isEmpty()) {
            return new No(Refusal.EMPTY_TICKET.with());
        }
        if (tenders.size() > Fact.MAX_TENDERS) {
            return new No(Refusal.TOO_MANY_TENDERS.with());
        }
        if (handed.compareTo(MAX_HANDED) > 0) {
            return new No(Refusal.BAD_AMOUNT.with());
        }
        Money change = handed.minus(total);
        if (change.compareTo(cash) > 0 || change.isPositive() && change.equals(cash)) {
            return new No(Refusal.MORE_THAN_DUE.with());
        }
        Money kept = change.isPositive() ? cash.minus(change) : cash;
        if (kept.compareTo(cashCap) > 0) {
            return new No(Refusal.CASH_CAP.with(French.euros(cashCap)));
        }
        return change.isNegative() ? new Missing(change.negated()) : new Paid(change);
    }

    static Fact.Sale sale(
            OpenTicket ticket,
            List<TenderLine> tenders,
            Money change,
            VatRegime regime,
            PerpetualTotals before,
            Context context) {
        List<SaleLine> lines =
                ticket.lines().stream().map(line -> line.sold(regime)).toList();
        PerpetualTotals after = before.afterTicket(ticket.total());
        return new Fact.Sale(context, after.tickets(), lines, ticket.total(), tenders, change, after);
    }

    private static Money sum(List<TenderLine> tenders, boolean cashOnly) {
        return tenders.stream()
                .filter(t -> !cashOnly || t.tender().givesChange())
                .map(TenderLine::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
