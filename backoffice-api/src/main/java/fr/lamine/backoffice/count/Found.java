package fr.lamine.backoffice.count;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import java.util.Optional;

/// What was counted of one label, or weighed of the unlabelled goods of one category, beside what the books say.
///
/// @param books   pieces or grams that the books have; where they changed while it was counted, the nearest to it
/// @param counted pieces or grams that were there
/// @param posted  pieces or grams that managers have posted of it, below zero for what was missing
/// @param piece   grams of one piece; one gram for unlabelled goods
public record Found(Optional<ItemCode> item, CategoryCode category, long books, long counted, long posted, Mass piece) {

    /// What is still to be posted.
    public long difference() {
        return counted - books - posted;
    }

    public Mass mass() {
        return piece.times(difference());
    }
}
