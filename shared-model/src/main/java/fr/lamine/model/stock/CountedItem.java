package fr.lamine.model.stock;

import fr.lamine.model.item.ItemCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Pieces of one label that were scanned on a shelf. The books are asked for these moments: the shop is open, and what
/// is sold after the scan was there.
///
/// @param first when the first of them was scanned
/// @param last  when the last of them was scanned
public record CountedItem(ItemCode item, int pieces, Instant first, Instant last) {

    public CountedItem {
        first = first.truncatedTo(ChronoUnit.MILLIS);
        last = last.truncatedTo(ChronoUnit.MILLIS);
        if (pieces < 1 || pieces > CarriedItem.MAX_PIECES || last.isBefore(first)) {
            throw new IllegalArgumentException(pieces + " pieces of " + item + " from " + first + " to " + last);
        }
    }
}
