package fr.lamine.pos.till;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.sale.Tender;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
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

/// The part of the till's page where things are brought back: sale, line, reason, and how the money goes back.
final class ReturnDesk {

    private final Till till;
    private final Returns returns;
    private final Station station;
    private final TillChoices chosen;
    private final InstantSource clock;

    ReturnDesk(Till till, Returns returns, Station station, TillChoices chosen, InstantSource clock) {
        this.till = till;
        this.returns = returns;
        this.station = station;
        this.chosen = chosen;
        this.clock = clock;
    }

    Optional<BandView> scanned(String receipt) {
        return switch (returns.find(receipt)) {
            case Returns.NotHere(var why) -> Bands.of(why);
            case Returns.Sold(var sale) -> show(sale);
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
        return till.sale(sale).isPresent() ? show(sale) : Bands.refused(Refusal.UNKNOWN_SALE);
    }

    Optional<BandView> page(Form form) {
        chosen.page = form.number("page");
        return Optional.empty();
    }

    Optional<BandView> line(Form form) {
        int line = form.number("line");
        if (!(chosen.panel instanceof SoldLines(var sale))
                || line >= till.sale(sale).orElseThrow().lines().size()) {
            return Bands.refused(Refusal.NO_SUCH_LINE);
        }
        if (returns.left(station, sale, till.sale(sale).orElseThrow(), line) < 1) {
            return Bands.refused(Refusal.ALL_RETURNED);
        }
        chosen.panel = new Why(sale, line);
        return Optional.empty();
    }

    /// One piece, or as many as are typed.
    Optional<BandView> reason(Form form) {
        ReturnReason reason = form.constant("reason", ReturnReason.class);
        if (!(chosen.panel instanceof Why(var sale, var line))) {
            return Bands.refused(Refusal.NO_SUCH_LINE);
        }
        String entry = form.filled("entry", 12).orElse("1");
        int pieces = entry.matches("[0-9]{1,6}") ? Integer.parseInt(entry) : 0;
        Answer answer = returns.bringBack(station, form.token(), sale, line, pieces, reason, clock.instant());
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
