package fr.lamine.hardware.scale;

import fr.lamine.hardware.scale.ScaleReading.Basis;
import fr.lamine.hardware.scale.ScaleReading.Cause;
import java.time.Instant;

/// What a scale displays: a number, its unit, and whether it stands still.
///
/// @param number decimal digits with at most one point, at most 12 characters, sign included
public record Displayed(String number, String unit, boolean still, Basis basis) {

    /// The reading this is: never a weight below zero, nor one in a unit that is not metric.
    public ScaleReading reading(String rawFrame, Instant at) {
        return DisplayedMass.of(number, unit)
                .<ScaleReading>map(mass -> {
                    if (isBelowZero()) {
                        return new ScaleReading.UnderZero(rawFrame, at);
                    }
                    return still
                            ? new ScaleReading.Stable(mass, basis, rawFrame, at)
                            : new ScaleReading.Unstable(mass, basis, rawFrame, at);
                })
                .orElseGet(() -> new ScaleReading.NotReady(Cause.UNKNOWN_UNIT, rawFrame, at));
    }

    /// -0.4 g rounds to zero grams and is still below zero; -0.000 is not.
    private boolean isBelowZero() {
        return number.startsWith("-") && number.chars().anyMatch(c -> c >= '1' && c <= '9');
    }
}
