package fr.lamine.backoffice.apply;

import fr.lamine.backoffice.stock.Posting;
import fr.lamine.backoffice.stock.Shelf;
import fr.lamine.model.measure.Mass;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a run of facts did to the books.
///
/// @param balances of each shelf that was touched
record Posted(List<Posting> added, List<Posting> removed, Map<Shelf, Mass> balances) {

    Stream<Posting> all() {
        return Stream.concat(added.stream(), removed.stream());
    }
}
