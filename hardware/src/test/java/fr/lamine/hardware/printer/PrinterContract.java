package fr.lamine.hardware.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.printer.PrintResult.Doubtful;
import fr.lamine.hardware.printer.PrintResult.Failed;
import fr.lamine.hardware.printer.PrintResult.Interrupted;
import fr.lamine.hardware.printer.PrintResult.Printed;
import fr.lamine.hardware.transport.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a printer promises over any line.
abstract class PrinterContract {

    private static final int LINES = 12;
    private static final Document TICKET = ticket();

    protected final PrinterEmulator device = new PrinterEmulator(PaperWidth.MM80);
    private Printer printer;

    /// Wires the device; gives the driver's end.
    protected abstract Endpoint wired() throws Exception;

    protected abstract void pullTheCable() throws Exception;

    protected abstract void putTheCableBack() throws Exception;

    private static Document ticket() {
        List<Document.Block> lines = new ArrayList<>();
        for (int i = 1; i <= LINES; i++) {
            lines.add(Document.Line.plain("Étagère n° " + i));
        }
        lines.add(new Document.Cut());
        return new Document(lines);
    }

    @BeforeEach
    void plugIn() throws Exception {
        printer = new Printer("Tickets", wired(), PaperWidth.MM80, true);
    }

    @AfterEach
    void pullOut() throws Exception {
        assertEquals(List.of(), device.faults());
        pullTheCable();
    }

    @Test
    void aConfirmedTicketIsOnPaperWhole() {
        for (int i = 1; i <= 3; i++) {
            assertEquals(new Printed(), printer.print(TICKET));
            assertEquals(i, device.cuts());
            assertEquals(LINES, device.lastText().lines().count());
        }
        assertEquals(PrinterState.READY, printer.state());
    }

    @Test
    void littlePaperIsEnoughAndIsTold() {
        device.paperLow();
        assertEquals(PrinterState.PAPER_NEAR_END, printer.state());
        assertEquals(new Printed(), printer.print(TICKET));
    }

    @Test
    void aPrinterThatCannotIsSentNothing() {
        cannot(on -> setPaper(!on), PrinterState.PAPER_OUT);
        cannot(device::coverOpen, PrinterState.COVER_OPEN);
        cannot(device::pause, PrinterState.OFFLINE);
        cannot(device::buttonHeld, PrinterState.BUTTON_HELD);
        cannot(device::tooHot, PrinterState.TOO_HOT);
        cannot(device::broken, PrinterState.BROKEN);
        assertEquals(new Printed(), printer.print(TICKET));
        assertEquals(1, device.cuts());
    }

    private void setPaper(boolean there) {
        if (there) {
            device.paperOk();
        } else {
            device.paperOut();
        }
    }

    private void cannot(Consumer<Boolean> fault, PrinterState state) {
        fault.accept(true);
        assertEquals(state, printer.state());
        assertEquals(new Failed(state), printer.print(TICKET));
        fault.accept(false);
        assertEquals(PrinterState.READY, printer.state(), "after " + state);
        assertEquals("", device.lastText());
    }

    private int linesOut() {
        return (int) device.lastText().lines().count();
    }

    @Test
    void paperThatEndsInTheMiddleEndsTheJobThere() {
        for (int lines : new int[] {1, 5, LINES - 1}) {
            device.paperFor(lines);
            int before = linesOut();
            assertEquals(new Interrupted(PrinterState.PAPER_OUT), printer.print(TICKET), lines + " lines");
            assertEquals(before + lines, linesOut());
            device.paperOk();
            assertEquals(before + lines, linesOut(), "nothing of it comes out later");
        }
        assertEquals(0, device.cuts());
        assertEquals(new Printed(), printer.print(TICKET));
    }

    @Test
    void aJammedBladeWaitsForAPersonAndForTheirWord() {
        device.cutterJam(true);
        assertEquals(new Interrupted(PrinterState.CUTTER_JAMMED), printer.print(TICKET));
        assertEquals(new Failed(PrinterState.CUTTER_JAMMED), printer.print(TICKET));
        assertEquals(PrinterState.CUTTER_JAMMED, printer.recover(), "the paper is still in the blade");
        device.cutterJam(false);
        assertEquals(PrinterState.CUTTER_JAMMED, printer.state(), "nobody has told the printer");
        assertEquals(PrinterState.READY, printer.recover());
        assertEquals(new Printed(), printer.print(TICKET));
        assertEquals(1, device.cuts());
    }

    @Test
    void aSlowPrinterIsWaitedFor() {
        device.slow(70);
        assertEquals(new Printed(), printer.print(TICKET));
        assertEquals(1, device.cuts());
    }

    @Test
    void aMutePrinterLeavesADoubtThoughItPrints() throws Exception {
        device.mute(true);
        assertEquals(PrinterState.SILENT, printer.state());
        assertEquals(new Doubtful(PrinterState.SILENT), printer.print(TICKET));
        Tools.await("the ticket", device::cuts, n -> n == 1);
    }

    @Test
    void answersInAnUnknownTongueAreNone() throws Exception {
        device.garbled(true);
        assertEquals(PrinterState.SILENT, printer.state());
        assertEquals(new Doubtful(PrinterState.SILENT), printer.print(TICKET));
        Tools.await("the ticket", device::cuts, n -> n == 1);
    }

    @Test
    void aCablePulledInTheMiddleLeavesADoubtAndOnePulledBeforeNone() throws Exception {
        device.slow(100);
        Thread puller = Thread.startVirtualThread(() -> {
            try {
                Tools.await("a line", this::linesOut, n -> n > 0);
                pullTheCable();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(new Doubtful(PrinterState.UNREACHABLE), printer.print(TICKET));
        puller.join();
        assertEquals(PrinterState.UNREACHABLE, printer.state());
        assertEquals(new Failed(PrinterState.UNREACHABLE), printer.print(TICKET));
        device.slow(0);
        putTheCableBack();
        Tools.await("the printer", printer::state, s -> s == PrinterState.READY);
        Tools.await("the rest of the old job, which it keeps", device::cuts, n -> n == 1);
        assertEquals(new Printed(), printer.print(TICKET));
        assertEquals(2, device.cuts());
    }

    @Test
    void onALineOfItsOwnItTellsNewsByItself() throws Exception {
        boolean tells = !printer.setup().endpoint().isShared();
        Thread hand = Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(300);
                device.coverOpen(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertEquals(
                tells ? Optional.of(PrinterState.COVER_OPEN) : Optional.empty(),
                printer.news(printer.report(), Duration.ofSeconds(20), () -> false)
                        .map(PrinterReport::state));
        hand.join();
        device.coverOpen(false);
        assertEquals(new Printed(), printer.print(TICKET), "the line is free again");
    }
}
