package fr.lamine.pos.till;

import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/// Decides whether a till may sell: its cash was counted and its day is today's.
public final class SellingRules {

    private SellingRules() {}

    /// @return why not; empty when it may
    public static Optional<Answer.Refused> judge(TillBook book, LocalDate today) {
        if (book.session().isEmpty()) {
            return Optional.of(Refusal.TILL_CLOSED.with());
        }
        return leftOpen(book, today).map(day -> Refusal.TILL_LEFT_OPEN.with(French.day(day)));
    }

    /// The day of a session that nobody closed in time.
    public static Optional<LocalDate> leftOpen(TillBook book, LocalDate today) {
        return book.session().map(s -> s.day()).filter(day -> day.isBefore(today));
    }
}
