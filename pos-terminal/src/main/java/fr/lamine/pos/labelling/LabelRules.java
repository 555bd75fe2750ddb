package fr.lamine.pos.labelling;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.text.French;
import fr.lamine.pos.scale.GrossWeight;
import fr.lamine.pos.scale.NetWeight;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Question;
import fr.lamine.pos.station.Refusal;
import java.util.Optional;
import java.util.function.Supplier;

/// Decides whether a label is made.
public final class LabelRules {

    private static final int MAX_TITLE = 60;

    private static final int MAX_TAGS = 100;

    private LabelRules() {}

    public sealed interface Verdict {}

    public record Made(Fact.Labelled fact, String sentence) implements Verdict {}

    public record Answered(Answer answer) implements Verdict {}

    /// @param gross what the scale says now, asked only when the mass is to come from it
    public static Verdict judge(
            LabelRequest request, Supplier<GrossWeight> gross, ItemCode code, Catalog catalog, Context context) {
        Optional<Category> category = catalog.category(request.category());
        Optional<Refusal> no = refusal(request, category);
        if (no.isPresent()) {
            return new Answered(no.get().with());
        }
        return switch (mass(request, gross, catalog, context.referenceRevision())) {
            case NoMass(var refusal) -> new Answered(refusal.with());
            case Weighed(var mass, var provenance) ->
                made(request, category.orElseThrow(), mass, provenance, code, context);
        };
    }

    /// @param count of like tags
    static Optional<Refusal> priceTags(Optional<Category> category, Optional<Money> price, int count) {
        if (category.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_CATEGORY);
        }
        if (price.filter(LabelRules::isPrice).filter(Money::isPositive).isEmpty()) {
            return Optional.of(Refusal.BAD_PRICE);
        }
        return count < 1 || count > MAX_TAGS ? Optional.of(Refusal.TOO_MANY_TAGS) : Optional.empty();
    }

    private static Optional<Refusal> refusal(LabelRequest request, Optional<Category> category) {
        if (category.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_CATEGORY);
        }
        String title = request.title().strip();
        if (title.length() > MAX_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(Refusal.BAD_TITLE);
        }
        if (request.pieces() < 1 || request.pieces() > SaleLine.MAX_PIECES) {
            return Optional.of(Refusal.BAD_PIECES);
        }
        boolean priced = request.piecePrice().filter(LabelRules::isPrice).isPresent()
                && request.lotPrice().map(LabelRules::isPrice).orElse(true);
        return priced ? Optional.empty() : Optional.of(Refusal.BAD_PRICE);
    }

    private static boolean isPrice(Money price) {
        return !price.isNegative() && price.compareTo(SaleLine.MAX_UNIT_PRICE) <= 0;
    }

    private sealed interface MassTaken {}

    private record Weighed(Mass mass, MassProvenance provenance) implements MassTaken {}

    private record NoMass(Refusal refusal) implements MassTaken {}

    private static MassTaken mass(
            LabelRequest request, Supplier<GrossWeight> gross, Catalog catalog, long tableRevision) {
        return switch (request.mass()) {
            case LabelRequest.MassFrom.Scale(var container) ->
                switch (NetWeight.of(gross.get(), container, catalog)) {
                    case NetWeight.No(var refusal) -> new NoMass(refusal);
                    case NetWeight.Net(var weight) -> new Weighed(weight.net(), weight.provenance());
                };
            case LabelRequest.MassFrom.Typed(var mass) ->
                mass.isPositive() ? new Weighed(mass, new MassProvenance.Typed()) : new NoMass(Refusal.BAD_WEIGHT);
            case LabelRequest.MassFrom.Average _ ->
                catalog.averagePiece(request.category())
                        .<MassTaken>map(piece ->
                                new Weighed(piece.times(request.pieces()), new MassProvenance.Average(tableRevision)))
                        .orElseGet(() -> new NoMass(Refusal.UNKNOWN_CATEGORY));
        };
    }

    private static Verdict made(
            LabelRequest request,
            Category category,
            Mass mass,
            MassProvenance provenance,
            ItemCode code,
            Context context) {
        Mass pieceMass = mass.perPiece(request.pieces());
        if (!pieceMass.isPositive()) {
            return new Answered(Refusal.TOO_LIGHT.with());
        }
        boolean asked = request.mass() instanceof LabelRequest.MassFrom.Average || request.confirmed();
        if (mass.compareTo(category.questionAbove()) > 0 && !asked) {
            return new Answered(
                    Question.UNUSUAL_WEIGHT.about(category.code().code(), French.kg(mass), category.name()));
        }
        Money price = request.piecePrice().orElseThrow();
        String title = request.title().strip();
        Fact.Labelled fact = new Fact.Labelled(
                context,
                code,
                category.code(),
                title.isEmpty() ? category.name() : title,
                request.pieces(),
                mass,
                pieceMass,
                provenance,
                price,
                request.lotPrice().orElseGet(() -> price.times(request.pieces())),
                Account.place(context.site(), request.from()),
                Account.place(context.site(), Area.SHOP),
                Optional.empty());
        return new Made(fact, fact.title() + ", " + French.euros(price) + ".");
    }
}
