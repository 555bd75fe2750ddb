package fr.lamine.pos.goods;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.Container;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.stock.CountedLoose;
import fr.lamine.model.text.French;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.scale.LiveScale;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.web.CategoryTiles;
import fr.lamine.pos.web.CounterScreen.LiveWeight;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.GoodsPanel;
import fr.lamine.pos.web.view.GoodsPanel.LineView;
import fr.lamine.pos.web.view.WeightView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Draws a list and the weighing of loose goods for it.
public final class GoodsPicture {

    private final ReferenceBook book;
    private final Texts texts;

    public GoodsPicture(ReferenceBook book, Texts texts) {
        this.book = book;
        this.texts = texts;
    }

    /// The list, the last thing scanned on top.
    ///
    /// @param hint what to do while nothing is on it
    public GoodsPanel panel(GoodsList list, GoodsChoices chosen, LiveScale live, String hint) {
        if (chosen.leaving) {
            return new GoodsPanel.Leaving(texts.count("goods.leave", Math.max(1, list.pieces())));
        }
        if (chosen.weighing) {
            return weighing(chosen, live);
        }
        List<LineView> lines = lines(list);
        int pages = Math.max(1, Math.ceilDiv(lines.size(), GoodsPanel.Listing.MOST));
        int page = chosen.page < 0 ? 0 : Math.min(chosen.page, pages - 1);
        int from = page * GoodsPanel.Listing.MOST;
        return new GoodsPanel.Listing(
                lines.subList(from, Math.min(lines.size(), from + GoodsPanel.Listing.MOST)),
                page > 0 ? OptionalInt.of(page - 1) : OptionalInt.empty(),
                page + 1 < pages ? OptionalInt.of(page + 1) : OptionalInt.empty(),
                hint);
    }

    private List<LineView> lines(GoodsList list) {
        Catalog catalog = book.current().catalog();
        List<LineView> lines = new ArrayList<>();
        for (ScannedLine line : list.items()) {
            String kilos = line.label().isPresent() ? French.kg(line.mass()) : texts.get("goods.unknownMass");
            lines.add(new LineView(
                    line.code().digits(),
                    "",
                    GoodsRules.name(line, catalog),
                    line.code().spaced(),
                    line.ofLot()
                            ? texts.get(
                                    "goods.of",
                                    French.count(line.pieces()),
                                    French.count(line.label().orElseThrow().pieces()))
                            : French.count(line.pieces()),
                    kilos,
                    line.left() > 0 ? Optional.of(line.code().digits()) : Optional.empty()));
        }
        for (int i = 0; i < list.loose().size(); i++) {
            CountedLoose weighed = list.loose().get(i);
            lines.add(new LineView(
                    "",
                    String.valueOf(i),
                    catalog.category(weighed.category()).map(Category::name).orElseGet(weighed.category()::code),
                    texts.get(
                            weighed.weight().provenance() instanceof MassProvenance.Average
                                    ? "goods.average"
                                    : "goods.loose"),
                    "",
                    French.kg(weighed.weight().net()),
                    Optional.empty()));
        }
        return lines.reversed();
    }

    private GoodsPanel weighing(GoodsChoices chosen, LiveScale live) {
        Catalog catalog = book.current().catalog();
        Optional<Category> category = chosen.category.flatMap(catalog::category);
        if (category.isEmpty()) {
            return new GoodsPanel.Kinds(CategoryTiles.page(CategoryTiles.all(catalog), Optional.empty(), chosen.tiles));
        }
        return new GoodsPanel.Weighing(
                category.get().name(),
                category.get().icon(),
                weight(chosen, live).weight(),
                container(chosen).map(c -> c.name() + " · " + French.kg(c.tare())),
                catalog.averagePiece(category.get().code()).map(French::kg).orElse(""));
    }

    /// What the scale says, and whether it may be put on the list.
    public LiveWeight weight(GoodsChoices chosen, LiveScale live) {
        Optional<Mass> typed = chosen.typedFor(live);
        WeightView shown = typed.map(mass -> LiveScale.typed(mass, container(chosen)))
                .orElseGet(() -> live.view(container(chosen)));
        return new LiveWeight(shown, go(chosen, live, typed));
    }

    private GoView go(GoodsChoices chosen, LiveScale live, Optional<Mass> typed) {
        Optional<Category> category = chosen.category.flatMap(book.current().catalog()::category);
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

    private Optional<Container> container(GoodsChoices chosen) {
        return chosen.container.flatMap(book.current().catalog()::container);
    }

    /// `12 pièces`
    public String pieces(GoodsList list) {
        return texts.count("goods.pieces", list.pieces());
    }

    public String kilos(GoodsList list) {
        return French.kg(list.mass());
    }
}
