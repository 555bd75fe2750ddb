package fr.lamine.hardware.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.printer.Answers.Answer;
import fr.lamine.hardware.printer.Answers.Automatic;
import fr.lamine.hardware.printer.Answers.Cleared;
import fr.lamine.hardware.printer.Answers.Noise;
import fr.lamine.hardware.printer.Answers.Nothing;
import fr.lamine.hardware.printer.Answers.PaperSensor;
import fr.lamine.hardware.printer.Answers.RealTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    private static List<Answer> taken(byte[] bytes) {
        Answers answers = new Answers();
        List<Answer> all = new ArrayList<>();
        for (byte b : bytes) {
            Answer answer = answers.take(b);
            if (!(answer instanceof Nothing)) {
                all.add(answer);
            }
        }
        return all;
    }

    private static List<Answer> taken(String hex) {
        return taken(HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    @ParameterizedTest
    @CsvSource({"00, READY", "03, PAPER_NEAR_END", "0C, PAPER_OUT", "0F, PAPER_OUT"})
    void theAnswerToGsRMeansPaper(String answer, PrinterState state) {
        assertEquals(List.of(new PaperSensor(state)), taken(answer));
    }

    @Test
    void anAutomaticStatusAmidAnswersIsNoAnswerToAJob() {
        assertEquals(
                List.of(
                        new RealTime(0x12),
                        new Automatic(new StatusReport(PrinterState.PAPER_OUT, false)),
                        new RealTime(0x1a)),
                taken("12 18 00 0F 00 1A"));
    }

    @Test
    void theAnnouncementOfAClearedBufferIsOneAnswer() {
        assertEquals(List.of(new Cleared(), new PaperSensor(PrinterState.READY)), taken("37 25 00 00"));
    }

    @Test
    void flowControlIsNoAnswer() {
        assertEquals(List.of(new RealTime(0x12)), taken("13 11 12"));
    }

    @Test
    void whatFitsNothingIsNoise() {
        assertEquals(List.of(new Noise(), new Noise(), new Noise()), taken("A5 FF 41"));
        assertEquals(List.of(new Noise(), new RealTime(0x12)), taken("18 00 FF 12"));
    }

    @Test
    void whateverComesTheNextStatusIsUnderstoodAgain() {
        long seed = 20_261_124L;
        Random random = new Random(seed);
        byte[] likely = {0x12, 0x16, 0x1a, 0x10, 0x18, 0x38, 0x37, 0x25, 0, 0x03, 0x0c, 0x0f, 0x11, 0x13};
        Answers answers = new Answers();
        int noise = 0;
        int automatic = 0;
        for (int i = 0; i < 100_000; i++) {
            byte b = random.nextBoolean() ? likely[random.nextInt(likely.length)] : (byte) random.nextInt(256);
            try {
                Answer answer = answers.take(b);
                noise += answer instanceof Noise ? 1 : 0;
                automatic += answer instanceof Automatic ? 1 : 0;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", byte " + i, e);
            }
        }
        assertTrue(noise > 1_000 && automatic > 100, noise + " noise, " + automatic + " automatic");
        for (int i = 0; i < 80; i++) {
            answers.take((byte) 0xff);
        }
        assertEquals(new RealTime(0x12), answers.take((byte) 0x12), "seed " + seed);
    }
}
