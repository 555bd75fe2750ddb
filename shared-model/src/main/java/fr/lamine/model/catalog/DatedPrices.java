package fr.lamine.model.catalog;

import fr.lamine.model.money.Money;
import java.time.LocalDate;
import java.util.List;

/// Posted prices of a category from a day on, cheapest first, 1 to 6.
public record DatedPrices(CategoryCode category, LocalDate from, List<Money> prices) {

    public DatedPrices {
        prices = List.copyOf(prices);
        if (prices.isEmpty()
                || prices.size() > 6
                || !prices.equals(prices.stream().sorted().toList())
                || prices.getFirst().isNegative()) {
            throw new IllegalArgumentException("posted prices rise from zero, 1 to 6: " + category);
        }
    }
}
