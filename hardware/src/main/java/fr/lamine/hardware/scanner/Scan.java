package fr.lamine.hardware.scanner;

import java.time.Instant;
import java.util.Optional;

/// One code read. `aim` is the AIM symbology identifier when the scanner sends it (`]E0` EAN-13, `]C0` Code 128, `]Q1`
/// QR; ISO/IEC 15424), already taken off the text. The text is 1 to [#MAX_LENGTH] characters, none of them a control
/// character except GS (0x1D).
public record Scan(String text, Optional<String> aim, Instant at) {

    public static final int MAX_LENGTH = 1_000;

    public Scan {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a scan of " + text.length() + " characters");
        }
    }
}
