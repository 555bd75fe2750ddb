package fr.lamine.model.fact;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.CarriedItem;
import fr.lamine.model.stock.CountedItem;
import fr.lamine.model.stock.CountedLoose;
import fr.lamine.model.stock.Difference;
import fr.lamine.model.stock.LooseGoods;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Goods between sites, and what is found on a shelf.
public sealed interface SiteFact extends Fact {

    /// Labels of one transfer.
    int MAX_CARRIED = 500;

    /// Labels of one count.
    int MAX_COUNTED = 1_000;

    /// Weighings of one transfer or count.
    int MAX_LOOSE = 60;

    int MAX_REASON = 200;

    /// Goods left a site for another one (*transfert envoyé*) and are on their way until somebody receives them.
    ///
    /// @param transfer its code, printed on the slip: `T-` and the identity of this very fact
    /// @param to       where they are expected
    record TransferSent(
            Context context, String transfer, SiteCode to, Area from, List<CarriedItem> items, List<LooseGoods> loose)
            implements SiteFact {
        public TransferSent {
            items = List.copyOf(items);
            loose = List.copyOf(loose);
            requireGoods(transfer, items, loose);
            if (to.equals(context.site())) {
                throw new IllegalArgumentException("a transfer from " + to + " to itself");
            }
        }
    }

    /// Goods of a transfer came (*transfert reçu*), at the site they were sent to, or back where they came from. A
    /// transfer may be received in several goes.
    record TransferReceived(
            Context context, String transfer, Area into, List<CarriedItem> items, List<LooseGoods> loose)
            implements SiteFact {
        public TransferReceived {
            items = List.copyOf(items);
            loose = List.copyOf(loose);
            requireGoods(transfer, items, loose);
        }
    }

    /// A manager says what became of goods of a transfer that nobody received, or that were received beyond what was
    /// sent.
    ///
    /// @param rest what had been left on its way
    /// @param to   where it is posted: a shelf, or an adjustment with its cause
    record TransferSettled(Context context, String transfer, List<Difference> rest, Account to, String reason)
            implements SiteFact {
        public TransferSettled {
            rest = List.copyOf(rest);
            requireTransfer(transfer);
            requireReason(reason);
            if (rest.isEmpty() || !(to instanceof Place) && !(to instanceof Account.Adjustment)) {
                throw new IllegalArgumentException("a transfer settled to " + to.code());
            }
        }
    }

    /// A shelf was counted (*inventaire*). It moves nothing: the office compares it with the books, and a manager posts
    /// the difference.
    ///
    /// @param begun      when the first look was taken; what comes to the shelf from then on may be overlooked
    /// @param categories what was counted; none for everything that stands there
    record Counted(
            Context context,
            Area area,
            Instant begun,
            List<CategoryCode> categories,
            List<CountedItem> items,
            List<CountedLoose> loose)
            implements SiteFact {
        public Counted {
            begun = begun.truncatedTo(ChronoUnit.MILLIS);
            categories = List.copyOf(categories);
            items = List.copyOf(items);
            loose = List.copyOf(loose);
            if (items.size() > MAX_COUNTED || loose.size() > MAX_LOOSE) {
                throw new IllegalArgumentException("a count of %d labels".formatted(items.size()));
            }
            if (begun.isAfter(context.occurredAt())) {
                throw new IllegalArgumentException("a count that begins at " + begun + " and ends before");
            }
            requireOnce(items.stream().map(CountedItem::item).toList());
        }

        public Place place() {
            return Account.place(context.site(), area);
        }
    }

    /// A manager posts what a count found to the adjustment account of the site (*inventaire validé*).
    ///
    /// @param asOf right after the count: the books hold from there on what was found, and a later count of the
    ///             same shelf, at which nobody has looked yet, does not find it again
    record CountPosted(
            Context context, FactId count, Instant asOf, Place place, List<Difference> differences, String reason)
            implements SiteFact {
        public CountPosted {
            asOf = asOf.truncatedTo(ChronoUnit.MILLIS);
            differences = List.copyOf(differences);
            requireReason(reason);
            if (differences.isEmpty()) {
                throw new IllegalArgumentException("nothing to post of " + count);
            }
        }
    }

    /// The code of the transfer that a fact begins.
    static String transferOf(FactId sent) {
        return "T-%s-%d-%d".formatted(sent.journal().terminal(), sent.journal().generation(), sent.seq());
    }

    static boolean isTransfer(String code) {
        return code.matches("T-[0-9]{3}-[0-9]{1,9}-[0-9]{1,18}");
    }

    private static void requireTransfer(String transfer) {
        if (!isTransfer(transfer)) {
            throw new IllegalArgumentException("not a transfer: " + transfer);
        }
    }

    private static void requireGoods(String transfer, List<CarriedItem> items, List<LooseGoods> loose) {
        requireTransfer(transfer);
        if (items.isEmpty() && loose.isEmpty() || items.size() > MAX_CARRIED || loose.size() > MAX_LOOSE) {
            throw new IllegalArgumentException(
                    "a transfer of %d labels, %d weighings".formatted(items.size(), loose.size()));
        }
        requireOnce(items.stream().map(CarriedItem::item).toList());
    }

    private static void requireOnce(List<ItemCode> items) {
        if (items.stream().distinct().count() < items.size()) {
            throw new IllegalArgumentException("a label stands twice");
        }
    }

    static boolean isReason(String line) {
        return DiscrepancySettled.isLine(line, MAX_REASON);
    }

    private static void requireReason(String reason) {
        if (!isReason(reason)) {
            throw new IllegalArgumentException("a reason of 1 to " + MAX_REASON + " characters is needed");
        }
    }
}
