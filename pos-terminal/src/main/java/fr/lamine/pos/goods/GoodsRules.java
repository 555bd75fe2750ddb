package fr.lamine.pos.goods;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.item.CheckedLabel;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.stock.CountedLoose;
import fr.lamine.model.text.French;
import fr.lamine.pos.goods.ScannedLine.Label;
import fr.lamine.pos.item.KnownItem;
import fr.lamine.pos.scale.GrossWeight;
import fr.lamine.pos.scale.NetWeight;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.time.Instant;
import java.util.Optional;

/// Decides what comes onto a list.
public final class GoodsRules {

    private static final int MAX_PIECES = 9_999;

    private GoodsRules() {}

    /// What a scan or a weighing comes to.
    public sealed interface Verdict {}

    public record Added(GoodsList list, String sentence) implements Verdict {}

    public record No(Answer answer) implements Verdict {}

    /// A thing that is here is written down, whatever the books say of it.
    ///
    /// @param known what this counter knows of the code
    public static Verdict scanned(
            GoodsList list, ScannedCode code, Optional<KnownItem> known, Catalog catalog, int most, Instant now) {
        if (!(code instanceof ScannedCode.ItemLabel(var item, var qr))) {
            return new No(Refusal.NOT_AN_ITEM.with());
        }
        Optional<Label> label = label(known, qr, catalog);
        Optional<ScannedLine> line = list.line(item);
        if (line.isPresent()) {
            return line.get().label().isEmpty() && label.isPresent()
                    ? learnt(list, line.get(), label.get(), catalog)
                    : again(list, line.get(), now);
        }
        if (list.items().size() >= most) {
            return new No(Refusal.LIST_FULL.with());
        }
        ScannedLine first = new ScannedLine(item, 1, label, now, now);
        return new Added(list.with(first), said(first, known, catalog));
    }

    /// The digits alone did not say what it is; now its QR does. It may be the same piece: none is added.
    private static Verdict learnt(GoodsList list, ScannedLine line, Label label, Catalog catalog) {
        ScannedLine told = line.as(label);
        String pieces =
                told.ofLot() ? " %s sur %s.".formatted(French.count(told.pieces()), French.count(label.pieces())) : "";
        return new Added(list.replacing(told), name(told, catalog) + ", " + French.kg(told.mass()) + "." + pieces);
    }

    private static Verdict again(GoodsList list, ScannedLine line, Instant now) {
        if (line.label().isEmpty()) {
            return new No(Refusal.UNKNOWN_SCANNED.with());
        }
        if (!line.ofLot()) {
            return new No(Refusal.ALREADY_SCANNED.with());
        }
        if (line.left() == 0) {
            return new No(Refusal.LOT_COMPLETE.with(French.count(line.pieces())));
        }
        return new Added(
                list.with(line.code(), 1, now),
                "%s, %s sur %s."
                        .formatted(
                                line.label().orElseThrow().title(),
                                French.count(line.pieces() + 1L),
                                French.count(line.label().orElseThrow().pieces())));
    }

    private static String said(ScannedLine line, Optional<KnownItem> known, Catalog catalog) {
        if (line.label().isEmpty()) {
            return "Étiquette inconnue ici. Le bureau la retrouvera.";
        }
        String name = name(line, catalog) + ", " + French.kg(line.mass()) + ".";
        return known.filter(k -> k.left() <= 0).isPresent() ? name + " Les livres la disaient partie." : name;
    }

    private static Optional<Label> label(Optional<KnownItem> known, Optional<CheckedLabel> qr, Catalog catalog) {
        return known.map(k -> new Label(
                        k.title().isBlank() ? category(k.category(), catalog) : k.title(),
                        k.category(),
                        k.pieceMass(),
                        k.pieces()))
                .or(() -> qr.map(l -> new Label(category(l.category(), catalog), l.category(), l.piece(), l.pieces())));
    }

    private static String category(CategoryCode code, Catalog catalog) {
        return catalog.category(code).map(Category::name).orElseGet(code::code);
    }

    public static String name(ScannedLine line, Catalog catalog) {
        return line.label()
                .map(l -> l.title().isBlank() ? category(l.category(), catalog) : l.title())
                .orElse("Étiquette inconnue");
    }

    /// All pieces of a lot at one touch.
    public static Verdict whole(GoodsList list, ItemCode code, Instant now) {
        Optional<ScannedLine> line = list.line(code).filter(l -> l.left() > 0);
        return line.<Verdict>map(l -> new Added(
                        list.with(code, l.left(), now),
                        "%s, %s."
                                .formatted(
                                        l.label().orElseThrow().title(),
                                        French.count(l.label().orElseThrow().pieces()))))
                .orElseGet(() -> new No(Refusal.NO_SUCH_LINE.with()));
    }

    public static Verdict weighed(
            GoodsList list,
            CategoryCode code,
            GrossWeight gross,
            Optional<String> container,
            Catalog catalog,
            Instant now) {
        Optional<Category> category = catalog.category(code);
        if (category.isEmpty()) {
            return new No(Refusal.UNKNOWN_CATEGORY.with());
        }
        return switch (NetWeight.of(gross, container, catalog)) {
            case NetWeight.No(var refusal) -> new No(refusal.with());
            case NetWeight.Net(var weight) -> added(list, category.get(), weight, now);
        };
    }

    /// By the table of averages, where no scale is at hand.
    public static Verdict averaged(
            GoodsList list, CategoryCode code, int pieces, Catalog catalog, long revision, Instant now) {
        Optional<Category> category = catalog.category(code);
        Optional<Mass> piece = catalog.averagePiece(code);
        if (category.isEmpty() || piece.isEmpty()) {
            return new No(Refusal.UNKNOWN_CATEGORY.with());
        }
        if (pieces < 1 || pieces > MAX_PIECES) {
            return new No(Refusal.BAD_PIECES.with());
        }
        Weight weight = Weight.untared(piece.get().times(pieces), new MassProvenance.Average(revision));
        return added(list, category.get(), weight, now);
    }

    private static Verdict added(GoodsList list, Category category, Weight weight, Instant now) {
        if (list.loose().size() >= SiteFact.MAX_LOOSE) {
            return new No(Refusal.LIST_FULL.with());
        }
        return new Added(
                list.with(new CountedLoose(category.code(), weight, now)),
                category.name() + ", " + French.kg(weight.net()) + ".");
    }
}
