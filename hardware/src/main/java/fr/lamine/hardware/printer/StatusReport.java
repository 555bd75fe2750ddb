package fr.lamine.hardware.printer;

import java.util.Optional;

/// What an ESC/POS printer tells of itself, decoded. Pure: the answers to `DLE EOT` 1 to 4, and the four bytes of the
/// automatic status that `GS a` turns on. Source: Epson's command reference, vectors in the tests.
///
/// @param drawerPinHigh the level of pin 3 of the drawer's socket
record StatusReport(PrinterState state, boolean drawerPinHigh) {

    PrinterReport told() {
        return new PrinterReport(state, Optional.of(drawerPinHigh ? PinLevel.HIGH : PinLevel.LOW));
    }

    /// @param answers to n = 1, 2, 3, 4 in this order, each a valid real-time answer
    static StatusReport ofRealTime(int[] answers) {
        int general = answers[0];
        int offline = answers[1];
        int error = answers[2];
        int paper = answers[3];
        boolean out = has(offline, 0x20) || has(paper, 0x60);
        PrinterState state =
                worst(has(offline, 0x04), out, error, has(offline, 0x08), has(general, 0x08), has(paper, 0x0c));
        boolean unnamed = has(offline, 0x40) && (state.takesJobs() || state == PrinterState.OFFLINE);
        return new StatusReport(unnamed ? PrinterState.ERROR : state, pinHigh(general));
    }

    /// @param bytes four, each with the fixed bits in their place
    static StatusReport ofAutomatic(int[] bytes) {
        int general = bytes[0];
        int error = bytes[1];
        int paper = bytes[2];
        return new StatusReport(
                worst(
                        has(general, 0x20),
                        has(paper, 0x0c),
                        error,
                        has(general, 0x40) || has(error, 0x02),
                        has(general, 0x08),
                        has(paper, 0x03)),
                pinHigh(general));
    }

    /// The bits of errors are the same in both: 04 recoverable, 08 cutter, 20 unrecoverable, 40 goes by itself.
    private static PrinterState worst(
            boolean cover, boolean out, int error, boolean button, boolean offline, boolean nearEnd) {
        if (has(error, 0x20)) {
            return PrinterState.BROKEN;
        }
        if (cover) {
            return PrinterState.COVER_OPEN;
        }
        if (out) {
            return PrinterState.PAPER_OUT;
        }
        if (has(error, 0x08)) {
            return PrinterState.CUTTER_JAMMED;
        }
        if (has(error, 0x04)) {
            return PrinterState.ERROR;
        }
        if (has(error, 0x40)) {
            return PrinterState.TOO_HOT;
        }
        if (button) {
            return PrinterState.BUTTON_HELD;
        }
        if (offline) {
            return PrinterState.OFFLINE;
        }
        return nearEnd ? PrinterState.PAPER_NEAR_END : PrinterState.READY;
    }

    private static boolean pinHigh(int general) {
        return has(general, 0x04);
    }

    private static boolean has(int bits, int some) {
        return (bits & some) != 0;
    }
}
