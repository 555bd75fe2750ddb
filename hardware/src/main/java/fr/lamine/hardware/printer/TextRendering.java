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

/// A sheet as plain text, for golden tests, previews and logs: double size is spaced out, what is not text stands in
/// square brackets.
public final class TextRendering {

    private TextRendering() {}

    public static String of(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        for (Strip strip : sheet.strips()) {
            text.append(drawn(strip, sheet.columns()));
        }
        return text.toString();
    }

    private static String drawn(Strip strip, int columns) {
        return switch (strip) {
            case Text(var text, var _, var size, var align) -> aligned(text, size, align, columns) + "\n";
            case DrawnText(var text, var _, var size, var align) -> aligned(text, size, align, columns) + "\n";
            case PagedText(var _, var text) -> text + "\n";
            case Ean13Bars(var digits) -> "[EAN-13 " + digits + "]\n";
            case Code128Bars(var data) -> "[Code 128 " + data + "]\n";
            case QrDots(var data) -> "[QR " + data + "]\n";
            case Dots(var bitmap) -> "[picture " + bitmap.width() + " × " + bitmap.height() + "]\n";
            case Feed(var lines) -> "\n".repeat(lines);
            case CutHere() -> "[cut]\n";
            case KickDrawer() -> "[drawer]\n";
        };
    }

    private static String aligned(String text, Size size, Align align, int columns) {
        String shown = size == Size.DOUBLE ? text.replaceAll("(.)(?=.)", "$1 ") : text;
        int free = columns - shown.length();
        int before = switch (align) {
            case LEFT -> 0;
            case CENTER -> free / 2;
            case RIGHT -> free;
        };
        return (" ".repeat(Math.max(0, before)) + shown).stripTrailing();
    }
}
