package fr.lamine.model.stock;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import java.util.Optional;

/// Grams that went from one account to another because of one fact. The mass is never zero and may be negative only in
/// a movement that corrects another.
///
/// @param pieces whole pieces that moved with it; 0 for goods that are not counted by the piece
/// @param item   the label under which they moved, if they had one
public record Movement(
        Account from,
        Account to,
        CategoryCode categoryFrom,
        CategoryCode categoryTo,
        Mass mass,
        int pieces,
        Optional<ItemCode> item,
        MassProvenance.Kind provenance) {

    public Movement {
        if (mass.equals(Mass.ZERO) || pieces < 0) {
            throw new IllegalArgumentException("a movement of " + mass + ", " + pieces + " pieces");
        }
    }
}
