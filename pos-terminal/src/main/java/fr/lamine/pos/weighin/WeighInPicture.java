package fr.lamine.pos.weighin;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.Container;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.stock.Area;
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
import fr.lamine.pos.web.view.TileView;
import fr.lamine.pos.web.view.TilesView;
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
    private static final int CONTAINERS = 10;
    private static final int LOOKED_BACK = 60;
    private static final int LOOKED_BACK_ON_SCREEN = 30;

    private final WeighIns weighIns;
    private final ReferenceBook book;
    private final Station station;
    private final Texts texts;
    private final InstantSource clock;
    private final BesidePicture beside;
    private final ParkPicture parked;

    WeighInPicture(
            WeighIns weighIns,
            ReferenceBook book,
            Station station,
            Texts texts,
            InstantSource clock,
            BesidePicture beside,
            ParkPicture parked) {
        this.weighIns = weighIns;
        this.book = book;
        this.station = station;
        this.texts = texts;
        this.clock = clock;
        this.beside = beside;
        this.parked = parked;
    }

    WeighInView view(WeighInChoices chosen, LiveScale live) {
        LiveWeight weight = weight(chosen, live);
        return new WeighInView(
                panel(chosen),
                weight.weight(),
                weight.go(),
                chosen.shelving,
                chosen.pieces.isPresent()
                        ? Optional.of(texts.get("weigh.pieces"))
                        : container(chosen).map(c -> c.name() + " · " + French.kg(c.tare())),
                source(chosen),
                chosen.shelving ? texts.word(Area.SHOP) : beside.destination(chosen),
                !live.usable() && chosen.taken.isEmpty(),
                last(WeighInView.LAST_SHOWN),
                mayCount(chosen),
                chosen.hasPapers() && chosen.dismantled.isEmpty() ? Optional.of(slip(chosen)) : Optional.empty(),
                chosen.dismantled.map(thing -> texts.get("weigh.dismantledLeft", kilos(weighIns.left(thing)))),
                parked.view(chosen, zone()));
    }

    private ZoneId zone() {
        return book.current().zone(station.site());
    }

    LiveWeight weight(WeighInChoices chosen, LiveScale live) {
        Optional<Mass> known = chosen.taken.map(ParkedThing::mass);
        if (known.isPresent()) {
            WeightView shown = new WeightView(
                    WeightView.State.PARKED,
                    French.kilos(known.get()),
                    Optional.empty(),
                    texts.word(chosen.taken.get().reason()));
            return new LiveWeight(shown, go(chosen, live, known));
        }
        Optional<Mass> counted = counted(chosen);
        Optional<Mass> typed = counted.or(() -> chosen.typedFor(live));
        WeightView shown = typed.map(mass -> LiveScale.typed(mass, container(chosen)))
                .orElseGet(() -> live.view(container(chosen)));
        if (counted.isPresent()) {
            shown = new WeightView(WeightView.State.AVERAGE, shown.kilos(), Optional.empty(), pieces(chosen));
        } else if (typed.isEmpty() && shown.parts().isPresent() && live.expired(today())) {
            shown = shown.noted(texts.get("weigh.expired"));
        }
        return new LiveWeight(shown, go(chosen, live, typed));
    }

    private static String kilos(Mass left) {
        return left.isNegative() ? "− " + French.kg(left.negated()) : French.kg(left);
    }

    private boolean mayCount(WeighInChoices chosen) {
        return chosen.category
                .filter(_ -> chosen.taken.isEmpty() && !chosen.parking)
                .filter(c -> WeighInRules.mayBeCounted(c, chosen.isLost(), catalog()))
                .isPresent();
    }

    private String pieces(WeighInChoices chosen) {
        return texts.get("weigh.counted", Integer.toString(chosen.pieces.orElseThrow()));
    }

    /// What so many pieces of the chosen category weigh on average.
    private Optional<Mass> counted(WeighInChoices chosen) {
        return chosen.pieces.isEmpty() || chosen.parking
                ? Optional.empty()
                : chosen.category.flatMap(catalog()::averagePiece).map(piece -> piece.times(chosen.pieces.getAsInt()));
    }

    private String slip(WeighInChoices chosen) {
        List<WeighIns.LastWeighIn> slip =
                weighIns.onSlip(chosen.to(station.site()), chosen.beside().document(), today());
        Mass sum = slip.stream().map(w -> w.fact().weight().net()).reduce(Mass.ZERO, Mass::plus);
        return texts.get("weigh.slipOf", slip.size(), French.kg(sum));
    }

    private LocalDate today() {
        return book.current().businessDay(station.site(), clock.instant());
    }

    private GoView go(WeighInChoices chosen, LiveScale live, Optional<Mass> typed) {
        if (chosen.panel == WeighInChoices.Panel.PARKED) {
            return chosen.mayPark()
                    ? GoView.allowed(texts.get("weigh.parkOnScale"))
                    : GoView.refused(Refusal.NOT_TO_PARK.with().sentence());
        }
        Optional<Category> category = chosen.parking
                ? catalog().category(Catalog.UNCLASSIFIED)
                : chosen.category.flatMap(catalog()::category);
        if (category.isEmpty()) {
            return GoView.refused(texts.get("go.category"));
        }
        Optional<Refusal> no = typed.isPresent() ? Optional.empty() : live.refusal();
        if (no.isPresent()) {
            return GoView.refused(
                    no.get() == Refusal.NOTHING_THERE && mayCount(chosen)
                            ? texts.get("weigh.orCount")
                            : no.get().with().sentence());
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
                        words(chosen),
                        Optional.of(chosen.word),
                        beside.found(chosen.word, catalog()));
            case CONTAINERS -> new WeighInPanel.Containers(containers(chosen));
            case SOURCES -> new WeighInPanel.Sources(sources(chosen), communes(chosen), chosen.load.isPresent());
            case LOADS -> new WeighInPanel.Loads(CategoryTiles.page(loads(), chosen.load, chosen.page));
            case HISTORY -> history(chosen.page);
            case DESTINATIONS -> new WeighInPanel.Destinations(destinations(chosen));
            case AREAS -> beside.areas(chosen);
            case SIRET -> beside.siret(chosen, lastFacts());
            case ROUND -> beside.round(chosen, lastFacts());
            case PARTNER -> beside.partner(chosen, lastFacts());
            case DOCUMENT -> beside.document(chosen, lastFacts());
            case PIECES ->
                beside.pieces(
                        chosen, chosen.category.flatMap(catalog()::category).orElseThrow(), catalog());
            case REST -> {
                Mass left = chosen.dismantled.map(weighIns::left).orElse(Mass.ZERO);
                yield beside.rest(
                        left.isNegative()
                                ? texts.get("weigh.restMore", French.kg(left.negated()))
                                : texts.get("weigh.restAsk", French.kg(left)));
            }
            case TYPED -> new WeighInPanel.TypedWeight();
            case CAMERA -> parked.camera(chosen);
            case PARKED -> parked.list(chosen.page, zone());
            case QUESTION -> new WeighInPanel.Question(chosen.question);
        };
    }

    /// Words to touch, until one is typed.
    private TilesView words(WeighInChoices chosen) {
        if (!chosen.word.isBlank()) {
            return new TilesView(List.of(), OptionalInt.empty());
        }
        return TilesView.page(
                beside.some(catalog()).stream()
                        .map(word -> new TileView(
                                word.text(),
                                word.text(),
                                catalog()
                                        .category(word.category())
                                        .orElseThrow()
                                        .icon(),
                                false))
                        .toList(),
                chosen.page);
    }

    private List<Fact.WeighIn> lastFacts() {
        return weighIns.last(LOOKED_BACK).stream()
                .map(WeighIns.LastWeighIn::fact)
                .toList();
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
                        d.name(), beside.destination(d), "", icon(d), !chosen.shelving && d == chosen.destination))
                .toList();
    }

    private String source(WeighInChoices chosen) {
        if (chosen.taken.isPresent()) {
            return texts.get("weigh.parkedTaken");
        }
        if (chosen.load.isPresent()) {
            return texts.get(
                    chosen.dismantled.isPresent() ? "weigh.dismantled" : "weigh.load",
                    chosen.load.flatMap(catalog()::category).map(Category::name).orElseThrow());
        }
        if (chosen.shelving) {
            return texts.word(Area.SORTING);
        }
        if (chosen.leaves()) {
            return texts.word(chosen.leavingFrom);
        }
        return texts.word(chosen.source)
                + chosen.siret.map(s -> " · " + Siret.spaced(s)).orElse("")
                + chosen.round.map(r -> " · " + r).orElse("")
                + chosen.commune.map(c -> " · " + c).orElse("");
    }

    private List<LastWeighing> last(int count) {
        ZoneId zone = zone();
        LocalDate today = book.current().businessDay(station.site(), clock.instant());
        return weighIns.last(count).stream()
                .map(w -> {
                    Optional<Category> category = catalog().category(w.fact().category());
                    return new LastWeighing(
                            French.time(w.fact().context().occurredAt(), zone),
                            category.map(Category::icon).orElse("box"),
                            category.map(Category::name)
                                            .orElse(w.fact().category().code())
                                    + mark(w.fact()),
                            French.kg(w.fact().weight().net()),
                            w.mayBeReversed(today) ? Optional.of(w.id().toString()) : Optional.empty(),
                            w.reversed());
                })
                .toList();
    }

    /// A weight that no verified scale has said tells where it comes from.
    private String mark(Fact.WeighIn fact) {
        String word = switch (fact.weight().provenance()) {
            case MassProvenance.Weighed weighed ->
                weighed.stickerExpiry()
                                .filter(end -> end.isBefore(fact.context().businessDay()))
                                .isPresent()
                        ? texts.get("weigh.markExpired")
                        : "";
            case MassProvenance.Typed _ -> texts.get("weigh.markTyped");
            case MassProvenance.Average _ -> texts.get("weigh.markAverage");
            case MassProvenance.Label _, MassProvenance.Share _ -> "";
        };
        return word.isEmpty() ? "" : " · " + word;
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
            case THEFT -> "hand-grab";
            case BREAKAGE -> "hammer";
        };
    }
}
