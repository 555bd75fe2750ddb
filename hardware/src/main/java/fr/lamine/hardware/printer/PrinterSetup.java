package fr.lamine.hardware.printer;

import fr.lamine.hardware.transport.Endpoint;

/// What must be known of an ESC/POS printer to print on it.
///
/// @param page  the table of characters that it has; the [TestPage] tells
/// @param draws whether lines with letters that the page lacks (a name in Greek or Arabic, accents) are sent as
/// pictures;
///              slower, and every `GS v 0` printer can. Otherwise they are written with other letters.
public record PrinterSetup(
        String name, Endpoint endpoint, PaperWidth paper, CodePage page, boolean draws, boolean emulated) {

    public PrinterSetup {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("a printer's name of " + name.length() + " characters");
        }
    }

    /// The best code page, no pictures.
    public static PrinterSetup of(String name, Endpoint endpoint, PaperWidth paper, boolean emulated) {
        return new PrinterSetup(name, endpoint, paper, CodePage.WPC1252, false, emulated);
    }
}
