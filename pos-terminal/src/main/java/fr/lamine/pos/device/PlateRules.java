package fr.lamine.pos.device;

import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/// Reads the plate of a scale as somebody copied it.
final class PlateRules {

    static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final Mass HEAVIEST = Mass.grams(10_000_000);

    private PlateRules() {}

    /// @param max kilograms, as min
    /// @param division grams
    /// @param sticker `31/03/2027`, or nothing
    record Typed(String name, AccuracyClass accuracyClass, String max, String min, String division, String sticker) {}

    sealed interface Outcome {}

    record Good(ScaleIdentity identity) implements Outcome {}

    record No(Refusal refusal) implements Outcome {}

    static Outcome read(Typed typed, String id, boolean emulated) {
        Optional<Mass> max = French.parseKilos(typed.max()).filter(mass -> mass.compareTo(HEAVIEST) <= 0);
        Optional<Mass> min = typed.min().isBlank() ? Optional.of(Mass.ZERO) : French.parseKilos(typed.min());
        Optional<Mass> division = grams(typed.division());
        if (max.isEmpty() || min.isEmpty() || division.isEmpty() || !fit(max.get(), min.get(), division.get())) {
            return new No(Refusal.BAD_PLATE);
        }
        Optional<LocalDate> sticker = day(typed.sticker());
        if (sticker.isEmpty() && !typed.sticker().isBlank()) {
            return new No(Refusal.BAD_STICKER);
        }
        return new Good(new ScaleIdentity(
                id, typed.name(), typed.accuracyClass(), max.get(), min.get(), division.get(), sticker, emulated));
    }

    private static boolean fit(Mass max, Mass min, Mass division) {
        return max.isPositive() && min.compareTo(max) < 0 && division.compareTo(max) < 0;
    }

    private static Optional<Mass> grams(String text) {
        String digits = text.strip();
        return digits.matches("[1-9][0-9]{0,5}") ? Optional.of(Mass.grams(Long.parseLong(digits))) : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip(), DAY));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
