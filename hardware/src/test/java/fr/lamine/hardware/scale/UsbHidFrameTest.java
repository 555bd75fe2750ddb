package fr.lamine.hardware.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.hardware.scale.usbhid.UsbHidFrame;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsbHidFrameTest {

    private static final String ANY = "03 04 02 00 01 00";

    private static List<String> read(UsbHidFrame frame, String hex) {
        byte[] report = HexFormat.of().parseHex(hex.replace(" ", ""));
        byte[] buffer = Arrays.copyOf(report, 512);
        buffer[Math.min(511, report.length)] = 99;
        return frame.accept(buffer, report.length, Instant.EPOCH).stream()
                .map(Described::one)
                .toList();
    }

    private static UsbHidFrame begun() {
        UsbHidFrame frame = new UsbHidFrame();
        read(frame, ANY);
        return frame;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            03 04 03 fe d2 04       | Stable 12340 UNSTATED
            04 04 03 fe d2 04       | Stable 12340 UNSTATED
            03 02 03 fe 00 00       | Stable 0 UNSTATED
            03 03 02 00 e8 03       | Unstable 1000 UNSTATED
            03 05 02 00 00 00       | UnderZero
            03 06 02 00 00 00       | Overload
            03 04 0b ff 7b 00       | NotReady UNKNOWN_UNIT
            03 04 0c fe d2 04       | NotReady UNKNOWN_UNIT
            03 04 09 00 01 00       | NotReady UNKNOWN_UNIT
            03 04 02 00 ff ff       | Stable 65535 UNSTATED
            03 04 02 01 ff ff       | Stable 655350 UNSTATED
            03 04 01 00 f4 01       | Stable 1 UNSTATED
            03 04 01 00 f3 01       | Stable 0 UNSTATED
            03 04 02 ff 05 00       | Stable 1 UNSTATED
            03 04 02 ff 04 00       | Stable 0 UNSTATED
            03 04 08 fa d2 04       | Stable 1234 UNSTATED
            03 01 02 00 e8 03       | NotReady REFUSED
            03 07 02 00 e8 03       | NotReady REFUSED
            03 08 02 00 e8 03       | NotReady REFUSED
            03 04 03 fe d2 04 00 00 | Stable 12340 UNSTATED
            """)
    void eachReportIsRead(String report, String expected) {
        assertEquals(List.of(expected), read(begun(), report));
    }

    @ParameterizedTest
    @CsvSource({
        "03 04 03 fe d2",
        "03 04 03 fe d2 04 03 04 03 fe d2 04",
        "05 04 03 fe d2 04",
        "03 00 03 fe d2 04",
        "03 09 03 fe d2 04",
        "03 02 03 fe d2 04",
        "03 04 00 fe d2 04",
        "03 04 0d fe d2 04",
        "03 04 03 f6 d2 04",
        "03 04 03 03 d2 04",
        "03"
    })
    void aDamagedReportGivesNoWeight(String report) {
        UsbHidFrame frame = begun();
        assertEquals(List.of(), read(frame, report));
        assertEquals(1, frame.rejected());
    }

    @Test
    void theFirstReportOfAConnectionMayBeOldAndIsDropped() {
        UsbHidFrame frame = new UsbHidFrame();
        assertEquals(List.of(), read(frame, "03 04 03 fe d2 04"));
        assertEquals(0, frame.rejected());
        assertEquals(List.of("Stable 0 UNSTATED"), read(frame, "03 02 03 fe 00 00"));
    }
}
