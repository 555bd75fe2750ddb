package fr.lamine.hardware.emulator.speech;

import java.util.Optional;

/// The device's side of one protocol.
public interface Speech {

    /// What a command means to the device.
    enum Request {
        /// "Are you there?", before the weight may be asked.
        HELLO,
        WEIGHT,
        ZERO,
        TARE,
        /// A command it does not have.
        UNKNOWN
    }

    /// Whether it says its weight by itself, ten times a second.
    boolean streams();

    /// Whether it speaks in reports, on USB, and not in a stream of bytes.
    default boolean speaksInReports() {
        return false;
    }

    /// A new ear for a new connection.
    Ear ear();

    /// What it says of the pan; empty for a protocol that keeps silent about such a pan.
    Optional<byte[]> frame(Pan pan);

    /// What it says after it has obeyed, other than its weight; empty for one that obeys in silence.
    ///
    /// @param pan as it was when the command came
    default Optional<byte[]> acknowledgement(Request request, Pan pan) {
        return Optional.empty();
    }
}
