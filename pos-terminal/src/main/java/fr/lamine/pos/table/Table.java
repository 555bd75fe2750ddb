package fr.lamine.pos.table;

import fr.lamine.pos.device.DemoDevices;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/// What stands on the table. Hands act on it one after the other; looking is an act too.
final class Table {

    private static final int TOKENS_KEPT = 200;

    private final ScaleSide scale;
    private final ScannerSide scanner;
    private final PrinterSide printer;
    private final Set<String> done = new LinkedHashSet<>();
    private String scaleNote = "";
    private String scannerNote = "";

    Table(DemoDevices devices) {
        this.scale = new ScaleSide(devices.scale());
        this.scanner = new ScannerSide(devices.scanner(), devices.printer());
        this.printer = new PrinterSide(devices.printer());
    }

    /// Does what a form asks, once for each token.
    synchronized void hand(String token, Runnable action) {
        if (!done.add(token)) {
            return;
        }
        if (done.size() > TOKENS_KEPT) {
            done.remove(done.iterator().next());
        }
        scaleNote = "";
        scannerNote = "";
        action.run();
    }

    synchronized <T> T look(Supplier<T> eye) {
        return eye.get();
    }

    ScaleSide scale() {
        return scale;
    }

    ScannerSide scanner() {
        return scanner;
    }

    PrinterSide printer() {
        return printer;
    }

    void ofTheScale(String note) {
        scaleNote = note;
    }

    void ofTheScanner(String note) {
        scannerNote = note;
    }

    String scaleNote() {
        return scaleNote;
    }

    String scannerNote() {
        return scannerNote;
    }
}
