package fr.lamine.hardware.emulator.speech;

import java.util.List;
import java.util.Optional;

/// A HID scale: hundredths of a kilogram in reports of six bytes.
public record UsbHidSpeech() implements Speech {

    private static final byte DATA = 3;
    private static final byte KILOGRAMS = 3;
    private static final byte HUNDREDTHS = -2;
    private static final int ZERO_BIT = 2;

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public boolean speaksInReports() {
        return true;
    }

    @Override
    public Ear ear() {
        return (report, count) -> {
            boolean zero = count >= 2 && report[0] == 2 && (report[1] & ZERO_BIT) != 0;
            return count == 0 ? List.of() : List.of(zero ? Request.ZERO : Request.UNKNOWN);
        };
    }

    @Override
    public Optional<byte[]> frame(Pan pan) {
        return Optional.of(
                switch (pan.state()) {
                    case STABLE -> report(pan.grams() == 0 ? 2 : 4, pan.grams());
                    case MOVING -> report(3, Math.max(0, pan.grams()));
                    case UNDER_ZERO -> report(5, 0);
                    case OVERLOAD -> report(6, 0);
                });
    }

    private static byte[] report(int status, long grams) {
        long hundredths = grams / 10;
        return new byte[] {DATA, (byte) status, KILOGRAMS, HUNDREDTHS, (byte) hundredths, (byte) (hundredths >> 8)};
    }
}
