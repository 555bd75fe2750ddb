package fr.lamine.backoffice.transfer;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.stock.Difference;
import java.util.Optional;

/// Goods of a transfer that are still on their way; below zero when more was received than sent.
public record Rest(Optional<ItemCode> item, CategoryCode category, int pieces, Mass mass) {

    boolean isNothing() {
        return pieces == 0 && mass.equals(Mass.ZERO);
    }

    public Difference difference() {
        return new Difference(item, category, pieces, mass);
    }
}
