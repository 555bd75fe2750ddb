package fr.lamine.pos.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.emulator.LabelPrinterEmulator;
import fr.lamine.hardware.label.LabelLanguage;
import fr.lamine.hardware.label.Resolution;
import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.hardware.transport.Tcp;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.pos.printing.Outlet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class LabelPrinterTest {

    @TempDir
    Path folder;

    private DeviceSettings read(LabelLanguage language, int port) throws Exception {
        Path file = folder.resolve("poste.yaml");
        Files.writeString(file, """
                label-printer:
                  address: tcp:127.0.0.1:%d
                  language: %s
                  width-mm: 50
                  height-mm: 30
                  emulated: true
                """.formatted(port, language == LabelLanguage.ZPL ? "zpl" : "tspl"));
        return SettingsFile.read(file);
    }

    @ParameterizedTest
    @EnumSource(value = LabelLanguage.class, mode = Mode.EXCLUDE, names = "ESC_POS")
    void theOneOfTheFilePrintsLabelsAndNothingElse(LabelLanguage language) throws Exception {
        try (LabelPrinterEmulator device = new LabelPrinterEmulator(language, Resolution.DPI203)) {
            device.slow(250);
            device.listen(0, 0);
            DeviceSettings settings = read(language, ((Tcp) device.endpoint()).port());
            assertEquals(Optional.empty(), settings.ticketPrinter());
            assertEquals(List.of(), settings.known(DeviceSettings.Use.TICKETS));
            assertTrue(settings.refusal(JournalKind.REAL).isPresent());
            SavedDevices saved = new SavedDevices(folder);
            saved.write(settings);
            assertEquals(Optional.of(settings), saved.read());
            var known = settings.labelPrinter().orElseThrow();
            Outlet outlet = assertInstanceOf(Outlet.Labels.class, CounterDevices.outlet(known, known.endpoint()));
            Document label = Document.of(Document.Line.plain("Théière"), new Document.Code128("0490100000015"));
            device.paperFor(0);
            assertEquals(Optional.of(new PrintResult.Failed(PrinterState.PAPER_OUT)), outlet.print(label));
            device.paperOk();
            assertEquals(Optional.of(new PrintResult.Printed()), outlet.print(label));
            assertEquals(1, device.labels().size());
            Document endless = Document.of();
            for (int i = 0; i < 60; i++) {
                endless = endless.then(Document.Line.plain("ligne " + i));
            }
            assertEquals(Optional.empty(), outlet.print(endless));
            assertEquals(1, device.labels().size());
            assertEquals(List.of(), device.faults());
        }
    }
}
