package fr.lamine.hardware.scale;

import fr.lamine.model.measure.Mass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/// Turns the digits and the unit that a scale displays into whole grams, exactly, half a gram rounding up.
public final class DisplayedMass {

    private DisplayedMass() {}

    /// @param number decimal digits with at most one point, at most 12 characters, sign included
    /// @return empty when the unit is not `g`, `kg`, `mg` or `t` (any case), so never pounds, pieces or percent
    public static Optional<Mass> of(String number, String unit) {
        return powerOfTen(unit)
                .map(power -> new Mass(new BigDecimal(number)
                        .scaleByPowerOfTen(power)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact()));
    }

    private static Optional<Integer> powerOfTen(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "g" -> Optional.of(0);
            case "kg" -> Optional.of(3);
            case "mg" -> Optional.of(-3);
            case "t" -> Optional.of(6);
            default -> Optional.empty();
        };
    }
}
