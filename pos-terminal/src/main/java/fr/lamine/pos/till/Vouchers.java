package fr.lamine.pos.till;

import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.TerminalId;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What a voucher is worth here. A terminal takes its own vouchers only: it alone gave them out and took them in, so it
/// knows what is left of them, with the office or without.
final class Vouchers {

    private Vouchers() {}

    sealed interface Verdict {}

    /// @param amount what it pays of the ticket, above zero
    record Worth(Money amount) implements Verdict {}

    record No(Answer.Refused why) implements Verdict {}

    static Verdict judge(Handle sql, TerminalId own, String code, OpenTicket ticket) {
        if (!code.matches("[0-9]{3}-[1-9][0-9]{0,8}")) {
            return new No(Refusal.UNKNOWN_VOUCHER.with());
        }
        String giver = code.substring(0, 3);
        if (!giver.equals(own.code())) {
            return new No(Refusal.VOUCHER_ELSEWHERE.with(giver));
        }
        return judge(left(sql, code), used(ticket.tenders(), code), ticket);
    }

    /// @param left empty when no such voucher was given out
    /// @param used of it on this ticket already
    static Verdict judge(Optional<Money> left, Money used, OpenTicket ticket) {
        if (left.isEmpty()) {
            return new No(Refusal.UNKNOWN_VOUCHER.with());
        }
        if (ticket.holdsNothing()) {
            return new No(Refusal.EMPTY_TICKET.with());
        }
        if (!ticket.due().isPositive()) {
            return new No(Refusal.MORE_THAN_DUE.with());
        }
        Money rest = left.get().minus(used);
        if (!rest.isPositive()) {
            return new No(Refusal.VOUCHER_SPENT.with());
        }
        return new Worth(rest.compareTo(ticket.due()) < 0 ? rest : ticket.due());
    }

    /// Another station of this terminal may have spent it meanwhile.
    static Optional<Answer> overspent(Handle sql, List<TenderLine> tenders) {
        return tenders.stream()
                .filter(t -> t.tender() == Tender.VOUCHER)
                .map(t -> t.reference().orElseThrow())
                .distinct()
                .filter(code -> left(sql, code).orElse(Money.ZERO).compareTo(used(tenders, code)) < 0)
                .findFirst()
                .map(_ -> Refusal.VOUCHER_SPENT.with());
    }

    /// What is left of a voucher; empty when this terminal never gave it out.
    static Optional<Money> left(Handle sql, String code) {
        return sql.createQuery("SELECT sum(amount) FROM own_voucher WHERE code = :code HAVING count(*) > 0")
                .bind("code", code)
                .mapTo(Long.class)
                .findOne()
                .map(Money::cents);
    }

    private static Money used(List<TenderLine> tenders, String code) {
        return tenders.stream()
                .filter(t -> t.tender() == Tender.VOUCHER && t.reference().equals(Optional.of(code)))
                .map(TenderLine::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
