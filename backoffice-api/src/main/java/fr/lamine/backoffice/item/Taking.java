package fr.lamine.backoffice.item;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.site.SiteCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/// Pieces that left a code: sold on a line of a ticket, or named by a new label from then on. Or pieces that came back
/// under it: returned to the shelf.
///
/// @param line of the ticket; 0 for a new label
/// @param sale what the ticket says of them, when they were sold
/// @param back whether they came back
record Taking(
        FactId fact,
        int line,
        Instant occurredAt,
        LocalDate day,
        SiteCode site,
        int pieces,
        Mass mass,
        Optional<Asked> sale,
        boolean back) {

    /// The order in which an item's facts are folded, whatever the order in which they arrived.
    static final Comparator<Taking> ORDER =
            Comparator.comparing(Taking::occurredAt).thenComparing(Taking::fact).thenComparing(Taking::line);

    boolean relabels() {
        return sale.isEmpty() && !back;
    }

    record Asked(CategoryCode category, Money unit, PriceOrigin origin, Money total) {}
}
