package fr.lamine.hardware.scale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.emulator.speech.AdamSpeech;
import fr.lamine.hardware.emulator.speech.CasEcrSpeech;
import fr.lamine.hardware.emulator.speech.GramSpeech;
import fr.lamine.hardware.emulator.speech.Mettler8217Speech;
import fr.lamine.hardware.emulator.speech.NciSpeech;
import fr.lamine.hardware.emulator.speech.OhausSpeech;
import fr.lamine.hardware.emulator.speech.Pan;
import fr.lamine.hardware.emulator.speech.Speech;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The makers' frames, byte for byte, of the protocols whose bytes are not plain lines.
class ProtocolVectorsTest {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private static String read(ScaleDecoder decoder, byte[] bytes) {
        return decoder.accept(bytes, bytes.length, Instant.EPOCH).stream()
                .map(Described::one)
                .collect(Collectors.joining(";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "METTLER_8217 | 02 20 31 2e 32 33 34 0d                      | Stable 1234 GROSS",
                "METTLER_8217 | 02 30 31 2e 32 33 34 4e 0d                   | Stable 1234 NET",
                "METTLER_8217 | 02 30 31 32 2e 33 34 0d                      | NotReady UNKNOWN_UNIT",
                "METTLER_8217 | 02 3f 41 0d                                  | Moving",
                "METTLER_8217 | 02 3f 61 0d                                  | Moving",
                "METTLER_8217 | 02 3f 42 0d                                  | Overload",
                "METTLER_8217 | 02 3f 43 0d                                  | Overload",
                "METTLER_8217 | 02 3f 44 0d                                  | UnderZero",
                "METTLER_8217 | 02 3f 50 0d                                  | ''",
                "CAS_ECR      | 01 02 53 20 30 31 2e 32 33 34 6b 67 65 03 04 | Stable 1234 UNSTATED",
                "CAS_ECR      | 81 02 53 20 30 31 2e 32 33 34 6b 67 65 03 04 | Stable 1234 UNSTATED",
                "CAS_ECR      | 01 02 55 2d 30 30 2e 31 32 30 6b 67 69 03 04 | UnderZero",
                "CAS_ECR      | 01 02 53 46 30 30 2e 30 30 30 6b 67 07 03 04 | Overload",
                "CAS_ECR      | 01 02 53 20 30 31 2e 32 33 34 6c 62 67 03 04 | NotReady UNKNOWN_UNIT",
                "CAS_ECR      | 06                                           | ''",
                "NCI          | 0a 30 31 2e 32 33 34 4b 47 0d 0a 53 30 30 0d 03    | Stable 1234 UNSTATED",
                "NCI          | 0a 30 31 2e 32 33 34 4b 47 0d 0a 30 30 0d 03       | Stable 1234 UNSTATED",
                "NCI          | 0a 30 31 2e 32 33 34 4b 47 0d 0a 53 30 70 34 0d 03 | Stable 1234 NET",
                "NCI          | 0a 30 31 2e 32 33 34 4b 47 0d 0a 53 30 70 30 0d 03 | Stable 1234 GROSS",
                "NCI          | 0a 30 31 2e 32 33 34 4b 47 0d 0a 53 31 30 0d 03    | Unstable 1234 UNSTATED",
                "NCI          | 0a 30 31 2e 32 33 34 4c 42 0d 0a 53 30 30 0d 03    | NotReady UNKNOWN_UNIT",
                "NCI          | 0a 30 31 2e 32 33 34 4b 47 0d 0a 53 34 30 0d 03    | NotReady REFUSED",
                "NCI          | 0a 30 31 2e 32 33 34 4b 47 0d 0a 53 30 70 38 0d 03 | NotReady REFUSED",
                "NCI          | 0a 5e 5e 5e 5e 5e 5e 4b 47 0d 0a 53 30 30 0d 03    | Overload",
                "NCI          | 0a 5f 5f 5f 5f 5f 5f 4b 47 0d 0a 53 30 30 0d 03    | UnderZero",
                "NCI          | 0a 53 31 30 0d 03                                  | Moving",
                "NCI          | 0a 53 30 31 0d 03                                  | UnderZero",
                "NCI          | 0a 53 31 32 0d 03                                  | Overload",
                "NCI          | 0a 53 30 30 0d 03                                  | ''",
                "NCI          | 0a 3f 0d 03                                        | ''",
                "GRAM         | 02 69 20 20 20 30 2e 30 30 30 6b 67 0d 03 | Stable 0 GROSS",
                "GRAM         | 02 61 20 20 31 32 2e 33 34 30 6b 67 0d 03 | Stable 12340 GROSS",
                "GRAM         | 02 21 20 20 31 32 2e 33 34 30 6b 67 0d 03 | Unstable 12340 GROSS",
                "GRAM         | 02 62 20 20 31 32 2e 33 34 30 6b 67 0d 03 | Stable 12340 NET",
                "GRAM         | 02 61 2d 20 20 30 2e 35 30 30 6b 67 0d 03 | UnderZero",
                "GRAM         | 02 61 20 20 31 32 2e 33 34 30 6c 62 0d 03 | NotReady UNKNOWN_UNIT",
                "GRAM         | 02 61 20 2d 2d 2d 2d 2d 2d 2d 6b 67 0d 03 | NotReady REFUSED",
            })
    void eachFrameOfTheDatasheetsIsRead(ScaleProtocol protocol, String hex, String expected) {
        ScaleDecoder decoder = protocol.decoder();
        assertEquals(expected, read(decoder, HEX.parseHex(hex)));
        assertEquals(0, decoder.rejected(), "known frames are not noise");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "METTLER_8217 | 02 20 31 32 33 34 0d",
                "METTLER_8217 | 02 31 2e 32 33 34 0d",
                "METTLER_8217 | 20 31 2e 32 33 34 0d",
                "METTLER_8217 | 02 3f 01 0d",
                "METTLER_8217 | 02 20 31 02 20 31 2e 32 33 34 0d",
                "CAS_ECR      | 01 02 53 20 30 31 2e 32 33 34 6b 67 64 03 04",
                "CAS_ECR      | 01 02 53 20 30 31 2e 32 33 35 6b 67 65 03 04",
                "CAS_ECR      | 01 02 53 20 30 31 2e 32 33 6b 67 51 03 04 04",
                "CAS_ECR      | 01 02 53 2b 30 31 2e 32 33 34 6b 67 6e 03 04",
                "NCI          | 0a 30 31 2e 32 34 4b 47 0d 0a 53 30 30 0d 03",
                "NCI          | 0a 30 31 2e 32 33 34 4b 47 0d 0a 0d 03",
                "NCI          | 0a 30 31 2e 32 33 34 4b 47 0d 0a 53 30 30 03",
                "NCI          | 0a 30 31 2e 32 0a 30 31 2e 32 33 34 4b 47 0d 0a 53 30 30 0d 03",
                "GRAM         | 02 65 20 20 31 32 2e 33 34 30 6b 67 0d 03",
                "GRAM         | 02 61 20 31 32 2e 33 34 30 6b 67 0d 03",
                "GRAM         | 02 61 20 20 31 32 2e 33 34 30 6b 67 03",
            })
    void aDamagedFrameGivesNoReading(ScaleProtocol protocol, String hex) {
        ScaleDecoder decoder = protocol.decoder();
        assertEquals("", read(decoder, HEX.parseHex(hex)));
        assertTrue(decoder.rejected() > 0, "and is counted");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "OHAUS|    1.234    kg   G|Stable 1234 GROSS",
                "OHAUS|    1.234    kg?  G|Unstable 1234 GROSS",
                "OHAUS|    1.234 kg ?|Unstable 1234 UNSTATED",
                "OHAUS|    1.234    kg NET|Stable 1234 NET",
                "OHAUS|-   1.234    kg   G|UnderZero",
                "OHAUS|      1.234 kg|Stable 1234 UNSTATED",
                "OHAUS|    1.234    lb   G|NotReady UNKNOWN_UNIT",
                "OHAUS|Err8.3|Overload",
                "OHAUS|Err8.4|UnderZero",
                "OHAUS|Err 4.5|NotReady REFUSED",
                "OHAUS|ES|NotReady REFUSED",
                "ADAM|    1.234 kg|Stable 1234 UNSTATED",
                "ADAM|+  1.234kg|Stable 1234 UNSTATED",
                "ADAM|-  1.234 kg|UnderZero",
                "ADAM|    1.234 lb|NotReady UNKNOWN_UNIT",
                "ADAM|   12 PCS|NotReady UNKNOWN_UNIT",
            })
    void eachLineOfTheDatasheetsIsRead(ScaleProtocol protocol, String line, String expected) {
        assertEquals(List.of(expected), Described.all(protocol.decoder(), line + "\r\n"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "OHAUS|    1.24    kg   G",
                "OHAUS|  1.234     kg   G",
                "OHAUS|    1.234    kg   T",
                "OHAUS|    1.234    kg   G    1.234    kg   G",
                "OHAUS|    1.234",
                "ADAM|    1.234 kg    1.234 kg",
                "ADAM|G    1.234 kg",
                "ADAM|    1.234",
                "ADAM|    1.2.34 kg",
            })
    void aDamagedLineGivesNoReading(ScaleProtocol protocol, String line) {
        ScaleDecoder decoder = protocol.decoder();
        assertEquals(List.of(), Described.all(decoder, line + "\r\n"));
        assertEquals(1, decoder.rejected());
    }

    @Test
    void theEmulatedScalesSayTheSameBytesAsTheDatasheets() {
        Pan box = new Pan(Pan.State.STABLE, 1_234, false);
        said("02 30 31 2e 32 33 34 0d", new Mettler8217Speech(), box);
        said("02 3f 41 0d", new Mettler8217Speech(), new Pan(Pan.State.MOVING, 1_234, false));
        said("01 02 53 20 30 31 2e 32 33 34 6b 67 65 03 04", new CasEcrSpeech(), box);
        said(
                "01 02 55 2d 30 30 2e 31 32 30 6b 67 69 03 04",
                new CasEcrSpeech(),
                new Pan(Pan.State.MOVING, -120, false));
        said("0a 30 31 2e 32 33 34 4b 47 0d 0a 53 30 30 0d 03", new NciSpeech(), box);
        said("0a 53 31 30 0d 03", new NciSpeech(), new Pan(Pan.State.MOVING, 1_234, false));
        said("02 69 20 20 20 30 2e 30 30 30 6b 67 0d 03", new GramSpeech(), new Pan(Pan.State.STABLE, 0, false));
        said(HEX.formatHex("    1.234    kg   G\r\n".getBytes(StandardCharsets.US_ASCII)), new OhausSpeech(), box);
        said(HEX.formatHex("    1.234 kg\r\n".getBytes(StandardCharsets.US_ASCII)), new AdamSpeech(), box);
    }

    private static void said(String hex, Speech speech, Pan pan) {
        assertArrayEquals(HEX.parseHex(hex), speech.frame(pan).orElseThrow(), speech.toString());
    }
}
