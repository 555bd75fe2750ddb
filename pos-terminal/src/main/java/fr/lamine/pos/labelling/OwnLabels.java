package fr.lamine.pos.labelling;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.PictureRendering;
import fr.lamine.hardware.printer.Sheet;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.pos.item.Items;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.store.Facts;
import fr.lamine.pos.store.TerminalStore;
import java.util.Optional;

/// The labels made by this terminal, to be looked at again.
public final class OwnLabels {

    private final TerminalStore store;
    private final ReferenceBook book;

    public OwnLabels(TerminalStore store, ReferenceBook book) {
        this.store = store;
        this.book = book;
    }

    public Optional<Fact.Labelled> of(ItemCode code) {
        return store.read(sql -> Items.ownLabelFact(sql, code));
    }

    public Optional<Fact.Labelled> of(FactId id) {
        return store.read(sql -> Facts.read(sql, id, Fact.Labelled.class));
    }

    /// The code that the next label gets, if nothing comes between.
    public ItemCode nextCode() {
        return ItemCode.of(
                store.identity().terminal(), store.totals().afterLabel().labels());
    }

    /// Draws something once, so that the first label of the day does not wait for fonts and codes to be loaded.
    public static void warmUp() {
        PictureRendering.closeUp(Sheet.of(
                Document.of(
                        Document.Line.title("0,00 €"),
                        new Document.Barcode(ItemCode.of(0, 0).digits()),
                        new Document.Qr("LM1")),
                PaperWidth.MM80));
    }

    /// The label as it comes out of the printer, seen from near.
    public byte[] png(Fact.Labelled label) {
        var paper =
                LabelPaper.of(label, book.current().catalog(), store.identity().kind());
        return PictureRendering.closeUp(Sheet.of(paper, PaperWidth.MM80));
    }
}
