package fr.lamine.hardware.transport;

import java.io.IOException;

/// A device on USB, spoken to without the kernel's driver: that one is detached while the link is open and attached
/// again after. A HID link reads one report a time.
public record Usb(UsbId id, Use use) implements Endpoint {

    /// Which of the device's interfaces is meant.
    public enum Use {
        /// Scales and scanners: reports of some bytes. Never the interface of a keyboard.
        HID,
        /// Printers: a stream of bytes each way, or one way.
        PRINTER
    }

    @Override
    public Link open() throws IOException {
        return UsbBus.open(id, use);
    }

    @Override
    public String name() {
        return "usb " + id;
    }
}
