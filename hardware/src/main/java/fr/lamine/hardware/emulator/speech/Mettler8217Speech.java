package fr.lamine.hardware.emulator.speech;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The 8217 protocol: a weight when there is one to tell, else a status byte, and a status byte after each command.
public record Mettler8217Speech() implements Speech {

    private static final int ALWAYS = 0x40;
    private static final int MOTION = 0x01;
    private static final int OVER = 0x02;
    private static final int UNDER = 0x04;
    private static final int AT_ZERO = 0x10;
    private static final int NET = 0x20;

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public Ear ear() {
        return Ear.ofBytes(b -> switch (b) {
            case 'W' -> Optional.of(Request.WEIGHT);
            case 'Z' -> Optional.of(Request.ZERO);
            case 'T' -> Optional.of(Request.TARE);
            case '\r', '\n' -> Optional.empty();
            default -> Optional.of(Request.UNKNOWN);
        });
    }

    @Override
    public Optional<byte[]> frame(Pan pan) {
        return said(
                switch (pan.state()) {
                    case STABLE -> pan.unsigned(6, '0') + (pan.net() ? "N" : "");
                    case MOVING -> status(MOTION, pan);
                    case OVERLOAD -> status(OVER, pan);
                    case UNDER_ZERO -> status(UNDER, pan);
                });
    }

    @Override
    public Optional<byte[]> acknowledgement(Request request, Pan pan) {
        return switch (request) {
            case ZERO -> said(status(AT_ZERO, pan));
            case TARE -> said(status(NET, pan));
            case HELLO, WEIGHT, UNKNOWN -> Optional.empty();
        };
    }

    private static String status(int flag, Pan pan) {
        return "?" + (char) (ALWAYS | flag | (pan.net() ? NET : 0));
    }

    private static Optional<byte[]> said(String text) {
        return Optional.of(("\u0002" + text + "\r").getBytes(StandardCharsets.US_ASCII));
    }
}
