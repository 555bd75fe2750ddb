package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.item.CheckedLabel;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.text.French;
import fr.lamine.pos.item.KnownItem;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Question;
import fr.lamine.pos.station.Refusal;
import java.util.Optional;

/// Decides what becomes of the open ticket. Each rule takes the ticket as it stands and gives it as it stands then.
final class TicketRules {

    private TicketRules() {}

    /// A label was presented: known here, told by its QR, or neither.
    static Change label(
            OpenTicket ticket, ItemCode code, Optional<KnownItem> known, Optional<CheckedLabel> qr, Catalog catalog) {
        Optional<Change> no = mayChange(ticket);
        if (no.isPresent()) {
            return no.get();
        }
        if (known.isPresent()) {
            return known(ticket, known.get(), catalog);
        }
        if (qr.isPresent()) {
            return fromQr(ticket, qr.get(), catalog);
        }
        if (ticket.piecesOf(code) > 0) {
            return moreOrAsk(ticket, code, code.spaced());
        }
        return Change.asked(ticket, Question.KEY_LABEL.about(code.digits()));
    }

    private static Change known(OpenTicket ticket, KnownItem item, Catalog catalog) {
        int onTicket = ticket.piecesOf(item.code());
        String name = words(item.title(), item.category(), catalog);
        if (item.left() - onTicket < 1) {
            Question question = onTicket > 0 && item.left() > 0 ? Question.ON_TICKET_ALREADY : Question.SOLD_ALREADY;
            Answer.Asked asked = question.about(item.code().digits(), name);
            if (!isYes(ticket, asked)) {
                return Change.asked(ticket, asked);
            }
        }
        return onTicket > 0
                ? more(ticket, item.code())
                : add(
                        ticket,
                        new TicketLine(
                                ticket.nextId(),
                                name,
                                Optional.of(item.code()),
                                LineOrigin.KNOWN_LABEL,
                                item.category(),
                                1,
                                item.piecePrice(),
                                PriceOrigin.LABEL,
                                item.pieceMass(),
                                new MassProvenance.Label(),
                                lot(item)));
    }

    private static Optional<TicketLine.Lot> lot(KnownItem item) {
        boolean whole = item.pieces() > 1 && item.sold() == 0;
        return whole && !item.piecePrice().times(item.pieces()).equals(item.lotPrice())
                ? Optional.of(new TicketLine.Lot(item.pieces(), item.lotPrice()))
                : Optional.empty();
    }

    private static Change fromQr(OpenTicket ticket, CheckedLabel label, Catalog catalog) {
        int onTicket = ticket.piecesOf(label.code());
        String name = words("", label.category(), catalog);
        if (onTicket >= label.pieces()) {
            return moreOrAsk(ticket, label.code(), name);
        }
        if (label.price().compareTo(SaleLine.MAX_UNIT_PRICE) > 0) {
            return Change.refused(ticket, Refusal.BAD_PRICE.with());
        }
        return onTicket > 0
                ? more(ticket, label.code())
                : add(
                        ticket,
                        new TicketLine(
                                ticket.nextId(),
                                name,
                                Optional.of(label.code()),
                                LineOrigin.FROM_LABEL,
                                label.category(),
                                1,
                                label.price(),
                                PriceOrigin.LABEL,
                                label.piece(),
                                new MassProvenance.Label(),
                                Optional.empty()));
    }

    private static Change moreOrAsk(OpenTicket ticket, ItemCode code, String name) {
        Answer.Asked asked = Question.ON_TICKET_ALREADY.about(code.digits(), name);
        return isYes(ticket, asked) ? more(ticket, code) : Change.asked(ticket, asked);
    }

    private static boolean isYes(OpenTicket ticket, Answer.Asked question) {
        return ticket.asked().equals(Optional.of(Change.key(question)));
    }

    private static Change more(OpenTicket ticket, ItemCode code) {
        TicketLine line = ticket.lines().stream()
                .filter(l -> l.item().equals(Optional.of(code)))
                .findFirst()
                .orElseThrow();
        return pieces(ticket, line, line.pieces() + 1);
    }

    /// A label that nobody here knows, with the category and the price that the cashier reads on it.
    static Change keyedLabel(
            OpenTicket ticket,
            ItemCode code,
            CategoryCode category,
            Optional<Money> printed,
            Catalog catalog,
            long tableRevision) {
        Optional<Change> no = mayChange(ticket);
        if (no.isPresent()) {
            return no.get();
        }
        return unlabelled(ticket, category, printed, 1, catalog, tableRevision)
                .map(line -> add(
                        ticket,
                        new TicketLine(
                                line.id(),
                                line.label(),
                                Optional.of(code),
                                LineOrigin.KEYED_LABEL,
                                line.category(),
                                1,
                                line.unitPrice(),
                                PriceOrigin.TYPED,
                                line.pieceMass(),
                                line.provenance(),
                                Optional.empty())))
                .orElseGet(() -> noLine(ticket, category, printed, 1, catalog));
    }

    /// Goods without a label.
    static Change category(
            OpenTicket ticket,
            CategoryCode category,
            Optional<Money> price,
            int pieces,
            Catalog catalog,
            long tableRevision) {
        Optional<Change> no = mayChange(ticket);
        if (no.isPresent()) {
            return no.get();
        }
        return unlabelled(ticket, category, price, pieces, catalog, tableRevision)
                .map(line -> add(ticket, line))
                .orElseGet(() -> noLine(ticket, category, price, pieces, catalog));
    }

    private static Optional<TicketLine> unlabelled(
            OpenTicket ticket,
            CategoryCode code,
            Optional<Money> price,
            int pieces,
            Catalog catalog,
            long tableRevision) {
        Optional<Category> category = catalog.category(code);
        if (category.isEmpty()
                || !isPieces(pieces)
                || price.filter(TicketRules::isPrice).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TicketLine(
                ticket.nextId(),
                category.get().name(),
                Optional.empty(),
                LineOrigin.CATEGORY_KEY,
                code,
                pieces,
                price.get(),
                origin(price.get(), category.get()),
                catalog.averagePiece(code).orElseThrow(),
                new MassProvenance.Average(tableRevision),
                Optional.empty()));
    }

    private static Change noLine(
            OpenTicket ticket, CategoryCode category, Optional<Money> price, int pieces, Catalog catalog) {
        Refusal why = catalog.category(category).isEmpty()
                ? Refusal.UNKNOWN_CATEGORY
                : isPieces(pieces) && price.filter(TicketRules::isPrice).isEmpty()
                        ? Refusal.BAD_PRICE
                        : Refusal.BAD_PIECES;
        return Change.refused(ticket, why.with());
    }

    private static PriceOrigin origin(Money price, Category category) {
        return category.prices().contains(price) ? PriceOrigin.GRID : PriceOrigin.TYPED;
    }

    /// @param left pieces of the line's item that this till believes unsold, when it knows
    static Change pieces(OpenTicket ticket, int id, int pieces, Optional<Integer> left) {
        Optional<Change> no = mayChange(ticket);
        Optional<TicketLine> line = ticket.line(id);
        if (no.isPresent() || line.isEmpty()) {
            return no.orElseGet(() -> Change.refused(ticket, Refusal.NO_SUCH_LINE.with()));
        }
        boolean more = pieces > line.get().pieces();
        if (isPieces(pieces) && more && left.isPresent() && pieces > left.get()) {
            Answer.Asked asked = Question.MORE_THAN_LEFT.about(
                    id + "x" + pieces,
                    French.count(Math.max(0, left.get())),
                    line.get().label());
            if (!isYes(ticket, asked)) {
                return Change.asked(ticket, asked);
            }
        }
        return pieces(ticket, line.get(), pieces);
    }

    private static Change pieces(OpenTicket ticket, TicketLine line, int pieces) {
        if (!isPieces(pieces)) {
            return Change.refused(ticket, Refusal.BAD_PIECES.with());
        }
        OpenTicket changed = ticket.changing(line.id(), l -> l.withPieces(pieces));
        return Change.done(changed, said(changed.line(line.id()).orElseThrow()));
    }

    static Change price(OpenTicket ticket, int id, Optional<Money> price, Catalog catalog) {
        Optional<Change> no = mayChange(ticket);
        Optional<TicketLine> line = ticket.line(id);
        if (no.isPresent() || line.isEmpty()) {
            return no.orElseGet(() -> Change.refused(ticket, Refusal.NO_SUCH_LINE.with()));
        }
        Optional<Money> good = price.filter(TicketRules::isPrice);
        if (good.isEmpty()) {
            return Change.refused(ticket, Refusal.BAD_PRICE.with());
        }
        PriceOrigin origin = line.get().item().isPresent()
                ? PriceOrigin.TYPED
                : catalog.category(line.get().category())
                        .map(category -> origin(good.get(), category))
                        .orElse(PriceOrigin.TYPED);
        OpenTicket changed = ticket.changing(id, l -> l.withPrice(good.get(), origin));
        return Change.done(changed, said(changed.line(id).orElseThrow()));
    }

    static Change remove(OpenTicket ticket, int id) {
        Optional<Change> no = mayChange(ticket);
        Optional<TicketLine> line = ticket.line(id);
        if (no.isPresent() || line.isEmpty()) {
            return no.orElseGet(() -> Change.refused(ticket, Refusal.NO_SUCH_LINE.with()));
        }
        return Change.done(ticket.without(id), line.get().label() + " retiré.");
    }

    static Change undo(OpenTicket ticket) {
        Optional<Change> no = mayChange(ticket);
        if (no.isPresent()) {
            return no.get();
        }
        return ticket.before().isEmpty()
                ? Change.refused(ticket, Refusal.NOTHING_TO_UNDO.with())
                : Change.done(ticket.undone(), "C’est annulé.");
    }

    private static Change add(OpenTicket ticket, TicketLine line) {
        return ticket.lines().size() + ticket.returns().size() >= Fact.MAX_LINES
                ? Change.refused(ticket, Refusal.TICKET_FULL.with())
                : Change.done(ticket.with(line), said(line));
    }

    private static Optional<Change> mayChange(OpenTicket ticket) {
        return ticket.tenders().isEmpty()
                ? Optional.empty()
                : Optional.of(Change.refused(ticket, Refusal.TICKET_BEING_PAID.with()));
    }

    private static boolean isPieces(int pieces) {
        return pieces >= 1 && pieces <= SaleLine.MAX_PIECES;
    }

    private static boolean isPrice(Money price) {
        return !price.isNegative() && price.compareTo(SaleLine.MAX_UNIT_PRICE) <= 0;
    }

    private static String said(TicketLine line) {
        String count = line.pieces() == 1 ? "" : French.count(line.pieces()) + " × ";
        return count + line.label() + ", " + French.euros(line.total()) + ".";
    }

    private static String words(String title, CategoryCode category, Catalog catalog) {
        if (!title.isBlank()) {
            return title;
        }
        return catalog.category(category).map(Category::name).orElse(category.code());
    }
}
