package fr.lamine.model.sync;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.journal.Head;
import java.util.List;
import java.util.Optional;

/// What changed for a terminal since the revision it named, or all of it.
///
/// @param epoch           new after each restore of the office: the terminal then drops what it held
/// @param revision        of this answer; the terminal names it next time
/// @param whole           true when `items` is everything, false when it is what changed
/// @param applied         the head up to which this terminal's own facts are counted in `items`
/// @param catalogRevision revision of the catalog in force
/// @param catalog         present when it changed
/// @param operators       present when they changed
/// @param officeHead      head of the journal `OFFICE`, which the terminal keeps as a witness
/// @param receipts        how the office can hand receipts over
public record ReferenceAnswer(
        String epoch,
        long revision,
        boolean whole,
        Head applied,
        long catalogRevision,
        Optional<Catalog> catalog,
        Optional<List<Operator>> operators,
        List<ItemState> items,
        Head officeHead,
        ReceiptWays receipts) {

    public ReferenceAnswer {
        items = List.copyOf(items);
    }

    /// From an office that hands no receipts over.
    public ReferenceAnswer(
            String epoch,
            long revision,
            boolean whole,
            Head applied,
            long catalogRevision,
            Optional<Catalog> catalog,
            Optional<List<Operator>> operators,
            List<ItemState> items,
            Head officeHead) {
        this(epoch, revision, whole, applied, catalogRevision, catalog, operators, items, officeHead, ReceiptWays.NONE);
    }
}
