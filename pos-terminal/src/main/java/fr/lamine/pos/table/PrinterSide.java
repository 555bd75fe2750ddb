package fr.lamine.pos.table;

import fr.lamine.hardware.emulator.PrintedSheet;
import fr.lamine.hardware.emulator.PrinterEmulator;
import java.util.Optional;

/// The printer of the table with its drawer.
final class PrinterSide {

    private final PrinterEmulator device;
    private int torn;

    PrinterSide(PrinterEmulator device) {
        this.device = device;
    }

    /// What hangs out of it: the paper that comes, else the last sheet until it is torn off.
    Optional<PrintedSheet> hanging() {
        PrintedSheet growing = device.growing();
        if (!growing.isBlank()) {
            return Optional.of(growing);
        }
        return device.sheets().stream().findFirst().filter(sheet -> sheet.number() > torn);
    }

    boolean isGrowing() {
        return !device.growing().isBlank();
    }

    void tear() {
        torn = device.cuts();
    }

    Optional<PrintedSheet> sheet(int number) {
        PrintedSheet growing = device.growing();
        return growing.number() == number
                ? Optional.of(growing)
                : device.sheets().stream()
                        .filter(sheet -> sheet.number() == number)
                        .findFirst();
    }

    boolean isDrawerOpen() {
        return device.isDrawerOpen();
    }

    void closeDrawer() {
        device.closeDrawer();
    }

    boolean hasFailedToCut() {
        return device.hasCutterError();
    }

    boolean has(PrinterFault fault) {
        return switch (fault) {
            case UNPLUGGED -> !device.isPlugged();
            case PAPER_OUT -> device.hasNoPaper();
            case PAPER_LOW -> device.isPaperLow();
            case COVER_OPEN -> device.isCoverOpen();
            case CUTTER_JAM -> device.isCutterJammed();
            case MUTE -> device.isMute();
            case SLOW -> device.isSlow();
            case GARBLED -> device.isGarbled();
            case PAPER_ENDS -> false;
        };
    }

    void set(PrinterFault fault, boolean on) {
        switch (fault) {
            case UNPLUGGED -> plug(!on);
            case PAPER_OUT -> paper(on, device::paperOut);
            case PAPER_LOW -> paper(on, device::paperLow);
            case COVER_OPEN -> device.coverOpen(on);
            case CUTTER_JAM -> device.cutterJam(on);
            case MUTE -> device.mute(on);
            case SLOW -> device.slow(on ? PrinterFault.MILLIS_A_LINE : 0);
            case GARBLED -> device.garbled(on);
            case PAPER_ENDS -> device.paperFor(PrinterFault.LINES_LEFT);
        }
    }

    private void plug(boolean in) {
        if (in) {
            device.plug();
        } else {
            device.unplug();
        }
    }

    private void paper(boolean lacking, Runnable hand) {
        if (lacking) {
            hand.run();
        } else {
            device.paperOk();
        }
    }
}
