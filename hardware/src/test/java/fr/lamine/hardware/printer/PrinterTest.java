package fr.lamine.hardware.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Hand;
import fr.lamine.hardware.Tools;
import fr.lamine.hardware.drawer.CashDrawer;
import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.printer.PrintResult.Doubtful;
import fr.lamine.hardware.printer.PrintResult.Failed;
import fr.lamine.hardware.printer.PrintResult.Interrupted;
import fr.lamine.hardware.printer.PrintResult.Printed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The real driver over TCP against the strict virtual printer.
@Execution(ExecutionMode.CONCURRENT)
class PrinterTest {

    private static final Document TICKET = Document.of(
            Document.Line.title("La Mine"),
            Document.Line.bold("Œuvre d’été à 4,50 € — çà et là"),
            new Document.TwoColumns("Étagère", "45,00 €"),
            new Document.Barcode("0490100004129"),
            new Document.Code128("LMR-901{7}"),
            new Document.Qr("LM1;0490100004129;450;meubles;12340;1"),
            new Document.Space(1),
            new Document.Cut());

    private PrinterEmulator device;
    private Printer printer;

    @BeforeEach
    void plugIn() throws Exception {
        device = new PrinterEmulator(PaperWidth.MM80);
        device.listen(0, 0);
        printer = new Printer("Tickets", device.endpoint(), PaperWidth.MM80, true);
    }

    @AfterEach
    void pullOut() {
        device.close();
    }

    @Test
    void whatComesOutIsWhatTheSheetSaysLetterByLetter() {
        assertEquals(new Printed(), printer.print(TICKET));
        assertEquals(List.of(), device.faults());
        assertEquals("""
                                 La Mine
                Œuvre d’été à 4,50 € — çà et là
                Étagère                                  45,00 €
                [EAN-13 0490100004129]
                                04 901 0000412 9
                [Code 128 LMR-901{7}]
                                   LMR-901{7}
                [QR LM1;0490100004129;450;meubles;12340;1]""", device.lastText());
        assertEquals(1, device.cuts());
    }

    @Test
    void theCodesOnThePaperAreReadByAnIndependentDecoder() throws Exception {
        assertEquals(new Printed(), printer.print(TICKET));
        List<String> read = new ArrayList<>(Tools.zbarimg(Paper.png(device.lastPicture())));
        Collections.sort(read);
        assertEquals(
                List.of("CODE-128:LMR-901{7}", "EAN-13:0490100004129", "QR-Code:LM1;0490100004129;450;meubles;12340;1"),
                read);
    }

    @Test
    void thePictureForTheScreenCarriesTheSameCodes() throws Exception {
        for (PaperWidth paper : PaperWidth.values()) {
            List<String> read = new ArrayList<>(Tools.zbarimg(PictureRendering.png(Sheet.of(TICKET, paper))));
            Collections.sort(read);
            assertEquals(
                    List.of(
                            "CODE-128:LMR-901{7}",
                            "EAN-13:0490100004129", "QR-Code:LM1;0490100004129;450;meubles;12340;1"),
                    read);
        }
    }

    @Test
    void eachStateIsTold() throws Exception {
        assertEquals(PrinterState.READY, printer.state());
        device.paperLow();
        assertEquals(PrinterState.PAPER_NEAR_END, printer.state());
        assertEquals(new Printed(), printer.print(TICKET));
        device.paperOut();
        assertEquals(PrinterState.PAPER_OUT, printer.state());
        device.coverOpen(true);
        assertEquals(PrinterState.COVER_OPEN, printer.state());
        device.coverOpen(false);
        device.paperOk();
        assertEquals(PrinterState.READY, printer.state());
        device.mute(true);
        assertEquals(PrinterState.SILENT, printer.state());
        device.unplug();
        assertEquals(PrinterState.UNREACHABLE, printer.state());
        device.plug();
        device.mute(false);
        assertEquals(PrinterState.READY, printer.state());
    }

    @Test
    void withoutPaperOrPlugNothingIsSent() {
        device.paperOut();
        assertEquals(new Failed(PrinterState.PAPER_OUT), printer.print(TICKET));
        device.paperOk();
        device.coverOpen(true);
        assertEquals(new Failed(PrinterState.COVER_OPEN), printer.print(TICKET));
        device.coverOpen(false);
        device.unplug();
        assertEquals(new Failed(PrinterState.UNREACHABLE), printer.print(TICKET));
        device.plug();
        assertEquals("", device.lastText());
    }

    @Test
    void paperThatEndsInTheMiddleOfAJobTakesTheRestOfItAway() {
        for (int lines = 1; lines <= 12; lines++) {
            device.paperFor(lines);
            PrintResult result = printer.print(TICKET);
            assertEquals(new Interrupted(PrinterState.PAPER_OUT), result, "paper for " + lines + " lines");
            String half = device.lastText();
            device.paperOk();
            assertEquals(half, device.lastText(), "nothing of it comes out later");
        }
        assertEquals(0, device.cuts());
        assertEquals(List.of(), device.faults());
        assertEquals(new Printed(), printer.print(TICKET));
    }

    @Test
    void aPrinterThatKeepsTheRestOfAJobLeavesADoubt() {
        device.clears(false);
        for (int lines = 1; lines <= 12; lines++) {
            device.paperFor(lines);
            assertEquals(new Doubtful(PrinterState.PAPER_OUT), printer.print(TICKET), "paper for " + lines + " lines");
            device.paperOk();
            assertEquals(lines, device.cuts(), "it has printed the rest by itself");
        }
        assertEquals(List.of(), device.faults());
    }

    @Test
    void aPrinterThatNeverAnswersLeavesADoubtThoughItPrints() throws Exception {
        device.mute(true);
        assertEquals(new Doubtful(PrinterState.SILENT), printer.print(TICKET));
        assertTrue(device.lastText().contains("Étagère"), device.lastText());
    }

    @Test
    void jobsFromSeveralThreadsComeOutOneAfterTheOther() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PrintResult>> results = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                results.add(threads.submit(() -> printer.print(TICKET)));
            }
            for (Future<PrintResult> result : results) {
                assertInstanceOf(Printed.class, result.get());
            }
        }
        assertEquals(6, device.cuts());
        assertEquals(List.of(), device.faults());
    }

    @Test
    void theDrawerOpensByThePrinterAndNothingIsPrinted() {
        CashDrawer drawer = new CashDrawer(printer);
        assertEquals(new Printed(), drawer.open());
        assertEquals(1, device.kicks());
        assertEquals("", device.lastText());
        device.unplug();
        assertEquals(new Failed(PrinterState.UNREACHABLE), drawer.open());
        assertEquals(1, device.kicks());
    }

    @Test
    void aTextFullOfCommandsIsPrintedAsHarmlessLetters() {
        Document attack =
                Document.of(Document.Line.plain("a\u001bp\u0000\u0019\u00fa\u001d\u0056\u0000b"), new Document.Cut());
        assertEquals(new Printed(), printer.print(attack));
        assertEquals(0, device.kicks());
        assertEquals("apúVb", device.lastText());
    }

    @Test
    void aScriptTakesThePaperAwayAndReadsTheTicketThroughTheControlSocket() throws Exception {
        try (Hand hand = new Hand(device.controlPort())) {
            assertEquals("OK 0", hand.says("LAST"));
            assertEquals("OK", hand.says("PAPER OUT"));
            assertEquals(PrinterState.PAPER_OUT, printer.state());
            assertEquals("OK", hand.says("PAPER OK"));
            assertEquals("OK", hand.says("COVER OPEN"));
            assertEquals(PrinterState.COVER_OPEN, printer.state());
            assertEquals("OK", hand.says("COVER CLOSED"));
            printer.print(Document.of(Document.Line.plain("Café à 1 €"), new Document.Kick(), new Document.Cut()));
            assertEquals("OK 1", hand.says("LAST"));
            assertEquals("Café à 1 €", hand.nextLine());
            assertTrue(hand.says("PICTURE").startsWith("OK iVBORw0KGgo"));
            assertEquals("OK 1", hand.says("KICKS"));
            assertEquals("OK []", hand.says("FAULTS"));
            assertEquals("ERR not a command: DANCE", hand.says("DANCE"));
        }
    }
}
