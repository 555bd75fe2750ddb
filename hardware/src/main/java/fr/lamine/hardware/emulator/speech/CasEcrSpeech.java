package fr.lamine.hardware.emulator.speech;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The ECR protocol of CAS: ACK to ENQ, a weight with its checksum to DC1.
public record CasEcrSpeech() implements Speech {

    private static final int ENQ = 0x05;
    private static final byte ACK = 0x06;
    private static final int DC1 = 0x11;

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public Ear ear() {
        return Ear.ofBytes(b -> switch (b) {
            case ENQ -> Optional.of(Request.HELLO);
            case DC1 -> Optional.of(Request.WEIGHT);
            default -> Optional.of(Request.UNKNOWN);
        });
    }

    @Override
    public Optional<byte[]> frame(Pan pan) {
        String content = switch (pan.state()) {
            case STABLE, UNDER_ZERO -> "S" + sign(pan) + pan.unsigned(6, '0');
            case MOVING -> "U" + sign(pan) + pan.unsigned(6, '0');
            case OVERLOAD -> "SF00.000";
        };
        return Optional.of(framed(content + "kg").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static char sign(Pan pan) {
        return pan.grams() < 0 ? '-' : ' ';
    }

    private static String framed(String content) {
        int checksum = content.chars().reduce(0, (sum, c) -> sum ^ c);
        return "\u0001\u0002" + content + (char) checksum + "\u0003\u0004";
    }

    @Override
    public Optional<byte[]> acknowledgement(Request request, Pan pan) {
        return switch (request) {
            case HELLO -> Optional.of(new byte[] {ACK});
            case WEIGHT, ZERO, TARE, UNKNOWN -> Optional.empty();
        };
    }
}
