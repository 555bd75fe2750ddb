package fr.lamine.pos.till;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.model.receipt.ReceiptLine;
import java.util.ArrayList;
import java.util.List;

/// The receipt as paper.
public final class Receipt {

    private Receipt() {}

    public static Document of(List<ReceiptLine> text) {
        List<Block> blocks = new ArrayList<>();
        text.forEach(line -> blocks.add(block(line)));
        blocks.add(new Document.Cut());
        return new Document(blocks);
    }

    private static Block block(ReceiptLine line) {
        return switch (line) {
            case ReceiptLine.Title(var text) -> Document.Line.title(text);
            case ReceiptLine.Centered(var text) -> Document.Line.centered(text);
            case ReceiptLine.Plain(var text) -> Document.Line.plain(text);
            case ReceiptLine.Amount(var text, var amount, var strong) -> new Document.TwoColumns(text, amount, strong);
            case ReceiptLine.Rule() -> new Document.Rule();
            case ReceiptLine.Code(var text) -> new Document.Code128(text);
        };
    }
}
