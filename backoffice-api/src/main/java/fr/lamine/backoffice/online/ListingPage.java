package fr.lamine.backoffice.online;

import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.online.Listing.Words;
import fr.lamine.backoffice.online.ListingDao.Thing;
import fr.lamine.backoffice.online.OnlineDesk.Told;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.platform.Csv;
import fr.lamine.backoffice.platform.Form;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.model.fact.Fact.DiscrepancySettled;
import fr.lamine.model.fact.OnlineFact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.online.Condition;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Vente en ligne: what is published, publishing and withdrawing.
public final class ListingPage implements HttpService {

    static final String PATH = "/en-ligne";
    private static final String PUBLISH = PATH + "/publier";
    private static final ChannelCode USUAL = new ChannelCode("LABEL-EMMAUS");

    private final Screen screen;
    private final OnlineDesk desk;

    public ListingPage(Screen screen, OnlineDesk desk) {
        this.screen = screen;
        this.desk = desk;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(PATH, this::list)
                .get(PUBLISH, this::ask)
                .post(PUBLISH, this::publish)
                .post(PATH + "/retirer", this::withdraw)
                .get(PATH + "/annonces.csv", this::table);
    }

    private void list(ServerRequest request, ServerResponse response) {
        list(request, response, "");
    }

    private void list(ServerRequest request, ServerResponse response, String refusal) {
        record Read(Names names, List<Listing> listings) {}
        Read read = screen.read(handle -> new Read(Names.of(handle), ListingDao.open(handle, Optional.empty())));
        screen.show(
                request,
                response,
                "online/listings.jte",
                Map.of(
                        "names",
                        read.names(),
                        "listings",
                        read.listings(),
                        "refusal",
                        refusal,
                        "administrator",
                        AccessGate.user(request).role().mayActAs(Role.ADMIN)));
    }

    private void ask(ServerRequest request, ServerResponse response) {
        Optional<ItemCode> code = Screen.asked(request, "code").flatMap(ListingPage::code);
        record Read(Optional<Thing> thing, Optional<Listing> open, List<String> channels) {}
        Read read = screen.read(handle -> new Read(
                code.flatMap(c -> ListingDao.thing(handle, c)),
                code.flatMap(c -> ListingDao.find(handle, c)),
                ListingDao.channels(handle)));
        if (read.thing().isEmpty()) {
            list(request, response, "Aucune étiquette connue du bureau ne porte ce code.");
            return;
        }
        Map<String, String> typed = read.open()
                .map(listing -> typed(listing.words()))
                .orElseGet(() -> proposed(read.thing().get(), read.channels()));
        Optional<String> no = read.open().isPresent()
                ? Optional.empty()
                : ListingRules.refusal(read.thing().get(), Optional.empty(), USUAL);
        show(request, response, read.thing().get(), new OnlineView(typed, no.orElse("")));
    }

    /// What the label tells already need not be typed.
    private static Map<String, String> proposed(Thing thing, List<String> channels) {
        return Map.of(
                "code", thing.code().digits(),
                "channel", channels.size() == 1 ? channels.getFirst() : USUAL.code(),
                "title", thing.title(),
                "description", "",
                "condition", Condition.GOOD.name(),
                "price", French.amount(thing.price()),
                "mass", French.kilos(thing.pieceMass()),
                "photos", "");
    }

    private static Map<String, String> typed(Words words) {
        return Map.of(
                "code", words.item().digits(),
                "channel", words.channel().code(),
                "title", words.title(),
                "description", words.description(),
                "condition", words.condition().name(),
                "price", French.amount(words.price()),
                "mass", French.kilos(words.mass()),
                "photos", String.join(" ", words.photos()));
    }

    private void show(ServerRequest request, ServerResponse response, Thing thing, OnlineView view) {
        Names names = screen.read(Names::of);
        screen.show(request, response, "online/publish.jte", Map.of("names", names, "thing", thing, "view", view));
    }

    private void publish(ServerRequest request, ServerResponse response) {
        Map<String, String> typed = fields(Form.of(request));
        ItemCode item = code(typed.getOrDefault("code", ""))
                .orElseThrow(() -> BadRequest.malformed("Le formulaire n’est pas complet."));
        Thing thing = screen.read(handle -> ListingDao.thing(handle, item))
                .orElseThrow(() -> BadRequest.notFound("Aucune étiquette connue du bureau ne porte ce code."));
        List<String> troubles = new ArrayList<>();
        Optional<Words> words = words(item, typed, troubles);
        if (words.isEmpty()) {
            show(request, response, thing, new OnlineView(typed, String.join(" ", troubles)));
            return;
        }
        Told told = screen.database()
                .inTransaction(h ->
                        desk.publish(h, words.get(), AccessGate.user(request).operator(), screen.now()));
        switch (told) {
            case Told.Done _, Told.Known _ -> to(response, PATH);
            case Told.Refused(String sentence) -> show(request, response, thing, new OnlineView(typed, sentence));
        }
    }

    private static Map<String, String> fields(Parameters form) {
        Map<String, String> typed = new HashMap<>();
        for (String name : List.of("code", "channel", "title", "description", "condition", "price", "mass", "photos")) {
            String text = form.first(name).orElse("").strip();
            typed.put(name, text.substring(0, Math.min(text.length(), 4_000)));
        }
        return typed;
    }

    private static Optional<Words> words(ItemCode item, Map<String, String> typed, List<String> troubles) {
        Optional<ChannelCode> channel = channel(typed.get("channel"));
        String title = typed.get("title").replaceAll("\\s+", " ");
        String description = typed.get("description").replace("\r", "");
        Optional<Money> price = French.parseEuros(typed.get("price"))
                .filter(p -> p.isPositive() && p.compareTo(SaleLine.MAX_UNIT_PRICE) <= 0);
        Optional<Mass> mass = French.parseKilos(typed.get("mass")).filter(Mass::isPositive);
        List<String> photos = typed.get("photos").isBlank()
                ? List.of()
                : List.of(typed.get("photos").split("\\s+"));
        Optional<Condition> condition = List.of(Condition.values()).stream()
                .filter(c -> c.name().equals(typed.get("condition")))
                .findFirst();
        check(channel.isPresent(), "Le canal a des majuscules, des chiffres et des tirets, 20 au plus.", troubles);
        check(
                DiscrepancySettled.isLine(title, OnlineFact.MAX_TITLE),
                "Donnez un titre de 80 signes au plus.",
                troubles);
        check(description.length() <= OnlineFact.MAX_DESCRIPTION, "La description a 2 000 signes au plus.", troubles);
        check(condition.isPresent(), "Choisissez un état.", troubles);
        check(price.isPresent(), "Le prix n’est pas compris\u202f: écrivez 24,00.", troubles);
        check(mass.isPresent(), "Le poids n’est pas compris\u202f: écrivez 2,400.", troubles);
        check(
                photos.size() <= OnlineFact.MAX_PHOTOS && photos.stream().allMatch(p -> p.matches("[0-9a-f]{64}")),
                "8 photos au plus.",
                troubles);
        return troubles.isEmpty()
                ? Optional.of(new Words(
                        item,
                        channel.orElseThrow(),
                        title,
                        description,
                        condition.orElseThrow(),
                        price.orElseThrow(),
                        mass.orElseThrow(),
                        photos))
                : Optional.empty();
    }

    private static void check(boolean well, String sentence, List<String> troubles) {
        if (!well) {
            troubles.add(sentence);
        }
    }

    private void withdraw(ServerRequest request, ServerResponse response) {
        Parameters form = Form.of(request);
        ItemCode item = code(form.first("code").orElse(""))
                .orElseThrow(() -> BadRequest.malformed("Le formulaire n’est pas complet."));
        String reason = form.first("reason").orElse("");
        Told told = screen.database()
                .inTransaction(h ->
                        desk.withdraw(h, item, reason, AccessGate.user(request).operator(), screen.now()));
        switch (told) {
            case Told.Done _, Told.Known _ -> to(response, PATH);
            case Told.Refused(String sentence) -> list(request, response, sentence);
        }
    }

    /// What a marketplace takes in: documented in docs/online.md.
    private void table(ServerRequest request, ServerResponse response) {
        Optional<ChannelCode> channel = Screen.asked(request, "canal", ChannelCode::new);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "code", "canal", "titre", "description", "etat", "prix", "kilos", "categorie", "site", "photos"));
        screen.read(handle -> ListingDao.open(handle, channel)).stream()
                .filter(Listing::there)
                .forEach(listing -> rows.add(row(listing)));
        response.header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"annonces.csv\"")
                .send(Csv.of(rows));
    }

    private static List<String> row(Listing listing) {
        Words words = listing.words();
        return List.of(
                words.item().digits(),
                words.channel().code(),
                words.title(),
                words.description(),
                words.condition().name(),
                French.amount(words.price()),
                French.kilos(words.mass()),
                listing.category().code(),
                listing.site().code(),
                String.join(" ", words.photos()));
    }

    private static Optional<ChannelCode> channel(String text) {
        try {
            return Optional.of(new ChannelCode(text.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// As it is scanned or typed: with spaces, and with or without its leading zero.
    static Optional<ItemCode> code(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        String code = digits.length() == 12 ? "0" + digits : digits;
        return ItemCode.isWellFormed(code) ? Optional.of(new ItemCode(code)) : Optional.empty();
    }

    static void to(ServerResponse response, String path) {
        response.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, path).send();
    }
}
