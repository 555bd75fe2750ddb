package fr.lamine.backoffice.apply;

import fr.lamine.backoffice.stock.Posting;
import fr.lamine.backoffice.stock.Shelf;
import fr.lamine.model.measure.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a run of facts did to the books.
///
/// @param added    that did not stand there before
/// @param removed  that stand there no more
/// @param balances of each shelf that was touched
record Posted(List<Posting> added, List<Posting> removed, Map<Shelf, Mass> balances) {

    /// An item that is folded anew mostly gets the postings that it had; those change nothing.
    static Posted of(List<Posting> written, List<Posting> deleted, Map<Shelf, Mass> balances) {
        List<Posting> added = new ArrayList<>(written);
        List<Posting> removed = new ArrayList<>(deleted);
        removed.removeIf(added::remove);
        return new Posted(added, removed, balances);
    }

    Stream<Posting> all() {
        return Stream.concat(added.stream(), removed.stream());
    }
}
