package fr.lamine.hardware.scale.stgs;

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

/// Decodes the ST/GS stream: bytes in, readings out. Only a whole well-formed line makes a weight: a line cut, glued to
/// another or with a byte missing from its fixed-width number is counted as rejected and says nothing. At most 64 bytes
/// are remembered.
public final class StgsFrame extends LineDecoder {

    private static final int LONGEST = 64;

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

    public StgsFrame() {
        super(LONGEST);
    }

    @Override
    protected Optional<ScaleReading> read(String line, Instant at) {
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
        Basis said =
                basis.map(word -> word.equals("NT") ? Basis.NET : Basis.GROSS).orElse(Basis.UNSTATED);
        String state = matcher.group("state");
        return Optional.of(
                state.equals("QT")
                        ? new NotReady(Cause.UNKNOWN_UNIT, raw, at)
                        : new Displayed(number, matcher.group("unit"), state.equals("ST"), said).reading(raw, at));
    }
}
