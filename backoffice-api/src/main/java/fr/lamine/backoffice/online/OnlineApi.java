package fr.lamine.backoffice.online;

import fr.lamine.backoffice.online.OnlineDesk.Ordered;
import fr.lamine.backoffice.online.OnlineDesk.Told;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Json;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.online.OrderLine;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.site.OperatorCode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// The doors for machines: listings out, orders in. A token opens them.
public final class OnlineApi implements HttpService {

    /// Facts that a machine brings are not a person's.
    private static final OperatorCode MACHINE = new OperatorCode("API");

    private final Screen screen;
    private final OnlineDesk desk;

    public OnlineApi(Screen screen, OnlineDesk desk) {
        this.screen = screen;
        this.desk = desk;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/api/v1/listings", this::listings)
                .get("/api/v1/listings/photos/{hash}", this::photo)
                .post("/api/v1/orders", this::receive)
                .get("/api/v1/orders/{channel}/{number}", this::order);
    }

    /// @param price of the thing in cents, VAT included
    /// @param mass  in grams
    record Offered(
            String item,
            String channel,
            String title,
            String description,
            String condition,
            long price,
            long mass,
            String category,
            String site,
            List<String> photos,
            Instant publishedAt) {}

    record Offers(List<Offered> listings) {}

    record Line(String item, long price) {}

    /// @param orderedOn `2026-11-23`
    /// @param buyer     the marketplace's own reference
    record Brought(
            String channel, String number, String orderedOn, Optional<String> buyer, List<Line> lines, long shipping) {}

    record LineAnswer(String item, long price, LineState state) {}

    /// @param fact under which it stands in the office's journal
    record Answer(String order, String fact, LineState state, List<LineAnswer> lines) {}

    private void listings(ServerRequest request, ServerResponse response) {
        admit(request);
        Optional<ChannelCode> channel = Screen.asked(request, "channel", ChannelCode::new);
        List<Offered> offered = screen.read(handle -> ListingDao.open(handle, channel)).stream()
                .filter(Listing::there)
                .map(OnlineApi::offered)
                .toList();
        Screen.json(response, new Offers(offered));
    }

    private static Offered offered(Listing listing) {
        Listing.Words words = listing.words();
        return new Offered(
                words.item().digits(),
                words.channel().code(),
                words.title(),
                words.description(),
                words.condition().name(),
                words.price().cents(),
                words.mass().grams(),
                listing.category().code(),
                listing.site().code(),
                words.photos(),
                listing.at());
    }

    private void photo(ServerRequest request, ServerResponse response) {
        admit(request);
        PhotoPage.send(screen, request.path().pathParameters().get("hash"), response);
    }

    private void receive(ServerRequest request, ServerResponse response) {
        admit(request);
        Ordered ordered = ordered(request);
        Told told = screen.database().inTransaction(h -> desk.receive(h, ordered, MACHINE, screen.now()));
        switch (told) {
            case Told.Done _, Told.Known _ -> answer(response, ordered.number());
            case Told.Refused(String sentence) -> throw new BadRequest(Status.CONFLICT_409, sentence);
        }
    }

    private void order(ServerRequest request, ServerResponse response) {
        admit(request);
        var part = request.path().pathParameters();
        answer(
                response,
                OrderCsv.number(part.get("channel"), part.get("number")).orElseThrow(OnlineApi::unknown));
    }

    private void answer(ServerResponse response, OrderNumber number) {
        Order order = screen.read(handle -> OrderDao.find(handle, number)).orElseThrow(OnlineApi::unknown);
        Screen.json(
                response,
                new Answer(
                        number.toString(),
                        order.fact().toString(),
                        order.state(),
                        order.lines().stream()
                                .map(line -> new LineAnswer(
                                        line.item().digits(), line.price().cents(), line.state()))
                                .toList()));
    }

    private static Ordered ordered(ServerRequest request) {
        if (!request.content().hasEntity()) {
            throw BadRequest.malformed("La commande manque.");
        }
        try {
            Brought brought = Json.read(request.content().as(String.class), Brought.class);
            List<OrderLine> lines = brought.lines().stream()
                    .map(line -> new OrderLine(new ItemCode(line.item()), Money.cents(line.price())))
                    .toList();
            return new Ordered(
                    new OrderNumber(new ChannelCode(brought.channel()), brought.number()),
                    LocalDate.parse(brought.orderedOn()),
                    brought.buyer(),
                    lines,
                    Money.cents(brought.shipping()));
        } catch (Json.Unreadable | IllegalArgumentException | DateTimeParseException | ArithmeticException e) {
            throw BadRequest.malformed("La commande n’est pas lisible\u202f: " + e.getMessage());
        }
    }

    private void admit(ServerRequest request) {
        String header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        String token = header.startsWith("Bearer ") ? header.substring(7).strip() : "";
        if (screen.database()
                .inTransaction(h -> TokenDao.use(h, token, screen.now()))
                .isEmpty()) {
            throw new BadRequest(Status.UNAUTHORIZED_401, "Il faut un jeton d’accès en vigueur.");
        }
    }

    private static BadRequest unknown() {
        return BadRequest.notFound("Cette commande n’est pas connue du bureau.");
    }
}
