package fr.lamine.hardware.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.printer.PrintResult.Doubtful;
import fr.lamine.hardware.printer.PrintResult.Failed;
import fr.lamine.hardware.transport.DeviceFile;
import fr.lamine.hardware.transport.Link;
import fr.lamine.hardware.transport.Loopback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneWayPrinterTest {

    private static final Document TICKET = Document.of(Document.Line.plain("Café à 1 €"), new Document.Cut());

    @TempDir
    private Path folder;

    @Test
    void whatWentIntoAFileIsNeverSaidToBePrinted() throws Exception {
        Path file = folder.resolve("lp0");
        Printer printer = new Printer("Tickets", new DeviceFile(file), PaperWidth.MM80, true);
        assertEquals(PrinterState.SILENT, printer.state());
        assertEquals(new Doubtful(PrinterState.SILENT), printer.print(TICKET));
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertTrue(bytes.contains("Caf\u00e9 \u00e0 1 \u0080\n"), bytes);
    }

    @Test
    void aFileThatIsNotThereIsAnAbsentPrinter() {
        Printer printer =
                new Printer("Tickets", new DeviceFile(Path.of("/dev/usb/no-such-printer")), PaperWidth.MM80, true);
        assertEquals(new Failed(PrinterState.UNREACHABLE), printer.print(TICKET));
    }

    /// It confirms the job that was in doubt only after the next one has come.
    @Test
    void theLateEndOfAnOldJobIsNotTheEndOfTheNextOne() throws Exception {
        Loopback line = new Loopback();
        Printer printer = new Printer("Tickets", line, PaperWidth.MM80, true);
        Thread device = Thread.startVirtualThread(() -> {
            try {
                try (Link first = line.accept(Duration.ofSeconds(10)).orElseThrow()) {
                    answerUntilPaperIsAskedFor(first);
                }
                try (Link second = line.accept(Duration.ofSeconds(10)).orElseThrow()) {
                    answerUntilPaperIsAskedFor(second);
                    second.write(new byte[] {0x00}, Duration.ofSeconds(1));
                    Thread.sleep(100);
                    second.write(new byte[] {0x00}, Duration.ofSeconds(1));
                    answerUntilPaperIsAskedFor(second);
                    second.write(new byte[] {0x0c}, Duration.ofSeconds(1));
                    second.read(new byte[1], Duration.ofSeconds(10));
                }
            } catch (IOException | InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        assertEquals(new Doubtful(PrinterState.UNREACHABLE), printer.print(TICKET));
        assertEquals(new Doubtful(PrinterState.PAPER_OUT), printer.print(TICKET));
        device.interrupt();
        device.join();
    }

    /// Says that all is well as often as it is asked, and returns at `GS r 1`.
    private static void answerUntilPaperIsAskedFor(Link link) throws IOException {
        StringBuilder heard = new StringBuilder();
        byte[] one = new byte[1];
        while (heard.indexOf("\u001dr\u0001") < 0) {
            if (link.read(one, Duration.ofSeconds(10)) == 1) {
                heard.append((char) (one[0] & 0xff));
            }
            if (heard.toString().matches("(?s).*\u0010\u0004[\u0001-\u0004]")) {
                link.write(new byte[] {0x12}, Duration.ofSeconds(1));
                heard.setLength(0);
            }
        }
    }
}
