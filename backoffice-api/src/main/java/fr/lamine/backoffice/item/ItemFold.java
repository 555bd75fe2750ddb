package fr.lamine.backoffice.item;

import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.stock.Posting;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.stock.Account;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What all facts about one code together tell.
///
/// @param sold       pieces sold, less those that came back to the shelf
/// @param relabelled pieces that a later label names
/// @param given      pieces that left without a cent
/// @param lost       pieces that a manager posted as missing, less those found again
/// @param voided     pieces whose label counts no more
/// @param voidedOn   the day of the first void
/// @param held       pieces by account, as the books have them
/// @param carried    what was carried by counters that did not know the label
/// @param remainder   grams left over when the lot became empty
/// @param reservation what was promised online
public record ItemFold(
        ItemCode code,
        Optional<Label> label,
        int sold,
        int relabelled,
        int given,
        int lost,
        int voided,
        Optional<LocalDate> voidedOn,
        Map<Account, Integer> held,
        Optional<Posting> remainder,
        List<Posting> carried,
        Reservation reservation,
        List<Discrepancy> discrepancies) {

    public ItemFold {
        held = Map.copyOf(held);
        carried = List.copyOf(carried);
        discrepancies = List.copyOf(discrepancies);
    }

    /// Movements that no single fact tells.
    public List<Posting> postings() {
        return Stream.of(carried.stream(), remainder.stream(), reservation.postings().stream())
                .flatMap(all -> all)
                .toList();
    }

    /// All that does not match.
    public List<Discrepancy> all() {
        return Stream.concat(discrepancies.stream(), reservation.discrepancies().stream())
                .toList();
    }
}
