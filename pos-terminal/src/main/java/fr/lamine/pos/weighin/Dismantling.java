package fr.lamine.pos.weighin;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Beside;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.Fact.LabelVoided;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Cause;
import fr.lamine.model.stock.Outcome;
import java.util.Optional;
import java.util.OptionalInt;

/// A labelled thing that is taken apart (*démontage*): its parts are sorted out of it one after another, all under one
/// document, until it is said what became of the rest.
///
/// @param whole    what the label weighed
/// @param document under which the parts are weighed
record Dismantling(CategoryCode category, Mass whole, String document) {

    /// What may become of grams that no part accounts for.
    enum Rest {
        /// It lies there still.
        STAYS,
        WASTE,
        /// Dust, water, a label that was wrong.
        LOST
    }

    static Dismantling of(LabelVoided thing) {
        return new Dismantling(
                thing.category(), thing.mass(), "D-" + thing.code().digits());
    }

    /// The grams that no part accounts for leave, or come when the parts weigh more than the thing did; empty when
    /// there is nothing to post.
    ///
    /// @param left below zero when the parts weigh more
    Optional<Fact.WeighIn> close(Mass left, Rest rest, Context context) {
        if (left.equals(Mass.ZERO) || rest == Rest.STAYS) {
            return Optional.empty();
        }
        SiteCode site = context.site();
        Account stock = Account.place(site, Area.SORTING);
        Account loss = new Account.Adjustment(site, Cause.BREAKAGE);
        boolean more = left.isNegative();
        Account gone = rest == Rest.WASTE ? Account.gone(Outcome.WASTE) : loss;
        return Optional.of(new Fact.WeighIn(
                context,
                category,
                Weight.untared(more ? left.negated() : left, new MassProvenance.Share()),
                more ? loss : stock,
                more ? stock : gone,
                Optional.empty(),
                Optional.empty(),
                new Beside(Optional.empty(), Optional.of(document), OptionalInt.empty())));
    }
}
