package fr.lamine.hardware.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.printer.PrintResult.Printed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestPageTest {

    @ParameterizedTest
    @EnumSource
    void eachPageOfCharactersIsShownUnderItsNumberAndTheCodesCanBeRead(PaperWidth paper) throws Exception {
        try (PrinterEmulator device = new PrinterEmulator(paper)) {
            device.listen(0, 0);
            Printer printer = new Printer("Tickets", device.endpoint(), paper, true);
            assertEquals(new Printed(), printer.print(TestPage.of("Tickets", paper)));
            assertEquals(List.of(), device.faults());
            assertEquals(0, device.kicks());
            assertEquals(1, device.cuts());
            String text = device.lastText();
            assertTrue(text.contains("16 éèêëàâîïôûùüç ÉÈÀÇ œ Œ € ’"), text);
            assertTrue(text.contains("\n40 éèêëàâîïôûùüç ÉÈÀÇ œ Œ € '"), text);
            assertTrue(text.contains("\n19 éèêëàâîïôûùüç ÉÈÀÇ oe OE €"), text);
            assertTrue(text.contains("\n 2 éèêëàâîïôûùüç ÉÈÀÇ oe OE"), text);
            assertTrue(text.contains("\n 0 éèêëàâîïôûùüç ÉEAÇ oe OE"), text);
            assertEquals(
                    paper.columns(),
                    text.lines()
                            .filter(l -> l.startsWith("----+----1"))
                            .findFirst()
                            .orElseThrow()
                            .length());
            assertEquals(
                    List.of("EAN-13:" + TestPage.EAN13, "QR-Code:" + TestPage.QR),
                    Tools.zbarimg(Paper.png(device.lastPicture())).stream()
                            .sorted()
                            .toList());
        }
    }

    @Test
    void whatExplainsThePageNeedsNoAccent() {
        TestPage.of("Tickets", PaperWidth.MM80).blocks().stream()
                .filter(Document.Line.class::isInstance)
                .map(b -> ((Document.Line) b).text())
                .forEach(t -> assertTrue(t.matches("[ -~]+"), t));
    }
}
