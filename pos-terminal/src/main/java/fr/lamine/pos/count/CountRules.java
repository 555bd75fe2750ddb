package fr.lamine.pos.count;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.SiteFact.Counted;
import fr.lamine.model.stock.CountedItem;
import java.time.Instant;
import java.util.List;

/// What a counted list becomes as a fact.
final class CountRules {

    private CountRules() {}

    static Counted counted(OpenCount open, Catalog catalog, Context context) {
        return new Counted(
                context,
                open.area(),
                first(open.begun(), context.occurredAt()),
                open.family()
                        .map(family -> catalog.categories().stream()
                                .filter(c -> c.family().equals(family))
                                .map(Category::code)
                                .toList())
                        .orElse(List.of()),
                open.goods().items().stream()
                        .map(line -> new CountedItem(line.code(), line.pieces(), line.first(), line.last()))
                        .toList(),
                open.goods().loose());
    }

    /// A clock that was put back in between makes no count that ends before it begins.
    private static Instant first(Instant begun, Instant ended) {
        return begun.isAfter(ended) ? ended : begun;
    }
}
