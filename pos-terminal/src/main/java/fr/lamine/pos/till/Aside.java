package fr.lamine.pos.till;

import fr.lamine.pos.till.GiveRules.Wanted;
import java.util.Optional;

/// What stands open at the till aside of the common sale.
sealed interface Aside {

    /// The keys of the house's articles, and what else is done at a till.
    record Articles() implements Aside {}

    /// An article without a price of its own: how much?
    record Amount(String article) implements Aside {}

    /// A gift or a fee on the ticket was tapped.
    ///
    /// @param place of it among the ticket's, from 0
    record Extra(int place) implements Aside {}

    /// A line is weighed.
    record Weighing(int line, Optional<String> container) implements Aside {}

    /// Something is given away.
    ///
    /// @param question what is asked back before; the same once more is a yes
    record GivingAway(Wanted wanted, int pieces, Optional<GiftReason> reason, Optional<String> question)
            implements Aside {

        static final GivingAway NOTHING = new GivingAway(Wanted.NOTHING, 1, Optional.empty(), Optional.empty());

        static GivingAway of(Wanted wanted) {
            return new GivingAway(wanted, 1, Optional.empty(), Optional.empty());
        }
    }
}
