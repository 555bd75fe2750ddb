package fr.lamine.hardware.usb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.PrintResult.Doubtful;
import fr.lamine.hardware.printer.PrintResult.Failed;
import fr.lamine.hardware.printer.PrintResult.Printed;
import fr.lamine.hardware.printer.Printer;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.hardware.transport.Link;
import fr.lamine.hardware.transport.Usb;
import fr.lamine.hardware.transport.Usb.Use;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Bytes on their whole way to a printer through the native library.
class PrinterUsbTest extends OnTheBed {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Usb USB = new Usb(any(Model.PRINTER), Use.PRINTER);
    private static final Document TICKET =
            Document.of(Document.Line.title("La Mine"), Document.Line.bold("Œuvre d’été à 4,50 €"), new Document.Cut());

    private final FarEnd farEnd = new FarEnd();
    private final PrinterEmulator device = new PrinterEmulator(PaperWidth.MM80);
    private final Printer printer = new Printer("Tickets", USB, PaperWidth.MM80, true);

    @AfterEach
    void endTheDevice() {
        farEnd.close();
    }

    private void playPrinter() {
        inBackground(() -> {
            try {
                device.serve(farEnd);
            } catch (EOFException theTestIsOver) {
                return 0;
            }
            return 1;
        });
    }

    private static <T> FutureTask<T> inBackground(Callable<T> doing) {
        FutureTask<T> task = new FutureTask<>(doing);
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    private static byte[] noise(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private byte[] received(int count) throws IOException {
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        byte[] buffer = new byte[5_000];
        while (got.size() < count) {
            int some = farEnd.read(buffer, SOON);
            assertTrue(some > 0, "stopped after " + got.size());
            got.write(buffer, 0, some);
        }
        return got.toByteArray();
    }

    @Test
    void aHundredKilobytesArriveWholeAndInOrder() throws Exception {
        plug(Model.PRINTER, farEnd, 1);
        byte[] picture = noise(100_000);
        FutureTask<byte[]> received = inBackground(() -> received(picture.length));
        try (Link link = USB.open()) {
            link.write(picture, SOON);
        }
        assertArrayEquals(picture, received.get(10, TimeUnit.SECONDS));
    }

    @Test
    void aTicketIsPrintedAndConfirmedAndTheKernelGetsItsPrinterBack() throws Exception {
        Gadget gadget = plug(Model.PRINTER, farEnd, 1);
        playPrinter();
        assertEquals(new Printed(), printer.print(TICKET));
        assertEquals(List.of(), device.faults());
        assertEquals(1, device.cuts());
        assertTrue(device.lastText().contains("Œuvre d’été à 4,50 €"), device.lastText());
        assertFalse(gadget.isClaimed());
        assertTrue(gadget.hasKernelDriver());
    }

    @Test
    void itsStateIsReadWhileNothingIsPrinted() throws Exception {
        plug(Model.PRINTER, farEnd, 1);
        playPrinter();
        PrinterState ready = printer.state();
        device.coverOpen(true);
        PrinterState open = Tools.await("the cover", printer::state, state -> state != ready);
        assertFalse(open.takesJobs());
        assertEquals(new Failed(open), printer.print(TICKET));
        device.coverOpen(false);
        Tools.await("the cover closed", printer::state, ready::equals);
    }

    @Test
    void aPrinterThatStopsTakingSaysHowMuchItTook() throws Exception {
        plug(Model.PRINTER, farEnd, 1);
        try (Link link = USB.open()) {
            SocketTimeoutException stalled = assertThrows(
                    SocketTimeoutException.class, () -> link.write(noise(100_000), Duration.ofMillis(1_200)));
            assertEquals(farEnd.takenInAll(), stalled.bytesTransferred);
            assertEquals("the device took " + farEnd.takenInAll() + " of 100000 bytes", stalled.getMessage());
        }
    }

    @Test
    void unpluggedInTheMiddleOfAPrintItEndsAtOnceAndSaysWhatItKnows() throws Exception {
        Gadget gadget = plug(Model.PRINTER, farEnd, 1);
        FutureTask<byte[]> someRead = inBackground(() -> received(40_000));
        try (Link link = USB.open()) {
            FutureTask<Object> puller = inBackground(() -> {
                someRead.get();
                Thread.sleep(100);
                unplug(gadget);
                return 0;
            });
            IOException gone = assertTimeoutPreemptively(
                    SOON, () -> assertThrows(EOFException.class, () -> link.write(noise(1_000_000), SOON)));
            puller.get();
            String taken = gone.getMessage().replaceAll(".*at least ([0-9]+) of 1000000 bytes taken.*", "$1");
            long unknown = farEnd.takenInAll() - Long.parseLong(taken);
            assertTrue(unknown >= 0 && unknown < 16_384, gone.getMessage() + ", in truth " + farEnd.takenInAll());
        }
    }

    @Test
    void aTicketCutOffByTheCableIsDoubtfulAndTheNextOneIsPrintedInAnotherSocket() throws Exception {
        Gadget gadget = plug(Model.PRINTER, farEnd, 1);
        playPrinter();
        device.paperFor(1);
        FutureTask<PrintResult> result = inBackground(() -> printer.print(TICKET));
        Tools.await("the job under way", farEnd::takenInAll, n -> n > 100);
        unplug(gadget);
        assertInstanceOf(Doubtful.class, result.get(20, TimeUnit.SECONDS));
        assertEquals(new Failed(PrinterState.UNREACHABLE), printer.print(TICKET));
        device.paperOk();
        plugIn(gadget, 5);
        assertEquals(new Printed(), printer.print(TICKET));
    }

    @Test
    void oneThatNeverAnswersTakesItsBytesAndIsSilent() throws Exception {
        plug(Model.MUTE_PRINTER, farEnd, 1);
        Usb mute = new Usb(any(Model.MUTE_PRINTER), Use.PRINTER);
        try (Link link = mute.open()) {
            link.write(new byte[] {0x1b, 0x40}, SOON);
            assertEquals(0, link.read(new byte[1], Duration.ofMillis(20)));
        }
        assertArrayEquals(new byte[] {0x1b, 0x40}, received(2));
        Printer cheap = new Printer("Tickets", mute, PaperWidth.MM58, true);
        assertEquals(PrinterState.SILENT, cheap.state());
    }
}
