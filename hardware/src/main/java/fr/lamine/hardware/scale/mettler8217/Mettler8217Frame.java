package fr.lamine.hardware.scale.mettler8217;

import fr.lamine.hardware.scale.Displayed;
import fr.lamine.hardware.scale.FrameDecoder;
import fr.lamine.hardware.scale.RawFrame;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scale.ScaleReading.Basis;
import fr.lamine.hardware.scale.ScaleReading.Cause;
import fr.lamine.hardware.scale.ScaleReading.Moving;
import fr.lamine.hardware.scale.ScaleReading.NotReady;
import fr.lamine.hardware.scale.ScaleReading.Overload;
import fr.lamine.hardware.scale.ScaleReading.UnderZero;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes answers to `W`: bytes in, readings out. A status byte without a fault (the answer to `Z`, `T` and `C`) says
/// nothing of the load. At most 16 bytes are remembered.
public final class Mettler8217Frame extends FrameDecoder {

    private static final int LONGEST = 16;
    private static final Pattern KILOGRAMS = Pattern.compile("\u0002(?<number>[ 0-9][0-9]\\.[0-9]{3})(?<net>N?)\r");
    private static final Pattern POUNDS = Pattern.compile("\u0002[ 0-9]?[ 0-9][0-9]\\.[0-9]{2}N?\r");
    /// Bit 6 of a status byte is always set.
    private static final Pattern STATUS = Pattern.compile("\u0002\\?(?<status>[@-\u007f])\r");

    private static final int MOTION = 1;
    private static final int OVER = 2;
    private static final int UNDER = 4;

    public Mettler8217Frame() {
        super('\u0002', '\r', LONGEST);
    }

    @Override
    protected boolean saysNothingOfTheLoad(String frame) {
        return STATUS.matcher(frame).matches();
    }

    @Override
    protected Optional<ScaleReading> read(String frame, Instant at) {
        String raw = RawFrame.printable(frame);
        Matcher kilograms = KILOGRAMS.matcher(frame);
        if (kilograms.matches()) {
            Basis basis = kilograms.group("net").isEmpty() ? Basis.GROSS : Basis.NET;
            return Optional.of(new Displayed(kilograms.group("number").strip(), "kg", true, basis).reading(raw, at));
        }
        if (POUNDS.matcher(frame).matches()) {
            return Optional.of(new NotReady(Cause.UNKNOWN_UNIT, raw, at));
        }
        Matcher status = STATUS.matcher(frame);
        return status.matches() ? fault(status.group("status").charAt(0), raw, at) : Optional.empty();
    }

    private static Optional<ScaleReading> fault(char status, String raw, Instant at) {
        if ((status & OVER) != 0) {
            return Optional.of(new Overload(raw, at));
        }
        if ((status & UNDER) != 0) {
            return Optional.of(new UnderZero(raw, at));
        }
        return (status & MOTION) != 0 ? Optional.of(new Moving(raw, at)) : Optional.empty();
    }
}
