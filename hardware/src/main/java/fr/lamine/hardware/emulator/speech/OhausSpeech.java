package fr.lamine.hardware.emulator.speech;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of an Ohaus Defender 3000.
public record OhausSpeech() implements Speech {

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public Ear ear() {
        return Ear.ofLines(line -> switch (line) {
            case "IP" -> Request.WEIGHT;
            case "Z" -> Request.ZERO;
            case "T" -> Request.TARE;
            default -> Request.UNKNOWN;
        });
    }

    @Override
    public Optional<byte[]> frame(Pan pan) {
        return said(
                switch (pan.state()) {
                    case STABLE, UNDER_ZERO -> weight(pan, ' ');
                    case MOVING -> weight(pan, '?');
                    case OVERLOAD -> "Err8.3";
                });
    }

    private static String weight(Pan pan, char stability) {
        String sign = pan.grams() < 0 ? "- " : "  ";
        return sign + pan.unsigned(7, ' ') + "    kg" + stability + (pan.net() ? "NET" : "  G");
    }

    @Override
    public Optional<byte[]> acknowledgement(Request request, Pan pan) {
        return switch (request) {
            case UNKNOWN -> said("ES");
            case HELLO, WEIGHT, ZERO, TARE -> Optional.empty();
        };
    }

    private static Optional<byte[]> said(String text) {
        return Optional.of((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
