package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.Context;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PriceOrigin;
import java.util.List;
import java.util.Optional;

/// Decides where a price comes from and when it needs a reason: outside the prices posted for its category that day,
/// or other than the one on its label. A price keyed from a label that nobody knows is the label's and needs none.
final class PriceRules {

    private PriceRules() {}

    static PriceOrigin origin(Money price, Category category, Catalog catalog, Context circumstances) {
        return catalog.prices(category, circumstances.businessDay()).contains(price)
                ? PriceOrigin.GRID
                : PriceOrigin.TYPED;
    }

    static TicketLine priced(
            TicketLine line, Money price, Optional<String> reason, Catalog catalog, Context circumstances) {
        PriceOrigin from = line.item().isPresent()
                ? PriceOrigin.TYPED
                : catalog.category(line.category())
                        .map(category -> origin(price, category, catalog, circumstances))
                        .orElse(PriceOrigin.TYPED);
        return line.withPrice(price, from, reason);
    }

    static boolean needsReason(TicketLine before, TicketLine priced, Catalog catalog, Context circumstances) {
        boolean labelled = before.origin() == LineOrigin.KNOWN_LABEL || before.origin() == LineOrigin.FROM_LABEL;
        return labelled
                ? !priced.unitPrice().equals(before.unitPrice())
                : before.item().isEmpty() && leavesTheGrid(priced, catalog, circumstances);
    }

    /// Dearer than the dearest posted price, or cheaper than the cheapest; never where none are posted.
    static boolean leavesTheGrid(TicketLine line, Catalog catalog, Context circumstances) {
        List<Money> posted = catalog.category(line.category())
                .map(category -> catalog.prices(category, circumstances.businessDay()))
                .orElse(List.of());
        return !posted.isEmpty()
                && (line.unitPrice().compareTo(posted.getFirst()) < 0
                        || line.unitPrice().compareTo(posted.getLast()) > 0);
    }
}
