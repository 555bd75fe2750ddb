package fr.lamine.hardware.printer;

import java.util.Optional;

/// How a printer was when it was asked.
///
/// @param drawerPin empty when the printer does not say
public record PrinterReport(PrinterState state, Optional<PinLevel> drawerPin) {

    /// A printer that tells no more than this.
    public static PrinterReport of(PrinterState state) {
        return new PrinterReport(state, Optional.empty());
    }
}
