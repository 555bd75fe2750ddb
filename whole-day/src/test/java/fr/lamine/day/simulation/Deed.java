package fr.lamine.day.simulation;

import fr.lamine.day.simulation.World.Grams;
import fr.lamine.day.simulation.World.Sticker;
import fr.lamine.day.simulation.World.Thing;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.stock.Account;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Something that people did at a counter and that the counter said it had recorded.
///
/// @param id   of the fact, as the counter named it
/// @param hash of its entry
/// @param seen what the counter could truthfully see: grams on the scale, pieces and grams on its screen
/// @param truly what truly moved
/// @param why  why both may differ
record Deed(
        TerminalId terminal,
        FactId id,
        String hash,
        Instant at,
        SiteCode site,
        What what,
        List<Seen> seen,
        List<Moved> truly,
        Set<Why> why) {

    sealed interface What {}

    record Weighed() implements What {}

    /// @param weighed hash of the weighing that was taken back
    record TakenBack(String weighed) implements What {}

    record Labelled(Sticker sticker) implements What {}

    /// @param kept what the shop keeps, by means of payment
    record Sold(long ticket, List<Line> lines, Money total, Map<Tender, Money> kept) implements What {}

    /// Recorded in words that the office does not know.
    record Unreadable() implements What {}

    record Line(Optional<ItemCode> item, CategoryCode category, int pieces, long grams, Money unit, Money total) {}

    /// @param was the category until then; another one only for what is sorted out of a load
    record Seen(
            Account from,
            Account to,
            CategoryCode was,
            CategoryCode category,
            long grams,
            int pieces,
            Optional<ItemCode> item) {
        Seen(Account from, Account to, CategoryCode category, long grams, int pieces, Optional<ItemCode> item) {
            this(from, to, category, category, grams, pieces, item);
        }
    }

    /// @param was     the name the thing stood under
    /// @param becomes the name it stands under from now on
    record Moved(Thing thing, Account from, Account to, CategoryCode was, CategoryCode becomes) {
        Moved(Thing thing, Account from, Account to) {
            this(thing, from, to, thing.category, thing.category);
        }
    }

    enum Why {
        /// Sold or labelled by the table of average weights.
        AVERAGE,
        /// A piece of a lot weighs what the label says of each.
        LOT_SHARE,
        /// A thing that had been sold was back on the shelf.
        RESOLD,
        /// Goods were put on the scale a second time; it is taken back by the next deed.
        MISTAKE
    }

    Grams seenGrams() {
        Grams grams = new Grams();
        seen.forEach(s -> grams.move(s.from(), s.was(), s.to(), s.category(), s.grams()));
        return grams;
    }

    Grams trueGrams() {
        Grams grams = new Grams();
        truly.forEach(m -> grams.move(m.from(), m.was(), m.to(), m.becomes(), m.thing().grams));
        return grams;
    }

    boolean concerns(ItemCode code) {
        return switch (what) {
            case Labelled(var sticker) -> sticker.code().equals(code);
            case Sold sold -> sold.lines().stream().anyMatch(l -> l.item().equals(Optional.of(code)));
            case Weighed _, TakenBack _, Unreadable _ -> false;
        };
    }
}
