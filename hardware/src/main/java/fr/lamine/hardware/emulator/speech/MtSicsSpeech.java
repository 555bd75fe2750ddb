package fr.lamine.hardware.emulator.speech;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// MT-SICS and KCP: answers `S` and `SI`, and says that it has obeyed.
public record MtSicsSpeech() implements Speech {

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public Ear ear() {
        return Ear.ofLines(line -> switch (line) {
            case "S", "SI" -> Request.WEIGHT;
            case "Z" -> Request.ZERO;
            case "T" -> Request.TARE;
            default -> Request.UNKNOWN;
        });
    }

    @Override
    public Optional<byte[]> frame(Pan pan) {
        return said(
                switch (pan.state()) {
                    case STABLE -> "S S " + pan.signed(10) + " kg";
                    case MOVING -> "S D " + pan.signed(10) + " kg";
                    case OVERLOAD -> "S +";
                    case UNDER_ZERO -> "S -";
                });
    }

    @Override
    public Optional<byte[]> acknowledgement(Request request, Pan pan) {
        return switch (request) {
            case ZERO -> said("Z A");
            case TARE -> said("T S " + pan.signed(10) + " kg");
            case UNKNOWN -> said("ES");
            case HELLO, WEIGHT -> Optional.empty();
        };
    }

    private static Optional<byte[]> said(String text) {
        return Optional.of((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
