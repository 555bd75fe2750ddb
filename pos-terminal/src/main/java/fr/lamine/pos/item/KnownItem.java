package fr.lamine.pos.item;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.sync.ItemState;
import java.time.LocalDate;
import java.util.Optional;

/// A label and how much of it is sold, as far as this terminal can tell.
///
/// @param sold     pieces sold by any till that is known of; may exceed `pieces`
/// @param reservedFor where it is promised online, as the office said last
/// @param labelled the day its label was made, where this terminal made it
/// @param voided   the day on which its label was voided
public record KnownItem(
        ItemCode code,
        CategoryCode category,
        String title,
        int pieces,
        int sold,
        Mass pieceMass,
        Money piecePrice,
        Money lotPrice,
        Optional<LocalDate> labelled,
        Optional<ChannelCode> reservedFor,
        Optional<LocalDate> voided) {

    /// A thing that nobody online waits for.
    public KnownItem(
            ItemCode code,
            CategoryCode category,
            String title,
            int pieces,
            int sold,
            Mass pieceMass,
            Money piecePrice,
            Money lotPrice,
            Optional<LocalDate> labelled) {
        this(
                code,
                category,
                title,
                pieces,
                sold,
                pieceMass,
                piecePrice,
                lotPrice,
                labelled,
                Optional.empty(),
                Optional.empty());
    }

    public int left() {
        return pieces - sold;
    }

    /// The same with its label voided.
    KnownItem voidedOn(Optional<LocalDate> day) {
        return new KnownItem(
                code, category, title, pieces, sold, pieceMass, piecePrice, lotPrice, labelled, reservedFor, day);
    }

    /// The office's row with what it has not counted yet.
    ///
    /// @param ownBeyond pieces sold by this terminal's facts that the row does not hold
    /// @param ownTotal  pieces sold by all of this terminal's facts
    /// @param voided    the day on which this terminal voided its label
    static KnownItem overlaid(
            ItemState office, int ownBeyond, int ownTotal, Optional<LocalDate> labelled, Optional<LocalDate> voided) {
        return new KnownItem(
                office.code(),
                office.category(),
                office.title(),
                office.pieces(),
                Math.max(office.sold() + ownBeyond, ownTotal),
                office.pieceMass(),
                office.piecePrice(),
                office.lotPrice(),
                labelled,
                office.reservedFor(),
                office.voided().or(() -> voided));
    }
}
