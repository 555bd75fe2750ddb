package fr.lamine.hardware.scale;

import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.model.measure.Mass;
import java.time.LocalDate;
import java.util.Optional;

/// The plate and the stickers of a scale: what a record of a weighing must be able to say about it. `stickerExpiry` is
/// the date on the green vignette of the periodic verification. An emulated scale says so, and is refused in a journal
/// that is neither training nor demo.
public record ScaleIdentity(
        String id,
        String name,
        AccuracyClass accuracyClass,
        Mass max,
        Mass min,
        Mass division,
        Optional<LocalDate> stickerExpiry,
        boolean emulated) {

    public ScaleIdentity {
        if (!id.matches("[A-Za-z0-9._-]{1,32}") || name.isBlank() || name.length() > 60) {
            throw new IllegalArgumentException("not a scale: '" + id + "', '" + name + "'");
        }
        if (!max.isPositive() || min.isNegative() || min.compareTo(max) >= 0 || !division.isPositive()) {
            throw new IllegalArgumentException("not a range: " + min + " to " + max + " by " + division);
        }
    }

    /// The scale of demo and training: class III, 60 kg by 10 g.
    public static ScaleIdentity emulated(String id, String name) {
        return new ScaleIdentity(
                id,
                name,
                AccuracyClass.III,
                Mass.grams(60_000),
                Mass.grams(200),
                Mass.grams(10),
                Optional.empty(),
                true);
    }

    /// The sticker is valid on its last day.
    public boolean isVerifiedOn(LocalDate day) {
        return stickerExpiry.map(last -> !day.isAfter(last)).orElse(false);
    }

    /// A weight beyond Max + 9 e is an overload whatever the device pretends (OIML R 76, 4.2.3).
    ScaleReading judged(ScaleReading reading) {
        return switch (reading) {
            case ScaleReading.Weight weight
            when weight.mass().grams() > max.grams() + 9 * division.grams() ->
                new ScaleReading.Overload(weight.rawFrame(), weight.at());
            case ScaleReading other -> other;
        };
    }
}
