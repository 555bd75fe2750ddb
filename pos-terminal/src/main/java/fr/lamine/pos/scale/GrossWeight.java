package fr.lamine.pos.scale;

import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.pos.station.Refusal;
import java.time.Instant;
import java.util.Optional;

/// What may be taken from a scale, or from a keypad when no scale can be used.
public sealed interface GrossWeight {

    int RAW_FRAME = 200;

    /// @param tared the scale took a tare of its own off already
    record Taken(Mass mass, MassProvenance provenance, boolean tared) implements GrossWeight {}

    record No(Refusal refusal) implements GrossWeight {}

    /// @param typed kilograms from the keypad; taken only when the scale cannot tell
    static GrossWeight take(JournalKind kind, Optional<CounterScale> scale, Optional<Mass> typed, Instant now) {
        if (scale.isEmpty()) {
            return typed.map(GrossWeight::typed).orElse(new No(Refusal.NO_SCALE));
        }
        ScaleReading reading = scale.get().reading().apply(now);
        return typed.isPresent()
                ? typed(typed.get(), reading)
                : read(kind, scale.get().identity(), reading);
    }

    static GrossWeight read(JournalKind kind, ScaleIdentity identity, ScaleReading reading) {
        return switch (reading) {
            case ScaleReading.Stable stable -> {
                if (identity.emulated() && kind == JournalKind.REAL) {
                    yield new No(Refusal.EMULATED_SCALE);
                }
                yield stable.mass().isPositive()
                        ? new Taken(
                                stable.mass(), provenance(identity, stable), stable.basis() == ScaleReading.Basis.NET)
                        : new No(Refusal.NOTHING_THERE);
            }
            case ScaleReading.Unstable _, ScaleReading.Moving _ -> new No(Refusal.UNSTABLE);
            case ScaleReading.UnderZero _ -> new No(Refusal.UNDER_ZERO);
            case ScaleReading.Overload _ -> new No(Refusal.OVERLOAD);
            case ScaleReading.NotReady(var cause, var _, var _) ->
                new No(
                        switch (cause) {
                            case DISCONNECTED, STARTING -> Refusal.NO_SCALE;
                            case STALE -> Refusal.STALE;
                            case UNREADABLE, UNKNOWN_UNIT, NOT_LEVEL, REFUSED -> Refusal.UNREADABLE;
                        });
        };
    }

    private static GrossWeight typed(Mass mass, ScaleReading reading) {
        return switch (reading) {
            case ScaleReading.Stable _, ScaleReading.Unstable _, ScaleReading.Moving _, ScaleReading.UnderZero _ ->
                new No(Refusal.SCALE_WORKS);
            case ScaleReading.Overload _, ScaleReading.NotReady _ -> typed(mass);
        };
    }

    private static GrossWeight typed(Mass mass) {
        return mass.isPositive() ? new Taken(mass, new MassProvenance.Typed(), false) : new No(Refusal.BAD_WEIGHT);
    }

    private static MassProvenance provenance(ScaleIdentity identity, ScaleReading.Stable stable) {
        String frame = stable.rawFrame();
        return new MassProvenance.Weighed(
                identity.id(),
                identity.accuracyClass(),
                identity.stickerExpiry(),
                frame.substring(0, Math.min(frame.length(), RAW_FRAME)),
                identity.emulated());
    }
}
