package fr.lamine.model.catalog;

import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import java.util.List;
import java.util.Optional;

/// A kind of goods as the shop names it, valid within one reference revision.
///
/// @param family        the group it stands in on the counter, such as `Maison`
/// @param icon          name of its pictogram in the shared sprite
/// @param averagePiece  mean mass of one piece, for goods sold without a label; absent: the parent's holds
/// @param questionAbove a weighing above it is questioned before it is taken
/// @param prices        posted prices offered first, cheapest first, at most 6
public record Category(
        CategoryCode code,
        Optional<CategoryCode> parent,
        String name,
        String family,
        String icon,
        Optional<Stream> stream,
        Optional<Mass> averagePiece,
        Mass questionAbove,
        List<Money> prices) {

    public Category {
        prices = List.copyOf(prices);
        if (name.isBlank() || name.length() > 40 || family.isBlank() || family.length() > 20 || prices.size() > 6) {
            throw new IllegalArgumentException("name, family or prices out of bounds: " + code);
        }
        if (averagePiece.isPresent() && !averagePiece.get().isPositive() || !questionAbove.isPositive()) {
            throw new IllegalArgumentException("masses of a category are above zero: " + code);
        }
        if (!prices.equals(prices.stream().sorted().toList()) || prices.stream().anyMatch(Money::isNegative)) {
            throw new IllegalArgumentException("prices of a category rise from zero: " + code);
        }
    }
}
