package fr.lamine.hardware.emulator.speech;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The PC0 frame of Gram. The manuals do not show an overload; here it is a frame of dashes.
public record GramSpeech() implements Speech {

    private static final int ADDED = 0x20;
    private static final int GROSS = 0x01;
    private static final int TARED = 0x02;
    private static final int AT_ZERO = 0x08;
    private static final int STABLE = 0x40;

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public Ear ear() {
        return Ear.ofBytes(b -> switch (b) {
            case '$' -> Optional.of(Request.WEIGHT);
            case 'z' -> Optional.of(Request.ZERO);
            case 't' -> Optional.of(Request.TARE);
            default -> Optional.of(Request.UNKNOWN);
        });
    }

    @Override
    public Optional<byte[]> frame(Pan pan) {
        String field = pan.state() == Pan.State.OVERLOAD ? " -------" : pan.signed(8);
        String frame = "\u0002" + (char) (ADDED + status(pan)) + field + "kg\r\u0003";
        return Optional.of(frame.getBytes(StandardCharsets.US_ASCII));
    }

    private static int status(Pan pan) {
        int basis = pan.net() ? TARED : GROSS;
        int zero = pan.grams() == 0 ? AT_ZERO : 0;
        return switch (pan.state()) {
            case STABLE, UNDER_ZERO -> basis | zero | STABLE;
            case MOVING, OVERLOAD -> basis | zero;
        };
    }
}
