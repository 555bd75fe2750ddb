package fr.lamine.hardware.scale.mtsics;

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

/// Decodes answers to `S` and `SI`: bytes in, readings out. Answers to other commands (`Z A`, `T S 0.486 kg`, `I4 A …`)
/// are known and say nothing about the load; anything else is rejected. The protocol does not tell net from gross. At
/// most 80 bytes are remembered.
public final class MtSicsFrame extends LineDecoder {

    private static final int LONGEST = 80;
    private static final Pattern WEIGHT =
            Pattern.compile("S +(?<state>[SDA]) +(?<number>-?[0-9]{1,7}(?:\\.[0-9]{1,6})?) +(?<unit>[A-Za-z%]{1,4}) *");
    private static final Pattern STATE = Pattern.compile("S +(?<state>[+\\-IL]) *");
    private static final Pattern ERROR = Pattern.compile("(?:ES|ET|EL) *");
    private static final Pattern ACKNOWLEDGED = Pattern.compile("(?:Z|ZI|T|TI|TA|TAC|@|I[0-9]{1,2}) [ -~]{1,60}");

    public MtSicsFrame() {
        super(LONGEST);
    }

    @Override
    protected boolean saysNothingOfTheLoad(String line) {
        return ACKNOWLEDGED.matcher(line).matches();
    }

    @Override
    protected Optional<ScaleReading> read(String line, Instant at) {
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
        return weight.matches() ? Optional.of(displayed(weight).reading(raw, at)) : Optional.empty();
    }

    private static Displayed displayed(Matcher weight) {
        boolean still = !weight.group("state").equals("D");
        return new Displayed(weight.group("number"), weight.group("unit"), still, Basis.UNSTATED);
    }
}
