package fr.lamine.hardware.label;

import com.google.zxing.common.BitMatrix;
import fr.lamine.hardware.printer.Bitmap;
import fr.lamine.hardware.printer.CodePage;
import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Align;
import fr.lamine.hardware.printer.Document.Size;
import fr.lamine.hardware.printer.Paper;
import fr.lamine.hardware.printer.Sheet;
import fr.lamine.hardware.printer.Sheet.Code128Bars;
import fr.lamine.hardware.printer.Sheet.CutHere;
import fr.lamine.hardware.printer.Sheet.Dots;
import fr.lamine.hardware.printer.Sheet.DrawnText;
import fr.lamine.hardware.printer.Sheet.Ean13Bars;
import fr.lamine.hardware.printer.Sheet.Feed;
import fr.lamine.hardware.printer.Sheet.KickDrawer;
import fr.lamine.hardware.printer.Sheet.PagedText;
import fr.lamine.hardware.printer.Sheet.QrDots;
import fr.lamine.hardware.printer.Sheet.Strip;
import fr.lamine.hardware.printer.Sheet.Text;
import fr.lamine.hardware.printer.Symbols;
import java.util.List;
import java.util.Optional;

/// Draws a document on one label: as on a ticket where there is room, else with the QR code at the right of the rest,
/// lower bars and smaller text. Nothing is ever left out.
public final class LabelDrawing {

    /// Tried in this order. A QR code of 4 dots at 203 dpi is 0.5 mm a module; bars of 2 dots are 0.25 mm, the
    /// least that scanners of shops read.
    private static final List<Measures> MEASURES = List.of(
            new Measures(12, 24, 3, 90, 5, false),
            new Measures(12, 24, 3, 60, 4, false),
            new Measures(12, 24, 3, 60, 5, true),
            new Measures(12, 24, 2, 60, 4, false),
            new Measures(12, 24, 2, 60, 5, true),
            new Measures(12, 24, 2, 60, 4, true),
            new Measures(12, 24, 2, 45, 3, true),
            new Measures(10, 20, 2, 60, 4, true),
            new Measures(10, 20, 2, 60, 3, true),
            new Measures(9, 18, 2, 40, 3, true));

    private record Measures(int cellWidth, int cellHeight, int barModule, int barHeight, int qrModule, boolean beside) {

        Measures at(Resolution resolution) {
            int halves = resolution.halves();
            return new Measures(
                    cellWidth * halves / 2,
                    cellHeight * halves / 2,
                    barModule * halves / 2,
                    barHeight * halves / 2,
                    qrModule * halves / 2,
                    beside);
        }
    }

    private LabelDrawing() {}

    /// Exactly as large as the label; empty when the document does not fit. Cuts and the drawer are left out.
    public static Optional<Bitmap> of(Document document, LabelSize size) {
        return MEASURES.stream()
                .map(measures -> drawn(document, size, measures.at(size.resolution())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Bitmap> drawn(Document document, LabelSize size, Measures measures) {
        int margin = size.resolution().dots(1);
        int width = size.width() - 2 * margin;
        Optional<BitMatrix> aside = measures.beside ? onlyQr(document) : Optional.empty();
        int asideWidth = aside.map(qr -> qr.getWidth() * measures.qrModule).orElse(0);
        int column = width - asideWidth;
        if (column < 12 * measures.cellWidth) {
            return Optional.empty();
        }
        Paper main = new Paper(column);
        int columns = column / measures.cellWidth;
        for (Strip strip :
                Sheet.of(document, columns * 12, CodePage.WPC1252, true).strips()) {
            boolean isAside = aside.isPresent() && strip instanceof QrDots;
            if (!isAside && !draw(main, strip, measures, column)) {
                return Optional.empty();
            }
        }
        int tallest = Math.max(main.height(), asideWidth);
        int top = (size.height() - tallest) / 2;
        if (top < margin) {
            return Optional.empty();
        }
        Paper label = new Paper(size.width());
        label.feed(size.height());
        label.put(main.bitmap(), margin, top);
        aside.ifPresent(qr -> {
            Paper box = new Paper(asideWidth);
            box.matrix(qr, measures.qrModule, Align.LEFT);
            label.put(box.bitmap(), margin + column, (size.height() - asideWidth) / 2);
        });
        return Optional.of(label.bitmap());
    }

    private static Optional<BitMatrix> onlyQr(Document document) {
        List<String> codes = document.blocks().stream()
                .filter(Document.Qr.class::isInstance)
                .map(block -> ((Document.Qr) block).text())
                .toList();
        return codes.size() == 1 ? Optional.of(Symbols.qr(codes.getFirst())) : Optional.empty();
    }

    /// @return false when it is wider than the paper
    private static boolean draw(Paper paper, Strip strip, Measures measures, int width) {
        return switch (strip) {
            case Text(var text, var bold, var size, var align) -> text(paper, text, bold, size, align, measures);
            case DrawnText(var text, var bold, var size, var align) -> text(paper, text, bold, size, align, measures);
            case PagedText(var _, var text) -> text(paper, text, false, Size.NORMAL, Align.LEFT, measures);
            case Ean13Bars(var digits) -> bars(paper, Symbols.ean13(digits), measures, width);
            case Code128Bars(var text) -> bars(paper, Symbols.code128(text), measures, width);
            case QrDots(var text) -> {
                BitMatrix modules = Symbols.qr(text);
                paper.matrix(modules, measures.qrModule, Align.CENTER);
                yield modules.getWidth() * measures.qrModule <= width;
            }
            case Dots(var dots) -> {
                paper.bitmap(dots, Align.CENTER);
                yield dots.width() <= width;
            }
            case Feed(var lines) -> {
                paper.feed(lines * measures.cellHeight / 2);
                yield true;
            }
            case CutHere(), KickDrawer() -> true;
        };
    }

    private static boolean text(Paper paper, String text, boolean bold, Size size, Align align, Measures measures) {
        int factor = size == Size.DOUBLE ? 2 : 1;
        paper.text(text, bold, measures.cellWidth * factor, measures.cellHeight * factor, align);
        paper.feed(measures.cellHeight / 8);
        return true;
    }

    private static boolean bars(Paper paper, BitMatrix modules, Measures measures, int width) {
        paper.bars(modules, measures.barModule, measures.barHeight, Align.CENTER);
        paper.feed(measures.cellHeight / 6);
        return modules.getWidth() * measures.barModule <= width;
    }
}
