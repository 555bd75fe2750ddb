package fr.lamine.hardware.printer;

/// What the answers to DLE EOT 1 to 4 and to GS r 1 mean. Pure.
final class PrinterStatus {

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
