package fr.lamine.model.online;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.SaleLine;

/// One thing in a parcel.
///
/// @param ordered the code that the order names
/// @param item    what was sent for it: the same code, or that of a thing which replaces it
public record SentLine(ItemCode ordered, ItemCode item, CategoryCode category, Mass mass, Money price) {

    public SentLine {
        if (!mass.isPositive() || price.isNegative() || price.compareTo(SaleLine.MAX_UNIT_PRICE) > 0) {
            throw new IllegalArgumentException("mass or price of a sent thing out of bounds");
        }
    }
}
