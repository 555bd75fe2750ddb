package fr.lamine.pos.demo;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.stock.Account;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One thing that somebody does at a counter of the demonstration.
sealed interface Doing {

    Instant at();

    /// Goods on the scale, in a container or not.
    record Weighing(
            Instant at,
            CategoryCode category,
            Mass net,
            Optional<String> container,
            Account from,
            Account to,
            Optional<String> commune)
            implements Doing {}

    /// A thing worth a label of its own, or a lot of like things.
    record Labelling(Instant at, CategoryCode category, String title, int pieces, Mass mass, Money price)
            implements Doing {}

    /// A customer comes to the till with labelled things and things off the shelf.
    ///
    /// @param labelled how many of the things labelled so far, and still there, are on the ticket
    record Buying(Instant at, int labelled, List<FromShelf> unlabelled, Tender tender) implements Doing {}

    record FromShelf(CategoryCode category, int pieces, Money price) {}
}
