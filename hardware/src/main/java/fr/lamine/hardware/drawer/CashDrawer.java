package fr.lamine.hardware.drawer;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.Printer;

/// A drawer on the printer's socket, pin 2: the pulse is `1B 70 00 19 FA`. A printer that is off line (no paper,
/// cover open) gives no pulse: the result says so, and the drawer has a key.
public record CashDrawer(Printer printer, DrawerSwitch wiring) {

    /// A drawer whose switch is not known.
    public CashDrawer(Printer printer) {
        this(printer, DrawerSwitch.NONE);
    }

    public PrintResult open() {
        return printer.print(Document.of(new Document.Kick()));
    }

    /// Asks the printer now, which answers without paper too.
    public DrawerState state() {
        return wiring == DrawerSwitch.NONE ? DrawerState.UNKNOWN : wiring.state(printer.drawerPin());
    }
}
