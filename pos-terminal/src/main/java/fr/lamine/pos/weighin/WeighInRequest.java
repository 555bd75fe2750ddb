package fr.lamine.pos.weighin;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Beside;
import fr.lamine.model.measure.Mass;
import java.util.Optional;

/// What a person asks to be recorded; the weight itself is the scale's.
///
/// @param container code of the container whose tare is taken off
/// @param typed     a weight from the keypad, when no scale can be used
/// @param commune   commune or postcode, as typed
/// @param confirmed the question about an unusual weight was answered yes
/// @param beside    what is written beside; with pieces, each is taken for the average one and nothing is weighed
public record WeighInRequest(
        CategoryCode category,
        Journey journey,
        Optional<String> container,
        Optional<Mass> typed,
        Optional<String> commune,
        boolean confirmed,
        Beside beside) {

    /// With nothing written beside the weight.
    public WeighInRequest(
            CategoryCode category,
            Journey journey,
            Optional<String> container,
            Optional<Mass> typed,
            Optional<String> commune,
            boolean confirmed) {
        this(category, journey, container, typed, commune, confirmed, Beside.NOTHING);
    }
}
