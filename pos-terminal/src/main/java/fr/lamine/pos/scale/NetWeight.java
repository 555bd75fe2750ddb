package fr.lamine.pos.scale;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Container;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.Weight;
import fr.lamine.pos.station.Refusal;
import java.util.Optional;

/// A weight after its container was taken off.
public sealed interface NetWeight {

    record Net(Weight weight) implements NetWeight {}

    record No(Refusal refusal) implements NetWeight {}

    static NetWeight of(GrossWeight gross, Optional<String> container, Catalog catalog) {
        return switch (gross) {
            case GrossWeight.No(var refusal) -> new No(refusal);
            case GrossWeight.Taken taken -> {
                Optional<Container> known = container.flatMap(catalog::container);
                if (container.isPresent() && known.isEmpty()) {
                    yield new No(Refusal.UNKNOWN_CONTAINER);
                }
                if (container.isPresent() && taken.tared()) {
                    yield new No(Refusal.SCALE_TARED);
                }
                Mass tare = known.map(Container::tare).orElse(Mass.ZERO);
                yield taken.mass().compareTo(tare) > 0
                        ? new Net(Weight.of(taken.mass(), tare, container, taken.provenance()))
                        : new No(Refusal.BELOW_TARE);
            }
        };
    }
}
