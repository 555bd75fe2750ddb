package fr.lamine.hardware.transport;

import java.util.Optional;

/// A device plugged in now, as it describes itself. `maker` and `model` are its own words, without control characters,
/// at most 126 characters.
public record UsbDevice(UsbId id, Kind kind, Access access, Optional<String> maker, Optional<String> model) {

    /// Guessed from its descriptors.
    public enum Kind {
        SCALE,
        /// In HID POS mode.
        SCANNER,
        /// Also a scanner in keyboard mode.
        KEYBOARD,
        OTHER_HID,
        PRINTER,
        /// USB CDC: it has a serial port.
        SERIAL,
        OTHER
    }

    public enum Access {
        GRANTED,
        /// The user of this process may not open it: a udev rule or a group lacks. Names and serial number are unknown.
        REFUSED,
        /// Cannot be opened for another cause: held by another program, no driver for it (Windows), just unplugged.
        IMPOSSIBLE
    }
}
