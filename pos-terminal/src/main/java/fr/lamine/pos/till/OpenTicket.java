package fr.lamine.pos.till;

import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.TenderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What the customer at the counter has so far.
///
/// @param nextId id of the next line
/// @param tenders what the customer has handed over for it
/// @param before  the lines before the last change, which "undo" brings back
/// @param asked   the question that stands, so that the same thing done again is a yes
/// @param returns what they bring back, at its share of the price once paid
public record OpenTicket(
        List<TicketLine> lines,
        int nextId,
        List<TenderLine> tenders,
        Optional<List<TicketLine>> before,
        Optional<String> asked,
        List<ReturnLine> returns) {

    public static final OpenTicket EMPTY =
            new OpenTicket(List.of(), 1, List.of(), Optional.empty(), Optional.empty(), List.of());

    public OpenTicket {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
        before = before.map(List::copyOf);
        returns = List.copyOf(returns);
    }

    public boolean holdsNothing() {
        return lines.isEmpty() && returns.isEmpty();
    }

    /// Below zero when the customer gets money back.
    public Money total() {
        return sold().minus(returned());
    }

    public Money sold() {
        return lines.stream().map(TicketLine::total).reduce(Money.ZERO, Money::plus);
    }

    public Money returned() {
        return returns.stream().map(ReturnLine::total).reduce(Money.ZERO, Money::plus);
    }

    public Money handed() {
        return tenders.stream().map(TenderLine::amount).reduce(Money.ZERO, Money::plus);
    }

    /// What remains to be paid; below zero only when money goes back.
    public Money due() {
        return total().minus(handed());
    }

    public int pieces() {
        return lines.stream().mapToInt(TicketLine::pieces).sum();
    }

    public Optional<TicketLine> line(int id) {
        return lines.stream().filter(line -> line.id() == id).findFirst();
    }

    public int piecesOf(ItemCode code) {
        return lines.stream()
                .filter(line -> line.item().equals(Optional.of(code)))
                .mapToInt(TicketLine::pieces)
                .sum();
    }

    OpenTicket with(TicketLine line) {
        List<TicketLine> more = new ArrayList<>(lines);
        more.add(line);
        return new OpenTicket(more, nextId + 1, tenders, Optional.of(lines), Optional.empty(), returns);
    }

    OpenTicket changing(int id, UnaryOperator<TicketLine> change) {
        List<TicketLine> changed = lines.stream()
                .map(line -> line.id() == id ? change.apply(line) : line)
                .toList();
        return new OpenTicket(changed, nextId, tenders, Optional.of(lines), Optional.empty(), returns);
    }

    OpenTicket without(int id) {
        List<TicketLine> fewer = lines.stream().filter(line -> line.id() != id).toList();
        return new OpenTicket(fewer, nextId, tenders, Optional.of(lines), Optional.empty(), returns);
    }

    OpenTicket undone() {
        return new OpenTicket(before.orElseThrow(), nextId, tenders, Optional.empty(), Optional.empty(), returns);
    }

    OpenTicket asking(String question) {
        return new OpenTicket(lines, nextId, tenders, before, Optional.of(question), returns);
    }

    OpenTicket paying(List<TenderLine> handedOver) {
        return new OpenTicket(lines, nextId, handedOver, Optional.empty(), Optional.empty(), returns);
    }

    OpenTicket bringingBack(List<ReturnLine> changed) {
        return new OpenTicket(lines, nextId, tenders, Optional.empty(), Optional.empty(), changed);
    }
}
