package fr.lamine.day;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.backoffice.sheet.SheetLabel;
import fr.lamine.backoffice.sheet.SheetLayout;
import fr.lamine.backoffice.sheet.SheetLayout.Stock;
import fr.lamine.backoffice.sheet.SheetPdf;
import fr.lamine.hardware.Tools;
import fr.lamine.hardware.printer.Paper;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode.PriceTag;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.sync.ItemState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Sheets of A4 as the office gives them, drawn by poppler and read by zbarimg: every label of every stock.
final class SheetsReadTest {

    private static List<String> read(String name, byte[] pdf) throws Exception {
        List<String> read = new ArrayList<>();
        Path folder = Files.createDirectories(Path.of("target", "sheets"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        int number = 1;
        for (byte[] page : Tools.pages(pdf)) {
            Files.write(folder.resolve(name + "-" + number++ + ".png"), page);
            read.addAll(Tools.zbarimg(page));
        }
        return read.stream().sorted().toList();
    }

    private static ItemState item(int serial, String title, int pieces) {
        Mass piece = Mass.grams(1_200);
        return new ItemState(
                ItemCode.of(101, serial),
                new CategoryCode("vaisselle"),
                title,
                new SiteCode("ARCUEIL"),
                pieces,
                0,
                piece.times(pieces),
                piece,
                Money.cents(450),
                Money.cents(450L * pieces));
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeToStickFirstIsRead(Stock stock) throws Exception {
        List<ItemCode> codes = IntStream.rangeClosed(1, stock.layout().labels())
                .mapToObj(serial -> ItemCode.of(0, serial))
                .toList();
        List<SheetLabel> labels = codes.stream()
                .<SheetLabel>map(code -> new SheetLabel.Blank(code, "La Mine"))
                .toList();
        assertEquals(
                codes.stream().map(code -> "EAN-13:" + code).toList(),
                read("codes-" + stock, SheetPdf.of(stock.layout(), labels, 0)));
    }

    @ParameterizedTest
    @EnumSource
    void everyLabelOfAThingIsReadFromTheFirstFreePlaceOn(Stock stock) throws Exception {
        SheetLayout layout = stock.layout();
        List<ItemState> items = IntStream.rangeClosed(1, layout.labels())
                .mapToObj(serial -> item(
                        serial,
                        serial % 3 == 0 ? "" : "Assiettes à dessert en grès émaillé bleu n° " + serial,
                        serial % 5 == 0 ? 6 : 1))
                .toList();
        List<SheetLabel> labels = items.stream()
                .<SheetLabel>map(item -> new SheetLabel.Item(item, "Vaisselle"))
                .toList();
        byte[] pdf = SheetPdf.of(layout, labels, 5);
        assertEquals(
                items.stream().map(item -> "EAN-13:" + item.code()).toList(),
                read("articles-" + stock, pdf).stream()
                        .filter(code -> code.startsWith("EAN"))
                        .toList());
    }

    @Test
    void whereThereIsRoomTheQrSellsTheThingAnywhere() throws Exception {
        List<SheetLabel> labels = List.of(new SheetLabel.Item(item(412, "Verres", 6), "Vaisselle"));
        assertEquals(
                List.of("EAN-13:0410100004127", "QR-Code:LM1;0410100004127;450;vaisselle;1200;6"),
                read("article", SheetPdf.of(Stock.THREE_BY_EIGHT.layout(), labels, 0)));
    }

    /// A decoder tells the same bars once, however often they stand there: some labels are cut out and read alone.
    @ParameterizedTest
    @CsvSource({
        "THREE_BY_EIGHT, livre",
        "THREE_BY_EIGHT, gros_electromenager_hors_refrigerant",
        "FIVE_BY_THIRTEEN, livre",
        "FIVE_BY_THIRTEEN, gros_electromenager_hors_refrigerant",
        "FOUR_BY_ELEVEN, vaisselle",
        "TWO_BY_SEVEN, vaisselle"
    })
    void thePriceOfACategoryIsReadInEachCorner(Stock stock, String category) throws Exception {
        SheetLayout layout = stock.layout();
        PriceTag tag = new PriceTag(new CategoryCode(category), Money.cents(4_500));
        List<SheetLabel> labels = Collections.nCopies(layout.labels(), new SheetLabel.Tag(tag, "Gros électroménager"));
        List<byte[]> pages = Tools.pages(SheetPdf.of(layout, labels, 0));
        assertEquals(1, pages.size());
        BufferedImage page = ImageIO.read(new ByteArrayInputStream(pages.getFirst()));
        for (int place : new int[] {0, layout.columns() - 1, layout.labels() - 1}) {
            int column = place % layout.columns();
            int row = place / layout.columns();
            BufferedImage label = page.getSubimage(
                    dots(layout.left() + column * (layout.width() + layout.across())),
                    dots(layout.top() + row * (layout.height() + layout.down())),
                    dots(layout.width()) - 1,
                    dots(layout.height()) - 1);
            assertEquals(
                    List.of(tag.text()),
                    Tools.zbarimg(Paper.png(label)).stream()
                            .map(code -> code.replaceFirst("^(CODE-128|QR-Code):", ""))
                            .toList(),
                    stock + ", label " + place);
        }
    }

    private static int dots(int tenths) {
        return tenths * 300 / 254;
    }
}
