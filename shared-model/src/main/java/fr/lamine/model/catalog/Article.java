package fr.lamine.model.catalog;

import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import java.util.Optional;

/// Something with a key of its own on the till.
///
/// @param category where its kilos count; present for goods, absent for dues, gifts and services
/// @param price    absent when the customer or the cashier says it
/// @param mass     of one, for goods; absent: the category's average
public record Article(
        String code,
        String name,
        Kind kind,
        Optional<CategoryCode> category,
        Optional<Money> price,
        Optional<Mass> mass) {

    public enum Kind {
        /// A bag filled at one price.
        BAG,
        /// The customer says the price.
        FREE_PRICE,
        /// A repair or a workshop: turnover without mass.
        SERVICE,
        /// The member's yearly fee.
        DUES,
        /// A free amount, or the ticket rounded up.
        GIFT;

        public boolean isGoods() {
            return this == BAG || this == FREE_PRICE;
        }
    }

    public Article {
        if (!code.matches("[A-Z0-9-]{1,20}") || name.isBlank() || name.length() > 40) {
            throw new IllegalArgumentException("code or name of an article out of bounds: " + code);
        }
        if (category.isPresent() != kind.isGoods() || mass.isPresent() && !kind.isGoods()) {
            throw new IllegalArgumentException("goods have a category, nothing else has: " + code);
        }
        if (price.isPresent() && !price.get().isPositive() || kind == Kind.BAG && price.isEmpty()) {
            throw new IllegalArgumentException("price of an article out of bounds: " + code);
        }
        if (mass.isPresent() && !mass.get().isPositive()) {
            throw new IllegalArgumentException("mass of an article out of bounds: " + code);
        }
    }
}
