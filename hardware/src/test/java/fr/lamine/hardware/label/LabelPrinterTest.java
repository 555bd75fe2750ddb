package fr.lamine.hardware.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Hand;
import fr.lamine.hardware.Tools;
import fr.lamine.hardware.emulator.LabelPrinterEmulator;
import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.printer.Bitmap;
import fr.lamine.hardware.printer.Paper;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.PrintResult.Doubtful;
import fr.lamine.hardware.printer.PrintResult.Failed;
import fr.lamine.hardware.printer.PrintResult.Printed;
import fr.lamine.hardware.printer.PrinterState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// The real drivers over TCP against strict devices.
@Execution(ExecutionMode.CONCURRENT)
class LabelPrinterTest {

    private static final LabelSize SIZE = LabelSize.of(60, 40, Resolution.DPI203);

    private static LabelPrinter driver(LabelPrinterEmulator device, LabelLanguage language, LabelSize size) {
        return new LabelPrinter(new LabelSetup("Étiquettes", device.endpoint(), language, size, true));
    }

    private static LabelPrinterEmulator device(LabelLanguage language, Resolution resolution) throws Exception {
        LabelPrinterEmulator device = new LabelPrinterEmulator(language, resolution);
        device.slow(250);
        device.listen(0, 0);
        return device;
    }

    @ParameterizedTest
    @CsvSource({"ZPL, DPI203", "ZPL, DPI300", "TSPL, DPI203", "TSPL, DPI300"})
    void whatComesOutAreTheDotsThatWereDrawn(LabelLanguage language, Resolution resolution) throws Exception {
        LabelSize size = LabelSize.of(50, 30, resolution);
        try (LabelPrinterEmulator device = device(language, resolution)) {
            LabelPrinter printer = driver(device, language, size);
            Bitmap label = printer.drawn(Samples.LABEL).orElseThrow();
            assertEquals(PrinterState.READY, printer.state());
            assertEquals(new Printed(), printer.print(label, 2));
            assertEquals(List.of(), device.faults());
            assertEquals(List.of(label, label), device.labels());
            assertEquals(
                    Samples.CODES,
                    Tools.zbarimg(Paper.png(device.labels().getFirst().image(16))).stream()
                            .sorted()
                            .toList());
        }
    }

    @Test
    void aTicketPrinterPrintsTheSameDotsAndCuts() throws Exception {
        try (PrinterEmulator device = new PrinterEmulator(PaperWidth.MM80)) {
            device.listen(0, 0);
            LabelPrinter printer = new LabelPrinter(
                    new LabelSetup("Étiquettes", device.endpoint(), LabelLanguage.ESC_POS, SIZE, true));
            assertEquals(
                    new Printed(), printer.print(printer.drawn(Samples.LABEL).orElseThrow(), 2));
            assertEquals(List.of(), device.faults());
            assertEquals(2, device.cuts());
            assertEquals(
                    Samples.CODES,
                    Tools.zbarimg(Paper.png(device.lastPicture())).stream()
                            .sorted()
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ESC_POS")
    void whatIsWrongBeforeIsToldAndNothingIsSent(LabelLanguage language) throws Exception {
        try (LabelPrinterEmulator device = device(language, Resolution.DPI203)) {
            LabelPrinter printer = driver(device, language, SIZE);
            Bitmap label = printer.drawn(Samples.LABEL).orElseThrow();
            try (Hand hand = new Hand(device.controlPort())) {
                assertEquals("OK", hand.says("PAPER OUT"));
                assertEquals(new Failed(PrinterState.PAPER_OUT), printer.print(label, 1));
                assertEquals("OK", hand.says("COVER OPEN"));
                assertEquals(new Failed(PrinterState.COVER_OPEN), printer.print(label, 1));
                assertEquals("OK", hand.says("PAPER OK"));
                assertEquals("OK", hand.says("COVER CLOSED"));
                assertEquals("OK", hand.says("PAUSE"));
                assertEquals(new Failed(PrinterState.OFFLINE), printer.print(label, 1));
                assertEquals("OK", hand.says("RESUME"));
                assertEquals("OK", hand.says("UNPLUG"));
                assertEquals(new Failed(PrinterState.UNREACHABLE), printer.print(label, 1));
                assertEquals("OK", hand.says("PLUG"));
                assertEquals("OK 0", hand.says("LABELS"));
                assertEquals(new Printed(), printer.print(label, 1));
                assertEquals("OK 1", hand.says("LABELS"));
                assertTrue(hand.says("PICTURE").startsWith("OK iVBOR"));
                assertEquals("OK []", hand.says("FAULTS"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ESC_POS")
    void paperThatEndsAmongTheCopiesLeavesADoubt(LabelLanguage language) throws Exception {
        try (LabelPrinterEmulator device = device(language, Resolution.DPI203)) {
            LabelPrinter printer = driver(device, language, SIZE);
            Bitmap label = printer.drawn(Samples.LABEL).orElseThrow();
            device.paperFor(2);
            assertEquals(new Doubtful(PrinterState.PAPER_OUT), printer.print(label, 4));
            assertEquals(2, device.labels().size());
            device.paperOk();
            Tools.await("the rest, by itself", () -> device.labels().size(), n -> n == 4);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ESC_POS")
    void aPrinterThatNeverAnswersLeavesADoubtThoughItPrints(LabelLanguage language) throws Exception {
        try (LabelPrinterEmulator device = device(language, Resolution.DPI203)) {
            LabelPrinter printer = driver(device, language, SIZE);
            device.mute(true);
            assertEquals(PrinterState.SILENT, printer.state());
            assertEquals(
                    new Doubtful(PrinterState.SILENT),
                    printer.print(printer.drawn(Samples.LABEL).orElseThrow(), 1));
            Tools.await("the label", () -> device.labels().size(), n -> n == 1);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ESC_POS")
    void aCablePulledWhileItPrintsLeavesADoubt(LabelLanguage language) throws Exception {
        try (LabelPrinterEmulator device = device(language, Resolution.DPI203)) {
            LabelPrinter printer = driver(device, language, SIZE);
            device.slow(60_000);
            Bitmap label = printer.drawn(Samples.LABEL).orElseThrow();
            Thread puller = Thread.startVirtualThread(() -> {
                while (device.waiting() == 0) {
                    Thread.onSpinWait();
                }
                device.unplug();
            });
            assertEquals(new Doubtful(PrinterState.UNREACHABLE), printer.print(label, 1));
            puller.join();
        }
    }

    @Test
    void aStrictDeviceObjectsToWhatItDoesNotKnow() throws Exception {
        try (LabelPrinterEmulator zebra = device(LabelLanguage.ZPL, Resolution.DPI203);
                LabelPrinterEmulator tsc = device(LabelLanguage.TSPL, Resolution.DPI203)) {
            LabelPrinter wrong = driver(zebra, LabelLanguage.TSPL, SIZE);
            wrong.print(wrong.drawn(Samples.LABEL).orElseThrow(), 1);
            Tools.await("an objection", zebra::faults, f -> !f.isEmpty());
            LabelPrinter crossed = driver(tsc, LabelLanguage.ZPL, SIZE);
            crossed.print(crossed.drawn(Samples.LABEL).orElseThrow(), 1);
            Tools.await("an objection", tsc::faults, f -> !f.isEmpty());
            assertEquals(List.of(), zebra.labels());
            assertEquals(List.of(), tsc.labels());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new LabelPrinterEmulator(LabelLanguage.ESC_POS, Resolution.DPI203));
    }
}
