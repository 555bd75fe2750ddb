package fr.lamine.hardware.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.hardware.printer.PrintResult.Printed;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodePageTest {

    private static final String FRENCH = "aàâäæbcçdeéèêëfghiîïjklmnoôöœpqrstuùûüvwxyÿz"
            + "AÀÂÄÆBCÇDEÉÈÊËFGHIÎÏJKLMNOÔÖŒPQRSTUÙÛÜVWXYŸZ 0123456789"
            + ",.;:!?'’\"«»“”()[]{}@#$€%&*+-–—/\\<>=…°§²³½×•·©®";

    private static final Document RECEIPT = Document.of(
            Line.title("La Mine"),
            Line.bold("Œuvre d’été à 4,50 € — çà et là"),
            new Document.TwoColumns("Étagère, cœur de chêne", "45,00 €"),
            Line.plain("« Noël » … ÂÊÎÔÛ ÀÈÙ ËÏÜ Ç œ ŒUF @{}[]#"),
            new Document.Cut());

    /// glibc's names of the pages.
    private static String iconvName(CodePage page) {
        return switch (page) {
            case WPC1252 -> "WINDOWS-1252";
            case ISO8859_15 -> "ISO-8859-15";
            case CP858 -> "IBM858";
            case CP850 -> "IBM850";
            case CP437 -> "IBM437";
        };
    }

    @ParameterizedTest
    @EnumSource
    void noFrenchLetterIsAQuestionMarkOnAnyPage(CodePage page) {
        String printable = FRENCH.replace("?", "");
        assertFalse(page.written(printable).contains("?"), page.written(printable));
        for (byte b : page.written(FRENCH).getBytes(page.charset())) {
            assertTrue((b & 0xff) >= 0x20 && b != 0x7f, page + " sends a control character");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WPC1252    | Œuvre d’été à 4,50 € — ÀÉ ½ …",
                "ISO8859_15 | Œuvre d'été à 4,50 € - ÀÉ 1/2 ...",
                "CP858      | OEuvre d'été à 4,50 € - ÀÉ ½ ...",
                "CP850      | OEuvre d'été à 4,50 EUR - ÀÉ ½ ...",
                "CP437      | OEuvre d'été à 4,50 EUR - AÉ ½ ...",
            })
    void whatAPageLacksIsWrittenOtherwise(CodePage page, String written) {
        assertEquals(written, page.written("Œuvre d’été à 4,50 € — ÀÉ ½ …"));
    }

    @Test
    void oneOtherLetterForAnotherIsALossAndTwoForALigatureAreNone() {
        assertFalse(CodePage.CP437.spoils("Œuvre d’été à 4,50 € —"));
        assertTrue(CodePage.CP437.spoils("À"));
        assertFalse(CodePage.WPC1252.spoils("À"));
        for (CodePage page : CodePage.values()) {
            assertTrue(page.spoils("سلام") && page.spoils("Győr") && page.spoils("Ελλάδα"), page.name());
        }
    }

    @Test
    void theNumbersAreThoseThatPrintersKnow() {
        assertEquals(
                List.of(16, 40, 19, 2, 0),
                List.of(CodePage.values()).stream().map(CodePage::number).toList());
    }

    @ParameterizedTest
    @EnumSource
    void theBytesOfAReceiptMeanItsTextToATableThatIsNotOurs(CodePage page) throws Exception {
        Tools.need("iconv", "libc-bin");
        try (PrinterEmulator device = new PrinterEmulator(PaperWidth.MM80)) {
            device.listen(0, 0);
            PrinterSetup setup = new PrinterSetup("Tickets", device.endpoint(), PaperWidth.MM80, page, false, true);
            assertEquals(new Printed(), new Printer(setup).print(RECEIPT));
            assertEquals(List.of(), device.faults());
            String euro = page == CodePage.CP850 || page == CodePage.CP437 ? "EUR" : "€";
            String ligature = Set.of(CodePage.WPC1252, CodePage.ISO8859_15).contains(page) ? "Œœ" : "OEoe";
            String big = ligature.substring(0, ligature.length() / 2);
            String small = ligature.substring(ligature.length() / 2);
            boolean quotes = page == CodePage.WPC1252;
            String capitals = page == CodePage.CP437 ? "AEIOU AEU EIÜ Ç" : "ÂÊÎÔÛ ÀÈÙ ËÏÜ Ç";
            String amount = "45,00 " + euro;
            String shelf = "Étagère, c" + small + "ur de chêne";
            String expected = "La Mine\n"
                    + big + "uvre d" + (quotes ? "’" : "'") + "été à 4,50 " + euro + (quotes ? " — " : " - ")
                    + "çà et là\n"
                    + shelf + " ".repeat(48 - shelf.length() - amount.length()) + amount + "\n"
                    + "« Noël » " + (quotes ? "…" : "...") + " " + capitals + " " + small + " " + big
                    + "UF @{}[]#";
            assertEquals(
                    expected, Tools.iconv(iconvName(page), device.lastBytes()).strip());
        }
    }

    @Test
    void namesInOtherScriptsAreDrawnWhenThePrinterIsSetSo() throws Exception {
        try (PrinterEmulator device = new PrinterEmulator(PaperWidth.MM80)) {
            device.listen(0, 0);
            PrinterSetup setup =
                    new PrinterSetup("Tickets", device.endpoint(), PaperWidth.MM80, CodePage.CP437, true, true);
            Document names = Document.of(
                    Line.plain("Un œuf d’été"),
                    Line.plain("À bientôt, Ελλάδα et سلام"),
                    new Document.Kick(),
                    new Document.Cut());
            assertEquals(new Printed(), new Printer(setup).print(names));
            assertEquals(List.of(), device.faults());
            assertEquals("Un oeuf d'été\n[image 576 × 30]", device.lastText());
        }
    }
}
