package fr.lamine.hardware.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.emulator.ScannerEmulator;
import fr.lamine.hardware.emulator.speech.ScannerSpeech;
import fr.lamine.hardware.scanner.Scan;
import fr.lamine.hardware.scanner.Scanner;
import fr.lamine.hardware.scanner.ScannerProtocol;
import fr.lamine.hardware.transport.Transport.State;
import fr.lamine.hardware.transport.Usb;
import fr.lamine.hardware.transport.Usb.Use;
import java.io.EOFException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Codes on their whole way from a HID POS scanner's reports through the native library.
class ScannerUsbTest extends OnTheBed {

    private final ScannerEmulator device = new ScannerEmulator(ScannerSpeech.HID_POS);
    private final FarEnd farEnd = new FarEnd();
    private final List<Scan> scans = new CopyOnWriteArrayList<>();
    private final List<State> states = new CopyOnWriteArrayList<>();
    private Gadget gadget;
    private Scanner scanner;

    @BeforeEach
    void connect() throws Exception {
        Thread.ofPlatform().daemon().start(this::play);
        gadget = plug(Model.SCANNER, farEnd, 3);
        scanner = Scanner.start(
                ScannerProtocol.HID_POS,
                new Usb(any(Model.SCANNER), Use.HID),
                InstantSource.system(),
                scans::add,
                states::add);
        Tools.await("open", scanner::state, State.OPEN::equals);
        Tools.await("the device at play", () -> device.scan("BADGE-1"), there -> there);
        Tools.await("a scan", scans::size, n -> n == 1);
        scans.clear();
    }

    private void play() {
        try {
            device.serve(farEnd);
        } catch (EOFException theTestIsOver) {
            return;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void disconnect() {
        scanner.close();
        farEnd.close();
    }

    @Test
    void aBurstLosesNoneAndKeepsTheOrder() throws Exception {
        List<String> codes =
                IntStream.range(0, 500).mapToObj("04901%08d"::formatted).toList();
        codes.forEach(device::scan);
        Tools.await("all scans", scans::size, n -> n == codes.size());
        assertEquals(codes, scans.stream().map(Scan::text).toList());
    }

    @Test
    void aCodeOfSeveralReportsIsOneScan() throws Exception {
        String label = "LM1;0490100004129;450;petit meuble en chêne clair, une porte;12340;1;" + "é".repeat(100);
        device.scan(label);
        device.scan("0490100004129");
        Tools.await("two scans", scans::size, n -> n == 2);
        assertEquals(
                List.of(label, "0490100004129"), scans.stream().map(Scan::text).toList());
        assertEquals(Optional.of("]Q1"), scans.getFirst().aim());
    }

    @Test
    void oneThatMustBeToldToSpeakIsToldAtEachConnection() throws Exception {
        assertEquals(List.of("03fe fe 01"), gadget.reportsSet());
        unplug(gadget);
        Tools.await("the loss", () -> states, s -> s.contains(State.LOST));
        plugIn(gadget, 8);
        Tools.await("the return", scanner::state, State.OPEN::equals);
        device.scan("OP-1");
        Tools.await("a scan", scans::size, n -> n == 1);
        assertEquals(List.of("03fe fe 01", "03fe fe 01"), gadget.reportsSet());
    }
}
