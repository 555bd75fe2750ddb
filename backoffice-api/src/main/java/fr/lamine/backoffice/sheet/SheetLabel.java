package fr.lamine.backoffice.sheet;

import fr.lamine.model.item.CheckedLabel;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode.PriceTag;
import fr.lamine.model.sync.ItemState;

/// What stands on one label of a sheet.
public sealed interface SheetLabel {

    /// A code that names nothing yet.
    record Blank(ItemCode code, String house) implements SheetLabel {}

    record Tag(PriceTag tag, String category) implements SheetLabel {}

    record Item(ItemState item, String category) implements SheetLabel {

        String qr() {
            return new CheckedLabel(item.code(), item.piecePrice(), item.category(), item.pieceMass(), item.pieces())
                    .text();
        }
    }
}
