package fr.lamine.hardware.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usb4java.LibUsb;

class UsbIdTest {

    private static Optional<UsbId> chosen(String wanted, String present) {
        List<UsbId> ids = Arrays.stream(present.split(" "))
                .filter(s -> !s.isEmpty())
                .map(s -> UsbId.of(s).orElseThrow())
                .toList();
        return UsbId.of(wanted).orElseThrow().among(ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # nothing there, or another model
            0922:8003         | ''                                            | -
            0922:8003         | 0922:8004@1-2                                 | -
            # the only one of its model, in whatever socket
            0922:8003         | 0922:8003@1-2                                 | 0922:8003@1-2
            0922:8003@1-2     | 0922:8003@1-7 04b8:0e15@1-2                   | 0922:8003@1-7
            # twins: the one in the socket known, else none
            0922:8003@1-2     | 0922:8003@1-1 0922:8003@1-2                   | 0922:8003@1-2
            0922:8003@1-2     | 0922:8003@1-1 0922:8003@1-3                   | -
            0922:8003         | 0922:8003@1-1 0922:8003@1-3                   | -
            # a serial number is worth more than a socket
            0922:8003/A@1-2   | 0922:8003/B@1-2 0922:8003/A@1-1               | 0922:8003/A@1-1
            0922:8003/A@1-2   | 0922:8003/B@1-2                               | -
            0922:8003/A@1-2   | 0922:8003@1-2                                 | -
            # two of the same serial number: some makers number nothing
            0922:8003/0@1-2   | 0922:8003/0@1-2 0922:8003/0@1-1               | 0922:8003/0@1-2
            0922:8003/0@1-3   | 0922:8003/0@1-2 0922:8003/0@1-1               | -
            """)
    void theDeviceMeantIsFoundOrNoneIs(String wanted, String present, String expected) {
        assertEquals(expected, chosen(wanted, present).map(UsbId::toString).orElse("-"));
    }

    @Test
    void anyIdSurvivesItsText() {
        long seed = 20_261_124L;
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder serial = new StringBuilder();
            for (int length = 1 + random.nextInt(126); length > 0; length--) {
                serial.append((char) (random.nextBoolean() ? ' ' + random.nextInt(95) : 0xa0 + random.nextInt(0x2000)));
            }
            UsbId id = new UsbId(
                    random.nextInt(0x10000),
                    random.nextInt(0x10000),
                    random.nextBoolean() ? Optional.of(serial.toString()) : Optional.empty(),
                    random.nextBoolean() ? Optional.of("1-2.3") : Optional.empty());
            assertEquals(Optional.of(id), UsbId.of(id.toString()), "seed " + seed + ", number " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0922", "0922:80033", "0922:8003/", "0922:8003/%zz", "0922:8003@", "0922:8003@x", "g922:8003"
            })
    void otherTextIsNoId(String text) {
        assertEquals(Optional.empty(), UsbId.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "05 8d 09 01 a1 01, scale 8d 1",
        "05 8c 09 02 a1 01, scanner 8c 2",
        "05 8c 09 01 a1 01, other 8c 1",
        "06 00 ff 0a 02 01, other ff00 102",
        "15 00 05 01 09 06, other 1 6",
        "05 8d, -",
        "05, -",
        "fe 02 00, -",
        "'', -"
    })
    void theFirstUsageOfAReportDescriptorTellsWhatItIs(String descriptor, String expected) {
        byte[] bytes = HexFormat.of().parseHex(descriptor.replace(" ", ""));
        assertEquals(expected, HidUsage.of(bytes).map(UsbIdTest::described).orElse("-"));
    }

    private static String described(HidUsage usage) {
        String kind = usage.isScanner() ? "scanner" : "other";
        return "%s %x %x".formatted(usage.isScale() ? "scale" : kind, usage.page(), usage.usage());
    }

    @Test
    void noReportDescriptorMakesItThrow() {
        long seed = 20_261_124L;
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            try {
                HidUsage.of(bytes).ifPresent(u -> assertTrue(u.page() >= 0 && u.page() <= 0xffff));
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", number " + i, e);
            }
        }
    }

    @Test
    void eachErrorOfTheLibraryIsAPlainCause() {
        assertEquals(
                "opening: permission refused; a udev rule or a group lacks (docs/devices.md)",
                UsbTrouble.of(LibUsb.ERROR_ACCESS, "opening").getMessage());
        assertEquals(
                "claiming: held by another program",
                UsbTrouble.of(LibUsb.ERROR_BUSY, "claiming").getMessage());
        assertInstanceOf(EOFException.class, UsbTrouble.of(LibUsb.ERROR_NO_DEVICE, "reading"));
    }
}
