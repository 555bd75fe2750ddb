package fr.lamine.hardware.printer;

import fr.lamine.hardware.printer.Document.Align;
import fr.lamine.hardware.printer.Document.Barcode;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Code128;
import fr.lamine.hardware.printer.Document.Cut;
import fr.lamine.hardware.printer.Document.DrawnLine;
import fr.lamine.hardware.printer.Document.InPage;
import fr.lamine.hardware.printer.Document.Kick;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.hardware.printer.Document.Picture;
import fr.lamine.hardware.printer.Document.Qr;
import fr.lamine.hardware.printer.Document.Rule;
import fr.lamine.hardware.printer.Document.Size;
import fr.lamine.hardware.printer.Document.Space;
import fr.lamine.hardware.printer.Document.TwoColumns;
import fr.lamine.model.item.ItemCode;
import java.util.ArrayList;
import java.util.List;

/// A document laid out for one width of paper: every line fits, every character can be printed. What follows only
/// draws.
///
/// @param dots the width of the print
/// @param page the characters of its texts
public record Sheet(int dots, CodePage page, List<Strip> strips) {

    public Sheet {
        strips = List.copyOf(strips);
    }

    /// Characters of font A in a line.
    public int columns() {
        return dots / 12;
    }

    public sealed interface Strip {}

    /// One printed line, never wider than the paper.
    public record Text(String text, boolean bold, Size size, Align align) implements Strip {}

    /// One line with letters that the code page lacks: a picture.
    public record DrawnText(String text, boolean bold, Size size, Align align) implements Strip {}

    /// One line in a code page of its own.
    public record PagedText(CodePage page, String text) implements Strip {}

    public record Ean13Bars(String digits) implements Strip {}

    public record Code128Bars(String text) implements Strip {}

    public record QrDots(String text) implements Strip {}

    public record Dots(Bitmap bitmap) implements Strip {}

    public record Feed(int lines) implements Strip {}

    public record CutHere() implements Strip {}

    public record KickDrawer() implements Strip {}

    /// For a screen, or a printer that has windows-1252.
    public static Sheet of(Document document, PaperWidth paper) {
        return of(document, paper.dots(), CodePage.WPC1252, false);
    }

    /// @param draws whether lines with letters that the page lacks become pictures
    public static Sheet of(Document document, int dots, CodePage page, boolean draws) {
        List<Strip> strips = new ArrayList<>();
        for (Block block : document.blocks()) {
            add(block, dots, page, draws, strips);
        }
        return new Sheet(dots, page, strips);
    }

    private static void add(Block block, int dots, CodePage page, boolean draws, List<Strip> strips) {
        int columns = dots / 12;
        switch (block) {
            case Line(var text, var bold, var size, var align) ->
                TextWrap.words(PrinterText.of(text, page, draws), size == Size.DOUBLE ? columns / 2 : columns)
                        .forEach(line -> strips.add(line(line, bold, size, align, page)));
            case TwoColumns(var left, var right, var bold) ->
                TextWrap.columns(PrinterText.of(left, page, draws), PrinterText.of(right, page, draws), columns)
                        .forEach(line -> strips.add(line(line, bold, Size.NORMAL, Align.LEFT, page)));
            case InPage(var own, var text) ->
                TextWrap.words(own.written(text), columns).forEach(line -> strips.add(new PagedText(own, line)));
            case DrawnLine(var text) ->
                TextWrap.words(PrinterText.of(text, CodePage.WPC1252, true), columns)
                        .forEach(line -> strips.add(new DrawnText(line, false, Size.NORMAL, Align.LEFT)));
            case Rule() -> strips.add(new Text("-".repeat(columns), false, Size.NORMAL, Align.LEFT));
            case Barcode(var digits) -> {
                strips.add(new Ean13Bars(digits));
                strips.add(caption(ItemCode.isWellFormed(digits) ? new ItemCode(digits).spaced() : digits));
            }
            case Code128(var text) -> {
                strips.add(fits(text, dots) ? new Code128Bars(text) : new QrDots(text));
                strips.add(caption(text));
            }
            case Qr(var text) -> strips.add(new QrDots(text));
            case Picture(var picture) -> strips.add(new Dots(picture));
            case Space(var lines) -> strips.add(new Feed(lines));
            case Cut() -> strips.add(new CutHere());
            case Kick() -> strips.add(new KickDrawer());
        }
    }

    private static Strip line(String text, boolean bold, Size size, Align align, CodePage page) {
        return page.has(text) ? new Text(text, bold, size, align) : new DrawnText(text, bold, size, align);
    }

    private static Text caption(String text) {
        return new Text(text, false, Size.NORMAL, Align.CENTER);
    }

    /// Code set B at 2 dots a module: 11 modules a character, 35 around, 20 of quiet.
    private static boolean fits(String text, int dots) {
        return (11 * text.length() + 35 + 20) * 2 <= dots;
    }
}
