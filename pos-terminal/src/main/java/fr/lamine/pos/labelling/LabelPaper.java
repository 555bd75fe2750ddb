package fr.lamine.pos.labelling;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.CheckedLabel;
import fr.lamine.model.text.French;
import java.util.ArrayList;
import java.util.List;

/// The label as it is printed and as the screen shows it.
public final class LabelPaper {

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
        blocks.add(Line.centered(quantity(label)));
        blocks.add(new Document.Barcode(label.code().digits()));
        blocks.add(new Document.Qr(
                new CheckedLabel(label.code(), label.piecePrice(), label.category(), label.pieceMass(), label.pieces())
                        .text()));
        blocks.add(new Document.Cut());
        return new Document(blocks);
    }

    private static String quantity(Fact.Labelled label) {
        String mass = French.kg(label.mass());
        if (label.pieces() == 1) {
            return mass;
        }
        return "pièce · lot de %s à %s · %s"
                .formatted(French.count(label.pieces()), French.euros(label.lotPrice()), mass);
    }
}
