package fr.lamine.hardware.scale;

import fr.lamine.model.measure.Mass;
import java.time.Instant;

/// What a scale says at one moment. Only [Stable] may be recorded; [Unstable] is for the eyes.
public sealed interface ScaleReading {

    /// When the terminal received it.
    Instant at();

    /// The bytes as received, without line end; unprintable ones as `\x1b`, a backslash as `\\`. Empty when none came.
    String rawFrame();

    /// A weight, zero or more: whole grams. A fraction of a gram that the scale displays is rounded half up, once,
    /// here.
    sealed interface Weight extends ScaleReading {
        Mass mass();

        Basis basis();
    }

    record Stable(Mass mass, Basis basis, String rawFrame, Instant at) implements Weight {
        public Stable {
            refuseNegative(mass);
        }
    }

    record Unstable(Mass mass, Basis basis, String rawFrame, Instant at) implements Weight {
        public Unstable {
            refuseNegative(mass);
        }
    }

    /// The load moves, and the protocol tells no weight before it rests.
    record Moving(String rawFrame, Instant at) implements ScaleReading {}

    /// Below zero: something that was tared or zeroed away has been lifted.
    record UnderZero(String rawFrame, Instant at) implements ScaleReading {}

    /// Beyond the capacity of the scale.
    record Overload(String rawFrame, Instant at) implements ScaleReading {}

    record NotReady(Cause cause, String rawFrame, Instant at) implements ScaleReading {
        public NotReady(Cause cause, Instant at) {
            this(cause, "", at);
        }
    }

    enum Basis {
        GROSS,
        /// The scale has subtracted a tare of its own.
        NET,
        /// The protocol does not tell.
        UNSTATED
    }

    enum Cause {
        /// No device answers there.
        DISCONNECTED,
        /// Connected, and nothing yet.
        STARTING,
        /// Connected, and silent for longer than the freshness bound.
        STALE,
        /// Bytes come and make no frame: wrong speed, wrong protocol, bad cable.
        UNREADABLE,
        /// Not g, kg, mg or t: the scale is set to pounds, pieces or percent. Never converted: people compare the two
        /// displays, and trade in France weighs in metric units.
        UNKNOWN_UNIT,
        /// The scale stands crooked.
        NOT_LEVEL,
        /// The scale says it cannot weigh now, or reports an error of its own.
        REFUSED
    }

    private static void refuseNegative(Mass mass) {
        if (mass.isNegative()) {
            throw new IllegalArgumentException("a weight below zero is UnderZero: " + mass);
        }
    }
}
