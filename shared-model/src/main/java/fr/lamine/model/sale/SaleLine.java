package fr.lamine.model.sale;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import java.util.List;
import java.util.Optional;

/// One line of a ticket: goods sold, or a service, which has no mass.
///
/// @param label       what the receipt says
/// @param item        the label's code; present unless the line came from a category or article key
/// @param pieces      1 to 9 999
/// @param unitPrice   price of a piece, VAT included, before reductions
/// @param priceReason why a price left the grid
/// @param reductions  what came off, in the order in which it did
/// @param total       `unitPrice × pieces`, or the lot price when a whole lot goes at once, less the reductions
/// @param mass        total mass of the pieces, above zero; zero only for a service
/// @param guaranteed  the receipt states the legal guarantee
/// @param pickUp      paid now, collected later
public record SaleLine(
        String label,
        Optional<ItemCode> item,
        LineOrigin origin,
        CategoryCode category,
        int pieces,
        Money unitPrice,
        PriceOrigin price,
        Optional<String> priceReason,
        List<Reduction> reductions,
        Money total,
        Vat vat,
        Mass mass,
        MassProvenance provenance,
        boolean guaranteed,
        Optional<PickUp> pickUp) {

    public static final int MAX_PIECES = 9_999;
    public static final Money MAX_UNIT_PRICE = Money.cents(999_999);
    private static final int MAX_REDUCTIONS = 5;

    public SaleLine {
        reductions = List.copyOf(reductions);
        if (label.isBlank() || label.length() > 60 || pieces < 1 || pieces > MAX_PIECES) {
            throw new IllegalArgumentException("label or pieces of a line out of bounds");
        }
        if (mass.isNegative() || mass.isPositive() == (origin == LineOrigin.SERVICE_KEY)) {
            throw new IllegalArgumentException("goods have a mass, a service has none: " + mass + " by " + origin);
        }
        if (unitPrice.isNegative() || unitPrice.compareTo(MAX_UNIT_PRICE) > 0 || total.isNegative()) {
            throw new IllegalArgumentException("price of a line out of bounds: " + unitPrice);
        }
        if (priceReason.isPresent()
                        && (priceReason.get().isBlank() || priceReason.get().length() > 60)
                || reductions.size() > MAX_REDUCTIONS) {
            throw new IllegalArgumentException("reason or reductions of a line out of bounds");
        }
        Money off = reductions.stream().map(Reduction::amount).reduce(Money.ZERO, Money::plus);
        if (price != PriceOrigin.LOT && !unitPrice.times(pieces).minus(off).equals(total)) {
            throw new IllegalArgumentException(unitPrice + " × " + pieces + " less " + off + " is not " + total);
        }
        if (!vat.net().plus(vat.tax()).equals(total)) {
            throw new IllegalArgumentException("net and VAT do not add up to " + total);
        }
        if (item.isPresent() == (origin == LineOrigin.CATEGORY_KEY || origin == LineOrigin.SERVICE_KEY)) {
            throw new IllegalArgumentException("a line from " + origin + " with item " + item);
        }
    }

    /// A line at its plain price.
    public SaleLine(
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
        this(
                label,
                item,
                origin,
                category,
                pieces,
                unitPrice,
                price,
                Optional.empty(),
                List.of(),
                total,
                vat,
                mass,
                provenance,
                false,
                Optional.empty());
    }

    /// What came off this line's price.
    public Money reduced() {
        return reductions.stream().map(Reduction::amount).reduce(Money.ZERO, Money::plus);
    }
}
