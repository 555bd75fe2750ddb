package fr.lamine.hardware.scale.casecr;

import fr.lamine.hardware.scale.Displayed;
import fr.lamine.hardware.scale.RawFrame;
import fr.lamine.hardware.scale.ScaleDecoder;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scale.ScaleReading.Basis;
import fr.lamine.hardware.scale.ScaleReading.Overload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes answers to DC1: bytes in, readings out. A frame has 15 bytes and its checksum may be any byte, so it is
/// found
/// by its place and not by its end; it counts only when the exclusive or of status, sign, weight and unit is right.
public final class CasEcrFrame implements ScaleDecoder {

    private static final int LENGTH = 15;
    private static final int CONTENT = 2;
    private static final int CHECKSUM = 12;
    private static final Pattern WEIGHT =
            Pattern.compile("(?<state>[SU])(?<sign>[ -])(?<number> {0,4}[0-9]+\\.[0-9]+)(?<unit>[ A-Za-z]{2})");
    private static final Pattern OVER = Pattern.compile("[SU]F.{8}", Pattern.DOTALL);

    private static final byte ACK = 0x06;
    private static final byte NAK = 0x15;

    private final byte[] held = new byte[LENGTH];
    private int length;
    private boolean noise;
    private long rejected;

    @Override
    public List<ScaleReading> accept(byte[] bytes, int count, Instant at) {
        List<ScaleReading> readings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (length == 0 && (bytes[i] == ACK || bytes[i] == NAK)) {
                continue;
            }
            held[length++] = bytes[i];
            dropWhatBeginsNoFrame();
            if (length == LENGTH) {
                read(at).ifPresentOrElse(readings::add, this::dropFirst);
            }
        }
        return readings;
    }

    private Optional<ScaleReading> read(Instant at) {
        Optional<ScaleReading> reading = checksum() == held[CHECKSUM] ? reading(at) : Optional.empty();
        if (reading.isPresent()) {
            length = 0;
            noise = false;
        }
        return reading;
    }

    private byte checksum() {
        byte sum = 0;
        for (int i = CONTENT; i < CHECKSUM; i++) {
            sum ^= held[i];
        }
        return sum;
    }

    private Optional<ScaleReading> reading(Instant at) {
        String content = new String(held, CONTENT, CHECKSUM - CONTENT, StandardCharsets.ISO_8859_1);
        String raw = RawFrame.printable(new String(held, StandardCharsets.ISO_8859_1));
        if (OVER.matcher(content).matches()) {
            return Optional.of(new Overload(raw, at));
        }
        Matcher weight = WEIGHT.matcher(content);
        return weight.matches() ? Optional.of(displayed(weight).reading(raw, at)) : Optional.empty();
    }

    private static Displayed displayed(Matcher weight) {
        String number = (weight.group("sign") + weight.group("number")).replace(" ", "");
        return new Displayed(
                number, weight.group("unit").strip(), weight.group("state").equals("S"), Basis.UNSTATED);
    }

    private void dropFirst() {
        dropOne();
        dropWhatBeginsNoFrame();
    }

    private void dropWhatBeginsNoFrame() {
        while (!beginsAFrame()) {
            dropOne();
        }
    }

    private void dropOne() {
        System.arraycopy(held, 1, held, 0, --length);
        if (!noise) {
            noise = true;
            rejected++;
        }
    }

    /// The first byte comes as 81 from a line set to 8 bits when the scale sends 7 and parity.
    private boolean beginsAFrame() {
        return (length < 1 || (held[0] & 0x7f) == 1)
                && (length < 2 || held[1] == 2)
                && (length < 14 || held[13] == 3)
                && (length < 15 || held[14] == 4);
    }

    @Override
    public long rejected() {
        return rejected;
    }
}
