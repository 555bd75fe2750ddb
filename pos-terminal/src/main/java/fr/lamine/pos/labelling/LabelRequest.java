package fr.lamine.pos.labelling;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.stock.Area;
import java.util.Optional;

/// What a person wants on a label.
///
/// @param title      words for people; empty for the category's name
/// @param piecePrice absent when what was typed is no price
/// @param lotPrice   price of all pieces taken at once; absent: pieces × piece price
/// @param from       where the goods stand now: sorting, or the shop already
/// @param stuck      the code of a pre-printed label that sticks on the thing already; absent to give the next one
/// @param confirmed  the question about an unusual weight was answered yes
public record LabelRequest(
        CategoryCode category,
        String title,
        int pieces,
        Optional<Money> piecePrice,
        Optional<Money> lotPrice,
        MassFrom mass,
        Area from,
        Optional<ItemCode> stuck,
        boolean confirmed) {

    /// With the next code.
    public LabelRequest(
            CategoryCode category,
            String title,
            int pieces,
            Optional<Money> piecePrice,
            Optional<Money> lotPrice,
            MassFrom mass,
            Area from,
            boolean confirmed) {
        this(category, title, pieces, piecePrice, lotPrice, mass, from, Optional.empty(), confirmed);
    }

    /// Where the mass of all pieces together comes from.
    public sealed interface MassFrom {

        /// @param container code of the container whose tare is taken off
        record Scale(Optional<String> container) implements MassFrom {}

        record Typed(Mass mass) implements MassFrom {}

        /// The table of average weights, times the pieces.
        record Average() implements MassFrom {}
    }
}
