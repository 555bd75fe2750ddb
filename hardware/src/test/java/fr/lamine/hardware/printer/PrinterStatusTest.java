package fr.lamine.hardware.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterStatusTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12, 12, 12, READY",
        "16, 12, 12, 12, READY",
        "1A, 12, 12, 12, OFFLINE",
        "1A, 16, 12, 12, COVER_OPEN",
        "1A, 32, 12, 7E, PAPER_OUT",
        "12, 12, 12, 7E, PAPER_OUT",
        "1A, 52, 1A, 12, ERROR",
        "12, 12, 1A, 12, ERROR",
        "12, 12, 12, 1E, PAPER_NEAR_END",
        "1A, 36, 12, 7E, COVER_OPEN",
    })
    void theAnswersToDleEotMeanOneWord(String n1, String n2, String n3, String n4, PrinterState state) {
        int[] answers = {
            Integer.parseInt(n1, 16), Integer.parseInt(n2, 16), Integer.parseInt(n3, 16), Integer.parseInt(n4, 16)
        };
        assertEquals(state, PrinterStatus.of(answers));
    }

    @ParameterizedTest
    @CsvSource({"00, READY", "03, PAPER_NEAR_END", "0C, PAPER_OUT", "0F, PAPER_OUT"})
    void theAnswerToGsRMeansPaper(String answer, PrinterState state) {
        assertEquals(state, PrinterStatus.ofPaperSensor(Integer.parseInt(answer, 16)));
    }
}
