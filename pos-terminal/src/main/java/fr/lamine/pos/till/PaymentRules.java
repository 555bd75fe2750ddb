package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides when a ticket is paid. Only cash gives change; no more cash is kept than the law allows (CMF D112-3).
final class PaymentRules {

    private static final Money MAX_HANDED = Money.cents(10_000_000);

    private PaymentRules() {}

    sealed interface Verdict {}

    record Paid(Money change) implements Verdict {}

    /// The customer gets this much back.
    record Owed(Money back) implements Verdict {}

    record Missing(Money due) implements Verdict {}

    record No(Answer.Refused why) implements Verdict {}

    static Verdict judge(OpenTicket ticket, List<TenderLine> tenders, Money cashCap) {
        Money total = ticket.total();
        Money handed = sum(tenders, false);
        Money cash = sum(tenders, true);
        if (ticket.holdsNothing()) {
            return new No(Refusal.EMPTY_TICKET.with());
        }
        if (tenders.size() > Fact.MAX_TENDERS) {
            return new No(Refusal.TOO_MANY_TENDERS.with());
        }
        if (handed.compareTo(MAX_HANDED) > 0) {
            return new No(Refusal.BAD_AMOUNT.with());
        }
        if (total.isNegative()) {
            return tenders.isEmpty() ? new Owed(total.negated()) : new No(Refusal.MORE_THAN_DUE.with());
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
            Catalog catalog,
            PerpetualTotals before,
            Context context) {
        PerpetualTotals after = before.afterTicket(ticket.sold(), ticket.returned());
        return sale(ticket, tenders, change, List.of(), catalog, after, context);
    }

    /// The ticket of a customer who gets money back, in one tender.
    static Fact.Sale refunded(
            OpenTicket ticket,
            Tender tender,
            TerminalId own,
            Catalog catalog,
            PerpetualTotals before,
            Context context) {
        Money back = ticket.total().negated();
        PerpetualTotals after = before.afterTicket(ticket.sold(), ticket.returned());
        if (tender != Tender.VOUCHER) {
            return sale(ticket, List.of(), Money.ZERO, List.of(new TenderLine(tender, back)), catalog, after, context);
        }
        after = after.afterVouchers(1);
        TenderLine voucher = TenderLine.voucher(TenderLine.voucherCode(own.code(), after.vouchers()), back);
        return sale(ticket, List.of(), Money.ZERO, List.of(voucher), catalog, after, context);
    }

    private static Fact.Sale sale(
            OpenTicket ticket,
            List<TenderLine> tenders,
            Money change,
            List<TenderLine> givenBack,
            Catalog catalog,
            PerpetualTotals after,
            Context context) {
        List<SaleLine> lines = ticket.sold(catalog, context);
        return new Fact.Sale(
                context,
                after.tickets(),
                lines,
                ticket.returns(),
                ticket.extras(),
                ticket.total(),
                tenders,
                change,
                givenBack,
                ticket.member(),
                Optional.empty(),
                after);
    }

    /// Money goes back the way it came, as far as it came that way, when it was verified or came to this till; a
    /// voucher
    /// is always possible.
    ///
    /// @param paid what the sales that are brought back kept in each tender
    static Optional<Refusal> refund(OpenTicket ticket, Tender tender, Map<Tender, Money> paid, TerminalId own) {
        Money back = ticket.total().negated();
        if (!back.isPositive()) {
            return Optional.of(Refusal.NOTHING_TO_REFUND);
        }
        boolean sure = ticket.returns().stream().allMatch(line -> line.verified() || isOf(line, own));
        Money most = sure && tender.refundable() ? paid.getOrDefault(tender, Money.ZERO) : Money.ZERO;
        return tender == Tender.VOUCHER || most.compareTo(back) >= 0
                ? Optional.empty()
                : Optional.of(Refusal.NOT_SO_REFUNDED);
    }

    private static boolean isOf(ReturnLine line, TerminalId own) {
        return line.of()
                .filter(of -> of.ticket().journal().terminal().equals(own))
                .isPresent();
    }

    /// What a shop kept of a sale in each tender.
    static Map<Tender, Money> kept(Fact.Sale sale) {
        Map<Tender, Money> kept = new EnumMap<>(Tender.class);
        sale.tenders().forEach(t -> kept.merge(t.tender(), t.amount(), Money::plus));
        kept.computeIfPresent(Tender.CASH, (_, cash) -> cash.minus(sale.change()));
        return kept;
    }

    private static Money sum(List<TenderLine> tenders, boolean cashOnly) {
        return tenders.stream()
                .filter(t -> !cashOnly || t.tender().givesChange())
                .map(TenderLine::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
