package fr.lamine.hardware.scale.nci;

import fr.lamine.hardware.scale.Displayed;
import fr.lamine.hardware.scale.FrameDecoder;
import fr.lamine.hardware.scale.RawFrame;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scale.ScaleReading.Cause;
import fr.lamine.hardware.scale.ScaleReading.Moving;
import fr.lamine.hardware.scale.ScaleReading.NotReady;
import fr.lamine.hardware.scale.ScaleReading.Overload;
import fr.lamine.hardware.scale.ScaleReading.UnderZero;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes answers to `W`, `S` and `Z`: bytes in, readings out. A status without a weight and without a fault says
/// nothing of the load. At most 32 bytes are remembered.
public final class NciFrame extends FrameDecoder {

    private static final int LONGEST = 32;
    private static final Pattern ANSWER = Pattern.compile("\n(?:(?<number>(?=.{5}[0-9][A-Za-z]) *-?[0-9]+\\.[0-9]+)"
            + "(?<unit>[A-Za-z]{1,2})\r\n|(?<sign>\\^{4,9}|_{4,9}|-{4,9})[A-Za-z]{1,2}\r\n)?"
            + "S?(?<status>[0-?](?:[0-?]|[p-\u007f][0-?]))\r\u0003");
    private static final Pattern UNKNOWN_COMMAND = Pattern.compile("\n\\?\r\u0003");

    public NciFrame() {
        super('\n', '\u0003', LONGEST);
    }

    @Override
    protected boolean saysNothingOfTheLoad(String frame) {
        return UNKNOWN_COMMAND.matcher(frame).matches() || ANSWER.matcher(frame).matches();
    }

    @Override
    protected Optional<ScaleReading> read(String frame, Instant at) {
        Matcher answer = ANSWER.matcher(frame);
        if (!answer.matches()) {
            return Optional.empty();
        }
        String raw = RawFrame.printable(frame);
        NciStatus status = new NciStatus(answer.group("status"));
        if (status.isFaulty()) {
            return Optional.of(new NotReady(Cause.REFUSED, raw, at));
        }
        if (status.isOver()) {
            return Optional.of(new Overload(raw, at));
        }
        if (status.isUnder()) {
            return Optional.of(new UnderZero(raw, at));
        }
        if (answer.group("number") != null) {
            return Optional.of(displayed(answer, status).reading(raw, at));
        }
        return answer.group("sign") != null ? signed(answer.group("sign").charAt(0), raw, at) : still(status, raw, at);
    }

    private static Displayed displayed(Matcher answer, NciStatus status) {
        String number = answer.group("number").replace(" ", "");
        return new Displayed(number, answer.group("unit"), !status.isMoving(), status.basis());
    }

    private static Optional<ScaleReading> signed(char sign, String raw, Instant at) {
        return Optional.of(
                switch (sign) {
                    case '^' -> new Overload(raw, at);
                    case '_' -> new UnderZero(raw, at);
                    default -> new NotReady(Cause.REFUSED, raw, at);
                });
    }

    private static Optional<ScaleReading> still(NciStatus status, String raw, Instant at) {
        return status.isMoving() ? Optional.of(new Moving(raw, at)) : Optional.empty();
    }
}
