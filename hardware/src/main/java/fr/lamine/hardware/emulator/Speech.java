package fr.lamine.hardware.emulator;

import java.nio.charset.StandardCharsets;

/// The protocols and dialects that the emulated scale can speak.
public enum Speech {
    A_AND_D,
    AD_4404,
    DINI_ARGEO,
    CAS,
    MT_SICS;

    boolean streams() {
        return this != MT_SICS;
    }

    byte[] frame(Pan pan) {
        String text = switch (this) {
            case A_AND_D -> aAndD(pan);
            case AD_4404 -> header(pan) + pan.sign() + zeroes(pan.unsignedKilograms(), 7) + "kg";
            case DINI_ARGEO -> header(pan) + spaces(pan.kilograms(), 8) + ",kg";
            case CAS -> header(pan) + "1\u00c4," + spaces(pan.kilograms(), 8) + " kg";
            case MT_SICS -> mtSics(pan);
        };
        return (text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String aAndD(Pan pan) {
        return switch (pan.state()) {
            case STABLE -> "ST," + pan.sign() + zeroes(pan.unsignedKilograms(), 8) + " kg";
            case MOVING -> "US," + pan.sign() + zeroes(pan.unsignedKilograms(), 8) + " kg";
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

    private static String mtSics(Pan pan) {
        return switch (pan.state()) {
            case STABLE -> "S S " + spaces(pan.kilograms(), 10) + " kg";
            case MOVING -> "S D " + spaces(pan.kilograms(), 10) + " kg";
            case OVERLOAD -> "S +";
            case UNDER_ZERO -> "S -";
        };
    }

    private static String spaces(String number, int width) {
        return " ".repeat(Math.max(0, width - number.length())) + number;
    }

    private static String zeroes(String number, int width) {
        return "0".repeat(Math.max(0, width - number.length())) + number;
    }
}
