package fr.lamine.hardware.scale.ohaus;

import fr.lamine.hardware.scale.Displayed;
import fr.lamine.hardware.scale.LineDecoder;
import fr.lamine.hardware.scale.RawFrame;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scale.ScaleReading.Basis;
import fr.lamine.hardware.scale.ScaleReading.Cause;
import fr.lamine.hardware.scale.ScaleReading.NotReady;
import fr.lamine.hardware.scale.ScaleReading.Overload;
import fr.lamine.hardware.scale.ScaleReading.UnderZero;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes answers to `IP` and lines that the scale prints by itself: bytes in, readings out. At most 64 bytes are
/// remembered.
public final class OhausFrame extends LineDecoder {

    private static final int LONGEST = 64;

    /// Sign, blank and weight have 9 places together, 11 on older scales: another width has lost a byte on the way.
    private static final Pattern WEIGHT =
            Pattern.compile("(?<field>(?=.{8}[0-9] |.{10}[0-9] ) *-? *[0-9]+(?:\\.[0-9]+)?) +(?<unit>[A-Za-z]{1,5})"
                    + " *(?<moving>\\??) *(?<basis>G|N|NET|) *");

    private static final Pattern ERROR = Pattern.compile("Err ?(?<number>[0-9]{1,2}\\.[0-9]) *");
    private static final Pattern ACKNOWLEDGED = Pattern.compile("OK!? *");
    private static final Pattern NOT_UNDERSTOOD = Pattern.compile("ES *");

    public OhausFrame() {
        super(LONGEST);
    }

    @Override
    protected boolean saysNothingOfTheLoad(String line) {
        return ACKNOWLEDGED.matcher(line).matches();
    }

    @Override
    protected Optional<ScaleReading> read(String line, Instant at) {
        String raw = RawFrame.printable(line);
        Matcher weight = WEIGHT.matcher(line);
        if (weight.matches()) {
            return Optional.of(displayed(weight).reading(raw, at));
        }
        if (NOT_UNDERSTOOD.matcher(line).matches()) {
            return Optional.of(new NotReady(Cause.REFUSED, raw, at));
        }
        Matcher error = ERROR.matcher(line);
        return error.matches() ? Optional.of(error(error.group("number"), raw, at)) : Optional.empty();
    }

    private static Displayed displayed(Matcher weight) {
        String number = weight.group("field").replace(" ", "");
        Basis basis = switch (weight.group("basis")) {
            case "G" -> Basis.GROSS;
            case "N", "NET" -> Basis.NET;
            default -> Basis.UNSTATED;
        };
        return new Displayed(
                number, weight.group("unit"), weight.group("moving").isEmpty(), basis);
    }

    private static ScaleReading error(String number, String raw, Instant at) {
        return switch (number) {
            case "8.3" -> new Overload(raw, at);
            case "8.4" -> new UnderZero(raw, at);
            default -> new NotReady(Cause.REFUSED, raw, at);
        };
    }
}
