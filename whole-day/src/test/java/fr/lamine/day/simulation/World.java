package fr.lamine.day.simulation;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where things truly are, what they truly weigh, and the coins in the drawers. It knows what people did and what they
/// could see on scales, labels and screens; it never looks at a ledger.
final class World {

    /// What stands printed on a label.
    record Sticker(ItemCode code, CategoryCode category, int pieces, long grams, long pieceGrams, Money price) {}

    /// One thing that can be carried.
    static final class Thing {
        /// What it is told to be: a load that nobody has sorted has one name for many things.
        CategoryCode category;
        final long grams;
        Account place;
        Optional<Sticker> sticker = Optional.empty();

        Thing(CategoryCode category, long grams, Account place) {
            this.category = category;
            this.grams = grams;
            this.place = place;
        }

        boolean standsIn(SiteCode site, Area area) {
            return place.equals(Account.place(site, area));
        }
    }

    /// Goods of one category in one place.
    record Shelf(Account place, CategoryCode category) implements Comparable<Shelf> {
        String code() {
            return place.code() + "|" + category;
        }

        @Override
        public int compareTo(Shelf other) {
            return code().compareTo(other.code());
        }
    }

    /// Grams by shelf, without those that are nought.
    static final class Grams {
        final TreeMap<Shelf, Long> by = new TreeMap<>();

        void move(Account from, Account to, CategoryCode category, long grams) {
            move(from, category, to, category, grams);
        }

        void move(Account from, CategoryCode was, Account to, CategoryCode category, long grams) {
            add(from, was, -grams);
            add(to, category, grams);
        }

        private void add(Account account, CategoryCode category, long grams) {
            if (account.isStock() && by.merge(new Shelf(account, category), grams, Long::sum) == 0) {
                by.remove(new Shelf(account, category));
            }
        }

        void add(Grams other, int sign) {
            other.by.forEach((shelf, grams) -> add(shelf.place(), shelf.category(), sign * grams));
        }
    }

    /// A load that was sent under the code of a slip.
    static final class Van {
        final SiteCode from;
        final SiteCode to;
        /// One thing goes wrong with a van, or nothing does.
        Optional<Silent.How> wrong = Optional.empty();

        Van(SiteCode from, SiteCode to) {
            this.from = from;
            this.to = to;
        }
    }

    /// Something that happened and that nobody told a counter.
    ///
    /// @param code of the label that the thing bore
    record Silent(
            How how,
            Thing thing,
            CategoryCode category,
            Optional<ItemCode> code,
            Optional<String> transfer,
            Account from,
            Account to,
            Instant at) {

        enum How {
            STOLEN,
            /// The thing stands where it stood, without a label.
            LABEL_LOST,
            /// Scanned onto the list of a van that left without it.
            LEFT_BEHIND,
            LOST_IN_THE_VAN,
            /// Put on the shelf without a scan.
            UNPACKED_UNSEEN
        }
    }

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    final List<Thing> things = new ArrayList<>();
    final List<Deed> deeds = new ArrayList<>();
    final List<Silent> silent = new ArrayList<>();
    final Map<String, Van> vans = new TreeMap<>();
    final Map<TerminalId, Money> drawers = new HashMap<>();
    private Instant now = MONDAY;

    Instant now() {
        return now;
    }

    /// Time passes; no two deeds happen at the same moment.
    Instant pass(long seconds) {
        now = now.plusSeconds(seconds).plusMillis(1);
        return now;
    }

    Thing appears(CategoryCode category, long grams) {
        Thing thing = new Thing(category, grams, Account.from(Source.DROP_OFF));
        things.add(thing);
        return thing;
    }

    List<Thing> standing(SiteCode site, Area area) {
        return things.stream().filter(t -> t.standsIn(site, area)).toList();
    }

    Grams standing() {
        Grams all = new Grams();
        things.forEach(t -> all.move(Account.from(Source.STREET), t.place, t.category, t.grams));
        return all;
    }

    List<Thing> on(String transfer) {
        return things.stream()
                .filter(t -> t.place.equals(new Account.Transit(transfer)))
                .toList();
    }

    void happens(Silent.How how, Thing thing, Optional<String> transfer, Account to) {
        silent.add(new Silent(
                how, thing, thing.category, thing.sticker.map(Sticker::code), transfer, thing.place, to, now));
        thing.place = to;
    }

    boolean isSilentAbout(ItemCode code) {
        return silent.stream().anyMatch(s -> s.code().equals(Optional.of(code)));
    }

    void done(Deed deed) {
        deeds.add(deed);
        if (deed.what() instanceof Deed.Sold sold) {
            Money cash = sold.kept().getOrDefault(Tender.CASH, Money.ZERO);
            drawers.merge(deed.terminal(), cash, Money::plus);
        }
    }
}
