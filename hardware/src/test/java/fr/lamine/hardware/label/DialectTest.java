package fr.lamine.hardware.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.label.Dialect.Report;
import fr.lamine.hardware.printer.Bitmap;
import fr.lamine.hardware.printer.PrinterState;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {

    private static final LabelSize SIZE = new LabelSize(20, 10, 3, Resolution.DPI203);

    /// Three rows: black, a dot at each end, white.
    private static final Bitmap DOTS =
            new Bitmap(12, 3, new byte[] {(byte) 0xff, (byte) 0xf0, (byte) 0x80, 0x10, 0, 0});

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "030,0,0,0240,000,0,0,0,000,0,0,0 | 000,0,0,0,0,2,4,0,00000000,1,000 | READY        | false",
                "030,0,0,0240,001,0,0,0,000,0,0,0 | 000,0,0,0,0,2,4,0,00000000,1,000 | READY        | true",
                "030,0,0,0240,000,0,0,0,000,0,0,0 | 000,0,0,0,0,2,4,0,00000003,1,000 | READY        | true",
                "030,1,0,0240,000,0,0,0,000,0,0,0 | 000,0,0,0,0,2,4,0,00000000,1,000 | PAPER_OUT    | false",
                "030,0,1,0240,000,0,0,0,000,0,0,0 | 000,0,0,0,0,2,4,0,00000000,1,000 | OFFLINE      | false",
                "030,1,0,0240,000,0,0,0,000,0,0,0 | 000,0,1,0,0,2,4,0,00000000,1,000 | COVER_OPEN   | false",
                "030,0,0,0240,000,0,0,0,000,0,0,0 | 000,0,0,1,0,2,4,0,00000000,1,000 | PAPER_OUT    | false",
                "030,0,0,0240,000,0,0,0,000,0,0,1 | 000,0,0,0,0,2,4,0,00000000,1,000 | TOO_HOT      | false",
            })
    void theHostStatusOfZplMeansOneWord(String first, String second, PrinterState state, boolean busy) {
        String answer = "\u0002" + first + "\u0003\r\n\u0002" + second + "\u0003\r\n\u00021234,0\u0003\r\n";
        assertEquals(Optional.of(new Report(state, busy)), Zpl.report(answer));
        assertEquals(Optional.empty(), Zpl.report(answer.substring(0, answer.length() - 4)));
    }

    @ParameterizedTest
    @CsvSource({
        "00, READY, false",
        "20, READY, true",
        "01, COVER_OPEN, false",
        "04, PAPER_OUT, false",
        "05, COVER_OPEN, false",
        "08, PAPER_OUT, false",
        "02, ERROR, false",
        "80, ERROR, false",
        "10, OFFLINE, false",
    })
    void theStatusByteOfTsplMeansOneWord(String bits, PrinterState state, boolean busy) {
        assertEquals(Optional.of(new Report(state, busy)), Tspl.report(Integer.parseInt(bits, 16)));
    }

    @Test
    void whateverIsAnsweredItIsAWordOrNone() {
        long seed = 20_261_124L;
        Random random = new Random(seed);
        String signs = "\u0002\u0003\r\n,0123456789A";
        int words = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder("\u0002030,0,0,0240,000,0,0,0,000,0,0,0\u0003\r\n"
                    + "\u0002000,0,0,0,0,2,4,0,00000000,1,000\u0003\r\n\u00021234,0\u0003\r\n");
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                text.setCharAt(random.nextInt(text.length()), signs.charAt(random.nextInt(signs.length())));
            }
            try {
                words += Zpl.report(text.toString()).isPresent() ? 1 : 0;
                Tspl.report(random.nextInt(256));
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + i + ": " + text, e);
            }
        }
        assertTrue(words > 10_000 && words < 100_000, words + " understood");
    }

    @Test
    void aPictureIsBlackOnesInZpl() {
        assertEquals(
                "^XA^PW160^LL80^LH0,0^FO0,0^GFA,6,6,2,FFF080100000^FS^PQ2^XZ\r\n",
                new String(new Zpl().job(DOTS, SIZE, 2), StandardCharsets.US_ASCII));
    }

    @Test
    void aPictureIsBlackZeroesInTspl() {
        byte[] job = new Tspl().job(DOTS, SIZE, 2);
        assertEquals(
                "\r\nSIZE 20 mm,10 mm\r\nGAP 3 mm,0 mm\r\nDIRECTION 1\r\nREFERENCE 0,0\r\nCLS\r\n"
                        + "BITMAP 0,0,2,3,0,\u0000\u000f\u007f\u00ef\u00ff\u00ff\r\nPRINT 1,2\r\n",
                new String(job, StandardCharsets.ISO_8859_1),
                HexFormat.of().formatHex(job));
    }
}
