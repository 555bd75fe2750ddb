package fr.lamine.pos.labelling;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.CheckedLabel;
import fr.lamine.model.item.ScannedCode.PriceTag;
import fr.lamine.model.text.French;
import java.util.ArrayList;
import java.util.List;

/// The label as it is printed and as the screen shows it.
public final class LabelPaper {

    /// What Code 128 holds; a longer text is a QR code.
    private static final int MOST_BARS = 24;

    private LabelPaper() {}

    public static Document of(Fact.Labelled label, Catalog catalog, JournalKind kind) {
        String category = catalog.category(label.category())
                .map(Category::name)
                .orElse(label.category().code());
        List<Block> blocks = new ArrayList<>();
        if (kind != JournalKind.REAL) {
            blocks.add(Line.centered("FACTICE"));
        }
        blocks.add(Line.centered(category));
        if (!label.title().equals(category)) {
            blocks.add(Line.centered(label.title()));
        }
        blocks.add(Line.title(French.euros(label.piecePrice())));
        if (label.pieces() > 1) {
            blocks.add(Line.centered(
                    "pièce · %s pour %s".formatted(French.count(label.pieces()), French.euros(label.lotPrice()))));
        }
        blocks.add(Line.centered(French.kg(label.mass())));
        blocks.add(new Document.Barcode(label.code().digits()));
        blocks.add(new Document.Qr(
                new CheckedLabel(label.code(), label.piecePrice(), label.category(), label.pieceMass(), label.pieces())
                        .text()));
        blocks.add(new Document.Cut());
        return new Document(blocks);
    }

    /// A price for any thing of a category; without a code of its own, so that many can be made at once.
    public static Document of(PriceTag tag, Catalog catalog, JournalKind kind) {
        String category = catalog.category(tag.category())
                .map(Category::name)
                .orElse(tag.category().code());
        List<Block> blocks = new ArrayList<>();
        if (kind != JournalKind.REAL) {
            blocks.add(Line.centered("FACTICE"));
        }
        blocks.add(Line.centered(category));
        blocks.add(Line.title(French.euros(tag.price())));
        blocks.add(code(tag.text()));
        blocks.add(new Document.Cut());
        return new Document(blocks);
    }

    private static Block code(String text) {
        return text.length() <= MOST_BARS ? new Document.Code128(text) : new Document.Qr(text);
    }
}
