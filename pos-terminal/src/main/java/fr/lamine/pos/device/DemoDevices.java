package fr.lamine.pos.device;

import fr.lamine.hardware.drawer.DrawerSwitch;
import fr.lamine.hardware.emulator.CardTerminalEmulator;
import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.hardware.emulator.ScannerEmulator;
import fr.lamine.hardware.emulator.speech.StgsSpeech;
import fr.lamine.hardware.printer.CodePage;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.transport.Tcp;
import fr.lamine.hardware.transport.TcpReports;
import fr.lamine.pos.device.DeviceSettings.CardSettings;
import fr.lamine.pos.device.DeviceSettings.PrinterSettings;
import fr.lamine.pos.device.DeviceSettings.ScaleSettings;
import fr.lamine.pos.device.DeviceSettings.ScannerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Emulated devices of a demo or training counter, in this process, on 127.0.0.1.
public final class DemoDevices implements AutoCloseable {

    private final ScaleEmulator scale = new ScaleEmulator(StgsSpeech.A_AND_D);
    private final ScannerEmulator scanner = new ScannerEmulator();
    private final PrinterEmulator printer = new PrinterEmulator(PaperWidth.MM80);
    private final CardTerminalEmulator card = new CardTerminalEmulator();

    private DemoDevices() {}

    /// @param firstControlPort scale, scanner, printer and card terminal listen for hands on it and the three
    ///                         after it; 0 for any
    public static DemoDevices start(int firstControlPort) {
        DemoDevices devices = new DemoDevices();
        try {
            devices.scale.listen(0, firstControlPort);
            devices.scanner.listen(0, firstControlPort == 0 ? 0 : firstControlPort + 1);
            devices.printer.listen(0, firstControlPort == 0 ? 0 : firstControlPort + 2);
            devices.card.listen(0, firstControlPort == 0 ? 0 : firstControlPort + 3);
            return devices;
        } catch (IOException e) {
            devices.close();
            throw new UncheckedIOException("an emulated device finds no free port", e);
        }
    }

    public ScaleEmulator scale() {
        return scale;
    }

    public ScannerEmulator scanner() {
        return scanner;
    }

    public PrinterEmulator printer() {
        return printer;
    }

    public CardTerminalEmulator card() {
        return card;
    }

    /// The real drivers over these devices. The scale is known twice, on its line and on USB; the table decides which
    /// of
    /// the two it is.
    public DeviceSettings settings() {
        Tcp line = (Tcp) scale.endpoint();
        DeviceSettings inUse = DeviceSettings.of(
                        Optional.of(new ScaleSettings(
                                ScaleIdentity.emulated("SOL-1", "Balance au sol (simulée)"), ScaleProtocol.STGS, line)),
                        Optional.of(new ScannerSettings("LECTEUR-1", "Lecteur simulé", scanner.endpoint(), true)),
                        Optional.of(new PrinterSettings(
                                "IMPRIMANTE-1",
                                "Imprimante simulée",
                                printer.endpoint(),
                                PaperWidth.MM80,
                                CodePage.WPC1252,
                                Optional.of(DrawerSwitch.HIGH_WHEN_OPEN),
                                true)))
                .taking(Optional.of(new CardSettings("CARTE-1", "Terminal de carte simulé", card.endpoint(), true)));
        return inUse.with(new ScaleSettings(
                ScaleIdentity.emulated("POSTE-1", "Balance postale USB (simulée)"),
                ScaleProtocol.USB_HID,
                new TcpReports(line)));
    }

    /// Where hands reach them, by name.
    public Map<String, String> controlAddresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("scale-control", "127.0.0.1:" + scale.controlPort());
        addresses.put("scanner-control", "127.0.0.1:" + scanner.controlPort());
        addresses.put("printer-control", "127.0.0.1:" + printer.controlPort());
        addresses.put("card-control", "127.0.0.1:" + card.controlPort());
        return addresses;
    }

    @Override
    public void close() {
        scanner.close();
        scale.close();
        printer.close();
        card.close();
    }
}
