package fr.lamine.pos.labelling;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.stock.Area;
import fr.lamine.pos.labelling.LabelRequest.MassFrom;
import fr.lamine.pos.scale.LiveScale;
import java.util.Optional;

/// What is chosen on the labelling screen and not recorded yet. Lost with the process, and no harm done.
final class LabelChoices {

    enum Basis {
        SCALE,
        AVERAGE,
        TYPED
    }

    int page;
    Optional<CategoryCode> category = Optional.empty();
    String title = "";
    Optional<Money> price = Optional.empty();
    int pieces = 1;
    Optional<Basis> wanted = Optional.empty();
    Optional<Mass> typed = Optional.empty();
    Area origin = Area.SORTING;
    boolean asked;
    /// The label on the screen while no new one is begun: the last made, or one that was scanned.
    Optional<ItemCode> shown = Optional.empty();
    /// The code of a pre-printed label that was scanned: the thing it sticks on is registered under it.
    Optional<ItemCode> stuck = Optional.empty();

    void begin(CategoryCode chosen) {
        Optional<ItemCode> kept = stuck;
        forget();
        stuck = kept;
        category = Optional.of(chosen);
    }

    /// Where goods come from stays, all else belongs to one label.
    void forget() {
        category = Optional.empty();
        title = "";
        price = Optional.empty();
        pieces = 1;
        wanted = Optional.empty();
        typed = Optional.empty();
        asked = false;
        shown = Optional.empty();
        stuck = Optional.empty();
        page = 0;
    }

    /// What was chosen; else the scale when something lies on it, and the table of averages when not.
    Basis basis(LiveScale live) {
        return wanted.orElseGet(() -> live.gross().filter(Mass::isPositive).isPresent() ? Basis.SCALE : Basis.AVERAGE);
    }

    LabelRequest request(LiveScale live) {
        MassFrom mass = switch (basis(live)) {
            case SCALE -> new MassFrom.Scale(Optional.empty());
            case AVERAGE -> new MassFrom.Average();
            case TYPED -> new MassFrom.Typed(typed.orElse(Mass.ZERO));
        };
        return request(mass, asked);
    }

    /// The same for a picture only: whatever the scale shows now will do.
    LabelRequest draft(LiveScale live) {
        MassFrom mass = switch (basis(live)) {
            case SCALE ->
                live.gross()
                        .filter(Mass::isPositive)
                        .<MassFrom>map(MassFrom.Typed::new)
                        .orElseGet(MassFrom.Average::new);
            case AVERAGE -> new MassFrom.Average();
            case TYPED -> new MassFrom.Typed(typed.orElse(Mass.ZERO));
        };
        return request(mass, true);
    }

    private LabelRequest request(MassFrom mass, boolean confirmed) {
        return new LabelRequest(
                category.orElseThrow(), title, pieces, price, Optional.empty(), mass, origin, stuck, confirmed);
    }

    Optional<Mass> average(Catalog catalog) {
        return category.flatMap(catalog::averagePiece).map(piece -> piece.times(pieces));
    }
}
