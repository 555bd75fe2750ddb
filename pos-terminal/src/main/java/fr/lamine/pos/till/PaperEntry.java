package fr.lamine.pos.till;

import fr.lamine.model.fact.Context;
import java.time.LocalDate;

/// A sheet that is being entered at a station.
///
/// @param line of the sheet, whose sale is entered next; 1 for the first
record PaperEntry(String sheet, LocalDate day, int line) {

    PaperEntry at(int other) {
        return new PaperEntry(sheet, day, other);
    }

    /// Prices, campaigns and VAT are those of the sale's own day.
    Context circumstances(Context now) {
        return new Context(
                now.site(),
                now.station(),
                now.operator(),
                now.occurredAt(),
                day,
                now.tillSession(),
                now.referenceRevision(),
                now.appVersion());
    }
}
