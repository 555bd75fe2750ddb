package fr.lamine.hardware.emulator.speech;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// SCP-01: a weight with its status when there is one to tell, else the status alone.
public record NciSpeech() implements Speech {

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public Ear ear() {
        return Ear.ofLines(line -> switch (line) {
            case "W" -> Request.WEIGHT;
            case "Z" -> Request.ZERO;
            default -> Request.UNKNOWN;
        });
    }

    @Override
    public Optional<byte[]> frame(Pan pan) {
        return said(
                switch (pan.state()) {
                    case STABLE -> "\n" + pan.unsigned(6, '0') + "KG\r\nS" + (pan.grams() == 0 ? "20" : "00");
                    case MOVING -> "\nS10";
                    case OVERLOAD -> "\nS02";
                    case UNDER_ZERO -> "\nS01";
                });
    }

    @Override
    public Optional<byte[]> acknowledgement(Request request, Pan pan) {
        return switch (request) {
            case ZERO -> said("\nS20");
            case TARE, UNKNOWN -> said("\n?");
            case HELLO, WEIGHT -> Optional.empty();
        };
    }

    private static Optional<byte[]> said(String text) {
        return Optional.of((text + "\r\u0003").getBytes(StandardCharsets.US_ASCII));
    }
}
