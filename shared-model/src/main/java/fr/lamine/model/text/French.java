package fr.lamine.model.text;

import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers and dates as French people write them: decimal comma, narrow no-break space (U+202F) between thousands and
/// before a sign such as €; and back, comma or dot alike.
public final class French {

    public static final char NARROW = '\u202f';

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRANCE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.FRANCE);
    private static final Pattern DECIMAL =
            Pattern.compile("([0-9]{1,7}|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3}){1,2})(?:[.,]([0-9]{1,3}))?");

    private French() {}

    /// `18,00 €`
    public static String euros(Money money) {
        return amount(money) + NARROW + "€";
    }

    /// `18,00`
    public static String amount(Money money) {
        return sign(money.cents()) + decimal(Math.abs(money.cents()), 100, 2);
    }

    /// `12,340`: kilograms without their unit.
    public static String kilos(Mass mass) {
        return sign(mass.grams()) + decimal(Math.abs(mass.grams()), 1000, 3);
    }

    /// `12,340 kg`
    public static String kg(Mass mass) {
        return kilos(mass) + NARROW + "kg";
    }

    /// `6 214 kg`, rounded half up to the kilogram: for reports only.
    public static String wholeKg(Mass mass) {
        return wholeKilos(mass) + NARROW + "kg";
    }

    /// `6 214`: the same without its unit.
    public static String wholeKilos(Mass mass) {
        long kilos = (Math.abs(mass.grams()) + 500) / 1000;
        return (kilos == 0 ? "" : sign(mass.grams())) + count(kilos);
    }

    /// `92 %`, below ten percent `3,6 %`, rounded half up.
    ///
    /// @param part  not negative
    /// @param whole above zero
    public static String percent(long part, long whole) {
        long tenths = rounded(part, 1_000, whole);
        String number = tenths == 0 ? "0" : tenths < 100 ? decimal(tenths, 10, 1) : count(rounded(part, 100, whole));
        return number + NARROW + "%";
    }

    /// `6 214`
    public static String count(long number) {
        String digits = Long.toString(Math.abs(number));
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append(NARROW);
            }
            grouped.append(digits.charAt(i));
        }
        return sign(number) + grouped;
    }

    /// `23/11/2026`
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// `14:32`
    public static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /// Reads `1,50`, `1.50`, `1,5`, `3` as euros; empty for anything else, three decimals included.
    public static Optional<Money> parseEuros(String text) {
        return parse(text, "€", 2).map(Money::cents);
    }

    /// Reads `12,34`, `12.340`, `7` as kilograms, to the gram; empty for anything else.
    public static Optional<Mass> parseKilos(String text) {
        return parse(text, "kg", 3).map(Mass::grams);
    }

    private static Optional<Long> parse(String text, String unit, int decimals) {
        String number = text.length() > 40 ? "" : trim(text);
        Matcher matcher = DECIMAL.matcher(
                number.endsWith(unit) ? trim(number.substring(0, number.length() - unit.length())) : number);
        String fraction = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
        if (!matcher.matches() || fraction.length() > decimals) {
            return Optional.empty();
        }
        String whole = matcher.group(1).replaceAll("[^0-9]", "");
        return Optional.of(Long.parseLong(whole + fraction + "0".repeat(decimals - fraction.length())));
    }

    private static String trim(String text) {
        return text.replaceAll("^[\\s\u00a0\u202f]+|[\\s\u00a0\u202f]+$", "");
    }

    private static long rounded(long part, long scale, long whole) {
        return Math.addExact(Math.multiplyExact(part, 2 * scale), whole) / Math.multiplyExact(2, whole);
    }

    private static String sign(long number) {
        return number < 0 ? "−" : "";
    }

    private static String decimal(long units, int scale, int decimals) {
        String fraction = Long.toString(units % scale);
        return count(units / scale) + "," + "0".repeat(decimals - fraction.length()) + fraction;
    }
}
