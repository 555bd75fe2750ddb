package fr.lamine.pos.closing;

import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.fiscal.TillSession;
import fr.lamine.model.money.Money;
import fr.lamine.model.text.French;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.till.SellingRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Decides what may be done with a drawer, and what its count says.
public final class ClosingRules {

    private ClosingRules() {}

    /// A till is opened once a day or more, but never over a session that nobody closed.
    static Optional<Answer.Refused> opening(TillBook book, LocalDate today) {
        if (book.session().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(SellingRules.leftOpen(book, today)
                .map(day -> Refusal.TILL_LEFT_OPEN.with(French.day(day)))
                .orElseGet(Refusal.TILL_OPEN::with));
    }

    /// A difference is accepted whatever it is; only who says so changes.
    ///
    /// @param vouched a manager has said yes, or nobody is there to say it
    static Optional<Answer.Refused> closing(
            TillBook book, CashCount counted, Money stays, Money threshold, boolean vouched) {
        if (book.session().isEmpty()) {
            return Optional.of(Refusal.TILL_CLOSED.with());
        }
        if (stays.compareTo(counted.total()) > 0) {
            return Optional.of(Refusal.LEFT_TOO_MUCH.with(French.euros(counted.total())));
        }
        if (!vouched && needsManager(book, counted, threshold)) {
            return Optional.of(Refusal.MANAGER_NEEDED.with(French.euros(threshold)));
        }
        return Optional.empty();
    }

    /// Counted less expected; nothing while no session is open.
    static Money difference(TillBook book, CashCount counted) {
        return book.expectedCash()
                .map(expected -> counted.total().minus(expected))
                .orElse(Money.ZERO);
    }

    static boolean needsManager(TillBook book, CashCount counted, Money threshold) {
        Money difference = difference(book, counted);
        return (difference.isNegative() ? difference.negated() : difference).compareTo(threshold) > 0;
    }

    /// What usually stays in the drawer: what it was opened with, or all there is.
    static Money stays(TillBook book, CashCount counted) {
        Money opening = book.session().map(TillSession::opening).orElse(Money.ZERO);
        return opening.compareTo(counted.total()) < 0 ? opening : counted.total();
    }

    /// What is said of the tickets on hold that went with the day.
    static String abandoned(int tickets) {
        if (tickets == 0) {
            return "";
        }
        return tickets == 1
                ? " Le ticket en attente est abandonné."
                : " Les " + French.count(tickets) + " tickets en attente sont abandonnés.";
    }

    /// A month or year may be closed before its end, but never over an open day.
    static Optional<Answer.Refused> period(TillBook book, ClosingKind kind) {
        if (book.session().isPresent() || kind == ClosingKind.DAY) {
            return Optional.of(Refusal.TILL_NOT_CLOSED.with());
        }
        return book.openSince(kind).isEmpty() ? Optional.of(Refusal.NOTHING_TO_CLOSE.with()) : Optional.empty();
    }

    /// Cash moves without a sale only while somebody answers for the drawer.
    static Optional<Answer.Refused> moving(TillBook book, Money amount, String reason) {
        if (book.session().isEmpty()) {
            return Optional.of(Refusal.TILL_CLOSED.with());
        }
        if (!amount.isPositive()) {
            return Optional.of(Refusal.BAD_AMOUNT.with());
        }
        return reason.isBlank() ? Optional.of(Refusal.NO_REASON.with()) : Optional.empty();
    }

    static Optional<Answer.Refused> banking(TillBook book, CashCount counted, List<?> cheques) {
        if (book.session().isEmpty()) {
            return Optional.of(Refusal.TILL_CLOSED.with());
        }
        return counted.total().isPositive() || !cheques.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.NOTHING_FOR_BANK.with());
    }
}
