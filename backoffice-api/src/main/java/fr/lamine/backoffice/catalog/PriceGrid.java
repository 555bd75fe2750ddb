package fr.lamine.backoffice.catalog;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/// Whether a price is posted for a category on a day (*grille tarifaire*), by its own list or one on the way up the
/// tree.
public final class PriceGrid {

    private PriceGrid() {}

    public static boolean posts(Catalog catalog, CategoryCode code, LocalDate day, Money price) {
        Optional<Category> category = catalog.category(code);
        while (category.isPresent()) {
            if (catalog.prices(category.get(), day).contains(price)) {
                return true;
            }
            category = category.get().parent().flatMap(catalog::category);
        }
        return false;
    }
}
