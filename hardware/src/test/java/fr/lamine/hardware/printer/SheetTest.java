package fr.lamine.hardware.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.printer.Document.Align;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.hardware.printer.Document.Size;
import fr.lamine.hardware.printer.Document.TwoColumns;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static final Document TICKET = Document.of(
            Line.title("La Mine"),
            Line.centered("12 rue de l’Œuvre, Arcueil"),
            new Document.Rule(),
            new TwoColumns("Étagère en chêne massif, trois planches, à monter soi-même", "45,00 €"),
            new TwoColumns("Livres 3 × 1,50 €", "4,50 €"),
            new Document.Rule(),
            new TwoColumns("TOTAL", "49,50 €", true),
            new Line("Merci !", false, Size.NORMAL, Align.RIGHT),
            new Document.Space(1),
            new Document.Barcode("0490100004129"),
            new Document.Code128("LMR-901-1-42"),
            new Document.Code128("a code much too wide"),
            new Document.Qr("LM1;x"),
            new Document.Cut(),
            new Document.Kick());

    @Test
    void aTicketOf58MillimetresIsAsDrawnHere() {
        assertEquals("""
                         L a   M i n e
                   12 rue de l’Œuvre, Arcueil
                --------------------------------
                Étagère en chêne massif,
                trois planches, à monter
                soi-même                 45,00 €
                Livres 3 × 1,50 €         4,50 €
                --------------------------------
                TOTAL                    49,50 €
                                         Merci !

                [EAN-13 0490100004129]
                        04 901 0000412 9
                [Code 128 LMR-901-1-42]
                          LMR-901-1-42
                [QR a code much too wide]
                      a code much too wide
                [QR LM1;x]
                [cut]
                [drawer]
                """, TextRendering.of(Sheet.of(TICKET, PaperWidth.MM58)));
    }

    @Test
    void aTicketOf80MillimetresHasRoomForMore() {
        String text = TextRendering.of(Sheet.of(TICKET, PaperWidth.MM80));
        assertTrue(text.contains("Livres 3 × 1,50 €                         4,50 €\n"), text);
        assertTrue(text.contains("[Code 128 a code much too wide]"), text);
    }

    @Test
    void noLineIsEverWiderThanThePaperAndNoWordIsLost() {
        long seed = 20_261_123L;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String left = words(random);
            String right = words(random);
            Document document = Document.of(
                    new TwoColumns(left, right), new Line(left, true, Size.DOUBLE, Align.CENTER), Line.plain(right));
            for (PaperWidth paper : PaperWidth.values()) {
                Sheet sheet = Sheet.of(document, paper);
                StringBuilder letters = new StringBuilder();
                for (Sheet.Strip strip : sheet.strips()) {
                    Sheet.Text line = (Sheet.Text) strip;
                    int width = line.text().length() * (line.size() == Size.DOUBLE ? 24 : 12);
                    assertTrue(width <= paper.dots(), "seed " + seed + ", round " + i + ": " + line);
                    letters.append(line.text().replace(" ", ""));
                }
                String all = (left + right + left + right).replace(" ", "");
                assertEquals(sorted(all), sorted(letters.toString()), "seed " + seed + ", round " + i);
            }
        }
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append("abcdefghijklmnopqrstuvwxyzéà€0123456789".repeat(2), 0, random.nextInt(i == 3 ? 60 : 12))
                    .append(random.nextInt(5) == 0 ? "  " : " ");
        }
        return text.toString();
    }

    private static String sorted(String text) {
        return text.chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void aBarcodeWithAWrongCheckDigitCannotBeMade() {
        assertThrows(IllegalArgumentException.class, () -> new Document.Barcode("0490100004128"));
        assertThrows(IllegalArgumentException.class, () -> new Document.Barcode("96385074"));
    }
}
