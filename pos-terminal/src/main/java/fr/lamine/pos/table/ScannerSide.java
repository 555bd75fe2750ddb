package fr.lamine.pos.table;

import fr.lamine.hardware.emulator.PrintedSheet;
import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.emulator.ScannerEmulator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The scanner of the table, and the printed codes that lie before it.
final class ScannerSide {

    static final int BURST = 5;

    private final ScannerEmulator device;
    private final PrinterEmulator printer;
    private final Map<Integer, Optional<Label>> read = new HashMap<>();

    /// A printed sheet with a code on it.
    record Label(PrintedSheet sheet, String code, Optional<String> qr) {}

    ScannerSide(ScannerEmulator device, PrinterEmulator printer) {
        this.device = device;
        this.printer = printer;
    }

    boolean isPlugged() {
        return device.isPlugged();
    }

    void plug(boolean in) {
        if (in) {
            device.plug();
        } else {
            device.unplug();
        }
    }

    /// What the printer has cut off and a scanner can read, newest first.
    List<Label> labels() {
        List<PrintedSheet> sheets = printer.sheets();
        read.keySet().retainAll(sheets.stream().map(PrintedSheet::number).toList());
        return sheets.stream()
                .map(sheet -> read.computeIfAbsent(sheet.number(), _ -> look(sheet)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Label> look(PrintedSheet sheet) {
        return sheet.barcode().map(code -> new Label(sheet, code, sheet.qr()));
    }

    /// @return false when the scanner's beep went nowhere
    boolean scan(String code) {
        return device.scan(code);
    }

    /// The newest labels one after the other without a pause, again from the first when there are fewer than five.
    boolean burst() {
        List<String> codes = new ArrayList<>();
        List<Label> labels = labels();
        for (int i = 0; i < BURST && !labels.isEmpty(); i++) {
            codes.add(labels.get(i % labels.size()).code());
        }
        return !codes.isEmpty() && codes.stream().allMatch(device::scan);
    }
}
