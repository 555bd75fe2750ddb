package fr.lamine.pos.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.hardware.scanner.ScannerProtocol;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.pos.device.DeviceSettings.Use;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "192.168.1.40, TICKETS, tcp:192.168.1.40:9100",
        "imprimante.local, LABELS, tcp:imprimante.local:9100",
        "192.168.1.40:4001, SCALE, tcp:192.168.1.40:4001",
        "192.168.1.40, SCALE, ",
        "com3, SCALE, serial:COM3@9600/8N1",
        "/dev/ttyUSB0, SCANNER, serial:/dev/ttyUSB0@9600/8N1",
        "/dev/serial/by-id/usb-x-port0, SCALE, serial:/dev/serial/by-id/usb-x-port0@9600/8N1",
        "/dev/usb/lp0, TICKETS, file:/dev/usb/lp0",
        "serial:COM4@2400/7E1, SCALE, serial:COM4@2400/7E1",
        "serial:COM4@9600/8N1/rts-cts, TICKETS, serial:COM4@9600/8N1/rts-cts",
        "serial:COM4@19200/xon-xoff, TICKETS, serial:COM4@19200/8N1/xon-xoff",
        "serial:COM4@19200/7E1/morse, TICKETS, ",
        "usb:0922:8003, SCALE, usb:0922:8003",
        "tcp:host:99999, SCALE, ",
        "host:0, SCALE, ",
        "la balance bleue, SCALE, ",
        "../etc/passwd, TICKETS, ",
        "http://x, TICKETS, ",
        "'', SCALE, "
    })
    void whatPeopleTypeIsAPlaceOrNone(String typed, Use use, String place) {
        assertEquals(place, Addresses.typed(typed, use).map(AddressesTest::text).orElse(null));
    }

    @ParameterizedTest
    @CsvSource({
        "usb:0922:8003, HID_POS",
        "/dev/hidraw2, HID_POS",
        "reports:127.0.0.1:4001, HID_POS",
        "/dev/ttyACM0, LINES",
        "192.168.1.40:4001, LINES",
        "/dev/usb/lp0, LINES"
    })
    void aScannerSpeaksInReportsWhereAHidDeviceIs(String typed, ScannerProtocol protocol) {
        Endpoint place = Addresses.typed(typed, Use.SCANNER).orElseThrow();
        assertEquals(protocol, new DeviceSettings.ScannerSettings("UN", "Un", place, false).protocol());
    }

    private static String text(Endpoint endpoint) {
        return Addresses.text(endpoint);
    }
}
