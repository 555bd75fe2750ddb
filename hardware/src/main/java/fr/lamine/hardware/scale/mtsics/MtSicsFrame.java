package fr.lamine.hardware.scale.mtsics;

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

/// Decodes answers to `S` and `SI`: bytes in, readings out. Answers to other commands (`Z A`, `T S 0.486 kg`, `I4 A …`)
/// are known and say nothing about the load; anything else is rejected. The protocol does not tell net from gross. At
/// most 80 bytes are remembered.
public final class MtSicsFrame {

    private static final int MAX_LINE = 80;
    private static final Pattern WEIGHT =
            Pattern.compile("S +(?<state>[SDA]) +(?<number>-?[0-9]{1,7}(?:\\.[0-9]{1,6})?) +(?<unit>[A-Za-z%]{1,4}) *");
    private static final Pattern STATE = Pattern.compile("S +(?<state>[+\\-IL]) *");
    private static final Pattern ERROR = Pattern.compile("(?:ES|ET|EL) *");
    private static final Pattern ACKNOWLEDGED = Pattern.compile("(?:Z|ZI|T|TI|TA|TAC|@|I[0-9]{1,2}) [ -~]{1,60}");

    private final LineBuffer lines = new LineBuffer(MAX_LINE);
    private long rejected;

    public List<ScaleReading> accept(byte[] bytes, int count, Instant at) {
        List<ScaleReading> readings = new ArrayList<>();
        for (String line : lines.accept(bytes, count)) {
            Optional<ScaleReading> reading = read(line, at);
            if (reading.isPresent()) {
                readings.add(reading.get());
            } else if (!ACKNOWLEDGED.matcher(line).matches()) {
                rejected++;
            }
        }
        return readings;
    }

    /// Lines that made no sense, since the start.
    public long rejected() {
        return rejected + lines.dropped();
    }

    private static Optional<ScaleReading> read(String line, Instant at) {
        String raw = RawFrame.printable(line);
        Matcher state = STATE.matcher(line);
        if (state.matches()) {
            return Optional.of(
                    switch (state.group("state")) {
                        case "+" -> new Overload(raw, at);
                        case "-" -> new UnderZero(raw, at);
                        default -> new NotReady(Cause.REFUSED, raw, at);
                    });
        }
        if (ERROR.matcher(line).matches()) {
            return Optional.of(new NotReady(Cause.REFUSED, raw, at));
        }
        Matcher weight = WEIGHT.matcher(line);
        return weight.matches() ? Optional.of(weighed(weight, raw, at)) : Optional.empty();
    }

    private static ScaleReading weighed(Matcher weight, String raw, Instant at) {
        String number = weight.group("number");
        Optional<Mass> mass = DisplayedMass.of(number, weight.group("unit"));
        if (mass.isEmpty()) {
            return new NotReady(Cause.UNKNOWN_UNIT, raw, at);
        }
        if (number.startsWith("-") && number.chars().anyMatch(c -> c >= '1' && c <= '9')) {
            return new UnderZero(raw, at);
        }
        return weight.group("state").equals("D")
                ? new Unstable(mass.get(), Basis.UNSTATED, raw, at)
                : new Stable(mass.get(), Basis.UNSTATED, raw, at);
    }
}
