package fr.lamine.hardware.scale.gram;

import fr.lamine.hardware.scale.Displayed;
import fr.lamine.hardware.scale.FrameDecoder;
import fr.lamine.hardware.scale.RawFrame;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scale.ScaleReading.Basis;
import fr.lamine.hardware.scale.ScaleReading.Cause;
import fr.lamine.hardware.scale.ScaleReading.NotReady;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes PC0 frames: bytes in, readings out. At most 14 bytes are remembered.
public final class GramFrame extends FrameDecoder {

    private static final int LENGTH = 14;
    private static final Pattern FRAME =
            Pattern.compile("\u0002(?<status>[ -\u007f])(?<field>[ -][ -~]{7})(?<unit> [gt]|[gt] |[a-z]{2})\r\u0003");
    private static final Pattern NUMBER = Pattern.compile("-? *[0-9]+(?:\\.[0-9]+)?");

    /// The status is sent with 20 added, so that it can be printed.
    private static final int ADDED = 0x20;

    private static final int GROSS = 0x01;
    private static final int STABLE = 0x40;
    private static final int NEVER_SET = 0x04 | 0x10 | 0x20 | 0x80;

    public GramFrame() {
        super('\u0002', '\u0003', LENGTH);
    }

    @Override
    protected Optional<ScaleReading> read(String frame, Instant at) {
        Matcher matcher = FRAME.matcher(frame);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int status = matcher.group("status").charAt(0) - ADDED;
        if ((status & NEVER_SET) != 0) {
            return Optional.empty();
        }
        String raw = RawFrame.printable(frame);
        String field = matcher.group("field").stripLeading();
        if (!NUMBER.matcher(field).matches()) {
            return Optional.of(new NotReady(Cause.REFUSED, raw, at));
        }
        Basis basis = (status & GROSS) != 0 ? Basis.GROSS : Basis.NET;
        return Optional.of(
                new Displayed(field.replace(" ", ""), matcher.group("unit").strip(), (status & STABLE) != 0, basis)
                        .reading(raw, at));
    }
}
