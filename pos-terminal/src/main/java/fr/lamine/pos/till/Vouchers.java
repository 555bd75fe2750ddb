package fr.lamine.pos.till;

import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.VoucherHold.VoucherHeld;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.store.Reservations;
import fr.lamine.pos.sync.OfficeWord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What a voucher is worth here. With the office, what the office holds of it for this ticket; without, only a voucher
/// that this terminal gave out and never heard to be spent, up to a cap.
final class Vouchers {

    /// Most that is taken of one voucher on a ticket while the office cannot tell who else took it.
    static final Money OFFLINE_CAP = Money.cents(50_00);

    private Vouchers() {}

    sealed interface Verdict {}

    /// @param amount what it pays of the ticket, above zero
    record Worth(Money amount) implements Verdict {}

    record No(Answer.Refused why) implements Verdict {}

    static boolean isCode(String code) {
        return code.matches("[0-9]{3}-[1-9][0-9]{0,8}");
    }

    static Verdict judge(Handle sql, TerminalId own, String code, OpenTicket ticket, OfficeWord<VoucherHeld> word) {
        if (!isCode(code)) {
            return new No(Refusal.UNKNOWN_VOUCHER.with());
        }
        if (ticket.holdsNothing()) {
            return new No(Refusal.EMPTY_TICKET.with());
        }
        if (!ticket.due().isPositive()) {
            return new No(Refusal.MORE_THAN_DUE.with());
        }
        String giver = code.substring(0, 3);
        Optional<Money> here = giver.equals(own.code()) ? left(sql, code) : Optional.empty();
        if (giver.equals(own.code()) && here.isEmpty()) {
            return new No(Refusal.UNKNOWN_VOUCHER.with());
        }
        here.ifPresent(left -> learn(sql, code, left, word));
        Money used = used(ticket.tenders(), code);
        return switch (word) {
            case OfficeWord.Said<VoucherHeld>(VoucherHeld held) ->
                judge(least(held.amount(), here.orElse(held.amount())), used, ticket);
            case OfficeWord.Unknown<VoucherHeld> _ when here.isEmpty() -> new No(Refusal.VOUCHER_UNHEARD.with(giver));
            case OfficeWord.Alone<VoucherHeld> _ when here.isPresent() -> judge(here.get(), used, ticket);
            case OfficeWord.Unknown<VoucherHeld> _, OfficeWord.Away<VoucherHeld> _, OfficeWord.Alone<VoucherHeld> _ ->
                here.map(left -> withoutOffice(left.minus(Reservations.spentElsewhere(sql, code)), used, ticket))
                        .orElseGet(() -> new No(Refusal.VOUCHER_ELSEWHERE.with(giver)));
        };
    }

    /// What others spent of a voucher of ours is remembered for the hours without the office.
    private static void learn(Handle sql, String code, Money here, OfficeWord<VoucherHeld> word) {
        if (word instanceof OfficeWord.Said<VoucherHeld>(VoucherHeld held)) {
            Reservations.keepSpentElsewhere(sql, code, here.minus(held.left()));
        }
    }

    private static Verdict withoutOffice(Money left, Money used, OpenTicket ticket) {
        return OFFLINE_CAP.compareTo(left) < 0 && !OFFLINE_CAP.minus(used).isPositive()
                ? new No(Refusal.VOUCHER_CAPPED.with(French.euros(OFFLINE_CAP)))
                : judge(least(left, OFFLINE_CAP), used, ticket);
    }

    /// @param most that may be taken of it, what stands on the ticket included
    /// @param used of it on this ticket already
    static Verdict judge(Money most, Money used, OpenTicket ticket) {
        Money rest = most.minus(used);
        return rest.isPositive() ? new Worth(least(rest, ticket.due())) : new No(Refusal.VOUCHER_SPENT.with());
    }

    private static Money least(Money a, Money b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /// Another station of this terminal may have spent it meanwhile, or what the office held is over.
    static Optional<Answer> overspent(
            Handle sql, StationCode station, TerminalId own, List<TenderLine> tenders, Instant now) {
        return tenders.stream()
                .filter(t -> t.tender() == Tender.VOUCHER)
                .map(t -> t.reference().orElseThrow())
                .distinct()
                .flatMap(code -> overspent(sql, station, own, code, used(tenders, code), now).stream())
                .findFirst();
    }

    private static Optional<Answer> overspent(
            Handle sql, StationCode station, TerminalId own, String code, Money used, Instant now) {
        if (code.startsWith(own.code() + "-")) {
            return left(sql, code).orElse(Money.ZERO).compareTo(used) < 0
                    ? Optional.of(Refusal.VOUCHER_SPENT.with())
                    : Optional.empty();
        }
        boolean held = Reservations.of(sql, station, code)
                .filter(one -> one.until().isAfter(now) && one.amount() >= used.cents())
                .isPresent();
        return held ? Optional.empty() : Optional.of(Refusal.VOUCHER_HOLD_OVER.with(code));
    }

    /// What is left of a voucher; empty when this terminal never gave it out.
    static Optional<Money> left(Handle sql, String code) {
        return sql.createQuery("SELECT sum(amount) FROM own_voucher WHERE code = :code HAVING count(*) > 0")
                .bind("code", code)
                .mapTo(Long.class)
                .findOne()
                .map(Money::cents);
    }

    static Money used(List<TenderLine> tenders, String code) {
        return tenders.stream()
                .filter(t -> t.tender() == Tender.VOUCHER && t.reference().equals(Optional.of(code)))
                .map(TenderLine::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
