package fr.lamine.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.emulator.LabelPrinterEmulator;
import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.label.LabelLanguage;
import fr.lamine.hardware.label.LabelPrinter;
import fr.lamine.hardware.label.LabelSetup;
import fr.lamine.hardware.label.LabelSize;
import fr.lamine.hardware.label.Resolution;
import fr.lamine.hardware.printer.CodePage;
import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Paper;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.Printer;
import fr.lamine.hardware.printer.PrinterSetup;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.pos.labelling.LabelPaper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every label of the shop through the real driver onto every kind of paper: what the emulated device burnt is read by
/// zbarimg and compared with its picture, dot by dot. After a change that is meant, the pictures are written anew by
/// `mvn -pl whole-day -am -Dtest=LabelGoldensTest -Dsurefire.failIfNoSpecifiedTests=false -Dgoldens=write test` and
/// looked at.
final class LabelGoldensTest {

    private static final Path PICTURES = Path.of("src", "test", "resources", "labels");

    private enum Roll {
        ROLL58,
        ROLL80,
        ZPL,
        TSPL
    }

    private record Made(String name, Document label, List<String> codes) {}

    static Stream<Arguments> everyLabelOnEveryPaper() {
        return Stream.of(
                        item("article", "Étagère en chêne", 1, 450, JournalKind.REAL),
                        item("lot", "Verres à pied", 6, 50, JournalKind.REAL),
                        item("formation", "Théière", 1, 300, JournalKind.DEMO),
                        tag("prix-court", "livre", 100),
                        tag("prix-long", "gros_electromenager_refrigerant", 4_500))
                .flatMap(made -> Stream.of(Roll.values()).map(roll -> Arguments.of(made, roll)));
    }

    private static Made item(String name, String title, int pieces, long cents, JournalKind kind) {
        ItemCode code = ItemCode.of(101, 412);
        Mass mass = Mass.grams(2_140);
        Mass piece = mass.perPiece(pieces);
        var shop = new SiteCode("ARCUEIL");
        var fact = new Fact.Labelled(
                new Context(
                        shop,
                        new StationCode("TRI"),
                        new OperatorCode("LEA"),
                        Instant.parse("2026-11-23T09:12:34Z"),
                        LocalDate.of(2026, 11, 23),
                        Optional.empty(),
                        7,
                        "0.1.0"),
                code,
                new CategoryCode("vaisselle"),
                title,
                pieces,
                mass,
                piece,
                new MassProvenance.Typed(),
                Money.cents(cents),
                Money.cents(cents * pieces),
                Account.place(shop, Area.SORTING),
                Account.place(shop, Area.SHOP),
                Optional.empty());
        String qr = "LM1;%s;%d;vaisselle;%d;%d".formatted(code, cents, piece.grams(), pieces);
        return new Made(
                name, LabelPaper.of(fact, StartingCatalog.read(), kind), List.of("EAN-13:" + code, "QR-Code:" + qr));
    }

    private static Made tag(String name, String category, long cents) {
        var tag = new ScannedCode.PriceTag(new CategoryCode(category), Money.cents(cents));
        return new Made(name, LabelPaper.of(tag, StartingCatalog.read(), JournalKind.REAL), List.of(tag.text()));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource
    void everyLabelOnEveryPaper(Made made, Roll roll) throws Exception {
        BufferedImage burnt = printed(made.label(), roll);
        assertEquals(
                made.codes(),
                Tools.zbarimg(Paper.png(burnt)).stream()
                        .map(read -> made.codes().size() == 1 ? read.replaceFirst("^(CODE-128|QR-Code):", "") : read)
                        .sorted()
                        .toList());
        Path picture = PICTURES.resolve(made.name() + "-" + roll.name().toLowerCase(Locale.ROOT) + ".png");
        if ("write".equals(System.getProperty("goldens"))) {
            Files.createDirectories(PICTURES);
            Files.write(picture, Paper.png(burnt));
        }
        assertTrue(Files.exists(picture), "no picture yet: " + picture);
        assertEquals(List.of(), different(ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(picture))), burnt));
    }

    private static BufferedImage printed(Document label, Roll roll) throws Exception {
        return switch (roll) {
            case ROLL58 -> onRoll(label, PaperWidth.MM58);
            case ROLL80 -> onRoll(label, PaperWidth.MM80);
            case ZPL -> onLabels(label, LabelLanguage.ZPL, LabelSize.of(60, 40, Resolution.DPI203));
            case TSPL -> onLabels(label, LabelLanguage.TSPL, LabelSize.of(50, 30, Resolution.DPI203));
        };
    }

    private static BufferedImage onRoll(Document label, PaperWidth paper) throws Exception {
        try (PrinterEmulator device = new PrinterEmulator(paper)) {
            device.listen(0, 0);
            Printer printer =
                    new Printer(new PrinterSetup("Étiquettes", device.endpoint(), paper, CodePage.WPC1252, true, true));
            assertEquals(new PrintResult.Printed(), printer.print(label));
            assertEquals(List.of(), device.faults());
            assertEquals(1, device.cuts());
            return device.lastPicture();
        }
    }

    private static BufferedImage onLabels(Document label, LabelLanguage language, LabelSize size) throws Exception {
        try (LabelPrinterEmulator device = new LabelPrinterEmulator(language, size.resolution())) {
            device.slow(250);
            device.listen(0, 0);
            LabelPrinter printer =
                    new LabelPrinter(new LabelSetup("Étiquettes", device.endpoint(), language, size, true));
            assertEquals(
                    new PrintResult.Printed(),
                    printer.print(printer.drawn(label).orElseThrow(), 1));
            assertEquals(List.of(), device.faults());
            return device.labels().getFirst().image(16);
        }
    }

    /// The first places at which two pictures differ.
    private static List<String> different(BufferedImage expected, BufferedImage seen) {
        List<String> places = new ArrayList<>();
        if (expected.getWidth() != seen.getWidth() || expected.getHeight() != seen.getHeight()) {
            places.add("%d × %d instead of %d × %d"
                    .formatted(seen.getWidth(), seen.getHeight(), expected.getWidth(), expected.getHeight()));
            return places;
        }
        for (int y = 0; y < expected.getHeight() && places.size() < 5; y++) {
            for (int x = 0; x < expected.getWidth() && places.size() < 5; x++) {
                if (expected.getRGB(x, y) != seen.getRGB(x, y)) {
                    places.add(x + "," + y);
                }
            }
        }
        return places;
    }
}
