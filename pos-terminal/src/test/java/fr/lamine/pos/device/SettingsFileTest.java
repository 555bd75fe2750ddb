package fr.lamine.pos.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.drawer.DrawerSwitch;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.transport.Serial;
import fr.lamine.hardware.transport.Tcp;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.measure.Mass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    private static final String SCALE = """
            scale:
              id: SOL-7
              name: Balance au sol
              protocol: mtsics
              address: serial:/dev/ttyUSB0@4800
              class: III
              max-grams: 150000
              min-grams: 400
              division-grams: 20
              sticker-expiry: 31/03/2027
            """;

    @TempDir
    Path folder;

    private DeviceSettings read(String yaml) throws IOException {
        Path file = folder.resolve("poste.yaml");
        Files.writeString(file, yaml);
        return SettingsFile.read(file);
    }

    @Test
    void everyDeviceOfTheFileIsRead() throws IOException {
        DeviceSettings settings = read(SCALE + """
                scanner:
                  address: tcp:192.168.1.30:4001
                printer:
                  address: tcp:imprimante.local:9100
                  paper: 58
                  drawer: true
                """);
        var scale = settings.scale().orElseThrow();
        assertEquals(ScaleProtocol.MTSICS, scale.protocol());
        assertEquals(new Serial("/dev/ttyUSB0", 4_800, Serial.Framing.EIGHT_NONE_ONE), scale.endpoint());
        assertEquals(Mass.grams(150_000), scale.identity().max());
        assertEquals(Optional.of(LocalDate.of(2027, 3, 31)), scale.identity().stickerExpiry());
        assertEquals(
                new Tcp("192.168.1.30", 4_001), settings.scanner().orElseThrow().endpoint());
        assertEquals(PaperWidth.MM58, settings.ticketPrinter().orElseThrow().paper());
        assertEquals(
                Optional.of(DrawerSwitch.NONE),
                settings.ticketPrinter().orElseThrow().drawer());
        assertEquals(Optional.empty(), settings.refusal(JournalKind.REAL));
    }

    @ParameterizedTest
    @CsvSource({"none, NONE", "high-when-open, HIGH_WHEN_OPEN", "low-when-open, LOW_WHEN_OPEN"})
    void theSwitchOfTheDrawerIsRead(String word, DrawerSwitch wiring) throws IOException {
        String printer = "printer:\n  address: tcp:imprimante.local:9100\n  drawer-switch: " + word + "\n";
        assertEquals(
                Optional.of(wiring),
                read(printer + "  drawer: true\n").ticketPrinter().orElseThrow().drawer());
        assertEquals(
                Optional.empty(), read(printer).ticketPrinter().orElseThrow().drawer());
        assertThrows(
                IllegalArgumentException.class, () -> read(printer.replace(word, "sideways") + "  drawer: true\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "serial:COM1@19200, NONE",
        "serial:COM1@19200/rts-cts, RTS_CTS",
        "serial:COM1@19200/8N1/xon-xoff, XON_XOFF"
    })
    void howASerialPrinterSaysThatItIsFullIsRead(String address, Serial.Flow flow) throws IOException {
        assertEquals(
                new Serial("COM1", 19_200, Serial.Framing.EIGHT_NONE_ONE, flow),
                read("printer:\n  address: \"" + address + "\"\n")
                        .ticketPrinter()
                        .orElseThrow()
                        .endpoint());
    }

    @Test
    void aCounterMayHaveNoDeviceAtAll() throws IOException {
        assertEquals(DeviceSettings.NONE, read("office: nothing to do with devices\n"));
    }

    @Test
    void anEmulatedDeviceIsRefusedInARealJournalAndInNoOther() throws IOException {
        DeviceSettings settings = read(SCALE + "  emulated: true\n");
        assertTrue(settings.refusal(JournalKind.REAL).orElseThrow().startsWith("Un appareil simulé"));
        assertEquals(Optional.empty(), settings.refusal(JournalKind.DEMO));
        assertEquals(Optional.empty(), settings.refusal(JournalKind.TRAINING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"usb", "tcp:host", "tcp:host:port", "serial:", "http://x"})
    void anAddressThatNamesNoDeviceIsRefused(String address) {
        assertThrows(IllegalArgumentException.class, () -> read("scanner:\n  address: \"" + address + "\"\n"));
    }

    @Test
    void aMissingValueIsNamed() {
        var e = assertThrows(IllegalArgumentException.class, () -> read("scale:\n  id: A\n"));
        assertTrue(e.getMessage().contains("name"), e.getMessage());
    }
}
