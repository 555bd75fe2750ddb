package fr.lamine.hardware.transport;

import fr.lamine.hardware.transport.UsbDevice.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Guesses what a device is from its interfaces.
final class UsbKind {

    private UsbKind() {}

    /// @param usage of the HID interface with this number, when it can be known
    static Kind of(List<UsbPipes> pipes, IntFunction<Optional<HidUsage>> usage) {
        if (pipes.stream().anyMatch(UsbPipes::isPrinter)) {
            return Kind.PRINTER;
        }
        List<HidUsage> usages = pipes.stream()
                .filter(p -> p.isHid() && !p.isBootDevice())
                .flatMap(p -> usage.apply(p.number()).stream())
                .toList();
        if (usages.stream().anyMatch(HidUsage::isScale)) {
            return Kind.SCALE;
        }
        if (usages.stream().anyMatch(HidUsage::isScanner)) {
            return Kind.SCANNER;
        }
        if (pipes.stream().anyMatch(UsbPipes::isSerial)) {
            return Kind.SERIAL;
        }
        if (pipes.stream().anyMatch(UsbPipes::isBootKeyboard)) {
            return Kind.KEYBOARD;
        }
        return pipes.stream().anyMatch(UsbPipes::isHid) ? Kind.OTHER_HID : Kind.OTHER;
    }
}
