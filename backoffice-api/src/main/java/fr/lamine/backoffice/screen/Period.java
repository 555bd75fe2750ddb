package fr.lamine.backoffice.screen;

import fr.lamine.backoffice.platform.Texts;
import fr.lamine.model.text.French;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Business days from the first to the last, both included (*période*). In an address: `2026-11-23`, `2026-11`, `2026`,
/// or `2026-11-02_2026-11-15`.
public record Period(LocalDate from, LocalDate to) {

    private static final int MONTHS_OFFERED = 12;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    public Period {
        if (from.isAfter(to) || from.isBefore(FIRST) || to.isAfter(LAST)) {
            throw new IllegalArgumentException("a period from " + from + " to " + to);
        }
    }

    public static Period day(LocalDate day) {
        return new Period(day, day);
    }

    public static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /// Empty when the text names no period.
    public static Optional<Period> parse(String text) {
        try {
            return Optional.of(
                    switch (text.length()) {
                        case 4 -> {
                            Year year = Year.parse(text);
                            yield new Period(year.atDay(1), year.atMonth(12).atEndOfMonth());
                        }
                        case 7 -> month(YearMonth.parse(text));
                        case 10 -> day(LocalDate.parse(text));
                        case 21 ->
                            new Period(LocalDate.parse(text.substring(0, 10)), LocalDate.parse(text.substring(11)));
                        default -> throw new IllegalArgumentException(text);
                    });
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String code() {
        if (from.equals(to)) {
            return from.toString();
        }
        YearMonth month = YearMonth.from(from);
        if (equals(month(month))) {
            return month.toString();
        }
        boolean wholeYear = from.getDayOfYear() == 1 && to.equals(LocalDate.of(from.getYear(), 12, 31));
        return wholeYear ? String.valueOf(from.getYear()) : from + "_" + to;
    }

    /// `Novembre 2026`, `23/11/2026`, `2026`, `du 02/11/2026 au 15/11/2026`.
    public String label() {
        String code = code();
        return switch (code.length()) {
            case 4 -> code;
            case 7 -> monthName(YearMonth.from(from));
            case 10 -> French.day(from);
            default -> Texts.t("period.range", French.day(from), French.day(to));
        };
    }

    public LocalDate dayBefore() {
        return from.minusDays(1);
    }

    /// What the page proposes: the day, the last seven days, this month and the ones before, this year and the last.
    public static List<Period> offered(LocalDate today) {
        List<Period> offered = new ArrayList<>();
        offered.add(day(today));
        offered.add(new Period(today.minusDays(6), today));
        YearMonth month = YearMonth.from(today);
        for (int i = 0; i < MONTHS_OFFERED; i++) {
            offered.add(month(month.minusMonths(i)));
        }
        offered.add(new Period(LocalDate.of(today.getYear(), 1, 1), LocalDate.of(today.getYear(), 12, 31)));
        offered.add(new Period(LocalDate.of(today.getYear() - 1, 1, 1), LocalDate.of(today.getYear() - 1, 12, 31)));
        return offered;
    }

    private static String monthName(YearMonth month) {
        String name = month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, Locale.FRENCH);
        return name.substring(0, 1).toUpperCase(Locale.FRENCH) + name.substring(1) + " " + month.getYear();
    }
}
