package fr.lamine.pos.weighin;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.Container;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;
import fr.lamine.model.text.French;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.scale.LiveScale;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.CategoryTiles;
import fr.lamine.pos.web.CounterScreen.LiveWeight;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.WeighInPanel;
import fr.lamine.pos.web.view.WeighInView;
import fr.lamine.pos.web.view.WeighInView.LastWeighing;
import fr.lamine.pos.web.view.WeightView;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The weigh-in screen as it is shown.
final class WeighInPicture {

    private static final int COMMUNES = 4;
    private static final int CONTAINERS = 11;
    private static final int LOOKED_BACK = 60;
    private static final int LOOKED_BACK_ON_SCREEN = 30;

    private final WeighIns weighIns;
    private final ReferenceBook book;
    private final Station station;
    private final Texts texts;
    private final InstantSource clock;

    WeighInPicture(WeighIns weighIns, ReferenceBook book, Station station, Texts texts, InstantSource clock) {
        this.weighIns = weighIns;
        this.book = book;
        this.station = station;
        this.texts = texts;
        this.clock = clock;
    }

    WeighInView view(WeighInChoices chosen, LiveScale live) {
        LiveWeight weight = weight(chosen, live);
        return new WeighInView(
                panel(chosen),
                weight.weight(),
                weight.go(),
                chosen.shelving,
                container(chosen).map(c -> c.name() + " · " + French.kg(c.tare())),
                source(chosen),
                chosen.shelving ? texts.word(Area.SHOP) : destination(chosen.destination),
                !live.usable(),
                last(WeighInView.LAST_SHOWN));
    }

    LiveWeight weight(WeighInChoices chosen, LiveScale live) {
        Optional<Mass> typed = chosen.typedFor(live);
        WeightView shown = typed.map(mass -> LiveScale.typed(mass, container(chosen)))
                .orElseGet(() -> live.view(container(chosen)));
        return new LiveWeight(shown, go(chosen, live, typed));
    }

    private GoView go(WeighInChoices chosen, LiveScale live, Optional<Mass> typed) {
        Optional<Category> category = chosen.category.flatMap(catalog()::category);
        if (category.isEmpty()) {
            return GoView.refused(texts.get("go.category"));
        }
        Optional<Refusal> no = typed.isPresent() ? Optional.empty() : live.refusal();
        if (no.isPresent()) {
            return GoView.refused(no.get().with().sentence());
        }
        Mass tare = container(chosen).map(Container::tare).orElse(Mass.ZERO);
        Mass net = typed.or(live::gross).orElse(Mass.ZERO).minus(tare);
        return net.isPositive()
                ? GoView.allowed(category.get().name() + " · " + French.kg(net))
                : GoView.refused(Refusal.BELOW_TARE.with().sentence());
    }

    private WeighInPanel panel(WeighInChoices chosen) {
        return switch (chosen.panel) {
            case CATEGORIES ->
                new WeighInPanel.Categories(
                        CategoryTiles.families(catalog(), texts, chosen.family),
                        CategoryTiles.page(
                                CategoryTiles.inFamily(catalog(), chosen.family), chosen.category, chosen.page),
                        Optional.empty());
            case SEARCH ->
                new WeighInPanel.Categories(
                        CategoryTiles.families(catalog(), texts, chosen.family),
                        CategoryTiles.page(
                                CategoryTiles.matching(catalog(), chosen.word), chosen.category, chosen.page),
                        Optional.of(chosen.word));
            case CONTAINERS -> new WeighInPanel.Containers(containers(chosen));
            case SOURCES -> new WeighInPanel.Sources(sources(chosen), communes(chosen), chosen.load.isPresent());
            case LOADS -> new WeighInPanel.Loads(CategoryTiles.page(loads(), chosen.load, chosen.page));
            case HISTORY -> history(chosen.page);
            case DESTINATIONS -> new WeighInPanel.Destinations(destinations(chosen));
            case TYPED -> new WeighInPanel.TypedWeight();
            case QUESTION -> new WeighInPanel.Question(chosen.question);
        };
    }

    private List<ChoiceView> containers(WeighInChoices chosen) {
        return catalog().containers().stream()
                .limit(CONTAINERS)
                .map(c -> new ChoiceView(
                        c.code(), c.name(), French.kg(c.tare()), "box", chosen.container.equals(Optional.of(c.code()))))
                .toList();
    }

    /// What nobody has looked at yet comes first.
    private List<Category> loads() {
        return CategoryTiles.all(catalog()).stream()
                .sorted(Comparator.comparing(c -> !c.code().equals(Catalog.UNCLASSIFIED)))
                .toList();
    }

    private WeighInPanel.History history(int page) {
        List<LastWeighing> all = last(LOOKED_BACK_ON_SCREEN);
        int pages = Math.max(1, Math.ceilDiv(all.size(), WeighInPanel.History.ROWS));
        int shown = Math.min(page, pages - 1);
        int from = shown * WeighInPanel.History.ROWS;
        return new WeighInPanel.History(
                all.subList(from, Math.min(all.size(), from + WeighInPanel.History.ROWS)),
                shown + 1 < pages ? OptionalInt.of(shown + 1) : OptionalInt.empty(),
                shown > 0 ? OptionalInt.of(shown - 1) : OptionalInt.empty());
    }

    private List<ChoiceView> sources(WeighInChoices chosen) {
        boolean comes = !chosen.shelving && chosen.load.isEmpty();
        return Arrays.stream(Source.values())
                .map(s -> new ChoiceView(s.name(), texts.word(s), "", icon(s), comes && s == chosen.source))
                .toList();
    }

    private List<ChoiceView> communes(WeighInChoices chosen) {
        List<ChoiceView> choices = new ArrayList<>();
        choices.add(new ChoiceView("", texts.get("weigh.communeNone"), "", "x", chosen.commune.isEmpty()));
        Stream.concat(
                        chosen.commune.stream(),
                        weighIns.last(LOOKED_BACK).stream().flatMap(w -> w.fact().commune().stream()))
                .distinct()
                .limit(COMMUNES - 1)
                .forEach(c -> choices.add(new ChoiceView(c, c, "", "map-pin", chosen.commune.equals(Optional.of(c)))));
        return choices;
    }

    private List<ChoiceView> destinations(WeighInChoices chosen) {
        return Arrays.stream(WeighInChoices.Destination.values())
                .map(d -> new ChoiceView(
                        d.name(), destination(d), "", icon(d), !chosen.shelving && d == chosen.destination))
                .toList();
    }

    private String destination(WeighInChoices.Destination destination) {
        return switch (destination) {
            case SORTING -> texts.word(Area.SORTING);
            case SHOP -> texts.word(Area.SHOP);
            case WORKSHOP -> texts.word(Area.WORKSHOP);
            case RECYCLED -> texts.word(Outcome.RECYCLED);
            case WASTE -> texts.word(Outcome.WASTE);
            case DECHETERIE -> texts.word(Outcome.DECHETERIE);
            case REUSED_ELSEWHERE -> texts.word(Outcome.REUSED_ELSEWHERE);
            case GIVEN -> texts.word(Outcome.GIVEN);
        };
    }

    private String source(WeighInChoices chosen) {
        if (chosen.load.isPresent()) {
            return texts.get(
                    "weigh.load",
                    chosen.load.flatMap(catalog()::category).map(Category::name).orElseThrow());
        }
        if (chosen.shelving || chosen.leaves()) {
            return texts.word(Area.SORTING);
        }
        return texts.word(chosen.source) + chosen.commune.map(c -> " · " + c).orElse("");
    }

    private List<LastWeighing> last(int count) {
        ZoneId zone = book.current().zone(station.site());
        LocalDate today = book.current().businessDay(station.site(), clock.instant());
        return weighIns.last(count).stream()
                .map(w -> {
                    Optional<Category> category = catalog().category(w.fact().category());
                    return new LastWeighing(
                            French.time(w.fact().context().occurredAt(), zone),
                            category.map(Category::icon).orElse("box"),
                            category.map(Category::name)
                                    .orElse(w.fact().category().code()),
                            French.kg(w.fact().weight().net()),
                            w.mayBeReversed(today) ? Optional.of(w.id().toString()) : Optional.empty(),
                            w.reversed());
                })
                .toList();
    }

    private Optional<Container> container(WeighInChoices chosen) {
        return chosen.container.flatMap(catalog()::container);
    }

    private Catalog catalog() {
        return book.current().catalog();
    }

    private static String icon(Source source) {
        return switch (source) {
            case DROP_OFF -> "walk";
            case HOME_COLLECTION -> "home";
            case DECHETERIE -> "recycle";
            case BUSINESS -> "building";
            case HOUSE_CLEARANCE -> "truck";
            case STREET -> "road";
            case OTHER_REUSE_BODY -> "building-community";
        };
    }

    private static String icon(WeighInChoices.Destination destination) {
        return switch (destination) {
            case SORTING -> "arrows-split";
            case SHOP -> "building-store";
            case WORKSHOP -> "tool";
            case RECYCLED -> "recycle";
            case WASTE -> "trash";
            case DECHETERIE -> "truck";
            case REUSED_ELSEWHERE -> "heart-handshake";
            case GIVEN -> "gift";
        };
    }
}
