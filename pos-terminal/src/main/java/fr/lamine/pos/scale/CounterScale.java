package fr.lamine.pos.scale;

import fr.lamine.hardware.scale.Scale;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.ScaleReading;
import java.time.Instant;
import java.util.function.Function;

/// A station's scale: who it is, and what it says at a moment.
public record CounterScale(ScaleIdentity identity, Function<Instant, ScaleReading> reading) {

    public static CounterScale of(Scale scale) {
        return new CounterScale(scale.identity(), scale::current);
    }
}
