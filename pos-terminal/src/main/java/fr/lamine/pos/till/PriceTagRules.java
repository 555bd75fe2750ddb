package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.Context;
import fr.lamine.model.item.ScannedCode.PriceTag;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.pos.station.Refusal;
import java.util.Optional;

/// Decides what the scan of a price tag does: its category is sold at its price, which binds the shop even when the
/// grid
/// says another one by now. The same tag again is one piece more.
final class PriceTagRules {

    private PriceTagRules() {}

    static Change scanned(OpenTicket ticket, PriceTag tag, Catalog catalog, long tableRevision, Context circumstances) {
        Optional<Change> no = TicketRules.mayChange(ticket);
        Optional<Category> category = catalog.category(tag.category());
        if (no.isPresent() || category.isEmpty()) {
            return no.orElseGet(() -> Change.refused(ticket, Refusal.UNKNOWN_CATEGORY.with()));
        }
        Optional<TicketLine> same = ticket.lines().stream()
                .filter(line -> isOf(tag, line) && line.pieces() < SaleLine.MAX_PIECES)
                .findFirst();
        return same.map(line -> TicketRules.pieces(ticket, line.id(), line.pieces() + 1, Optional.empty()))
                .orElseGet(() -> TicketRules.add(
                        ticket,
                        new TicketLine(
                                        ticket.nextId(),
                                        category.get().name(),
                                        Optional.empty(),
                                        LineOrigin.CATEGORY_KEY,
                                        tag.category(),
                                        1,
                                        tag.price(),
                                        PriceOrigin.LABEL,
                                        catalog.averagePiece(tag.category()).orElseThrow(),
                                        new MassProvenance.Average(tableRevision),
                                        Optional.empty())
                                .withOffs(ReductionRules.automatic(
                                        catalog, tag.category(), Optional.empty(), circumstances))));
    }

    /// A line that a person changed since is another thing.
    private static boolean isOf(PriceTag tag, TicketLine line) {
        return line.item().isEmpty()
                && line.price() == PriceOrigin.LABEL
                && line.category().equals(tag.category())
                && line.unitPrice().equals(tag.price())
                && line.weighed().isEmpty()
                && line.later().isEmpty()
                && line.offs().stream().allMatch(Off::isAutomatic);
    }
}
