package fr.lamine.hardware.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.hardware.scale.mtsics.MtSicsFrame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MtSicsFrameTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "S S      1.234 kg    | Stable 1234 UNSTATED",
                "S D      1.234 kg    | Unstable 1234 UNSTATED",
                "S A      1.234 kg    | Stable 1234 UNSTATED",
                "S S     -0.000 kg    | Stable 0 UNSTATED",
                "S S     -0.500 kg    | UnderZero",
                "S S     1234.5 g     | Stable 1235 UNSTATED",
                "S +                  | Overload",
                "S -                  | UnderZero",
                "S I                  | NotReady REFUSED",
                "ES                   | NotReady REFUSED",
                "EL                   | NotReady REFUSED",
                "S S      1.234 lb    | NotReady UNKNOWN_UNIT",
                "S S         12 PCS   | NotReady UNKNOWN_UNIT",
            })
    void eachAnswerIsRead(String line, String expected) {
        assertEquals(List.of(expected), Described.all(new MtSicsFrame(), line + "\r\n"));
    }

    @ParameterizedTest
    @CsvSource({"Z A", "Z I", "T S      0.486 kg", "TA A 2.486 g", "I4 A \"1234567\"", "@"})
    void anAnswerAboutSomethingElseSaysNothingOfTheLoad(String line) {
        assertEquals(List.of(), Described.all(new MtSicsFrame(), line + "\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "S      1.234 kg",
        "S S 1.234",
        "S S kg",
        "S S 1.2.34 kg",
        "S S 1,234 kg",
        "S S S      1.234 kg",
        "1.234 kg"
    })
    void aDamagedAnswerGivesNoWeight(String line) {
        MtSicsFrame frame = new MtSicsFrame();
        assertEquals(List.of(), Described.all(frame, line.replace("1,234", "1,234") + "\r\n"));
        assertEquals(1, frame.rejected());
    }

    @Test
    void halfAnAnswerIsForgottenWithItsLine() {
        MtSicsFrame frame = new MtSicsFrame();
        assertEquals(List.of(), Described.all(frame, "S S      1.2"));
        assertEquals(
                List.of("Stable 5000 UNSTATED"), Described.all(frame, "S S      1.234 kg\r\nS S      5.000 kg\r\n"));
    }
}
