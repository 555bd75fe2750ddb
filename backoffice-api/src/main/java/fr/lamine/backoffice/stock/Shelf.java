package fr.lamine.backoffice.stock;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.stock.Account;
import java.util.Comparator;

/// Goods of one category in one place or on their way.
public record Shelf(Account account, CategoryCode category) implements Comparable<Shelf> {

    private static final Comparator<Shelf> ORDER =
            Comparator.comparing((Shelf s) -> s.account().code()).thenComparing(Shelf::category);

    @Override
    public int compareTo(Shelf other) {
        return ORDER.compare(this, other);
    }

    public String code() {
        return account.code() + "|" + category;
    }
}
