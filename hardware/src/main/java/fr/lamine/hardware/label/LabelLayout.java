package fr.lamine.hardware.label;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Align;
import fr.lamine.hardware.printer.Document.Barcode;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Cut;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.hardware.printer.Document.Qr;
import fr.lamine.hardware.printer.Document.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A label as a document for the ticket printer: category and title, the price large, mass and pieces, the bar code
/// with
/// its spaced digits, the QR code, the cut.
public final class LabelLayout {

    private LabelLayout() {}

    public static Document of(Label label) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Line.centered(label.category()));
        if (!label.title().equals(label.category())) {
            blocks.add(new Line(label.title(), true, Size.NORMAL, Align.CENTER));
        }
        blocks.add(Line.title(euros(label.price().cents())));
        blocks.add(Line.centered(quantity(label)));
        blocks.add(new Barcode(label.code().digits()));
        blocks.add(new Qr(label.qrText()));
        blocks.add(new Cut());
        return new Document(blocks);
    }

    /// `1 234,50 €`, as people write it.
    static String euros(long cents) {
        return String.format(Locale.FRANCE, "%,d,%02d €", cents / 100, cents % 100);
    }

    static String quantity(Label label) {
        String mass = kilograms(label.mass().grams());
        return label.pieces() == 1 ? mass : mass + " · lot de " + label.pieces();
    }

    /// Grams below a kilogram, else kilograms with three decimals.
    private static String kilograms(long grams) {
        return grams < 1_000 ? grams + " g" : String.format(Locale.FRANCE, "%,d,%03d kg", grams / 1_000, grams % 1_000);
    }
}
