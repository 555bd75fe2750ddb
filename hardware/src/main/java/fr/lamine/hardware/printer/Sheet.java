package fr.lamine.hardware.printer;

import fr.lamine.hardware.printer.Document.Align;
import fr.lamine.hardware.printer.Document.Barcode;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Code128;
import fr.lamine.hardware.printer.Document.Cut;
import fr.lamine.hardware.printer.Document.Kick;
import fr.lamine.hardware.printer.Document.Line;
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
public record Sheet(PaperWidth paper, List<Strip> strips) {

    public Sheet {
        strips = List.copyOf(strips);
    }

    public sealed interface Strip {}

    /// One printed line, never wider than the paper.
    public record Text(String text, boolean bold, Size size, Align align) implements Strip {}

    public record Ean13Bars(String digits) implements Strip {}

    public record Code128Bars(String text) implements Strip {}

    public record QrDots(String text) implements Strip {}

    public record Feed(int lines) implements Strip {}

    public record CutHere() implements Strip {}

    public record KickDrawer() implements Strip {}

    public static Sheet of(Document document, PaperWidth paper) {
        List<Strip> strips = new ArrayList<>();
        for (Block block : document.blocks()) {
            add(block, paper, strips);
        }
        return new Sheet(paper, strips);
    }

    private static void add(Block block, PaperWidth paper, List<Strip> strips) {
        switch (block) {
            case Line(var text, var bold, var size, var align) ->
                TextWrap.words(PrinterText.of(text), columns(paper, size))
                        .forEach(line -> strips.add(new Text(line, bold, size, align)));
            case TwoColumns(var left, var right, var bold) ->
                TextWrap.columns(PrinterText.of(left), PrinterText.of(right), paper.columns())
                        .forEach(line -> strips.add(new Text(line, bold, Size.NORMAL, Align.LEFT)));
            case Rule() -> strips.add(new Text("-".repeat(paper.columns()), false, Size.NORMAL, Align.LEFT));
            case Barcode(var digits) -> {
                strips.add(new Ean13Bars(digits));
                strips.add(caption(ItemCode.isWellFormed(digits) ? new ItemCode(digits).spaced() : digits));
            }
            case Code128(var text) -> {
                strips.add(fits(text, paper) ? new Code128Bars(text) : new QrDots(text));
                strips.add(caption(text));
            }
            case Qr(var text) -> strips.add(new QrDots(text));
            case Space(var lines) -> strips.add(new Feed(lines));
            case Cut() -> strips.add(new CutHere());
            case Kick() -> strips.add(new KickDrawer());
        }
    }

    private static int columns(PaperWidth paper, Size size) {
        return switch (size) {
            case NORMAL -> paper.columns();
            case DOUBLE -> paper.columns() / 2;
        };
    }

    private static Text caption(String text) {
        return new Text(text, false, Size.NORMAL, Align.CENTER);
    }

    /// Code set B at 2 dots a module: 11 modules a character, 35 around, 20 of quiet.
    private static boolean fits(String text, PaperWidth paper) {
        return (11 * text.length() + 35 + 20) * 2 <= paper.dots();
    }
}
