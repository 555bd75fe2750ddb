package fr.lamine.pos.till;

import fr.lamine.model.catalog.Article;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Container;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.text.French;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.scale.LiveScale;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.till.Aside.GivingAway;
import fr.lamine.pos.till.GiveRules.Thing;
import fr.lamine.pos.web.CategoryTiles;
import fr.lamine.pos.web.CounterScreen.LiveWeight;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.AsidePanel;
import fr.lamine.pos.web.view.AsidePanel.Key;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.TicketView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What stands aside of the common sale, as it is shown.
final class AsidePicture {

    private static final int KEYS = 12;
    private static final List<Integer> GIFTS = List.of(100, 200, 500);
    private static final List<Integer> FREE_PRICES = List.of(50, 100, 200, 300, 500, 1_000);

    private final Giving giving;
    private final ReferenceBook book;
    private final Station station;
    private final Supplier<LiveScale> live;
    private final Texts texts;

    AsidePicture(Giving giving, ReferenceBook book, Station station, Supplier<LiveScale> live, Texts texts) {
        this.giving = giving;
        this.book = book;
        this.station = station;
        this.live = live;
        this.texts = texts;
    }

    /// Empty when what it is about is gone.
    Optional<AsidePanel> panel(Aside aside, OpenTicket ticket, int page) {
        return switch (aside) {
            case Aside.Articles _ -> Optional.of(keys(ticket, page));
            case Aside.Amount(var code) -> catalog().till().article(code).map(article -> amount(article, ticket));
            case Aside.Extra(var place) ->
                ticket.extras().stream()
                        .skip(place)
                        .findFirst()
                        .map(extra -> new AsidePanel.Extra(extra.label(), French.euros(extra.amount())));
            case Aside.Weighing weighing ->
                ticket.line(weighing.line())
                        .map(line -> new AsidePanel.Weighing(
                                name(line),
                                weighs(line),
                                live.get().view(container(weighing)),
                                !live.get().usable()));
            case GivingAway away -> Optional.of(giving(away, page));
        };
    }

    private static String name(TicketLine line) {
        return line.pieces() == 1 ? line.label() : French.count(line.pieces()) + " × " + line.label();
    }

    private String weighs(TicketLine line) {
        String kilos = French.kg(line.mass());
        return line.weighed().isPresent() ? texts.get("aside.weighed", kilos) : texts.get("aside.average", kilos);
    }

    private AsidePanel keys(OpenTicket ticket, int page) {
        List<Key> fixed = new ArrayList<>(roundings(ticket));
        fixed.add(new Key(texts.get("aside.give"), texts.get("aside.giveDetail"), "gift", "", "", "/caisse/sortie"));
        ticket.member()
                .ifPresent(card ->
                        fixed.add(new Key(texts.get("aside.noCard"), card, "x", "", "", "/caisse/carte/retirer")));
        List<Key> articles = catalog().till().articles().stream()
                .map(article -> new Key(
                        article.name(),
                        article.price().map(French::euros).orElseGet(() -> open(article.kind())),
                        icon(article.kind()),
                        "article",
                        article.code(),
                        "/caisse/article"))
                .toList();
        int room = KEYS - fixed.size();
        if (articles.size() <= room) {
            return new AsidePanel.Keys(
                    Stream.concat(articles.stream(), fixed.stream()).toList(), OptionalInt.empty());
        }
        int shown = Math.floorMod(page, Math.ceilDiv(articles.size(), room - 1));
        return new AsidePanel.Keys(
                Stream.concat(articles.stream().skip(shown * (room - 1L)).limit(room - 1), fixed.stream())
                        .toList(),
                OptionalInt.of(shown + 1));
    }

    private String open(Article.Kind kind) {
        return switch (kind) {
            case FREE_PRICE, GIFT -> texts.get("aside.anyPrice");
            case BAG, SERVICE, DUES -> texts.get("aside.typedPrice");
        };
    }

    private static String icon(Article.Kind kind) {
        return switch (kind) {
            case BAG -> "shopping-cart";
            case FREE_PRICE -> "tag";
            case SERVICE -> "tool";
            case DUES -> "id-badge-2";
            case GIFT -> "heart-handshake";
        };
    }

    /// The ticket rounded up, while nothing is paid and the house takes gifts.
    List<Key> roundings(OpenTicket ticket) {
        if (!ticket.tenders().isEmpty() || ArticleRules.gift(catalog()).isEmpty()) {
            return List.of();
        }
        return ArticleRules.roundings(ticket.total()).stream()
                .map(total -> new Key(
                        texts.get("aside.round", French.euros(total)),
                        texts.get("aside.roundDetail", French.euros(total.minus(ticket.total()))),
                        "arrow-big-up-line",
                        "amount",
                        French.amount(total),
                        "/caisse/arrondir"))
                .toList();
    }

    private AsidePanel amount(Article article, OpenTicket ticket) {
        List<Key> keys = switch (article.kind()) {
            case GIFT ->
                Stream.concat(roundings(ticket).stream(), GIFTS.stream().map(AsidePicture::amount))
                        .toList();
            case FREE_PRICE -> FREE_PRICES.stream().map(AsidePicture::amount).toList();
            case BAG, SERVICE, DUES -> List.of();
        };
        return new AsidePanel.Amount(article.name(), icon(article.kind()), keys);
    }

    private static Key amount(int cents) {
        Money amount = Money.cents(cents);
        return new Key(French.euros(amount), "", "", "amount", French.amount(amount), "/caisse/article/montant");
    }

    private AsidePanel giving(GivingAway away, int page) {
        if (away.question().isPresent()) {
            return new AsidePanel.GiveAsked(away.question().get());
        }
        return giving.thing(station, away.wanted())
                .<AsidePanel>map(thing ->
                        new AsidePanel.GiveWhy(thing.name(), kilos(thing, away.pieces()), reasons(away.reason())))
                .orElseGet(() -> new AsidePanel.GiveWhat(
                        away.wanted().item().map(ItemCode::spaced),
                        CategoryTiles.page(CategoryTiles.all(catalog()), Optional.empty(), page)));
    }

    private String kilos(Thing thing, int pieces) {
        String count = pieces == 1 ? "" : French.count(pieces) + " × ";
        return count + French.kg(thing.piece());
    }

    private static List<ChoiceView> reasons(Optional<GiftReason> chosen) {
        return Stream.of(GiftReason.values())
                .map(reason ->
                        new ChoiceView(reason.name(), reason.words(), "", "gift", chosen.equals(Optional.of(reason))))
                .toList();
    }

    GoView go(Aside aside, OpenTicket ticket) {
        return switch (aside) {
            case Aside.Articles _, Aside.Extra _ ->
                ticket.holdsNothing()
                        ? GoView.refused(texts.get("till.empty"))
                        : GoView.allowed(French.euros(ticket.total()));
            case Aside.Amount _ -> GoView.allowed(texts.get("till.reduceTyped"));
            case Aside.Weighing weighing -> weight(weighing, ticket).go();
            case GivingAway away ->
                giving.thing(station, away.wanted())
                        .map(thing -> away.reason().isPresent()
                                ? GoView.allowed(kilos(thing, away.pieces()))
                                : GoView.refused(texts.get("aside.whyGive")))
                        .orElseGet(() -> GoView.refused(texts.get("aside.what")));
        };
    }

    /// The live weight of the line that is weighed.
    LiveWeight weight(Aside.Weighing weighing, OpenTicket ticket) {
        LiveScale now = live.get();
        var container = container(weighing);
        GoView go = now.usable()
                ? now.refusal()
                        .or(() -> now.gross()
                                .filter(gross -> container
                                        .filter(c -> gross.compareTo(c.tare()) <= 0)
                                        .isPresent())
                                .map(_ -> Refusal.BELOW_TARE))
                        .map(no -> GoView.refused(no.with().sentence()))
                        .orElseGet(() -> GoView.allowed(ticket.line(weighing.line())
                                .map(AsidePicture::name)
                                .orElse("")))
                : GoView.allowed(texts.get("aside.typedKilos"));
        return new LiveWeight(now.view(container), go);
    }

    private Optional<Container> container(Aside.Weighing weighing) {
        return weighing.container().flatMap(catalog()::container);
    }

    /// Gifts and fees as lines of the ticket.
    ///
    /// @param tapped the place of the one whose panel is open
    List<TicketView.Line> extras(List<ExtraLine> extras, Optional<Integer> tapped) {
        return IntStream.range(0, extras.size())
                .mapToObj(place -> new TicketView.Line(
                        Integer.toString(place),
                        extras.get(place).label(),
                        texts.get("aside.noTurnover"),
                        "",
                        French.euros(extras.get(place).amount()),
                        tapped.equals(Optional.of(place)),
                        false,
                        TicketView.Kind.EXTRA))
                .toList();
    }

    static Optional<Integer> tapped(TillChoices.Panel panel) {
        return panel instanceof TillChoices.Open(Aside.Extra(var place)) ? Optional.of(place) : Optional.empty();
    }

    private Catalog catalog() {
        return book.current().catalog();
    }
}
