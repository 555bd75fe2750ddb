package fr.lamine.hardware.label;

import fr.lamine.hardware.printer.Bitmap;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.hardware.transport.Link;
import java.io.IOException;
import java.util.Optional;

/// A language with a question about the printer's state that it answers out of turn.
sealed interface Dialect permits Zpl, Tspl {

    /// @param copies 1 to 99
    byte[] job(Bitmap label, LabelSize size, int copies);

    /// Empty when the printer does not answer, or not in this language.
    Optional<Report> ask(Link link) throws IOException;

    /// How often in a row a printer that was never seen at work must be at rest, to be believed to have printed.
    int calmEnough();

    /// @param busy whether something is left to print
    record Report(PrinterState state, boolean busy) {}
}
