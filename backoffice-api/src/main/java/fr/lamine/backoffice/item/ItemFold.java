package fr.lamine.backoffice.item;

import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.stock.Posting;
import fr.lamine.model.item.ItemCode;
import java.util.List;
import java.util.Optional;

/// What all facts about one code together tell.
///
/// @param sold       pieces sold, less those that came back to the shelf
/// @param relabelled pieces that a later label names
/// @param given      pieces that left without a cent
/// @param remainder  grams left over when the lot became empty
public record ItemFold(
        ItemCode code,
        Optional<Label> label,
        int sold,
        int relabelled,
        int given,
        Optional<Posting> remainder,
        List<Discrepancy> discrepancies) {}
