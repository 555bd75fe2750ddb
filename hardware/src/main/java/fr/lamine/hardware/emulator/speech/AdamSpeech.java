package fr.lamine.hardware.emulator.speech;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The print line of Adam: says nothing while the load moves or is too heavy.
public record AdamSpeech() implements Speech {

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public Ear ear() {
        return Ear.ofLines(line -> switch (line) {
            case "P" -> Request.WEIGHT;
            case "Z" -> Request.ZERO;
            case "T" -> Request.TARE;
            default -> Request.UNKNOWN;
        });
    }

    @Override
    public Optional<byte[]> frame(Pan pan) {
        return switch (pan.state()) {
            case STABLE, UNDER_ZERO -> Optional.of((pan.signed(9) + " kg\r\n").getBytes(StandardCharsets.US_ASCII));
            case MOVING, OVERLOAD -> Optional.empty();
        };
    }
}
