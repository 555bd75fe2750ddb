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
import fr.lamine.model.stock.CountedItem;
import fr.lamine.model.stock.Difference;
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

    record Sent(String transfer, List<Carried> items) implements What {}

    record Received(String transfer, List<Carried> items) implements What {}

    /// @param known the counter had heard of the label, or read its grams from it
    record Carried(ItemCode item, int pieces, boolean known) {}

    /// A shelf was counted; nothing moved.
    record Counted(Account.Place place, Instant begun, List<CountedItem> items, List<Heap> heaps) implements What {}

    /// Unlabelled goods on the scale while a shelf was counted.
    record Heap(CategoryCode category, long grams, Instant at) {}

    /// A manager posted what a count had found.
    ///
    /// @param count as the office named it
    /// @param asOf  from when on it holds
    record Posted(FactId count, Instant asOf, Account.Place place, List<Difference> lines) implements What {}

    /// A manager said where the rest of a transfer went.
    record Settled(String transfer, Account to, List<Difference> lines) implements What {}

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
        MISTAKE,
        /// The counter never heard of the label; the office posts it by the label.
        UNHEARD,
        /// Something of the list did not go with the van.
        LEFT_BEHIND,
        /// A manager posts what has happened before.
        AFTERWARDS
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
            case Sent(var _, var items) -> carries(items, code);
            case Received(var _, var items) -> carries(items, code);
            case Posted(var _, var _, var _, var lines) -> names(lines, code);
            case Settled(var _, var _, var lines) -> names(lines, code);
            case Weighed _, TakenBack _, Counted _, Unreadable _ -> false;
        };
    }

    private static boolean carries(List<Carried> items, ItemCode code) {
        return items.stream().anyMatch(i -> i.item().equals(code));
    }

    private static boolean names(List<Difference> lines, ItemCode code) {
        return lines.stream().anyMatch(l -> l.item().equals(Optional.of(code)));
    }

    /// From when on the books hold it.
    Instant holds() {
        return what instanceof Posted posted ? posted.asOf() : at;
    }

    Optional<String> transfer() {
        return switch (what) {
            case Sent(var transfer, var _) -> Optional.of(transfer);
            case Received(var transfer, var _) -> Optional.of(transfer);
            case Settled(var transfer, var _, var _) -> Optional.of(transfer);
            case Weighed _, TakenBack _, Labelled _, Sold _, Counted _, Posted _, Unreadable _ -> Optional.empty();
        };
    }
}
