package fr.lamine.model.sale;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import java.util.Optional;

/// One line of a ticket.
///
/// @param label     what the receipt says
/// @param item      the label's code; present unless the line came from a category key
/// @param pieces    1 to 9 999
/// @param unitPrice price of a piece, VAT included
/// @param total     `unitPrice × pieces`, or the lot price when a whole lot goes at once
/// @param mass      total mass of the pieces, above zero
public record SaleLine(
        String label,
        Optional<ItemCode> item,
        LineOrigin origin,
        CategoryCode category,
        int pieces,
        Money unitPrice,
        PriceOrigin price,
        Money total,
        Vat vat,
        Mass mass,
        MassProvenance provenance) {

    public static final int MAX_PIECES = 9_999;
    public static final Money MAX_UNIT_PRICE = Money.cents(999_999);

    public SaleLine {
        if (label.isBlank() || label.length() > 60 || pieces < 1 || pieces > MAX_PIECES || !mass.isPositive()) {
            throw new IllegalArgumentException("label, pieces or mass of a line out of bounds");
        }
        if (unitPrice.isNegative() || unitPrice.compareTo(MAX_UNIT_PRICE) > 0 || total.isNegative()) {
            throw new IllegalArgumentException("price of a line out of bounds: " + unitPrice);
        }
        if (price != PriceOrigin.LOT && !unitPrice.times(pieces).equals(total)) {
            throw new IllegalArgumentException(unitPrice + " × " + pieces + " is not " + total);
        }
        if (!vat.net().plus(vat.tax()).equals(total)) {
            throw new IllegalArgumentException("net and VAT do not add up to " + total);
        }
        if (item.isPresent() == (origin == LineOrigin.CATEGORY_KEY)) {
            throw new IllegalArgumentException("a line from " + origin + " with item " + item);
        }
    }
}
