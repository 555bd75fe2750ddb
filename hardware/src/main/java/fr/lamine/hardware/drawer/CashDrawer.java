package fr.lamine.hardware.drawer;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.Printer;

/// A drawer on the printer's socket, pin 2: the pulse is `1B 70 00 19 FA`. A printer that is off line (no paper, cover
/// open) gives no pulse: the result says so, and the drawer has a key.
public record CashDrawer(Printer printer) {

    public PrintResult open() {
        return printer.print(Document.of(new Document.Kick()));
    }
}
