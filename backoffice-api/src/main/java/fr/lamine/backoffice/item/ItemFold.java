package fr.lamine.backoffice.item;

import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.stock.Posting;
import fr.lamine.model.item.ItemCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What all facts about one code together tell.
///
/// @param sold       pieces sold, less those that came back to the shelf
/// @param relabelled pieces that a later label names
/// @param given      pieces that left without a cent
/// @param remainder   grams left over when the lot became empty
/// @param reservation what was promised online
public record ItemFold(
        ItemCode code,
        Optional<Label> label,
        int sold,
        int relabelled,
        int given,
        Optional<Posting> remainder,
        Reservation reservation,
        List<Discrepancy> discrepancies) {

    /// Movements that no single fact tells.
    public List<Posting> postings() {
        return Stream.concat(remainder.stream(), reservation.postings().stream())
                .toList();
    }

    /// All that does not match.
    public List<Discrepancy> all() {
        return Stream.concat(discrepancies.stream(), reservation.discrepancies().stream())
                .toList();
    }
}
