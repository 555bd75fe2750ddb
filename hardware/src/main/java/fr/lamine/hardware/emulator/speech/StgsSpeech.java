package fr.lamine.hardware.emulator.speech;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The dialects of the ST/GS family.
public enum StgsSpeech implements Speech {
    A_AND_D("Z", "T"),
    AD_4404("Z", "T"),
    CAS("Z", "T"),
    DINI_ARGEO("ZERO", "TARE");

    private final String zero;
    private final String tare;

    StgsSpeech(String zero, String tare) {
        this.zero = zero;
        this.tare = tare;
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public Ear ear() {
        return Ear.ofLines(line -> {
            if (line.equals(zero)) {
                return Request.ZERO;
            }
            return line.equals(tare) ? Request.TARE : Request.UNKNOWN;
        });
    }

    @Override
    public Optional<byte[]> frame(Pan pan) {
        String text = switch (this) {
            case A_AND_D -> aAndD(pan);
            case AD_4404 -> header(pan) + pan.sign() + pan.unsigned(7, '0') + "kg";
            case CAS -> header(pan) + "1\u00c4," + pan.signed(8) + " kg";
            case DINI_ARGEO -> header(pan) + pan.signed(8) + ",kg";
        };
        return Optional.of((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String aAndD(Pan pan) {
        return switch (pan.state()) {
            case STABLE -> "ST," + pan.sign() + pan.unsigned(8, '0') + " kg";
            case MOVING -> "US," + pan.sign() + pan.unsigned(8, '0') + " kg";
            case OVERLOAD -> "OL,+9999.999 kg";
            case UNDER_ZERO -> "OL,-9999.999 kg";
        };
    }

    private String header(Pan pan) {
        String state = switch (pan.state()) {
            case STABLE -> "ST";
            case MOVING -> "US";
            case OVERLOAD -> "OL";
            case UNDER_ZERO -> this == DINI_ARGEO ? "UL" : "ST";
        };
        return state + (pan.net() ? ",NT," : ",GS,");
    }
}
