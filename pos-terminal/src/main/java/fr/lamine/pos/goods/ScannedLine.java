package fr.lamine.pos.goods;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import java.time.Instant;
import java.util.Optional;

/// Pieces of one label.
///
/// @param label what is known of it; absent when this counter never heard of it
/// @param first when the first piece was scanned
/// @param last  when the last piece was scanned
public record ScannedLine(ItemCode code, int pieces, Optional<Label> label, Instant first, Instant last) {

    /// @param pieces that the label was made for
    public record Label(String title, CategoryCode category, Mass pieceMass, int pieces) {}

    public Mass mass() {
        return label.map(l -> l.pieceMass().times(pieces)).orElse(Mass.ZERO);
    }

    /// Whether more of it may be there than was scanned.
    public boolean ofLot() {
        return label.map(l -> l.pieces() > 1).orElse(false);
    }

    /// Pieces of the lot that were not scanned.
    public int left() {
        return label.map(l -> Math.max(0, l.pieces() - pieces)).orElse(0);
    }

    ScannedLine as(Label told) {
        return new ScannedLine(code, pieces, Optional.of(told), first, last);
    }

    ScannedLine with(int more, Instant now) {
        return new ScannedLine(code, pieces + more, label, first, now);
    }
}
