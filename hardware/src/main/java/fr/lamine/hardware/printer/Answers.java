package fr.lamine.hardware.printer;

import java.util.Arrays;
import java.util.Optional;

/// Tells the bytes that an ESC/POS printer sends apart; pure, and never fails. Real-time answers and answers to `GS
/// r` are one byte, an automatic status four, an announcement begins with 37 and ends with 00. What fits nothing is
/// noise: a wrong line speed, or something that is no printer.
final class Answers {

    /// `DLE DC4 8`, a real-time command: throw away what is not printed yet.
    static final byte[] CLEAR = {0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08};

    /// `DLE ENQ 2`, a real-time command: forget the job and the error, and go on.
    static final byte[] RECOVER = {0x10, 0x05, 0x02};

    /// `GS r 1`, answered when all before it is done.
    static final byte[] PAPER_SENSOR = {0x1d, 0x72, 0x01};

    static final byte[] AUTOMATIC_ON = {0x1d, 0x61, (byte) 0xff};
    static final byte[] AUTOMATIC_OFF = {0x1d, 0x61, 0x00};

    private static final int ANNOUNCEMENT = 0x37;
    private static final int CLEARED = 0x25;
    private static final int LONGEST_ANNOUNCEMENT = 80;

    private final int[] pending = new int[LONGEST_ANNOUNCEMENT];
    private int count;

    sealed interface Answer {}

    record RealTime(int bits) implements Answer {}

    record PaperSensor(PrinterState paper) implements Answer {}

    record Automatic(StatusReport report) implements Answer {}

    /// The answer to [#CLEAR].
    record Cleared() implements Answer {}

    record Noise() implements Answer {}

    /// Flow control, or the beginning of something.
    record Nothing() implements Answer {}

    static byte[] question(int n) {
        return new byte[] {0x10, 0x04, (byte) n};
    }

    Answer take(byte received) {
        int b = received & 0xff;
        if (count == 0) {
            return first(b);
        }
        pending[count++] = b;
        return pending[0] == ANNOUNCEMENT ? announcement() : automatic(b);
    }

    private Answer first(int b) {
        if (b == 0x11 || b == 0x13) {
            return new Nothing();
        }
        if (b == ANNOUNCEMENT || (b & 0x93) == 0x10) {
            pending[0] = b;
            count = 1;
            return new Nothing();
        }
        if ((b & 0x93) == 0x12) {
            return new RealTime(b);
        }
        return paperSensor(b).<Answer>map(PaperSensor::new).orElse(new Noise());
    }

    private Answer announcement() {
        boolean isOver = pending[count - 1] == 0;
        if (!isOver && count < LONGEST_ANNOUNCEMENT) {
            return new Nothing();
        }
        boolean cleared = count == 3 && pending[1] == CLEARED;
        count = 0;
        return cleared ? new Cleared() : isOver ? new Nothing() : new Noise();
    }

    private Answer automatic(int b) {
        if ((b & 0x90) != 0) {
            count = 0;
            Answer instead = first(b);
            return instead instanceof RealTime ? instead : new Noise();
        }
        if (count < 4) {
            return new Nothing();
        }
        count = 0;
        return new Automatic(StatusReport.ofAutomatic(Arrays.copyOf(pending, 4)));
    }

    /// 03 near end, 0C end; other bits are reserved, 10 and 80 are always clear.
    private static Optional<PrinterState> paperSensor(int b) {
        return switch (b & ~0x60) {
            case 0x00 -> Optional.of(PrinterState.READY);
            case 0x03 -> Optional.of(PrinterState.PAPER_NEAR_END);
            case 0x0c, 0x0f -> Optional.of(PrinterState.PAPER_OUT);
            default -> Optional.empty();
        };
    }
}
