package fr.lamine.pos.labelling;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.stock.Area;
import fr.lamine.model.text.French;
import fr.lamine.pos.labelling.LabelChoices.Basis;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.scale.LiveScale;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.CategoryTiles;
import fr.lamine.pos.web.CounterScreen.LiveWeight;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.LabellingPanel;
import fr.lamine.pos.web.view.LabellingView;
import fr.lamine.pos.web.view.LabellingView.LastLabel;
import fr.lamine.pos.web.view.PriceView;
import fr.lamine.pos.web.view.WeightView;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The labelling screen as it is shown.
final class LabellingPicture {

    private static final int PROPOSED = 3;

    private final Labels labels;
    private final ReferenceBook book;
    private final Station station;
    private final Texts texts;

    LabellingPicture(Labels labels, ReferenceBook book, Station station, Texts texts) {
        this.labels = labels;
        this.book = book;
        this.station = station;
        this.texts = texts;
    }

    /// @param pictured the label whose picture stands on the screen
    LabellingView view(LabelChoices chosen, LiveScale live, Optional<Fact.Labelled> pictured) {
        LiveWeight weight = weight(chosen, live);
        return new LabellingView(
                panel(chosen),
                pictured.map(LabellingPicture::address),
                pictured.map(this::inWords).orElse(texts.get("label.noPreview")),
                chosen.title,
                chosen.category.flatMap(catalog()::category).map(Category::name).orElse(texts.get("label.titleHint")),
                weight.weight(),
                bases(chosen, live),
                origins(chosen),
                weight.go(),
                chosen.stuck.map(ItemCode::spaced),
                last());
    }

    LiveWeight weight(LabelChoices chosen, LiveScale live) {
        WeightView shown = chosen.basis(live) == Basis.TYPED && chosen.typed.isPresent()
                ? LiveScale.typed(chosen.typed.get(), Optional.empty())
                : live.view(Optional.empty());
        return new LiveWeight(shown, go(chosen, live));
    }

    private GoView go(LabelChoices chosen, LiveScale live) {
        Optional<Category> category = chosen.category.flatMap(catalog()::category);
        if (category.isEmpty()) {
            return GoView.refused(texts.get("go.category"));
        }
        Optional<Refusal> no = switch (chosen.basis(live)) {
            case SCALE -> live.refusal();
            case AVERAGE -> Optional.empty();
            case TYPED -> chosen.typed.isPresent() ? Optional.empty() : Optional.of(Refusal.BAD_WEIGHT);
        };
        if (no.isPresent()) {
            return GoView.refused(no.get().with().sentence());
        }
        String price = chosen.price.map(French::euros).orElse(texts.get("label.noPrice"));
        return GoView.allowed(category.get().name() + " · " + price);
    }

    private LabellingPanel panel(LabelChoices chosen) {
        Optional<Category> category = chosen.category.flatMap(catalog()::category);
        if (category.isEmpty()) {
            return new LabellingPanel.Categories(
                    CategoryTiles.page(CategoryTiles.all(catalog()), Optional.empty(), chosen.page));
        }
        return new LabellingPanel.Prices(
                category.get().name(),
                category.get().icon(),
                proposed(category.get().prices(), chosen.price),
                chosen.price.map(French::euros).orElse(""),
                French.count(chosen.pieces));
    }

    /// The three posted prices in the middle of the grid.
    private static List<PriceView> proposed(List<Money> posted, Optional<Money> chosen) {
        int from = Math.max(0, (posted.size() - PROPOSED + 1) / 2);
        return posted.stream()
                .skip(from)
                .limit(PROPOSED)
                .map(p -> new PriceView(French.amount(p), French.euros(p), chosen.equals(Optional.of(p))))
                .toList();
    }

    /// Two at most on a narrow screen: a typed weight stands in for the scale.
    private List<ChoiceView> bases(LabelChoices chosen, LiveScale live) {
        Basis now = chosen.basis(live);
        ChoiceView weighed = chosen.typed
                .map(mass -> new ChoiceView(
                        "TYPED", texts.get("label.basis.typed"), French.kg(mass), "keyboard", now == Basis.TYPED))
                .orElseGet(
                        () -> new ChoiceView("SCALE", texts.get("label.basis.scale"), "", "scale", now == Basis.SCALE));
        return List.of(
                weighed,
                new ChoiceView(
                        "AVERAGE",
                        texts.get("label.basis.average"),
                        "",
                        "dots-circle-horizontal",
                        now == Basis.AVERAGE));
    }

    private List<ChoiceView> origins(LabelChoices chosen) {
        return List.of(
                new ChoiceView(
                        "SORTING",
                        texts.get("label.origin.sorting"),
                        "",
                        "arrows-split",
                        chosen.origin == Area.SORTING),
                new ChoiceView(
                        "SHOP", texts.get("label.origin.shop"), "", "building-store", chosen.origin == Area.SHOP));
    }

    private List<LastLabel> last() {
        ZoneId zone = book.current().zone(station.site());
        return labels.last(1).stream()
                .map(own -> new LastLabel(
                        own.id().toString(),
                        French.time(own.fact().context().occurredAt(), zone),
                        own.fact().code().spaced(),
                        own.fact().title(),
                        French.euros(own.fact().piecePrice())))
                .toList();
    }

    private String inWords(Fact.Labelled label) {
        Mass mass = label.mass();
        return texts.get(
                "label.preview",
                label.title(),
                French.euros(label.piecePrice()),
                French.kg(mass),
                label.code().spaced());
    }

    /// The picture changes with the label, so does its address.
    private static String address(Fact.Labelled label) {
        int look = Objects.hash(
                label.title(), label.category(), label.piecePrice(), label.pieces(), label.mass(), label.lotPrice());
        return "/etiquettes/" + label.code() + ".png?v=" + Integer.toHexString(look);
    }

    private Catalog catalog() {
        return book.current().catalog();
    }
}
