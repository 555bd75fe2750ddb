package fr.lamine.hardware.scanner;

import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import fr.lamine.hardware.transport.Usb;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/// How a scanner says its codes. The names of the constants stand in configuration files, see [#named].
public enum ScannerProtocol {
    /// A code a line, ended by CR, LF or both: serial, USB in serial (CDC) mode, TCP.
    LINES,
    /// USB reports (usage page 8C, HID Point of Sale usage tables, https://www.usb.org/hid). Last tested on real
    /// hardware: never.
    HID_POS;

    private static final int HONEYWELL = 0x0c2e;
    private static final byte[] HONEYWELL_SPEAKS_HID_POS = {(byte) 0xfe, 1};

    CodeReader reader() {
        return switch (this) {
            case LINES -> new CodeLines();
            case HID_POS -> new HidPosReports();
        };
    }

    /// Honeywell's are silent until they are told to speak; a model that refuses needs it not.
    void wake(Endpoint endpoint, Link link) throws IOException {
        if (this == HID_POS && endpoint.itself() instanceof Usb usb && usb.id().vendor() == HONEYWELL) {
            link.feature(HONEYWELL_SPEAKS_HID_POS.clone(), Duration.ofSeconds(1));
        }
    }

    /// `hid-pos`, as in a configuration file.
    public String configurationName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException when there is no such protocol
    public static ScannerProtocol named(String configurationName) {
        return valueOf(configurationName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
