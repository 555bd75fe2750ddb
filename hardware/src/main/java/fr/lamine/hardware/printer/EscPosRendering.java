package fr.lamine.hardware.printer;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPos.CutMode;
import com.github.anastaciocintra.escpos.EscPosConst.Justification;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.Style.FontSize;
import com.github.anastaciocintra.escpos.barcode.BarCode;
import com.github.anastaciocintra.escpos.barcode.BarCode.BarCodeSystem;
import com.github.anastaciocintra.escpos.barcode.QRCode;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A sheet as ESC/POS bytes, encoded by escpos-coffee. The code page is chosen explicitly: printers start in cp437,
/// which has neither À, œ nor €; so is the American set of characters, for @ and braces.
public final class EscPosRendering {

    static final int EAN13_MODULE = 3;
    static final int CODE128_MODULE = 2;
    static final int BAR_HEIGHT = 90;
    static final int QR_MODULE = 5;

    /// Lines from the print head to the blade.
    private static final int BEFORE_CUT = 4;

    /// Pin 2, on for 50 ms, then 500 ms of rest.
    private static final byte[] DRAWER_PULSE = {0x1b, 0x70, 0x00, 0x19, (byte) 0xfa};

    /// `ESC R 0`: printers set to France print à for @ and é for {.
    private static final byte[] AMERICAN = {0x1b, 0x52, 0x00};

    private static final byte[] LEFT_EDGE = {0x1b, 0x61, 0x00};

    /// Rows of a picture in one command.
    private static final int BAND = 128;

    private EscPosRendering() {}

    public static byte[] of(Sheet sheet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EscPos printer = new EscPos(bytes)) {
            printer.initializePrinter();
            choose(printer, sheet.page());
            printer.write(AMERICAN, 0, AMERICAN.length);
            for (Strip strip : sheet.strips()) {
                write(printer, strip, sheet);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(EscPos printer, Strip strip, Sheet sheet) throws IOException {
        switch (strip) {
            case Text(var text, var bold, var size, var align) ->
                printer.writeLF(style(size, align).setBold(bold), text);
            case DrawnText(var text, var bold, var size, var align) -> {
                Paper line = new Paper(sheet.dots());
                PictureRendering.text(line, text, bold, size, align);
                raster(printer, line.bitmap());
            }
            case PagedText(var page, var text) -> {
                choose(printer, page);
                printer.writeLF(style(Size.NORMAL, Align.LEFT), text);
                choose(printer, sheet.page());
            }
            case Ean13Bars(var digits) -> printer.write(bars(BarCodeSystem.JAN13_B, EAN13_MODULE), digits);
            case Code128Bars(var text) ->
                printer.write(bars(BarCodeSystem.CODE128, CODE128_MODULE), "{B" + text.replace("{", "{{"));
            case QrDots(var text) ->
                printer.write(
                        new QRCode()
                                .setSize(QR_MODULE)
                                .setErrorCorrectionLevel(QRCode.QRErrorCorrectionLevel.QR_ECLEVEL_M_Default)
                                .setJustification(Justification.Center),
                        text);
            case Dots(var bitmap) -> {
                Paper paper = new Paper(sheet.dots());
                paper.bitmap(bitmap, Align.CENTER);
                raster(printer, paper.bitmap());
            }
            case Feed(var lines) -> printer.feed(lines);
            case CutHere() -> printer.feed(BEFORE_CUT).cut(CutMode.PART);
            case KickDrawer() -> printer.write(DRAWER_PULSE, 0, DRAWER_PULSE.length);
        }
    }

    private static void choose(EscPos printer, CodePage page) throws IOException {
        printer.setPrinterCharacterTable(page.number());
        printer.setCharsetName(page.charset().name());
    }

    /// `GS v 0`, in bands that small buffers hold, at the left edge.
    static void raster(EscPos printer, Bitmap dots) throws IOException {
        printer.write(LEFT_EDGE, 0, LEFT_EDGE.length);
        for (int top = 0; top < dots.height(); top += BAND) {
            Bitmap band = dots.rows(top, Math.min(BAND, dots.height() - top));
            int bytes = band.bytesPerRow();
            byte[] head = {
                0x1d,
                0x76,
                0x30,
                0,
                (byte) bytes,
                (byte) (bytes >> 8),
                (byte) band.height(),
                (byte) (band.height() >> 8)
            };
            printer.write(head, 0, head.length);
            printer.write(band.bits(), 0, band.bits().length);
        }
    }

    private static Style style(Size size, Align align) {
        FontSize factor = switch (size) {
            case NORMAL -> FontSize._1;
            case DOUBLE -> FontSize._2;
        };
        Justification justification = switch (align) {
            case LEFT -> Justification.Left_Default;
            case CENTER -> Justification.Center;
            case RIGHT -> Justification.Right;
        };
        return new Style().setFontSize(factor, factor).setJustification(justification);
    }

    private static BarCode bars(BarCodeSystem system, int module) {
        return new BarCode()
                .setSystem(system)
                .setBarCodeSize(module, BAR_HEIGHT)
                .setJustification(Justification.Center);
    }
}
