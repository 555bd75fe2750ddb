package fr.lamine.pos.device;

import fr.lamine.hardware.cardterminal.CaisseAp;
import fr.lamine.hardware.transport.DeviceFile;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Serial;
import fr.lamine.hardware.transport.Serial.Flow;
import fr.lamine.hardware.transport.Serial.Framing;
import fr.lamine.hardware.transport.Tcp;
import fr.lamine.hardware.transport.TcpReports;
import fr.lamine.hardware.transport.Usb;
import fr.lamine.hardware.transport.UsbId;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a device is, as it is written down: `tcp:192.168.1.20:9100`, `serial:/dev/ttyUSB0`, `serial:COM3@4800`,
/// `serial:COM3@9600/7E1`, `serial:COM3@9600/8N1/rts-cts`, `usb:0922:8003`, `file:/dev/usb/lp0`,
/// `reports:127.0.0.1:4001` (an emulated USB device).
final class Addresses {

    static final int MOST = 300;

    private static final Pattern TCP = Pattern.compile("(tcp|reports):([A-Za-z0-9._-]{1,200}):([0-9]{1,5})");
    private static final Pattern SERIAL =
            Pattern.compile("serial:([^@]{1,200})(?:@([0-9]{2,7})(?:/(8N1|7E1|7O1))?(?:/(rts-cts|xon-xoff))?)?");
    private static final Pattern FILE = Pattern.compile("file:(/[^\\x00]{1,200})");

    private Addresses() {}

    /// @param use which side of a USB device is meant
    /// @return empty when the text is no address
    static Optional<Endpoint> read(String text, Usb.Use use) {
        try {
            Matcher tcp = TCP.matcher(text);
            if (tcp.matches()) {
                Tcp address = new Tcp(tcp.group(2), Integer.parseInt(tcp.group(3)));
                return Optional.of(tcp.group(1).equals("tcp") ? address : new TcpReports(address));
            }
            Matcher serial = SERIAL.matcher(text);
            if (serial.matches()) {
                return Optional.of(new Serial(
                        serial.group(1),
                        serial.group(2) == null ? 9_600 : Integer.parseInt(serial.group(2)),
                        framing(Optional.ofNullable(serial.group(3)).orElse("8N1")),
                        flow(Optional.ofNullable(serial.group(4)).orElse(""))));
            }
            Matcher file = FILE.matcher(text);
            if (file.matches()) {
                return Optional.of(new DeviceFile(Path.of(file.group(1))));
            }
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
        return text.startsWith("usb:") ? UsbId.of(text.substring(4)).map(id -> new Usb(id, use)) : Optional.empty();
    }

    /// What people type: `192.168.1.40`, `balance.local:4001`, `COM3`, `/dev/ttyUSB0`, or an address as it is written
    /// down. Printers listen on port 9100 when nothing else is said, card terminals on 8888, and these stand on the
    /// network only.
    ///
    /// @return empty when it is no address
    static Optional<Endpoint> typed(String typed, DeviceSettings.Use use) {
        boolean printer = use == DeviceSettings.Use.TICKETS || use == DeviceSettings.Use.LABELS;
        String text = typed.strip();
        if (use == DeviceSettings.Use.CARD) {
            return read("tcp:" + (text.contains(":") ? text : text + ":" + CaisseAp.PORT), Usb.Use.HID);
        }
        if (text.matches("(?i)com[0-9]{1,3}")) {
            return Optional.of(Serial.at9600(text.toUpperCase(Locale.ROOT)));
        }
        if (text.matches("/dev/(tty|serial/|pts/|cu\\.)[^@]{1,200}")) {
            return Optional.of(Serial.at9600(text));
        }
        if (text.matches("/dev/[^@]{1,200}")) {
            return read("file:" + text, Usb.Use.PRINTER);
        }
        if (text.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+") && printer) {
            return read("tcp:" + text + ":9100", Usb.Use.PRINTER);
        }
        if (text.matches("[A-Za-z0-9.-]{1,200}:[0-9]{1,5}")) {
            return read("tcp:" + text, Usb.Use.HID);
        }
        return read(text, printer ? Usb.Use.PRINTER : Usb.Use.HID);
    }

    /// @throws IllegalArgumentException for an endpoint that lives in memory only
    static String text(Endpoint endpoint) {
        return switch (endpoint) {
            case Tcp tcp -> "tcp:" + tcp.host() + ":" + tcp.port();
            case TcpReports reports ->
                "reports:" + reports.tcp().host() + ":" + reports.tcp().port();
            case Serial serial ->
                "serial:" + serial.port() + "@" + serial.baud() + "/" + name(serial.framing()) + ending(serial.flow());
            case Usb usb -> "usb:" + usb.id();
            case DeviceFile file -> "file:" + file.path();
            case Endpoint other -> throw new IllegalArgumentException("cannot be written down: " + other.name());
        };
    }

    static String name(Framing framing) {
        return switch (framing) {
            case EIGHT_NONE_ONE -> "8N1";
            case SEVEN_EVEN_ONE -> "7E1";
            case SEVEN_ODD_ONE -> "7O1";
        };
    }

    private static Framing framing(String name) {
        return switch (name) {
            case "7E1" -> Framing.SEVEN_EVEN_ONE;
            case "7O1" -> Framing.SEVEN_ODD_ONE;
            default -> Framing.EIGHT_NONE_ONE;
        };
    }

    /// Whether a HID device is there, which speaks in reports, and no wire of bytes: USB, the kernel's file of one, or
    /// an
    /// emulated one.
    static boolean bringsReports(Endpoint place) {
        return switch (place) {
            case Usb _, TcpReports _ -> true;
            case DeviceFile file -> file.path().getFileName().toString().startsWith("hidraw");
            case Endpoint _ -> false;
        };
    }

    private static String ending(Flow flow) {
        return switch (flow) {
            case NONE -> "";
            case RTS_CTS -> "/rts-cts";
            case XON_XOFF -> "/xon-xoff";
        };
    }

    private static Flow flow(String name) {
        return switch (name) {
            case "rts-cts" -> Flow.RTS_CTS;
            case "xon-xoff" -> Flow.XON_XOFF;
            default -> Flow.NONE;
        };
    }
}
