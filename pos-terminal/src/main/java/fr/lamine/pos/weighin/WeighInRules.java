package fr.lamine.pos.weighin;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.text.French;
import fr.lamine.pos.scale.GrossWeight;
import fr.lamine.pos.scale.NetWeight;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Question;
import fr.lamine.pos.station.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/// Decides whether a weighing is recorded.
public final class WeighInRules {

    private static final int MAX_COMMUNE = 60;

    /// What weighs less goes on a scale.
    private static final Mass HEAVY = Mass.grams(5_000);

    private WeighInRules() {}

    /// What a request comes to.
    public sealed interface Verdict {}

    public record Record(Fact.WeighIn fact, String sentence) implements Verdict {}

    public record Answered(Answer answer) implements Verdict {}

    /// Furniture that no scale can take is counted; so is whatever is gone and cannot be weighed any more.
    static boolean mayBeCounted(CategoryCode category, boolean lost, Catalog catalog) {
        return catalog.averagePiece(category)
                .filter(piece -> lost || piece.compareTo(HEAVY) >= 0)
                .isPresent();
    }

    /// Each piece taken for the average one of its category.
    static GrossWeight counted(CategoryCode category, int pieces, boolean lost, Catalog catalog, long tableRevision) {
        return mayBeCounted(category, lost, catalog)
                ? new GrossWeight.Taken(
                        catalog.averagePiece(category).orElseThrow().times(pieces),
                        new MassProvenance.Average(tableRevision),
                        false)
                : new GrossWeight.No(Refusal.WEIGH_IT);
    }

    public static Verdict judge(WeighInRequest request, GrossWeight gross, Catalog catalog, Context context) {
        Optional<Category> category = catalog.category(request.category());
        if (category.isEmpty()) {
            return new Answered(Refusal.UNKNOWN_CATEGORY.with());
        }
        boolean sameName = request.journey().was().equals(Optional.of(request.category()));
        if (sameName
                && request.journey()
                        .from(context.site())
                        .equals(request.journey().to(context.site()))) {
            return new Answered(Refusal.SAME_AS_LOAD.with());
        }
        Optional<String> commune = request.commune().map(String::strip).filter(c -> !c.isEmpty());
        if (commune.isPresent()
                && (commune.get().length() > MAX_COMMUNE
                        || commune.get().chars().anyMatch(Character::isISOControl))) {
            return new Answered(Refusal.BAD_COMMUNE.with());
        }
        return switch (NetWeight.of(gross, request.container(), catalog)) {
            case NetWeight.No(var refusal) -> new Answered(refusal.with());
            case NetWeight.Net(var weight) -> taken(request, category.get(), weight, commune, context);
        };
    }

    private static Verdict taken(
            WeighInRequest request, Category category, Weight weight, Optional<String> commune, Context context) {
        String kilos = French.kg(weight.net());
        if (weight.net().compareTo(category.questionAbove()) > 0 && !request.confirmed()) {
            return new Answered(Question.UNUSUAL_WEIGHT.about(category.code().code(), kilos, category.name()));
        }
        return new Record(
                new Fact.WeighIn(
                        context,
                        category.code(),
                        weight,
                        request.journey().from(context.site()),
                        request.journey().to(context.site()),
                        commune,
                        request.journey().was().filter(load -> !load.equals(category.code())),
                        request.beside()),
                category.name() + ", " + kilos + ".");
    }

    /// Empty when the weigh-in may be taken back.
    public static Optional<Refusal> mayReverse(Fact.WeighIn weighIn, boolean reversed, LocalDate today) {
        if (reversed) {
            return Optional.of(Refusal.ALREADY_REVERSED);
        }
        return weighIn.context().businessDay().equals(today) ? Optional.empty() : Optional.of(Refusal.TOO_OLD);
    }
}
