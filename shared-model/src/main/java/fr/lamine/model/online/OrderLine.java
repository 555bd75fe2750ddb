package fr.lamine.model.online;

import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.SaleLine;

/// One thing that somebody ordered.
///
/// @param price that the buyer pays for it, VAT included
public record OrderLine(ItemCode item, Money price) {

    public OrderLine {
        if (price.isNegative() || price.compareTo(SaleLine.MAX_UNIT_PRICE) > 0) {
            throw new IllegalArgumentException("price of an ordered thing out of bounds: " + price);
        }
    }
}
