package fr.lamine.pos.goods;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.pos.scale.LiveScale;
import java.util.Optional;

/// What is chosen beside the list and not on it yet. Lost with the process, and no harm done.
public final class GoodsChoices {

    /// Loose goods are being weighed.
    boolean weighing;
    int tiles;
    int page = -1;
    Optional<CategoryCode> category = Optional.empty();
    Optional<String> container = Optional.empty();
    Optional<Mass> typed = Optional.empty();
    /// Abandoning is asked about.
    boolean leaving;

    public void forget() {
        weighing = false;
        leaving = false;
        page = -1;
        added();
    }

    /// What lay on the scale is on the list; the next crate may be of the same kind.
    void added() {
        container = Optional.empty();
        typed = Optional.empty();
        category = Optional.empty();
    }

    /// A typed weight counts only as long as no scale can be used.
    Optional<Mass> typedFor(LiveScale live) {
        return live.usable() ? Optional.empty() : typed;
    }
}
