package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.catalog.VatRule;
import fr.lamine.model.fact.Context;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PickUp;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.Reduction;
import fr.lamine.model.sale.SaleLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One line of the open ticket.
///
/// @param id          stays with the line as long as the ticket is open
/// @param priceReason why the price left the grid or the label
/// @param lot         offered when nothing of a lot is sold yet and the whole costs another price than its pieces
/// @param offs        what comes off, in order: by itself first, then what a person takes off
/// @param later       paid now, collected later
/// @param weighed     what the scale said of all its pieces together, in place of the average
public record TicketLine(
        int id,
        String label,
        Optional<ItemCode> item,
        LineOrigin origin,
        CategoryCode category,
        int pieces,
        Money unitPrice,
        PriceOrigin price,
        Optional<String> priceReason,
        Mass pieceMass,
        MassProvenance provenance,
        Optional<Lot> lot,
        List<Off> offs,
        Optional<PickUp> later,
        Optional<Weight> weighed) {

    public TicketLine {
        offs = List.copyOf(offs);
    }

    /// A line at its plain price.
    TicketLine(
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
        this(
                id,
                label,
                item,
                origin,
                category,
                pieces,
                unitPrice,
                price,
                Optional.empty(),
                pieceMass,
                provenance,
                lot,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /// @param price of all `pieces` together
    public record Lot(int pieces, Money price) {}

    public boolean takesWholeLot() {
        return lot.isPresent()
                && lot.get().pieces() == pieces
                && lot.get().price().compareTo(piecesReduced()) <= 0;
    }

    /// What the pieces cost one by one, automatic reductions taken off.
    private Money piecesReduced() {
        return less(
                unitPrice.times(pieces),
                ReductionRules.of(
                        unitPrice.times(pieces),
                        offs.stream().filter(Off::isAutomatic).toList()));
    }

    /// Before anything comes off.
    public Money gross() {
        return takesWholeLot() ? lot.orElseThrow().price() : unitPrice.times(pieces);
    }

    public List<Reduction> reductions() {
        boolean whole = takesWholeLot();
        return ReductionRules.of(
                gross(),
                offs.stream().filter(off -> !whole || !off.isAutomatic()).toList());
    }

    /// This line's own price; what comes off the whole ticket is not in it.
    public Money total() {
        return less(gross(), reductions());
    }

    public Mass mass() {
        return weighed.map(Weight::net).orElseGet(() -> pieceMass.times(pieces));
    }

    private static Money less(Money price, List<Reduction> reductions) {
        return price.minus(reductions.stream().map(Reduction::amount).reduce(Money.ZERO, Money::plus));
    }

    /// What was weighed is not what stands there now.
    TicketLine withPieces(int changed) {
        return new TicketLine(
                id,
                label,
                item,
                origin,
                category,
                changed,
                unitPrice,
                price,
                priceReason,
                pieceMass,
                provenance,
                lot,
                offs,
                later,
                Optional.empty());
    }

    /// A changed price is a price a piece: the offer for the whole lot is gone.
    TicketLine withPrice(Money changed, PriceOrigin from, Optional<String> reason) {
        return new TicketLine(
                id,
                label,
                item,
                origin,
                category,
                pieces,
                changed,
                from,
                reason,
                pieceMass,
                provenance,
                Optional.empty(),
                offs,
                later,
                weighed);
    }

    TicketLine withOffs(List<Off> changed) {
        return new TicketLine(
                id,
                label,
                item,
                origin,
                category,
                pieces,
                unitPrice,
                price,
                priceReason,
                pieceMass,
                provenance,
                lot,
                changed,
                later,
                weighed);
    }

    /// Collected later, or taken along.
    TicketLine collected(Optional<PickUp> changed) {
        return new TicketLine(
                id,
                label,
                item,
                origin,
                category,
                pieces,
                unitPrice,
                price,
                priceReason,
                pieceMass,
                provenance,
                lot,
                offs,
                changed,
                weighed);
    }

    /// Another reduction by hand takes the place of the one before.
    TicketLine reducedBy(Optional<Off> byHand) {
        List<Off> changed =
                new ArrayList<>(offs.stream().filter(Off::isAutomatic).toList());
        byHand.ifPresent(changed::add);
        return withOffs(changed);
    }

    /// The scale's word on all pieces of the line; it never moves the price.
    TicketLine weighing(Weight weight) {
        return new TicketLine(
                id,
                label,
                item,
                origin,
                category,
                pieces,
                unitPrice,
                price,
                priceReason,
                pieceMass,
                provenance,
                lot,
                offs,
                later,
                Optional.of(weight));
    }

    /// @param share this line's part of what comes off the ticket
    SaleLine sold(Catalog catalog, Context circumstances, Optional<Reduction> share) {
        List<Reduction> all = new ArrayList<>(reductions());
        share.ifPresent(all::add);
        Money paid = less(gross(), all);
        VatRule rule = catalog.vat(category, circumstances.site(), circumstances.businessDay());
        return new SaleLine(
                label,
                item,
                origin,
                category,
                pieces,
                unitPrice,
                takesWholeLot() ? PriceOrigin.LOT : price,
                priceReason,
                all,
                paid,
                Vat.within(paid, rule.regime(), rule.basisPoints()),
                mass(),
                weighed.map(Weight::provenance).orElse(provenance),
                catalog.isGuaranteed(category),
                later);
    }
}
