package fr.lamine.model.sync;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.site.SiteCode;
import java.time.LocalDate;
import java.util.Optional;

/// A labelled item or lot as the office knows it.
///
/// @param pieces labelled
/// @param reservedFor where it is published or ordered online, while it is there
/// @param labelled business day of its label
/// @param voided business day on which the label was voided
/// @param sold   pieces sold so far, by any till; more than `pieces` is a discrepancy
public record ItemState(
        ItemCode code,
        CategoryCode category,
        String title,
        SiteCode site,
        int pieces,
        int sold,
        Mass mass,
        Mass pieceMass,
        Money piecePrice,
        Money lotPrice,
        Optional<ChannelCode> reservedFor,
        Optional<LocalDate> labelled,
        Optional<LocalDate> voided) {

    /// A thing that nobody online waits for, of a day that is not known.
    public ItemState(
            ItemCode code,
            CategoryCode category,
            String title,
            SiteCode site,
            int pieces,
            int sold,
            Mass mass,
            Mass pieceMass,
            Money piecePrice,
            Money lotPrice) {
        this(
                code,
                category,
                title,
                site,
                pieces,
                sold,
                mass,
                pieceMass,
                piecePrice,
                lotPrice,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
