package fr.lamine.hardware.scale.stgs;

import fr.lamine.hardware.scale.DisplayedMass;
import fr.lamine.hardware.scale.RawFrame;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scale.ScaleReading.Basis;
import fr.lamine.hardware.scale.ScaleReading.Cause;
import fr.lamine.hardware.scale.ScaleReading.NotReady;
import fr.lamine.hardware.scale.ScaleReading.Overload;
import fr.lamine.hardware.scale.ScaleReading.Stable;
import fr.lamine.hardware.scale.ScaleReading.UnderZero;
import fr.lamine.hardware.scale.ScaleReading.Unstable;
import fr.lamine.hardware.transport.LineBuffer;
import fr.lamine.model.measure.Mass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes the ST/GS stream: bytes in, readings out. Only a whole well-formed line makes a weight: a line cut, glued to
/// another or with a byte missing from its fixed-width number is counted as rejected and says nothing. At most 64 bytes
/// are remembered.
public final class StgsFrame {

    private static final int MAX_LINE = 64;

    /// The dialects with GS or NT send 8 characters of number (sign, spaces and point included), A&D without it 9; a
    /// shorter field has lost a byte on the way.
    private static final Pattern LINE = Pattern.compile(
            "(?<state>ST|US|QT)"
                    + "(?:,(?<basis>GS|NT))?"
                    + "(?:,(?<lamps>..))?"
                    + ",(?<field>[+-]? *[+-]?[0-9]+(?:\\.[0-9]+)?)"
                    + "(?: {0,2}|,)(?<unit>[A-Za-z%]{1,3})",
            Pattern.DOTALL);

    private static final Pattern STATE_ONLY =
            Pattern.compile("(?<state>OL|UL|TL)(?:,[ -~\\x80-\\xff]{0,40})?", Pattern.DOTALL);

    /// A&D says `OL` with a minus for its `-E`, below the weighing range.
    private static final Pattern OVER_BELOW = Pattern.compile("OL,(?:GS,|NT,)? *-");

    private final LineBuffer lines = new LineBuffer(MAX_LINE);
    private long rejected;

    public List<ScaleReading> accept(byte[] bytes, int count, Instant at) {
        List<ScaleReading> readings = new ArrayList<>();
        for (String line : lines.accept(bytes, count)) {
            Optional<ScaleReading> reading = read(line, at);
            reading.ifPresentOrElse(readings::add, () -> rejected++);
        }
        return readings;
    }

    /// Lines that made no sense, since the start.
    public long rejected() {
        return rejected + lines.dropped();
    }

    private static Optional<ScaleReading> read(String line, Instant at) {
        String raw = RawFrame.printable(line);
        Matcher stateOnly = STATE_ONLY.matcher(line);
        if (stateOnly.matches()) {
            return Optional.of(
                    switch (stateOnly.group("state")) {
                        case "OL" ->
                            OVER_BELOW.matcher(line).lookingAt() ? new UnderZero(raw, at) : new Overload(raw, at);
                        case "UL" -> new UnderZero(raw, at);
                        default -> new NotReady(Cause.NOT_LEVEL, raw, at);
                    });
        }
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() ? weight(matcher, raw, at) : Optional.empty();
    }

    private static Optional<ScaleReading> weight(Matcher matcher, String raw, Instant at) {
        String field = matcher.group("field");
        Optional<String> basis = Optional.ofNullable(matcher.group("basis"));
        String number = field.replace(" ", "");
        boolean twoSigns = number.length() > 1 && !Character.isDigit(number.charAt(1)) && number.charAt(1) != '.';
        if (field.length() < (basis.isPresent() ? 8 : 9) || field.length() > 10 || twoSigns) {
            return Optional.empty();
        }
        Optional<Mass> mass = DisplayedMass.of(number, matcher.group("unit"));
        boolean pieces = matcher.group("state").equals("QT");
        if (pieces || mass.isEmpty()) {
            return Optional.of(new NotReady(Cause.UNKNOWN_UNIT, raw, at));
        }
        if (mass.get().isNegative() || isBelowZero(number)) {
            return Optional.of(new UnderZero(raw, at));
        }
        Basis said =
                basis.map(word -> word.equals("NT") ? Basis.NET : Basis.GROSS).orElse(Basis.UNSTATED);
        return Optional.of(
                matcher.group("state").equals("ST")
                        ? new Stable(mass.get(), said, raw, at)
                        : new Unstable(mass.get(), said, raw, at));
    }

    /// -0.4 g rounds to zero grams and is still below zero; -0.000 is not.
    private static boolean isBelowZero(String number) {
        return number.startsWith("-") && number.chars().anyMatch(c -> c >= '1' && c <= '9');
    }
}
