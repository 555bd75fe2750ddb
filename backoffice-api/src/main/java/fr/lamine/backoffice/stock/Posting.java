package fr.lamine.backoffice.stock;

import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Movement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A movement as it stands in the books, under the fact that caused it.
///
/// @param line       number of the movement within its fact
/// @param foldedFrom the item whose facts together caused it, when no single fact tells it
public record Posting(
        FactId fact,
        int line,
        SiteCode site,
        LocalDate day,
        Instant occurredAt,
        Movement movement,
        Optional<ItemCode> foldedFrom) {

    /// Movements found by folding an item stand beyond those of any fact.
    public static final int FOLDED_LINE = 100_000;

    public static Posting of(Recorded<? extends Fact> recorded, int line, Movement movement) {
        Context context = recorded.context();
        return new Posting(
                recorded.id(),
                line,
                context.site(),
                context.businessDay(),
                context.occurredAt(),
                movement,
                Optional.empty());
    }
}
