package fr.lamine.backoffice.online;

import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.online.OnlineDesk.Ordered;
import fr.lamine.backoffice.online.OnlineDesk.Told;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.platform.Form;
import fr.lamine.backoffice.screen.Address;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.online.OrderNumber;
import io.helidon.common.parameters.Parameters;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Commandes: what marketplaces sold, brought in as a table, fetched from the shelves and sent.
public final class OrderPage implements HttpService {

    static final String PATH = "/en-ligne/commandes";
    private static final String IMPORT = "/en-ligne/import";
    private static final String PICKING = "/en-ligne/preparation";
    private static final int MAX_TEXT = 60_000;

    private final Screen screen;
    private final OnlineDesk desk;

    public OrderPage(Screen screen, OnlineDesk desk) {
        this.screen = screen;
        this.desk = desk;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(PATH, this::list)
                .get(IMPORT, this::ask)
                .post(IMPORT, this::take)
                .get(PICKING, this::picking)
                .get(PATH + "/{channel}/{number}", this::one)
                .post(PATH + "/{channel}/{number}/envoi", this::dispatch)
                .post(PATH + "/{channel}/{number}/annulation", this::cancel);
    }

    private void list(ServerRequest request, ServerResponse response) {
        int page = Screen.page(request);
        Optional<LineState> state = Screen.asked(request, "etat", LineState::valueOf);
        record Read(Names names, Slice<Order> orders) {}
        Read read = screen.read(handle -> new Read(Names.of(handle), OrderDao.page(handle, state, page)));
        screen.show(
                request,
                response,
                "online/orders.jte",
                Map.of(
                        "names",
                        read.names(),
                        "orders",
                        read.orders(),
                        "state",
                        state,
                        "here",
                        Address.to(PATH).with("etat", state)));
    }

    /// What became of a line of the text, or would.
    public record Row(String about, String sentence, boolean good) {}

    private void ask(ServerRequest request, ServerResponse response) {
        show(request, response, "", List.of(), false);
    }

    private void take(ServerRequest request, ServerResponse response) {
        Parameters form = Form.of(request);
        String text = form.first("text").orElse("");
        if (text.length() > MAX_TEXT) {
            throw BadRequest.malformed("Ce texte est trop long\u202f: coupez-le en deux.");
        }
        boolean take = form.first("do").orElse("").equals("take");
        OrderCsv.Read read = OrderCsv.read(text);
        List<Row> rows = new ArrayList<>();
        read.troubles().forEach(t -> rows.add(new Row("Ligne " + t.line(), t.sentence(), false)));
        for (Ordered ordered : read.orders()) {
            rows.add(take ? taken(request, ordered) : foreseen(ordered));
        }
        boolean may = !take && !read.orders().isEmpty();
        show(request, response, take && read.troubles().isEmpty() ? "" : text, rows, may);
    }

    private Row taken(ServerRequest request, Ordered ordered) {
        Told told = screen.database()
                .inTransaction(
                        h -> desk.receive(h, ordered, AccessGate.user(request).operator(), screen.now()));
        return switch (told) {
            case Told.Done _ -> new Row(ordered.number().toString(), "Enregistrée.", true);
            case Told.Known _ -> new Row(ordered.number().toString(), "Déjà connue, rien n’a changé.", true);
            case Told.Refused(String sentence) -> new Row(ordered.number().toString(), sentence, false);
        };
    }

    private Row foreseen(Ordered ordered) {
        Optional<Order> known = screen.read(handle -> OrderDao.find(handle, ordered.number()));
        if (known.isPresent()) {
            return ListingRules.same(known.get(), ordered)
                    ? new Row(ordered.number().toString(), "Déjà connue.", true)
                    : new Row(ordered.number().toString(), "Déjà enregistrée avec un autre contenu.", false);
        }
        List<ItemCode> gone = screen.read(handle -> ordered.lines().stream()
                .map(line -> line.item())
                .filter(item -> ListingDao.thing(handle, item)
                        .filter(thing -> thing.left() > 0 && !thing.awaited())
                        .isEmpty())
                .toList());
        return gone.isEmpty()
                ? new Row(ordered.number().toString(), "Nouvelle.", true)
                : new Row(
                        ordered.number().toString(),
                        "Nouvelle, mais " + gone.getFirst().spaced() + " n’est plus là\u202f: elle ouvrira un écart.",
                        true);
    }

    private void show(ServerRequest request, ServerResponse response, String text, List<Row> rows, boolean may) {
        screen.show(
                request,
                response,
                "online/import.jte",
                Map.of("text", text, "rows", rows, "may", may, "header", String.join(";", OrderCsv.HEADER)));
    }

    /// By place, so that one walk is enough; a code that is scanned here opens its order.
    private void picking(ServerRequest request, ServerResponse response) {
        Optional<String> asked = Screen.asked(request, "code");
        Optional<ItemCode> code = asked.flatMap(ListingPage::code);
        Optional<OrderNumber> found = code.flatMap(c -> screen.read(handle -> OrderDao.waitingFor(handle, c)));
        if (found.isPresent()) {
            ListingPage.to(
                    response, address(found.get()) + "?code=" + code.get().digits());
            return;
        }
        record Read(Names names, List<Order> orders) {}
        Read read = screen.read(handle -> new Read(Names.of(handle), OrderDao.waiting(handle)));
        screen.show(
                request,
                response,
                "online/picking.jte",
                Map.of("view", PickingView.of(read.names(), read.orders()), "unknown", asked.isPresent()));
    }

    private void one(ServerRequest request, ServerResponse response) {
        String scanned = Screen.asked(request, "code").orElse("");
        show(request, response, number(request), new OnlineView(Map.of("codes", scanned), ""));
    }

    private void show(ServerRequest request, ServerResponse response, OrderNumber number, OnlineView view) {
        record Read(Names names, Order order, List<OrderDao.Parcel> parcels) {}
        Read read = screen.read(handle -> new Read(
                Names.of(handle),
                OrderDao.find(handle, number).orElseThrow(OrderPage::unknown),
                OrderDao.parcels(handle, number)));
        screen.show(
                request,
                response,
                "online/order.jte",
                Map.of("names", read.names(), "order", read.order(), "parcels", read.parcels(), "view", view));
    }

    private void dispatch(ServerRequest request, ServerResponse response) {
        OrderNumber number = number(request);
        Parameters form = Form.of(request);
        String codes = form.first("codes").orElse("").strip();
        String parcel = form.first("parcel").orElse("").strip();
        OnlineView typed = new OnlineView(Map.of("codes", codes, "parcel", parcel), "");
        Order order = screen.read(handle -> OrderDao.find(handle, number)).orElseThrow(OrderPage::unknown);
        Map<ItemCode, ItemCode> sent = new LinkedHashMap<>();
        for (String text : codes.isEmpty() ? List.<String>of() : List.of(codes.split("[\\r\\n,;]+"))) {
            Optional<ItemCode> code = ListingPage.code(text);
            if (code.isEmpty()) {
                show(
                        request,
                        response,
                        number,
                        refused(typed, "«\u202f" + text.strip() + "\u202f» n’est pas le code d’une étiquette."));
                return;
            }
            sent.put(code.get(), code.get());
        }
        for (Order.Line line : order.lines()) {
            Optional<String> instead =
                    form.first("instead-" + line.item().digits()).asOptional().filter(text -> !text.isBlank());
            Optional<ItemCode> code = instead.flatMap(ListingPage::code);
            if (instead.isPresent() && code.isEmpty()) {
                show(
                        request,
                        response,
                        number,
                        refused(typed, "Le code de remplacement n’est pas celui d’une étiquette."));
                return;
            }
            code.ifPresent(other -> {
                sent.remove(other);
                sent.put(line.item(), other);
            });
        }
        Told told = screen.database()
                .inTransaction(h -> desk.dispatch(
                        h,
                        number,
                        sent,
                        Optional.of(parcel).filter(text -> !text.isEmpty()),
                        AccessGate.user(request).operator(),
                        screen.now()));
        answer(request, response, number, typed, told);
    }

    private void cancel(ServerRequest request, ServerResponse response) {
        OrderNumber number = number(request);
        String reason = Form.of(request).first("reason").orElse("");
        Told told = screen.database()
                .inTransaction(h ->
                        desk.cancel(h, number, reason, AccessGate.user(request).operator(), screen.now()));
        answer(request, response, number, OnlineView.BLANK, told);
    }

    private void answer(
            ServerRequest request, ServerResponse response, OrderNumber number, OnlineView typed, Told told) {
        switch (told) {
            case Told.Done _, Told.Known _ -> ListingPage.to(response, address(number));
            case Told.Refused(String sentence) -> show(request, response, number, refused(typed, sentence));
        }
    }

    private static OnlineView refused(OnlineView typed, String sentence) {
        return new OnlineView(typed.typed(), sentence);
    }

    /// A channel and a number hold nothing that an address could not.
    static String address(OrderNumber number) {
        return PATH + "/" + number;
    }

    private static OrderNumber number(ServerRequest request) {
        var part = request.path().pathParameters();
        return OrderCsv.number(part.get("channel"), part.get("number")).orElseThrow(OrderPage::unknown);
    }

    private static BadRequest unknown() {
        return BadRequest.notFound("Cette commande n’est pas connue du bureau.");
    }
}
