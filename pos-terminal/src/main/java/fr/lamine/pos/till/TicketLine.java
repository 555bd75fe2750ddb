package fr.lamine.pos.till;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.SaleLine;
import java.util.Optional;

/// One line of the open ticket.
///
/// @param id  stays with the line as long as the ticket is open
/// @param lot offered when nothing of a lot is sold yet and the whole costs another price than its pieces
public record TicketLine(
        int id,
        String label,
        Optional<ItemCode> item,
        LineOrigin origin,
        CategoryCode category,
        int pieces,
        Money unitPrice,
        PriceOrigin price,
        Mass pieceMass,
        MassProvenance provenance,
        Optional<Lot> lot) {

    private static final int STANDARD_RATE = 2_000;

    /// @param price of all `pieces` together
    public record Lot(int pieces, Money price) {}

    public boolean takesWholeLot() {
        return lot.isPresent() && lot.get().pieces() == pieces;
    }

    public Money total() {
        return takesWholeLot() ? lot.orElseThrow().price() : unitPrice.times(pieces);
    }

    public Mass mass() {
        return pieceMass.times(pieces);
    }

    TicketLine withPieces(int changed) {
        return new TicketLine(id, label, item, origin, category, changed, unitPrice, price, pieceMass, provenance, lot);
    }

    /// A changed price is a price a piece: the offer for the whole lot is gone.
    TicketLine withPrice(Money changed, PriceOrigin from) {
        return new TicketLine(
                id, label, item, origin, category, pieces, changed, from, pieceMass, provenance, Optional.empty());
    }

    SaleLine sold(VatRegime regime) {
        int rate = regime == VatRegime.STANDARD ? STANDARD_RATE : 0;
        return new SaleLine(
                label,
                item,
                origin,
                category,
                pieces,
                unitPrice,
                takesWholeLot() ? PriceOrigin.LOT : price,
                total(),
                Vat.within(total(), regime, rate),
                mass(),
                provenance);
    }
}
