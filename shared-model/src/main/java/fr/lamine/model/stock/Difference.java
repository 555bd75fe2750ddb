package fr.lamine.model.stock;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import java.util.Optional;

/// Goods by which two sides differ: above zero where there is more than the other side tells of, below zero where there
/// is less.
///
/// @param item   the label, for labelled things; the rest of a category has none and no pieces
/// @param pieces of the same sign as the mass, or zero
public record Difference(Optional<ItemCode> item, CategoryCode category, int pieces, Mass mass) {

    public Difference {
        boolean opposite = pieces > 0 && mass.isNegative() || pieces < 0 && mass.isPositive();
        if (mass.equals(Mass.ZERO) || opposite || item.isEmpty() && pieces != 0) {
            throw new IllegalArgumentException("a difference of %d pieces, %s".formatted(pieces, mass));
        }
    }

    public boolean more() {
        return mass.isPositive();
    }

    /// Without its sign.
    public Mass size() {
        return more() ? mass : mass.negated();
    }
}
