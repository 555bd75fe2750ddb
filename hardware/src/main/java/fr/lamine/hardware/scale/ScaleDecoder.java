package fr.lamine.hardware.scale;

import java.time.Instant;
import java.util.List;

/// The pure half of a protocol: bytes in, readings out, however the bytes are cut. One decoder lives as long as one
/// connection; it remembers a bounded number of bytes, and never throws whatever it is given.
public interface ScaleDecoder {

    /// @param bytes the first `count` of them arrived at `at`; a protocol of reports gets one report a call
    /// @return what they complete, oldest first; empty when they complete nothing
    List<ScaleReading> accept(byte[] bytes, int count, Instant at);

    /// How many lines, frames or stretches of noise made no sense since the start.
    long rejected();
}
