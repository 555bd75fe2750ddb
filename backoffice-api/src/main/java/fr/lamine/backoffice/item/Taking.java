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

/// Pieces that left a code, or that came back to the shelf under it.
///
/// @param line of the ticket; 0 where there is none
/// @param sale what the ticket says of them; present when they were sold
record Taking(
        FactId fact,
        int line,
        Instant occurredAt,
        LocalDate day,
        SiteCode site,
        int pieces,
        Mass mass,
        Way way,
        Optional<Asked> sale) {

    /// The order in which an item's facts are folded, whatever the order in which they arrived.
    static final Comparator<Taking> ORDER =
            Comparator.comparing(Taking::occurredAt).thenComparing(Taking::fact).thenComparing(Taking::line);

    enum Way {
        SOLD,
        /// A new label names them from then on.
        RELABELLED,
        GIVEN,
        /// Its label counts no more.
        VOIDED,
        /// To somebody who bought it online.
        SENT,
        /// A manager posted that they are not there.
        LOST,
        /// A manager posted that they are there after all.
        FOUND,
        BACK
    }

    Taking {
        if (sale.isPresent() != (way == Way.SOLD)) {
            throw new IllegalArgumentException(way + " with the word of a ticket: " + sale);
        }
    }

    boolean back() {
        return way == Way.BACK || way == Way.FOUND;
    }

    /// The same of fewer pieces.
    Taking less(int fewer) {
        int left = pieces - fewer;
        return fewer == 0
                ? this
                : new Taking(
                        fact,
                        line,
                        occurredAt,
                        day,
                        site,
                        left,
                        mass.perPiece(pieces).times(left),
                        way,
                        sale);
    }

    record Asked(CategoryCode category, Money unit, PriceOrigin origin, Money total) {}
}
