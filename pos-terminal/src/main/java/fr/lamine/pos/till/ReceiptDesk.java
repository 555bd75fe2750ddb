package fr.lamine.pos.till;

import fr.lamine.hardware.printer.Symbols;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.receipt.ReceiptToken;
import fr.lamine.model.sync.Person.Kind;
import fr.lamine.model.sync.ReceiptWays;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.person.PersonOutbox;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.Facts;
import fr.lamine.pos.till.TillChoices.Addressing;
import fr.lamine.pos.till.TillChoices.Done;
import fr.lamine.pos.till.TillChoices.Showing;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.TillPanel;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// The receipt without paper, after the sale: on the customer's telephone, or by e-mail.
final class ReceiptDesk {

    private final Till till;
    private final Station station;
    private final TillChoices chosen;
    private final InstantSource clock;

    ReceiptDesk(Till till, Station station, TillChoices chosen, InstantSource clock) {
        this.till = till;
        this.station = station;
        this.chosen = chosen;
        this.clock = clock;
    }

    /// @param on makes a way of the till's page out of what is done here
    HttpRules routes(HttpRules rules, Function<Function<Form, Optional<BandView>>, Handler> on) {
        return rules.post("/caisse/recu/qr", on.apply(this::show))
                .post("/caisse/recu/adresse", on.apply(this::ask))
                .post("/caisse/recu/envoyer", on.apply(this::send))
                .post("/caisse/recu/retour", on.apply(this::back));
    }

    private ReceiptWays ways() {
        return till.commands().reference().receipts();
    }

    private Optional<BandView> show(Form form) {
        if (chosen.sold.isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_SALE);
        }
        if (ways().page().isEmpty()) {
            return Bands.refused(Refusal.NO_SUCH_WAY);
        }
        chosen.panel = new Showing(chosen.sold.get());
        return Optional.empty();
    }

    private Optional<BandView> ask(Form form) {
        if (chosen.sold.isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_SALE);
        }
        if (!ways().mail()) {
            return Bands.refused(Refusal.NO_SUCH_WAY);
        }
        chosen.panel = new Addressing(chosen.sold.get(), "");
        return Optional.empty();
    }

    private Optional<BandView> send(Form form) {
        String typed = form.filled("entry", 400).orElse("");
        if (chosen.sold.isEmpty()) {
            return Bands.refused(Refusal.UNKNOWN_SALE);
        }
        FactId sale = chosen.sold.get();
        Answer answer = send(station, form.token(), sale, typed, clock.instant());
        boolean again = answer instanceof Answer.Refused no && no.refusal() == Refusal.NOT_AN_ADDRESS;
        chosen.panel = again ? new Addressing(sale, typed) : new Done(sale, clock.instant());
        return Bands.of(answer);
    }

    /// The address stands in the outbox alone: in no journal, and not in the answer.
    Answer send(Station at, String token, FactId sale, String address, Instant now) {
        return till.commands().run(at, Optional.of(token), now, Role.CASHIER, work -> {
            if (Facts.read(work.sql(), sale, Fact.Sale.class).isEmpty()) {
                return Refusal.UNKNOWN_SALE.with();
            }
            if (!work.reference().receipts().mail()) {
                return Refusal.NO_SUCH_WAY.with();
            }
            if (!Kind.RECEIPT_ADDRESS.admits(address)) {
                return Refusal.NOT_AN_ADDRESS.with();
            }
            PersonOutbox.put(work.sql(), Kind.RECEIPT_ADDRESS, address, sale, now);
            return Answer.done("Le ticket part par e-mail.");
        });
    }

    private Optional<BandView> back(Form form) {
        chosen.sold.ifPresent(sale -> chosen.panel = new Done(sale, clock.instant()));
        return Optional.empty();
    }

    /// The address of a receipt; empty when the office has none.
    static Optional<String> address(Till till, FactId sale) {
        return till.commands()
                .reference()
                .receipts()
                .page()
                .flatMap(
                        page -> till.commands().store().entries(sale.journal().generation(), sale.seq() - 1, 1).stream()
                                .findFirst()
                                .map(entry -> page + ReceiptToken.of(entry)));
    }

    static TillPanel drawn(String address) {
        var modules = Symbols.qr(address);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M')
                            .append(from)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - from)
                            .append("v1h-")
                            .append(x - from)
                            .append('z');
                }
            }
        }
        return new TillPanel.QrCode(modules.getWidth(), path.toString());
    }
}
