package fr.lamine.hardware.printer;

/// What the answers to DLE EOT 1 to 4 and to GS r 1 mean. Pure.
final class PrinterStatus {

    /// DLE DC4 8, a real-time command: throw away what is not printed yet.
    static final byte[] CLEAR = {0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08};

    /// First byte of its answer 37 25 00; no other answer begins so.
    static final int CLEARED = 0x37;

    private PrinterStatus() {}

    static byte[] question(int n) {
        return new byte[] {0x10, 0x04, (byte) n};
    }

    /// Real-time answers have bits 1 and 4 set, 0 and 7 clear; answers to GS r have bits 4 and 7 clear.
    static boolean isRealTime(int answer) {
        return (answer & 0x93) == 0x12;
    }

    static boolean isPaperSensor(int answer) {
        return (answer & 0x90) == 0;
    }

    static PrinterState ofPaperSensor(int answer) {
        if ((answer & 0x0c) != 0) {
            return PrinterState.PAPER_OUT;
        }
        return (answer & 0x03) != 0 ? PrinterState.PAPER_NEAR_END : PrinterState.READY;
    }

    /// @param answers to n = 1, 2, 3, 4 in this order, each a valid real-time answer
    static PrinterState of(int[] answers) {
        int general = answers[0];
        int offline = answers[1];
        int error = answers[2];
        int paper = answers[3];
        if ((offline & 0x04) != 0) {
            return PrinterState.COVER_OPEN;
        }
        if ((offline & 0x20) != 0 || (paper & 0x60) != 0) {
            return PrinterState.PAPER_OUT;
        }
        if ((error & 0x6c) != 0 || (offline & 0x40) != 0) {
            return PrinterState.ERROR;
        }
        if ((general & 0x08) != 0) {
            return PrinterState.OFFLINE;
        }
        return (paper & 0x0c) != 0 ? PrinterState.PAPER_NEAR_END : PrinterState.READY;
    }
}
