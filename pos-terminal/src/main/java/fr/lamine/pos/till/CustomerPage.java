package fr.lamine.pos.till;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.Beside;
import fr.lamine.pos.web.Pages;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.CustomerView;
import fr.lamine.pos.web.view.CustomerView.Line;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The customer's own screen: the last thing with its price, the total, then the change. It only shows.
public final class CustomerPage implements Beside.Page {

    public static final String PATH = "/client";

    /// As long as the till itself shows the change.
    private static final Duration THANKS = Duration.ofSeconds(20);

    private final Till till;
    private final Cards cards;
    private final Station station;
    private final Supplier<String> shop;
    private final boolean practice;
    private final Texts texts;
    private final InstantSource clock;
    private final Pages pages;

    /// @param practice nothing is for real
    public CustomerPage(
            Till till, Station station, Supplier<String> shop, boolean practice, Texts texts, InstantSource clock) {
        this.till = till;
        this.cards = new Cards(till);
        this.station = station;
        this.shop = shop;
        this.practice = practice;
        this.texts = texts;
        this.clock = clock;
        this.pages = new Pages(texts);
    }

    public HttpService routes(Posts posts) {
        Beside beside = posts.beside();
        return (HttpRules rules) -> rules.get(PATH, beside.page(this)).get(PATH + "/flux", beside.live(this));
    }

    @Override
    public String address() {
        return PATH;
    }

    @Override
    public String whole() {
        return pages.customer(view());
    }

    @Override
    public String inside() {
        return pages.customerInside(view());
    }

    @Override
    public Map<String, String> parts() {
        return Map.of("client", inside());
    }

    private CustomerView view() {
        return new CustomerView(shop.get(), practice, shown());
    }

    private CustomerView.Shown shown() {
        Optional<CardPayment> card = cards.open(station);
        if (card.isPresent()) {
            return card.get().state() == CardPayment.State.ASKED
                    ? new CustomerView.Card(French.euros(card.get().amount()))
                    : new CustomerView.Moment();
        }
        OpenTicket ticket = till.ticket(station);
        if (!ticket.holdsNothing()) {
            return ticket.total().isNegative()
                    ? new CustomerView.Back(French.euros(ticket.total().negated()))
                    : basket(ticket);
        }
        return till.lastSales(1).stream()
                .map(Till.LastSale::fact)
                .filter(sale ->
                        clock.instant().isBefore(sale.context().occurredAt().plus(THANKS)))
                .findFirst()
                .map(this::thanks)
                .orElseGet(CustomerView.Welcome::new);
    }

    private CustomerView.Shown basket(OpenTicket ticket) {
        Optional<String> due = ticket.tenders().isEmpty() ? Optional.empty() : Optional.of(French.euros(ticket.due()));
        return new CustomerView.Basket(
                last(ticket), texts.count("till.articles", ticket.pieces()), French.euros(ticket.total()), due);
    }

    private static Optional<Line> last(OpenTicket ticket) {
        if (!ticket.lines().isEmpty()) {
            TicketLine line = ticket.lines().getLast();
            String quantity =
                    line.pieces() == 1 ? "" : French.count(line.pieces()) + " × " + French.euros(line.unitPrice());
            return Optional.of(new Line(line.label(), quantity, French.euros(line.total())));
        }
        return ticket.returns().stream()
                .reduce((_, newer) -> newer)
                .map((ReturnLine back) ->
                        new Line(back.label(), "", French.euros(back.total().negated())));
    }

    /// A voucher is handed over like change, and is none.
    private CustomerView.Shown thanks(Fact.Sale sale) {
        Money back = sale.givenBack().stream()
                .filter(given -> given.tender() != Tender.VOUCHER)
                .map(TenderLine::amount)
                .reduce(sale.change(), Money::plus);
        return new CustomerView.Thanks(
                French.euros(sale.total()), back.isPositive() ? Optional.of(French.euros(back)) : Optional.empty());
    }
}
