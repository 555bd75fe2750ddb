package fr.lamine.pos.till;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.ReturnLine.SoldLine;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sync.LineHold.LineHeld;
import fr.lamine.model.sync.SoldElsewhere;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.sync.Elsewhere;
import fr.lamine.pos.sync.OfficeWord;
import fr.lamine.pos.till.TillChoices.Receipts;
import fr.lamine.pos.till.TillChoices.Refunding;
import fr.lamine.pos.till.TillChoices.Returned;
import fr.lamine.pos.till.TillChoices.SoldLines;
import fr.lamine.pos.till.TillChoices.Why;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.view.BandView;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// The part of the till's page where things are brought back: sale, line, reason, and how the money goes back.
final class ReturnDesk {

    private final Till till;
    private final Returns returns;
    private final Station station;
    private final Elsewhere elsewhere;
    private final UnseenDesk unseen;
    private final TillChoices chosen;
    private final InstantSource clock;

    ReturnDesk(
            Till till,
            Returns returns,
            Station station,
            Elsewhere elsewhere,
            UnseenDesk unseen,
            TillChoices chosen,
            InstantSource clock) {
        this.till = till;
        this.returns = returns;
        this.station = station;
        this.elsewhere = elsewhere;
        this.unseen = unseen;
        this.chosen = chosen;
        this.clock = clock;
    }

    /// A customer's receipt, of this till or another; the office is asked before the desk.
    Supplier<Optional<BandView>> scanning(String receipt) {
        return switch (returns.find(receipt)) {
            case Returns.NotHere(var why) ->
                () -> {
                    chosen.close();
                    return Bands.of(why);
                };
            case Returns.Sold(var sale) -> () -> show(sale);
            case Returns.Foreign(var sale) -> foreign(sale, elsewhere.sale(sale));
        };
    }

    private Supplier<Optional<BandView>> foreign(FactId sale, OfficeWord<SoldElsewhere> word) {
        return switch (word) {
            case OfficeWord.Said<SoldElsewhere> _ -> () -> show(sale);
            case OfficeWord.Unknown<SoldElsewhere> _ -> () -> unseen.open(sale, true);
            case OfficeWord.Away<SoldElsewhere> _ -> () -> unseen.open(sale, false);
            case OfficeWord.Alone<SoldElsewhere> _ ->
                () -> {
                    chosen.close();
                    return Bands.of(
                            Refusal.OTHER_TILL.with(sale.journal().terminal().code()));
                };
        };
    }

    private Optional<BandView> show(FactId sale) {
        chosen.close();
        chosen.panel = new SoldLines(sale);
        return Optional.empty();
    }

    /// With digits, the ticket of that number; without, the last sales.
    Optional<BandView> open(Form form) {
        Optional<String> entry = form.filled("entry", 12);
        chosen.close();
        chosen.panel = new Receipts();
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Optional<FactId> sale =
                entry.filter(e -> e.matches("[0-9]{1,9}")).flatMap(e -> returns.ofTicket(Long.parseLong(e)));
        return sale.isPresent() ? show(sale.get()) : Bands.refused(Refusal.UNKNOWN_SALE);
    }

    Optional<BandView> sale(Form form) {
        FactId sale = factId(form.text("sale", 60));
        return returns.sale(sale).isPresent() ? show(sale) : Bands.refused(Refusal.UNKNOWN_SALE);
    }

    Optional<BandView> page(Form form) {
        chosen.page = form.number("page");
        return Optional.empty();
    }

    Optional<BandView> line(Form form) {
        int line = form.number("line");
        if (!(chosen.panel instanceof SoldLines(var sale))
                || line >= returns.sale(sale).orElseThrow().lines().size()) {
            return Bands.refused(Refusal.NO_SUCH_LINE);
        }
        if (returns.left(station, sale, returns.sale(sale).orElseThrow(), line) < 1) {
            return Bands.refused(Refusal.ALL_RETURNED);
        }
        chosen.panel = new Why(sale, line);
        return Optional.empty();
    }

    /// What comes back, and what the office holds of it.
    ///
    /// @param line absent when none was chosen
    record Asked(Optional<SoldLine> line, int pieces, OfficeWord<LineHeld> held) {}

    /// One piece, or as many as are typed: held before the desk is asked for.
    Asked asked(Form form) {
        String entry = form.filled("entry", 12).orElse("1");
        int pieces = entry.matches("[0-9]{1,4}") ? Integer.parseInt(entry) : 0;
        if (!(chosen.panel instanceof Why(var sale, var line))) {
            return new Asked(Optional.empty(), pieces, new OfficeWord.Away<>());
        }
        SoldLine of = new SoldLine(sale, line);
        int wanted = returns.wanted(station, of, pieces);
        OfficeWord<LineHeld> held = pieces < 1 || wanted > SaleLine.MAX_PIECES
                ? new OfficeWord.Away<>()
                : elsewhere.hold(station.code(), of, wanted);
        return new Asked(Optional.of(of), pieces, held);
    }

    Optional<BandView> reason(Form form, Asked asked) {
        ReturnReason reason = form.constant("reason", ReturnReason.class);
        if (!(chosen.panel instanceof Why(var sale, var line))
                || !asked.line().equals(Optional.of(new SoldLine(sale, line)))) {
            return Bands.refused(Refusal.NO_SUCH_LINE);
        }
        Answer answer = returns.bringBack(
                station, form.token(), new SoldLine(sale, line), asked.pieces(), reason, asked.held(), clock.instant());
        if (answer instanceof Answer.Done) {
            chosen.sold = Optional.empty();
            chosen.ticketPage = TillChoices.NEWEST;
            chosen.panel = new SoldLines(sale);
        }
        return Bands.of(answer);
    }

    Optional<BandView> tapped(Form form) {
        int index = form.number("back");
        boolean again = chosen.panel instanceof Returned(var open) && open == index;
        chosen.close();
        if (!again && index < till.ticket(station).returns().size()) {
            chosen.panel = new Returned(index);
        }
        return Optional.empty();
    }

    Optional<BandView> keep(Form form) {
        int index = form.number("back");
        chosen.close();
        return Bands.of(returns.keep(station, form.token(), index, clock.instant()));
    }

    Answer refund(Form form) {
        chosen.panel = new Refunding();
        return till.refund(station, form.token(), form.constant("tender", Tender.class), clock.instant());
    }

    private static FactId factId(String text) {
        try {
            return FactId.parse(text);
        } catch (IllegalArgumentException e) {
            throw BadRequest.malformed("not a sale: " + e.getMessage());
        }
    }
}
