package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.Reduction;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.TenderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// What the customer at the counter has so far.
///
/// @param extras  gifts and dues: no turnover
/// @param off     what a person takes off the whole ticket
/// @param nextId  id of the next line
/// @param tenders what the customer has handed over for it
/// @param before  what stood before the last change, which "undo" brings back
/// @param asked   the question that stands, so that the same thing done again is a yes
/// @param returns what they bring back, at its share of the price once paid
/// @param member  code of the member's card that was shown
public record OpenTicket(
        List<TicketLine> lines,
        List<ExtraLine> extras,
        Optional<Off> off,
        int nextId,
        List<TenderLine> tenders,
        Optional<Before> before,
        Optional<String> asked,
        List<ReturnLine> returns,
        Optional<String> member) {

    public static final OpenTicket EMPTY = new OpenTicket(
            List.of(),
            List.of(),
            Optional.empty(),
            1,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    /// What a change can change.
    record Before(List<TicketLine> lines, List<ExtraLine> extras, Optional<Off> off, Optional<String> member) {
        Before {
            lines = List.copyOf(lines);
            extras = List.copyOf(extras);
        }
    }

    public OpenTicket {
        lines = List.copyOf(lines);
        extras = List.copyOf(extras);
        tenders = List.copyOf(tenders);
        returns = List.copyOf(returns);
    }

    public boolean holdsNothing() {
        return lines.isEmpty() && extras.isEmpty() && returns.isEmpty();
    }

    int allLines() {
        return lines.size() + extras.size() + returns.size();
    }

    /// Of the lines, before anything comes off the whole ticket.
    public Money linesTotal() {
        return lines.stream().map(TicketLine::total).reduce(Money.ZERO, Money::plus);
    }

    /// What comes off the whole ticket.
    public Money reduced() {
        return off.map(o -> o.of(linesTotal())).orElse(Money.ZERO);
    }

    /// Below zero when the customer gets money back.
    public Money total() {
        Money extra = extras.stream().map(ExtraLine::amount).reduce(Money.ZERO, Money::plus);
        return sold().plus(extra).minus(returned());
    }

    /// Goods and services, all reductions taken off.
    public Money sold() {
        return linesTotal().minus(reduced());
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

    /// The lines as they are sold in these circumstances, each with its share of what comes off the whole ticket.
    List<SaleLine> sold(Catalog catalog, Context circumstances) {
        List<Money> shares = ReductionRules.shared(
                reduced(), lines.stream().map(TicketLine::total).toList());
        return IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).sold(catalog, circumstances, share(shares.get(i))))
                .toList();
    }

    private Optional<Reduction> share(Money amount) {
        return off.filter(_ -> amount.isPositive())
                .map(o -> new Reduction(Reduction.Kind.TICKET, o.basisPoints(), amount, o.reason()));
    }

    OpenTicket with(TicketLine line) {
        List<TicketLine> more = new ArrayList<>(lines);
        more.add(line);
        return changed(more, extras, off, nextId + 1);
    }

    OpenTicket with(ExtraLine extra) {
        List<ExtraLine> more = new ArrayList<>(extras);
        more.add(extra);
        return changed(lines, more, off, nextId);
    }

    OpenTicket changing(int id, UnaryOperator<TicketLine> change) {
        List<TicketLine> changed = lines.stream()
                .map(line -> line.id() == id ? change.apply(line) : line)
                .toList();
        return changed(changed, extras, off, nextId);
    }

    OpenTicket without(int id) {
        return changed(lines.stream().filter(line -> line.id() != id).toList(), extras, off, nextId);
    }

    OpenTicket withoutExtra(int place) {
        List<ExtraLine> fewer = new ArrayList<>(extras);
        fewer.remove(place);
        return changed(lines, fewer, off, nextId);
    }

    /// A deposit stands in the place of a line.
    OpenTicket promised(int id, ExtraLine deposit) {
        List<ExtraLine> more = new ArrayList<>(extras);
        more.add(deposit);
        return changed(lines.stream().filter(line -> line.id() != id).toList(), more, off, nextId);
    }

    OpenTicket reducedBy(Optional<Off> whole) {
        return changed(lines, extras, whole, nextId);
    }

    /// @param card absent when it is put away again
    OpenTicket of(Optional<String> card) {
        Optional<Before> then = Optional.of(new Before(lines, extras, off, member));
        return new OpenTicket(lines, extras, off, nextId, tenders, then, Optional.empty(), returns, card);
    }

    private OpenTicket changed(List<TicketLine> now, List<ExtraLine> extra, Optional<Off> whole, int next) {
        Optional<Before> then = Optional.of(new Before(lines, extras, off, member));
        return new OpenTicket(now, extra, whole, next, tenders, then, Optional.empty(), returns, member);
    }

    OpenTicket undone() {
        Before then = before.orElseThrow();
        return new OpenTicket(
                then.lines(),
                then.extras(),
                then.off(),
                nextId,
                tenders,
                Optional.empty(),
                Optional.empty(),
                returns,
                then.member());
    }

    OpenTicket asking(String question) {
        return new OpenTicket(lines, extras, off, nextId, tenders, before, Optional.of(question), returns, member);
    }

    OpenTicket paying(List<TenderLine> handedOver) {
        return new OpenTicket(
                lines, extras, off, nextId, handedOver, Optional.empty(), Optional.empty(), returns, member);
    }

    OpenTicket bringingBack(List<ReturnLine> changed) {
        return new OpenTicket(lines, extras, off, nextId, tenders, Optional.empty(), Optional.empty(), changed, member);
    }
}
