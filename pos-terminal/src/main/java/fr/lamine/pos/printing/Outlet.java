package fr.lamine.pos.printing;

import fr.lamine.hardware.label.LabelPrinter;
import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.Printer;
import fr.lamine.hardware.printer.PrinterReport;
import fr.lamine.hardware.printer.PrinterState;
import java.util.Optional;

/// Where paper comes out.
public sealed interface Outlet {

    record Roll(Printer printer) implements Outlet {}

    record Labels(LabelPrinter printer) implements Outlet {}

    static Outlet of(Printer printer) {
        return new Roll(printer);
    }

    static Outlet of(LabelPrinter printer) {
        return new Labels(printer);
    }

    default PrinterReport report() {
        return switch (this) {
            case Roll(var printer) -> printer.report();
            case Labels(var printer) -> PrinterReport.of(printer.state());
        };
    }

    default PrinterState state() {
        return report().state();
    }

    /// Empty when the document does not fit on the labels; then nothing was sent.
    default Optional<PrintResult> print(Document document) {
        return switch (this) {
            case Roll(var printer) -> Optional.of(printer.print(document));
            case Labels(var printer) -> printer.drawn(document).map(label -> printer.print(label, 1));
        };
    }
}
