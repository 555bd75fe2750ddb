package fr.lamine.hardware.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.hardware.scale.stgs.StgsFrame;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StgsFrameTest {

    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "ST,+0001.234 kg      | Stable 1234 UNSTATED",
                "US,+0001.234 kg      | Unstable 1234 UNSTATED",
                "ST,+00000.00  g      | Stable 0 UNSTATED",
                "ST,-0000.000 kg      | Stable 0 UNSTATED",
                "OL,+9999.999 kg      | Overload",
                "OL,-9999999E+19      | UnderZero",
                "OL                   | Overload",
                "ST,GS,+0012.34kg     | Stable 12340 GROSS",
                "ST,NT,+0012.34kg     | Stable 12340 NET",
                "ST,GS,   1.234,kg    | Stable 1234 GROSS",
                "US,NT,   1.234,kg    | Unstable 1234 NET",
                "ST,GS,  -1.234,kg    | UnderZero",
                "ST,NT,-  0.500,kg    | UnderZero",
                "UL,GS,  -1.234,kg    | UnderZero",
                "TL,GS,   1.234,kg    | NotReady NOT_LEVEL",
                "ST,GS,   0.012,t     | Stable 12000 GROSS",
                "ST,GS,  1234.5,g     | Stable 1235 GROSS",
                "ST,GS,  1234.4,g     | Stable 1234 GROSS",
                "ST,GS,    -0.4,g     | UnderZero",
                "ST,GS,  1500.0,mg    | Stable 2 GROSS",
                "ST,GS,   1.234,lb    | NotReady UNKNOWN_UNIT",
                "ST,GS,   1.234,oz    | NotReady UNKNOWN_UNIT",
                "QT,+00000012 PC      | NotReady UNKNOWN_UNIT",
            })
    void eachDialectOfTheMakersIsRead(String line, String expected) {
        assertEquals(List.of(expected), Described.all(new StgsFrame(), line + "\r\n"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "0012.34kg",
                "ST,GS,+0012.34k9",
                "ST,GS,+0012.34",
                "ST,GS,+001ST,GS,+0012.34kg",
                "ST,GS,+012.34kg",
                "ST,+001.234 kg",
                "ST,GS,+-012.34kg",
                "ST,GS,+0012,34kg",
                "ST,GS,+00.12.34kg",
                "ST,GS,        ,kg",
                "ST,XX,+0012.34kg",
                "XT,GS,+0012.34kg",
                "kg",
            })
    void aDamagedLineGivesNoWeight(String line) {
        StgsFrame frame = new StgsFrame();
        assertEquals(List.of(), Described.all(frame, line + "\r\n"));
        assertEquals(1, frame.rejected());
    }

    @Test
    void theCasFrameOf22BytesIsReadWithItsLampByteAbove80() {
        byte[] bytes = HexFormat.ofDelimiter(" ")
                .parseHex("53 54 2c 47 53 2c 31 c4 2c 20 20 20 31 2e 32 33 34 20 6b 67 0d 0a");
        ScaleReading reading = new StgsFrame().accept(bytes, bytes.length, NOON).getFirst();
        assertEquals("Stable 1234 GROSS", Described.one(reading));
        assertEquals("ST,GS,1\\xc4,   1.234 kg", ((ScaleReading.Stable) reading).rawFrame());
    }

    @Test
    void aFrameMayArriveByteByByteOrGluedToTheNext() {
        byte[] bytes = "ST,GS,+0012.34kg\r\nUS,GS,+0012.36kg\r\n".getBytes(StandardCharsets.US_ASCII);
        StgsFrame slow = new StgsFrame();
        StringBuilder seen = new StringBuilder();
        for (byte b : bytes) {
            slow.accept(new byte[] {b}, 1, NOON)
                    .forEach(r -> seen.append(Described.one(r)).append(';'));
        }
        assertEquals("Stable 12340 GROSS;Unstable 12360 GROSS;", seen.toString());
        assertEquals(
                List.of("Stable 12340 GROSS", "Unstable 12360 GROSS"),
                Described.all(new StgsFrame(), new String(bytes, StandardCharsets.US_ASCII)));
    }

    @Test
    void afterAnEndlessLineTheNextFrameIsReadAgain() {
        StgsFrame frame = new StgsFrame();
        assertEquals(List.of(), Described.all(frame, "9".repeat(100_000)));
        assertEquals(List.of("Stable 12340 GROSS"), Described.all(frame, "\r\nST,GS,+0012.34kg\r\n"));
        assertEquals(1, frame.rejected());
    }
}
