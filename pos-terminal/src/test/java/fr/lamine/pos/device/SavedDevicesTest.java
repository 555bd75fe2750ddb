package fr.lamine.pos.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.drawer.DrawerSwitch;
import fr.lamine.hardware.printer.CodePage;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.transport.DeviceFile;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Loopback;
import fr.lamine.hardware.transport.Serial;
import fr.lamine.hardware.transport.Tcp;
import fr.lamine.hardware.transport.TcpReports;
import fr.lamine.hardware.transport.Usb;
import fr.lamine.hardware.transport.UsbId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.model.measure.Mass;
import fr.lamine.pos.device.DeviceSettings.CardSettings;
import fr.lamine.pos.device.DeviceSettings.Known;
import fr.lamine.pos.device.DeviceSettings.PrinterSettings;
import fr.lamine.pos.device.DeviceSettings.ScaleSettings;
import fr.lamine.pos.device.DeviceSettings.ScannerSettings;
import fr.lamine.pos.device.DeviceSettings.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedDevicesTest {

    @TempDir
    Path folder;

    private static ScaleSettings scale(String id, String name, Endpoint at) {
        return new ScaleSettings(
                new ScaleIdentity(
                        id,
                        name,
                        AccuracyClass.III,
                        Mass.grams(150_000),
                        Mass.grams(400),
                        Mass.grams(20),
                        Optional.of(LocalDate.of(2027, 3, 31)),
                        false),
                ScaleProtocol.METTLER_8217,
                at);
    }

    private static ScaleSettings scale(Endpoint at) {
        return scale("SOL-7", "Balance au sol", at);
    }

    private static PrinterSettings printer(String id, String name) {
        return new PrinterSettings(
                id,
                name,
                new Tcp("imprimante.local", 9_100),
                PaperWidth.MM58,
                CodePage.CP858,
                Optional.of(DrawerSwitch.LOW_WHEN_OPEN),
                false);
    }

    private static final DeviceSettings FULL = new DeviceSettings(
            List.of(scale(Serial.at9600("/dev/ttyUSB0")), scale("TABLE", "Balance de table", Tcp.local(4_001))),
            List.of(new ScannerSettings("LECTEUR", "Douchette « été »", Serial.at9600("COM3"), false)),
            List.of(printer("TICKETS", "Tickets"), printer("ETIQUETTES", "Étiquettes")),
            List.of(new CardSettings("CARTE", "Terminal", new Tcp("192.168.1.50", 8_888), false)),
            Map.of(Use.SCALE, "TABLE", Use.CARD, "CARTE", Use.TICKETS, "TICKETS", Use.LABELS, "ETIQUETTES"));

    @Test
    void devicesSavedBeforeThereWereCardTerminalsAreStillKnown() throws IOException {
        SavedDevices saved = new SavedDevices(folder);
        saved.write(DeviceSettings.of(Optional.of(scale(Tcp.local(4_001))), Optional.empty(), Optional.empty()));
        Path file = folder.resolve("devices.json");
        String text = Files.readString(file)
                .replace("\"format\":2", "\"format\":1")
                .replace("\"cards\":[],", "")
                .replace("\"card\":null,", "");
        Files.writeString(file, text);
        assertTrue(!text.contains("card"), text);
        assertEquals(Optional.of("SOL-7"), saved.read().orElseThrow().scale().map(DeviceSettings.ScaleSettings::id));
    }

    static Stream<Endpoint> places() {
        return Stream.of(
                new Serial("/dev/serial/by-id/usb-FTDI_FT232R-if00-port0", 4_800, Serial.Framing.SEVEN_EVEN_ONE),
                new Serial("COM12", 115_200, Serial.Framing.SEVEN_ODD_ONE),
                new Serial("COM13", 9_600, Serial.Framing.EIGHT_NONE_ONE, Serial.Flow.RTS_CTS),
                new Serial("COM14", 9_600, Serial.Framing.SEVEN_EVEN_ONE, Serial.Flow.XON_XOFF),
                Serial.at9600("/dev/ttyS0"),
                new Tcp("192.168.1.40", 9_100),
                TcpReports.local(4_100),
                new Usb(new UsbId(0x0922, 0x8003, Optional.of("A/B@1"), Optional.of("1-2.3")), Usb.Use.HID),
                new DeviceFile(Path.of("/dev/usb/lp0")));
    }

    @ParameterizedTest
    @MethodSource("places")
    void whereverADeviceIsItIsFoundThereAgain(Endpoint place) {
        SavedDevices saved = new SavedDevices(folder);
        DeviceSettings settings = DeviceSettings.of(Optional.of(scale(place)), Optional.empty(), Optional.empty());
        saved.write(settings);
        assertEquals(Optional.of(settings), saved.read());
    }

    @Test
    void aListThatNamesAnUnknownProtocolIsDamagedToo() throws IOException {
        SavedDevices saved = new SavedDevices(folder);
        saved.write(FULL);
        Path file = folder.resolve("devices.json");
        Files.writeString(file, Files.readString(file).replace("mettler-8217", "telepathy"));
        DeviceChoices choices = DeviceChoices.at(JournalKind.REAL, Optional.empty(), saved, Optional.empty());
        assertEquals(DeviceSettings.NONE, choices.current());
        assertTrue(choices.trouble().isPresent());
    }

    @Test
    void allThatWasChosenComesBackAndTheLastChoiceCounts() throws IOException {
        SavedDevices saved = new SavedDevices(folder);
        assertEquals(Optional.empty(), saved.read());
        saved.write(FULL);
        assertEquals(Optional.of(FULL), new SavedDevices(folder).read());
        DeviceSettings less = FULL.without(FULL.printers().get(1)).using(Use.SCALE, Optional.empty());
        saved.write(less);
        assertEquals(Optional.of(less), saved.read());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count(), "nothing is left beside it");
        }
    }

    @Test
    void whatLivesInMemoryOnlyCannotBeSaved() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SavedDevices(folder)
                        .write(DeviceSettings.of(
                                Optional.of(scale(new Loopback())), Optional.empty(), Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "not json", "{\"format\":2}"})
    void aDamagedListIsSetAsideAndTheTillOpensAllTheSame(String damaged) throws IOException {
        Files.writeString(folder.resolve("devices.json"), damaged);
        DeviceSettings first =
                DeviceSettings.of(Optional.of(scale(Tcp.local(4_001))), Optional.empty(), Optional.empty());
        SavedDevices saved = new SavedDevices(folder);
        DeviceChoices choices = DeviceChoices.at(JournalKind.REAL, Optional.empty(), saved, Optional.of(first));
        assertEquals(first, choices.current());
        assertTrue(choices.trouble().orElseThrow().contains("Choisissez-les à nouveau"));
        assertEquals(damaged, Files.readString(folder.resolve("devices.json.unreadable")));
        assertEquals(Optional.empty(), choices.choose(FULL));
        assertEquals(Optional.empty(), choices.trouble());
        assertEquals(Optional.of(FULL), saved.read());
    }

    @Test
    void theScreenCountsForMoreThanTheConfigurationFile() {
        SavedDevices saved = new SavedDevices(folder);
        Optional<DeviceSettings> file =
                Optional.of(DeviceSettings.of(Optional.of(scale(Tcp.local(1))), Optional.empty(), Optional.empty()));
        DeviceChoices first = DeviceChoices.at(JournalKind.REAL, Optional.empty(), saved, file);
        assertEquals(file.get(), first.current());
        first.choose(FULL);
        assertEquals(
                FULL,
                DeviceChoices.at(JournalKind.REAL, Optional.empty(), saved, file)
                        .current());
    }

    @Test
    void anEmulatedDeviceIsRefusedAtARealTillAndNothingChanges() {
        ScannerSettings emulated = new ScannerSettings("FAUX", "Faux lecteur", Tcp.local(4_002), true);
        for (JournalKind kind : JournalKind.values()) {
            DeviceChoices choices =
                    DeviceChoices.at(kind, Optional.empty(), new SavedDevices(folder), Optional.of(FULL));
            Optional<String> refusal = choices.choose(FULL.with(emulated));
            assertEquals(kind == JournalKind.REAL, refusal.isPresent(), kind + " " + refusal);
            if (kind == JournalKind.REAL) {
                assertTrue(refusal.orElseThrow().startsWith("Un appareil simulé"));
                assertEquals(FULL, choices.current());
                assertFalse(Files.exists(folder.resolve("devices.json")));
            }
        }
    }

    @Test
    void eachUseHasItsDeviceAndLabelsFallBackToTheTicketPrinter() {
        assertEquals("TABLE", FULL.scale().orElseThrow().id());
        assertEquals(Optional.empty(), FULL.scanner());
        assertEquals("ETIQUETTES", FULL.labelPrinter().orElseThrow().id());
        assertEquals(
                "TICKETS",
                FULL.using(Use.LABELS, Optional.empty())
                        .labelPrinter()
                        .orElseThrow()
                        .id());
        Known tickets = FULL.printers().getFirst();
        assertEquals(Optional.empty(), FULL.without(tickets).ticketPrinter());
        assertEquals(
                Optional.of("Autre nom"),
                FULL.with(printer("TICKETS", "Autre nom")).ticketPrinter().map(PrinterSettings::name));
        assertEquals(2, FULL.with(printer("TICKETS", "Autre nom")).printers().size());
    }

    @Test
    void twoDevicesAlikeAndStrangersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> FULL.with(printer("TROIS", "Tickets")));
        assertThrows(IllegalArgumentException.class, () -> FULL.using(Use.SCANNER, Optional.of("INCONNU")));
        DeviceSettings many = DeviceSettings.NONE;
        for (int i = 0; i < DeviceSettings.MOST; i++) {
            many = many.with(printer("P" + i, "Imprimante " + i));
        }
        DeviceSettings full = many;
        assertThrows(IllegalArgumentException.class, () -> full.with(printer("P9", "De trop")));
    }

    @Test
    void anIdIsMadeOfTheName() {
        assertEquals("BALANCE-AU-SOL", DeviceNames.id("Balance au sol", Set.of()));
        assertEquals(
                "BALANCE-AU-SOL-3", DeviceNames.id("Balance au sol", Set.of("BALANCE-AU-SOL", "BALANCE-AU-SOL-2")));
        assertEquals("ETE", DeviceNames.id("  «Été» ", Set.of()));
        assertEquals("APPAREIL", DeviceNames.id("!!!", Set.of()));
        assertEquals(
                28,
                DeviceNames.id("Une très longue désignation de balance", Set.of())
                        .length());
    }
}
