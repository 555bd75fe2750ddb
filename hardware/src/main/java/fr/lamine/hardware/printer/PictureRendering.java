package fr.lamine.hardware.printer;

import fr.lamine.hardware.printer.Document.Align;
import fr.lamine.hardware.printer.Document.Size;
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
import java.awt.image.BufferedImage;

/// A sheet as the picture that the screen shows: the dots a thermal head would burn.
public final class PictureRendering {

    private static final int MARGIN = 16;

    private PictureRendering() {}

    public static BufferedImage of(Sheet sheet) {
        Paper paper = new Paper(sheet.dots());
        for (Strip strip : sheet.strips()) {
            draw(paper, strip);
        }
        return paper.image(MARGIN);
    }

    public static byte[] png(Sheet sheet) {
        return Paper.png(of(sheet));
    }

    /// The same without the blank paper left and right of the print, so that a screen shows the print larger.
    public static byte[] closeUp(Sheet sheet) {
        BufferedImage whole = of(sheet);
        int blank = 0;
        while (blank < whole.getWidth() / 2 - MARGIN && isBlank(whole, blank + MARGIN)) {
            blank++;
        }
        return Paper.png(whole.getSubimage(blank, 0, whole.getWidth() - 2 * blank, whole.getHeight()));
    }

    private static boolean isBlank(BufferedImage image, int column) {
        for (int y = 0; y < image.getHeight(); y++) {
            boolean left = image.getRaster().getSample(column, y, 0) == 0;
            boolean right = image.getRaster().getSample(image.getWidth() - 1 - column, y, 0) == 0;
            if (!left || !right) {
                return false;
            }
        }
        return true;
    }

    static void text(Paper paper, String text, boolean bold, Size size, Align align) {
        int factor = size == Size.DOUBLE ? 2 : 1;
        paper.text(text, bold, 12 * factor, 24 * factor, align);
        paper.feed(Math.max(0, 30 - 24 * factor));
    }

    private static void draw(Paper paper, Strip strip) {
        switch (strip) {
            case Text(var text, var bold, var size, var align) -> text(paper, text, bold, size, align);
            case DrawnText(var text, var bold, var size, var align) -> text(paper, text, bold, size, align);
            case PagedText(var _, var text) -> text(paper, text, false, Size.NORMAL, Align.LEFT);
            case Ean13Bars(var digits) -> {
                paper.bars(
                        Symbols.ean13(digits), EscPosRendering.EAN13_MODULE, EscPosRendering.BAR_HEIGHT, Align.CENTER);
                paper.feed(6);
            }
            case Code128Bars(var text) -> {
                paper.bars(
                        Symbols.code128(text),
                        EscPosRendering.CODE128_MODULE,
                        EscPosRendering.BAR_HEIGHT,
                        Align.CENTER);
                paper.feed(6);
            }
            case QrDots(var text) -> paper.matrix(Symbols.qr(text), EscPosRendering.QR_MODULE, Align.CENTER);
            case Dots(var bitmap) -> paper.bitmap(bitmap, Align.CENTER);
            case Feed(var lines) -> paper.feed(30 * lines);
            case CutHere() -> paper.feed(12);
            case KickDrawer() -> paper.feed(0);
        }
    }
}
