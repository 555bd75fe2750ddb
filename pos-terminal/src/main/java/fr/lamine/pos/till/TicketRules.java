package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.item.CheckedLabel;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
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
            OpenTicket ticket,
            ItemCode code,
            Optional<KnownItem> known,
            Optional<CheckedLabel> qr,
            Catalog catalog,
            Context circumstances) {
        Optional<Change> no = mayChange(ticket);
        if (no.isPresent()) {
            return no.get();
        }
        if (known.isPresent()) {
            return known(ticket, known.get(), catalog, circumstances);
        }
        if (qr.isPresent()) {
            return fromQr(ticket, qr.get(), catalog, circumstances);
        }
        if (ticket.piecesOf(code) > 0) {
            return moreOrAsk(ticket, code, code.spaced());
        }
        return Change.asked(ticket, Question.KEY_LABEL.about(code.digits()));
    }

    private static Change known(OpenTicket ticket, KnownItem item, Catalog catalog, Context circumstances) {
        int onTicket = ticket.piecesOf(item.code());
        String name = words(item.title(), item.category(), catalog);
        Optional<Answer.Asked> asked = asked(item, onTicket, name);
        if (asked.isPresent() && !isYes(ticket, asked.get())) {
            return Change.asked(ticket, asked.get());
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
                                        lot(item))
                                .withOffs(ReductionRules.automatic(
                                        catalog, item.category(), item.labelled(), circumstances)));
    }

    /// What is promised online can be sold all the same: who stands here goes before who waits at home.
    private static Optional<Answer.Asked> asked(KnownItem item, int onTicket, String name) {
        String code = item.code().digits();
        if (item.left() - onTicket < 1) {
            Question gone = item.voided().isPresent() ? Question.VOIDED_ALREADY : Question.SOLD_ALREADY;
            Question question = onTicket > 0 && item.left() > 0 ? Question.ON_TICKET_ALREADY : gone;
            return Optional.of(question.about(code, name));
        }
        return item.reservedFor()
                .filter(_ -> onTicket == 0)
                .map(channel -> Question.RESERVED_ONLINE.about(code, name, channel));
    }

    private static Optional<TicketLine.Lot> lot(KnownItem item) {
        boolean whole = item.pieces() > 1 && item.sold() == 0;
        return whole && !item.piecePrice().times(item.pieces()).equals(item.lotPrice())
                ? Optional.of(new TicketLine.Lot(item.pieces(), item.lotPrice()))
                : Optional.empty();
    }

    private static Change fromQr(OpenTicket ticket, CheckedLabel label, Catalog catalog, Context circumstances) {
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
                                        Optional.empty())
                                .withOffs(ReductionRules.automatic(
                                        catalog, label.category(), Optional.empty(), circumstances)));
    }

    private static Change moreOrAsk(OpenTicket ticket, ItemCode code, String name) {
        Answer.Asked asked = Question.ON_TICKET_ALREADY.about(code.digits(), name);
        return isYes(ticket, asked) ? more(ticket, code) : Change.asked(ticket, asked);
    }

    static boolean isYes(OpenTicket ticket, Answer.Asked question) {
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
            long tableRevision,
            Context circumstances) {
        Optional<Change> no = mayChange(ticket);
        if (no.isPresent()) {
            return no.get();
        }
        return unlabelled(ticket, category, printed, 1, catalog, tableRevision, circumstances)
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
                                        Optional.empty())
                                .withOffs(line.offs())))
                .orElseGet(() -> noLine(ticket, category, printed, 1, catalog));
    }

    /// Goods without a label.
    ///
    /// @param most in hundredths of a percent, by how much a price may lie under the grid without a manager
    static Change category(
            OpenTicket ticket,
            CategoryCode category,
            Optional<Money> price,
            int pieces,
            Optional<String> reason,
            int most,
            Catalog catalog,
            long tableRevision,
            Context circumstances) {
        Optional<Change> no = mayChange(ticket);
        if (no.isPresent()) {
            return no.get();
        }
        Optional<TicketLine> line = unlabelled(ticket, category, price, pieces, catalog, tableRevision, circumstances);
        if (line.isPresent() && reason.isEmpty() && PriceRules.leavesTheGrid(line.get(), catalog, circumstances)) {
            return Change.asked(
                    ticket,
                    Question.PRICE_REASON.about(category.code(), line.get().label()));
        }
        if (line.isPresent()
                && PriceRules.isTooLow(line.get(), line.get(), Optional.empty(), most, catalog, circumstances)) {
            return Change.refused(ticket, Refusal.PRICE_TOO_LOW.with(French.percent(most, 10_000)));
        }
        return line.map(l -> l.withPrice(l.unitPrice(), l.price(), reason))
                .map(l -> add(ticket, l))
                .orElseGet(() -> noLine(ticket, category, price, pieces, catalog));
    }

    private static Optional<TicketLine> unlabelled(
            OpenTicket ticket,
            CategoryCode code,
            Optional<Money> price,
            int pieces,
            Catalog catalog,
            long tableRevision,
            Context circumstances) {
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
                        PriceRules.origin(price.get(), category.get(), catalog, circumstances),
                        catalog.averagePiece(code).orElseThrow(),
                        new MassProvenance.Average(tableRevision),
                        Optional.empty())
                .withOffs(ReductionRules.automatic(catalog, code, Optional.empty(), circumstances)));
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

    /// @param reason  why the price leaves the grid or the label; asked for when it does and there is none
    /// @param onLabel what the label says, when this till knows it
    /// @param most    in hundredths of a percent, by how much it may come down without a manager
    static Change price(
            OpenTicket ticket,
            int id,
            Optional<Money> price,
            Optional<String> reason,
            Optional<Money> onLabel,
            int most,
            Catalog catalog,
            Context circumstances) {
        Optional<Change> no = mayChange(ticket);
        Optional<TicketLine> line = ticket.line(id);
        if (no.isPresent() || line.isEmpty()) {
            return no.orElseGet(() -> Change.refused(ticket, Refusal.NO_SUCH_LINE.with()));
        }
        Optional<Change> fixed = PriceRules.fixed(line.get(), price).map(why -> Change.refused(ticket, why.with()));
        if (fixed.isPresent()) {
            return fixed.get();
        }
        Optional<Money> good = price.filter(TicketRules::isPrice);
        if (good.isEmpty()) {
            return Change.refused(ticket, Refusal.BAD_PRICE.with());
        }
        TicketLine priced = PriceRules.priced(line.get(), good.get(), reason, catalog, circumstances);
        if (reason.isEmpty() && PriceRules.needsReason(line.get(), priced, catalog, circumstances)) {
            return Change.asked(
                    ticket,
                    Question.PRICE_REASON.about(Integer.toString(id), line.get().label()));
        }
        if (PriceRules.isTooLow(line.get(), priced, onLabel, most, catalog, circumstances)) {
            return Change.refused(ticket, Refusal.PRICE_TOO_LOW.with(French.percent(most, 10_000)));
        }
        OpenTicket changed = ticket.changing(id, _ -> priced);
        return Change.done(changed, said(changed.line(id).orElseThrow()));
    }

    /// Takes something off a line or off the whole ticket; absent: nothing any more.
    ///
    /// @param id      of the line; absent for the whole ticket
    /// @param most    in hundredths of a percent, what may be taken off without a manager
    static Change reduce(OpenTicket ticket, Optional<Integer> id, Optional<Off> off, int most) {
        Optional<Change> no = mayChange(ticket);
        Optional<TicketLine> line = id.flatMap(ticket::line);
        if (no.isPresent() || id.isPresent() && line.isEmpty()) {
            return no.orElseGet(() -> Change.refused(ticket, Refusal.NO_SUCH_LINE.with()));
        }
        if (ticket.lines().isEmpty()) {
            return Change.refused(ticket, Refusal.EMPTY_TICKET.with());
        }
        Money price = line.map(l -> l.reducedBy(Optional.empty()).total()).orElseGet(ticket::linesTotal);
        Money taken = off.map(o -> o.of(price)).orElse(Money.ZERO);
        if (off.flatMap(Off::amount).filter(a -> a.compareTo(price) > 0).isPresent()) {
            return Change.refused(ticket, Refusal.BAD_REDUCTION.with(French.euros(price)));
        }
        if (off.filter(o -> o.exceeds(price, most)).isPresent()) {
            return Change.refused(ticket, Refusal.REDUCTION_TOO_LARGE.with(French.percent(most, 10_000)));
        }
        OpenTicket changed =
                id.map(l -> ticket.changing(l, t -> t.reducedBy(off))).orElseGet(() -> ticket.reducedBy(off));
        return Change.done(
                changed, off.isPresent() ? "Remise de " + French.euros(taken) + "." : "La remise est enlevée.");
    }

    /// A gift or a fee beside the goods.
    static Change extra(OpenTicket ticket, ExtraLine extra) {
        Optional<Change> no = mayChange(ticket);
        if (no.isPresent()) {
            return no.get();
        }
        return isFull(ticket)
                ? Change.refused(ticket, Refusal.TICKET_FULL.with())
                : Change.done(ticket.with(extra), extra.label() + ", " + French.euros(extra.amount()) + ".");
    }

    /// @param place of the extra among the ticket's, from 0
    static Change withoutExtra(OpenTicket ticket, int place) {
        Optional<Change> no = mayChange(ticket);
        if (no.isPresent() || place < 0 || place >= ticket.extras().size()) {
            return no.orElseGet(() -> Change.refused(ticket, Refusal.NO_SUCH_LINE.with()));
        }
        return Change.done(
                ticket.withoutExtra(place), ticket.extras().get(place).label() + " retiré.");
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

    static Change add(OpenTicket ticket, TicketLine line) {
        return isFull(ticket)
                ? Change.refused(ticket, Refusal.TICKET_FULL.with())
                : Change.done(ticket.with(line), said(line));
    }

    private static boolean isFull(OpenTicket ticket) {
        return ticket.allLines() >= Fact.MAX_LINES;
    }

    static Optional<Change> mayChange(OpenTicket ticket) {
        return ticket.tenders().isEmpty()
                ? Optional.empty()
                : Optional.of(Change.refused(ticket, Refusal.TICKET_BEING_PAID.with()));
    }

    private static boolean isPieces(int pieces) {
        return pieces >= 1 && pieces <= SaleLine.MAX_PIECES;
    }

    static boolean isPrice(Money price) {
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
