package fr.lamine.hardware.scale.adam;

import fr.lamine.hardware.scale.Displayed;
import fr.lamine.hardware.scale.LineDecoder;
import fr.lamine.hardware.scale.RawFrame;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scale.ScaleReading.Basis;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes answers to `P`: bytes in, readings out. Only a line that is one number and one unit counts. At most 40 bytes
/// are remembered.
public final class AdamFrame extends LineDecoder {

    private static final int LONGEST = 40;
    private static final Pattern WEIGHT =
            Pattern.compile(" *(?<sign>[+-]?) *(?<number>[0-9]{1,6}(?:\\.[0-9]{1,4})?) ?(?<unit>[A-Za-z]{1,3}) *");

    public AdamFrame() {
        super(LONGEST);
    }

    @Override
    protected Optional<ScaleReading> read(String line, Instant at) {
        Matcher weight = WEIGHT.matcher(line);
        if (!weight.matches()) {
            return Optional.empty();
        }
        String sign = weight.group("sign").equals("-") ? "-" : "";
        Displayed displayed = new Displayed(sign + weight.group("number"), weight.group("unit"), true, Basis.UNSTATED);
        return Optional.of(displayed.reading(RawFrame.printable(line), at));
    }
}
