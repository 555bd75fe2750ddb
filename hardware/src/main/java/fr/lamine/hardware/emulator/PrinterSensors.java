package fr.lamine.hardware.emulator;

import java.util.OptionalInt;

/// What the emulated printer knows of itself, and what hands do to it. Not thread-safe.
final class PrinterSensors {

    OptionalInt linesLeft = OptionalInt.empty();
    boolean low;
    boolean coverOpen;
    boolean buttonHeld;
    boolean paused;
    boolean tooHot;
    boolean broken;
    /// Paper sticks in the blade: the next cut fails.
    boolean jam;
    /// A cut has failed; stays after the jam is gone, until the printer is told to recover.
    boolean cutterError;
    boolean drawerOpen;
    boolean pinLowWhenOpen;

    boolean isOut() {
        return linesLeft.isPresent() && linesLeft.getAsInt() <= 0;
    }

    boolean isOffline() {
        return coverOpen || isOut() || buttonHeld || paused || hasError();
    }

    void used(int lines) {
        if (linesLeft.isPresent()) {
            linesLeft = OptionalInt.of(linesLeft.getAsInt() - lines);
        }
    }

    private boolean hasError() {
        return tooHot || broken || cutterError;
    }

    private int errorBits() {
        return (cutterError ? 0x08 : 0) | (broken ? 0x20 : 0) | (tooHot ? 0x40 : 0);
    }

    private int general() {
        return (drawerOpen != pinLowWhenOpen ? 0x04 : 0) | (isOffline() ? 0x08 : 0);
    }

    int realTime(int n) {
        return 0x12
                | switch (n) {
                    case 1 -> general();
                    case 2 ->
                        (coverOpen ? 0x04 : 0)
                                | (buttonHeld ? 0x08 : 0)
                                | (isOut() ? 0x20 : 0)
                                | (hasError() ? 0x40 : 0);
                    case 3 -> errorBits();
                    default -> (low || isOut() ? 0x0c : 0) | (isOut() ? 0x60 : 0);
                };
    }

    byte[] automatic() {
        int first = 0x10 | general() | (coverOpen ? 0x20 : 0) | (buttonHeld ? 0x40 : 0);
        int paper = (low || isOut() ? 0x03 : 0) | (isOut() ? 0x0c : 0);
        return new byte[] {(byte) first, (byte) errorBits(), (byte) paper, 0};
    }
}
