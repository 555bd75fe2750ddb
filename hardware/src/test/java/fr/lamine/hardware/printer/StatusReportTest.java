package fr.lamine.hardware.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusReportTest {

    private static int[] ints(String hex) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        int[] ints = new int[bytes.length];
        Arrays.setAll(ints, i -> bytes[i] & 0xff);
        return ints;
    }

    @ParameterizedTest
    @CsvSource({
        "12 12 12 12, READY",
        "16 12 12 12, READY",
        "1A 12 12 12, OFFLINE",
        "1A 16 12 12, COVER_OPEN",
        "1A 32 12 7E, PAPER_OUT",
        "12 12 12 7E, PAPER_OUT",
        "1A 52 1A 12, CUTTER_JAMMED",
        "12 12 1A 12, CUTTER_JAMMED",
        "1A 52 16 12, ERROR",
        "1A 52 12 12, ERROR",
        "1A 52 32 12, BROKEN",
        "1A 52 52 12, TOO_HOT",
        "1A 1A 12 12, BUTTON_HELD",
        "12 12 12 1E, PAPER_NEAR_END",
        "1A 36 12 7E, COVER_OPEN",
        "1A 76 3A 7E, BROKEN",
        "1A 36 1A 7E, COVER_OPEN",
    })
    void theAnswersToDleEotMeanOneWord(String answers, PrinterState state) {
        assertEquals(state, StatusReport.ofRealTime(ints(answers)).state());
    }

    @ParameterizedTest
    @CsvSource({
        "10 00 00 00, READY",
        "14 00 00 00, READY",
        "38 00 00 00, COVER_OPEN",
        "18 00 0F 00, PAPER_OUT",
        "18 00 0C 00, PAPER_OUT",
        "10 00 03 00, PAPER_NEAR_END",
        "18 08 00 00, CUTTER_JAMMED",
        "18 04 00 00, ERROR",
        "18 20 00 00, BROKEN",
        "18 40 00 00, TOO_HOT",
        "58 00 00 00, BUTTON_HELD",
        "18 02 00 00, BUTTON_HELD",
        "18 00 00 00, OFFLINE",
    })
    void theFourBytesOfTheAutomaticStatusMeanTheSameWords(String bytes, PrinterState state) {
        assertEquals(state, StatusReport.ofAutomatic(ints(bytes)).state());
    }

    @Test
    void thePinOfTheDrawerIsBitTwo() {
        assertTrue(StatusReport.ofRealTime(ints("16 12 12 12")).drawerPinHigh());
        assertFalse(StatusReport.ofRealTime(ints("1A 16 12 12")).drawerPinHigh());
        assertTrue(StatusReport.ofAutomatic(ints("14 00 00 00")).drawerPinHigh());
        assertFalse(StatusReport.ofAutomatic(ints("38 00 00 00")).drawerPinHigh());
    }

    @Test
    void eachStateTellsPeopleSomethingOfItsOwn() {
        assertEquals(
                PrinterState.values().length,
                Arrays.stream(PrinterState.values())
                        .map(PrinterState::sentence)
                        .filter(s -> s.endsWith(".") && s.length() < 110)
                        .distinct()
                        .count());
    }
}
