package fr.lamine.backoffice.apply;

import fr.lamine.backoffice.catalog.CatalogDao;
import fr.lamine.backoffice.catalog.PriceGrid;
import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.sale.PaperSale;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.text.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Judges prices that are said to be posted, each against the catalog that its till went by.
final class GridPrices {

    private final Handle handle;
    private final Map<Long, Optional<Catalog>> catalogs = new HashMap<>();

    GridPrices(Handle handle) {
        this.handle = handle;
    }

    List<Discrepancy> judge(Recorded<Sale> sale) {
        List<Discrepancy> found = new ArrayList<>();
        List<SaleLine> lines = sale.fact().lines();
        LocalDate day =
                sale.fact().paper().map(PaperSale::day).orElse(sale.context().businessDay());
        for (int i = 0; i < lines.size(); i++) {
            SaleLine line = lines.get(i);
            if (line.price() == PriceOrigin.GRID && line.item().isEmpty()) {
                Optional<Catalog> catalog = catalogs.computeIfAbsent(
                        sale.context().referenceRevision(),
                        revision -> CatalogDao.at(handle, revision).map(CatalogDao.Dated::catalog));
                if (catalog.isPresent() && !PriceGrid.posts(catalog.get(), line.category(), day, line.unitPrice())) {
                    found.add(differs(sale, i + 1, line));
                }
            }
        }
        return found;
    }

    private static Discrepancy differs(Recorded<Sale> sale, int number, SaleLine line) {
        return new Discrepancy(
                Kind.PRICE_DIFFERS,
                sale.id() + "#" + number,
                Discrepancy.ofFact(sale.id()),
                Optional.of(sale.context().site()),
                Optional.of(sale.id()),
                "Le prix %s de « %s » n’est pas dans la grille de la catégorie %s."
                        .formatted(French.euros(line.unitPrice()), line.label(), line.category()));
    }
}
