package fr.lamine.hardware.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class EscPosRenderingTest {

    private static String hex(Document.Block... blocks) {
        return HexFormat.of().formatHex(EscPosRendering.of(Sheet.of(Document.of(blocks), PaperWidth.MM80)));
    }

    @Test
    void everyJobBeginsByResettingThePrinterAndChoosingItsCharacters() {
        assertTrue(hex(Document.Line.plain("x")).startsWith("1b401b7410" + "1b5200"));
    }

    @Test
    void accentsEuroAndLigatureAreTheBytesOfWindows1252() {
        assertTrue(hex(Document.Line.plain("À œ Œ € ’")).endsWith("c0209c208c20802092" + "0a"));
    }

    @Test
    void theDrawerPulseIsTheOneOfTheManual() {
        assertEquals("1b401b7410" + "1b5200" + "1b700019fa", hex(new Document.Kick()));
    }

    @Test
    void anEan13IsSentInFormBAtThreeDotsAModule() {
        String bytes = hex(new Document.Barcode("0490100004129"));
        assertTrue(bytes.contains("1d7703"), bytes);
        assertTrue(bytes.contains("1d6b430d" + "30343930313030303034313239"), bytes);
    }

    @Test
    void code128ChoosesItsCodeSetAndDoublesBraces() {
        assertTrue(hex(new Document.Code128("A{1")).contains("1d6b4906" + "7b42" + "41" + "7b7b" + "31"));
    }
}
