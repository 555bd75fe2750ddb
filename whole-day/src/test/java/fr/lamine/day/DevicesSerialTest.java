package fr.lamine.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.hardware.emulator.ScannerEmulator;
import fr.lamine.hardware.emulator.speech.UsbHidSpeech;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.transport.Cable;
import fr.lamine.hardware.transport.Link;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.measure.Mass;
import fr.lamine.pos.RunningCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of the devices sets up what hangs on a serial line: its own routes, the serial library, and the kernel's
/// pseudo-terminals.
class DevicesSerialTest {

    @TempDir
    private Path data;

    @TempDir
    private Path wires;

    private Cable cable;
    private RunningCounter desk;

    @BeforeEach
    void open() throws Exception {
        cable = Cable.in(wires);
        desk = new RunningCounter(data, JournalKind.REAL, false);
        desk.signIn("LEA");
        desk.show("/appareils");
    }

    @AfterEach
    void close() {
        if (desk != null) {
            desk.close();
        }
        if (cable != null) {
            cable.close();
        }
    }

    private interface Device {
        void serve(Link link) throws IOException, InterruptedException;
    }

    private void play(Device device) throws IOException {
        Link far = cable.deviceFile().open();
        Thread.ofPlatform().daemon().start(() -> {
            try (far) {
                device.serve(far);
            } catch (IOException | InterruptedException pulled) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void add(String use) {
        desk.post("/appareils/choisir", "use", use);
        desk.post("/appareils/ajouter");
        desk.post(
                "/appareils/adresse",
                "address",
                "serial:" + cable.driverLine(9_600).port());
    }

    @Test
    void aPrinterIsSetWithItsSpeedAndItsFlowAndPrints() throws Exception {
        PrinterEmulator device = new PrinterEmulator(PaperWidth.MM80);
        play(device::serve);
        add("TICKETS");
        assertTrue(isPressed("NONE"), desk.page());
        desk.post("/appareils/ligne", "line", "19200/8N1", "name", "Caisse 1");
        desk.post("/appareils/controle-de-flux", "flow", "XON_XOFF", "name", "Caisse 1");
        assertTrue(isPressed("XON_XOFF") && isPressed("19200/8N1"), desk.page());
        assertTrue(desk.page().contains("19200 8N1, XON/XOFF"), desk.page());
        desk.post("/appareils/ligne", "line", "38400/8N1", "name", "Caisse 1");
        assertTrue(isPressed("XON_XOFF") && isPressed("38400/8N1"), "the flow stays: " + desk.page());

        desk.post("/appareils/essai", "name", "Caisse 1");
        desk.until("the page comes out", () -> device.cuts() == 1);
        desk.until(
                "it is saved",
                () -> desk.post("/appareils/enregistrer", "name", "Caisse 1").contains("Caisse 1\u202f: enregistré."));
        desk.until("it is ready", () -> desk.show("/appareils").contains("PRÊTE"));
        assertTrue(saved().contains("@38400/8N1/xon-xoff"), saved());
        desk.post("/appareils/page", "use", "TICKETS");
        desk.until("it prints in service", () -> device.cuts() == 2);
        assertEquals(List.of(), device.faults());
    }

    private boolean isPressed(String code) {
        return Pattern.compile("value=\"" + code + "\"[^>]*aria-pressed=\"true\"")
                .matcher(desk.page())
                .find();
    }

    private String saved() throws IOException {
        try (var files = Files.walk(data)) {
            return Files.readString(files.filter(file -> file.endsWith("devices.json"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    /// The kernel gives one report a read; a pseudo-terminal does so as long as it is read in time.
    @Test
    void aScaleBehindTheKernelsFileOfItIsReadReportByReport() throws Exception {
        Path file = wires.resolve("hidraw3");
        Files.createSymbolicLink(file, Path.of(cable.driverLine(9_600).port()));
        ScaleEmulator device = new ScaleEmulator(new UsbHidSpeech(), Duration.ZERO);
        device.put(Mass.grams(3_500));
        play(device::serve);
        desk.post("/appareils/choisir", "use", "SCALE");
        desk.post("/appareils/ajouter");
        desk.post("/appareils/adresse", "address", "file:" + file);
        assertTrue(desk.page().contains("/appareils/plaque"), "no protocol is asked for: " + desk.page());
        desk.post(
                "/appareils/plaque",
                "name",
                "Balance postale",
                "max",
                "60",
                "min",
                "",
                "division",
                "10",
                "sticker",
                "");
        desk.until("its weight is live", () -> desk.show("/appareils").contains("3,500\u202fkg"));
        device.put(Mass.grams(700));
        desk.until("its next weight too", () -> desk.show("/appareils").contains("0,700\u202fkg"));
    }

    @Test
    void aScannerHasASpeedAndNoFlowAndServes() throws Exception {
        ScannerEmulator device = new ScannerEmulator();
        play(device::serve);
        add("SCANNER");
        assertFalse(desk.page().contains("/appareils/controle-de-flux"), desk.page());
        desk.until("it is open", () -> desk.show("/").contains("Lisez un code."));
        device.scan("3760123456789");
        desk.until("the code is shown", () -> desk.show("/").contains("3760123456789 (Code 128)"));
        desk.post("/appareils/enregistrer", "name", "Douchette");
        desk.until("it is in use", () -> desk.show("/appareils").contains("Lisez un code."));
        desk.show("/pesee");
        device.scan("C-BAC-GRIS");
        desk.until("what it reads counts", () -> desk.show("/pesee").contains("Bac gris"));
    }
}
