package fr.lamine.hardware.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ÀÂÇÉÈÊËÎÏÔŒÙÛÜŸ àâçéèêëîïôœùûüÿ | ÀÂÇÉÈÊËÎÏÔŒÙÛÜŸ àâçéèêëîïôœùûüÿ",
                "4,50 € l’été « ça » “oui” – non — … • ™ | 4,50 € l’été « ça » “oui” – non — … • ™",
                "→ ≥ ≤ − ½ ② ﬁ | -> >= <= - ½ 2 fi",
                "Łódź Đorđe Győr İzmir Ştefan | Lódz Dorde Gyor Izmir Stefan",
                "日本 🪑 | ?? ?",
            })
    void whatWindows1252LacksIsWrittenOtherwise(String text, String printed) {
        assertEquals(printed, CodePage.WPC1252.written(text));
    }

    @Test
    void noControlCharacterPasses() {
        assertEquals("ap0dEx", CodePage.WPC1252.written("a\u001bp0\u0000\u0010\u0004d\nE\r\u009bx\u007f\u200b\u0085"));
    }

    @Test
    void eachKindOfSpaceIsOne() {
        assertEquals("1 234,50 €", CodePage.WPC1252.written("1\u202f234,50\u00a0€"));
    }

    @Test
    void aLetterWithItsAccentApartIsPutTogether() {
        assertEquals("été", CodePage.WPC1252.written("e\u0301te\u0301"));
    }
}
