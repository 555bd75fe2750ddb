package fr.lamine.model.stock;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import java.util.Optional;

/// Pieces of one label that were scanned into or out of a transfer.
///
/// @param known what their label weighs; absent at a counter that never heard of it, the office then goes by the label
public record CarriedItem(ItemCode item, int pieces, Optional<Known> known) {

    public static final int MAX_PIECES = 9_999;

    public CarriedItem {
        if (pieces < 1 || pieces > MAX_PIECES) {
            throw new IllegalArgumentException(pieces + " pieces of " + item);
        }
    }

    /// @param mass of all the pieces together
    public record Known(CategoryCode category, Mass mass) {
        public Known {
            if (!mass.isPositive()) {
                throw new IllegalArgumentException("a mass of " + mass);
            }
        }
    }
}
