package fr.lamine.pos.till;

import fr.lamine.model.sale.PaperSale;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Optional;

/// Decides which paper sales may be entered (*feuille de secours*): of a day that has come and is not long gone, each
/// line of a sheet once.
final class PaperRules {

    /// Older than this a sheet is a matter for the office, which may have closed its month.
    static final int OLDEST = 31;

    static final int MOST_LINES = 99;

    private PaperRules() {}

    /// @param open whether a ticket stands open or waits, which is none of the sheet's
    static Optional<Answer> begin(boolean open, Optional<String> sheet, Optional<LocalDate> day, LocalDate today) {
        if (open) {
            return Optional.of(Refusal.TICKET_OPEN.with());
        }
        if (sheet.isEmpty()) {
            return Optional.of(Refusal.BAD_SHEET.with());
        }
        if (day.isEmpty()) {
            return Optional.of(Refusal.BAD_PAPER_DAY.with());
        }
        return day(day.get(), today);
    }

    static Optional<Answer> day(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            return Optional.of(Refusal.PAPER_DAY_TO_COME.with(French.day(day)));
        }
        return day.isBefore(today.minusDays(OLDEST))
                ? Optional.of(Refusal.PAPER_TOO_OLD.with(French.count(OLDEST)))
                : Optional.empty();
    }

    /// @param entered whether this line of this sheet was entered before
    static Optional<Answer> line(int line, boolean entered) {
        if (line < 1 || line > MOST_LINES) {
            return Optional.of(Refusal.BAD_SHEET_LINE.with());
        }
        return entered ? Optional.of(Refusal.LINE_ENTERED.with(French.count(line))) : Optional.empty();
    }

    /// @param typed `1010012` as it is printed, `101-0012`
    static Optional<String> sheet(String typed) {
        return typed.matches("[0-9]{7}")
                ? Optional.of(typed.substring(0, 3) + "-" + typed.substring(3))
                : Optional.empty();
    }

    /// The day nearest before today, or today's.
    ///
    /// @param typed day and month, such as `2311`
    static Optional<LocalDate> day(String typed, LocalDate today) {
        if (!typed.matches("[0-9]{4}")) {
            return Optional.empty();
        }
        int day = Integer.parseInt(typed.substring(0, 2));
        int month = Integer.parseInt(typed.substring(2));
        if (month < 1
                || month > 12
                || day < 1
                || day > MonthDay.of(month, 1).getMonth().maxLength()) {
            return Optional.empty();
        }
        MonthDay wanted = MonthDay.of(month, day);
        return Optional.of(today.getYear())
                .map(year -> wanted.atYear(year).isAfter(today.plusDays(OLDEST)) ? year - 1 : year)
                .filter(year -> wanted.isValidYear(Year.of(year).getValue()))
                .map(wanted::atYear);
    }

    static PaperSale paper(PaperEntry entry) {
        return new PaperSale(entry.day(), entry.sheet(), entry.line());
    }
}
