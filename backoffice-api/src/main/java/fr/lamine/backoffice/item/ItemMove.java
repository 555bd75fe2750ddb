package fr.lamine.backoffice.item;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.stock.Account;
import java.time.Instant;
import java.util.Comparator;

/// Pieces of a label came to an account, or left it.
///
/// @param pieces below zero when they left
record ItemMove(ItemCode code, FactId fact, int line, Instant at, Account account, int pieces) {

    static final Comparator<ItemMove> ORDER =
            Comparator.comparing(ItemMove::at).thenComparing(ItemMove::fact).thenComparing(ItemMove::line);
}
