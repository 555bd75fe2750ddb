package fr.lamine.day.simulation;

import fr.lamine.day.simulation.Deed.Carried;
import fr.lamine.day.simulation.Deed.Heap;
import fr.lamine.day.simulation.Deed.Seen;
import fr.lamine.day.simulation.World.Sticker;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.stock.Account.Transit;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.CountedItem;
import fr.lamine.model.stock.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Where goods are by what the counters told, deed after deed; and what of vans, shelves and sales does not match it.
final class Trail {

    /// Pieces of a label came to a place, or left it.
    private record Step(Deed deed, int line, Account account, int pieces) {
        Instant at() {
            return deed.holds();
        }
    }

    /// What is on its way of one label, or of the unlabelled goods of one category.
    private record Load(String transfer, Optional<ItemCode> item, CategoryCode category) {}

    private static final class Rest {
        long grams;
        long pieces;
    }

    private final Books books;
    private final List<Deed> deeds;
    private final Map<ItemCode, Sticker> labels;
    private final Map<ItemCode, List<Step>> steps = new TreeMap<>();

    /// @param deeds  that are in the books, as they happened
    /// @param labels the first label of each code among them
    Trail(Books books, List<Deed> deeds, Map<ItemCode, Sticker> labels) {
        this.books = books;
        this.deeds = deeds;
        this.labels = labels;
        deeds.forEach(this::follow);
        Comparator<Step> order = Comparator.comparing(Step::at).thenComparing(s -> books.idOf(s.deed()));
        steps.values().forEach(all -> all.sort(order));
    }

    private void follow(Deed deed) {
        Place shop = Account.place(deed.site(), Area.SHOP);
        switch (deed.what()) {
            case Deed.Labelled(var sticker) ->
                step(sticker.code(), deed, 0, deed.seen().getFirst().to(), sticker.pieces());
            case Deed.Sold sold -> {
                for (int i = 0; i < sold.lines().size(); i++) {
                    Deed.Line line = sold.lines().get(i);
                    int number = i + 1;
                    line.item().ifPresent(item -> step(item, deed, number, shop, -line.pieces()));
                }
            }
            case Deed.Sent(var transfer, var items) -> carried(deed, items, shop, new Transit(transfer));
            case Deed.Received(var transfer, var items) -> carried(deed, items, new Transit(transfer), shop);
            case Deed.Posted(var _, var _, var place, var lines) ->
                lines.forEach(l -> posted(deed, l, place, l.pieces()));
            case Deed.Settled(var transfer, var to, var lines) ->
                lines.forEach(l -> {
                    posted(deed, l, new Transit(transfer), -l.pieces());
                    if (to instanceof Place) {
                        posted(deed, l, to, l.pieces());
                    }
                });
            case Deed.Weighed _, Deed.TakenBack _, Deed.Counted _, Deed.Unreadable _ -> {}
        }
    }

    private void step(ItemCode code, Deed deed, int line, Account account, int pieces) {
        steps.computeIfAbsent(code, _ -> new ArrayList<>()).add(new Step(deed, line, account, pieces));
    }

    private void carried(Deed deed, List<Carried> items, Account from, Account to) {
        for (int i = 0; i < items.size(); i++) {
            step(items.get(i).item(), deed, i + 1, from, -items.get(i).pieces());
            step(items.get(i).item(), deed, i + 1, to, items.get(i).pieces());
        }
    }

    private void posted(Deed deed, Difference line, Account account, int pieces) {
        line.item().filter(_ -> pieces != 0).ifPresent(item -> step(item, deed, 1, account, pieces));
    }

    Set<String> discrepancies() {
        Set<String> open = new HashSet<>();
        labels.keySet().forEach(code -> open.addAll(soldElsewhere(code)));
        open.addAll(transfersThatDiffer());
        deeds.stream()
                .filter(d -> d.what() instanceof Deed.Counted && differs(d, (Deed.Counted) d.what()))
                .forEach(d -> open.add("COUNT_DIFFERS " + books.idOf(d)));
        return open;
    }

    /// Sold where there was none of it, while there was some elsewhere.
    private List<String> soldElsewhere(ItemCode code) {
        List<String> found = new ArrayList<>();
        Map<Account, Integer> held = new HashMap<>();
        for (Step step : steps.getOrDefault(code, List.of())) {
            held.merge(step.account(), step.pieces(), Integer::sum);
            if (!(step.deed().what() instanceof Deed.Sold)) {
                continue;
            }
            int here = held.entrySet().stream()
                    .filter(e -> isAt(e.getKey(), step.deed().site()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            boolean elsewhere = held.values().stream().anyMatch(pieces -> pieces > 0);
            int all = held.values().stream().mapToInt(pieces -> pieces).sum();
            if (here < 0 && elsewhere && all >= 0) {
                found.add("SOLD_ELSEWHERE " + books.idOf(step.deed()) + "#" + step.line());
            }
        }
        return found;
    }

    private static boolean isAt(Account account, SiteCode site) {
        return account instanceof Place place && place.site().equals(site);
    }

    /// What a counter carried without having heard of the label, as the label says it.
    static List<Seen> byLabel(Deed deed, Map<ItemCode, Sticker> labels) {
        Place shop = Account.place(deed.site(), Area.SHOP);
        return switch (deed.what()) {
            case Deed.Sent(var transfer, var items) -> byLabel(items, shop, new Transit(transfer), labels);
            case Deed.Received(var transfer, var items) -> byLabel(items, new Transit(transfer), shop, labels);
            case Deed.Weighed _,
                    Deed.TakenBack _,
                    Deed.Labelled _,
                    Deed.Sold _,
                    Deed.Counted _,
                    Deed.Posted _,
                    Deed.Settled _,
                    Deed.Unreadable _ -> List.of();
        };
    }

    private static List<Seen> byLabel(List<Carried> items, Account from, Account to, Map<ItemCode, Sticker> labels) {
        return items.stream()
                .filter(i -> !i.known() && labels.containsKey(i.item()))
                .map(i -> {
                    Sticker label = labels.get(i.item());
                    long grams = label.pieceGrams() * i.pieces();
                    return new Seen(from, to, label.category(), grams, i.pieces(), Optional.of(i.item()));
                })
                .toList();
    }

    private List<String> transfersThatDiffer() {
        Map<Load, Rest> rests = new HashMap<>();
        Set<String> received = new HashSet<>();
        for (Deed deed : deeds) {
            List<Seen> all = new ArrayList<>(deed.seen());
            all.addAll(byLabel(deed, labels));
            for (Seen seen : all) {
                rest(rests, seen.to(), seen, 1);
                rest(rests, seen.from(), seen, -1);
            }
            if (deed.what() instanceof Deed.Received(var transfer, var _)) {
                received.add(transfer);
            }
        }
        Set<String> differ = new HashSet<>();
        rests.forEach((load, rest) -> {
            boolean less = rest.grams < 0 || rest.pieces < 0;
            boolean nothing = rest.grams == 0 && rest.pieces == 0;
            if (!nothing && (less || received.contains(load.transfer()))) {
                differ.add("TRANSFER_DIFFERS " + load.transfer());
            }
        });
        return List.copyOf(differ);
    }

    private static void rest(Map<Load, Rest> rests, Account account, Seen seen, int sign) {
        if (account instanceof Transit(var transfer)) {
            Rest rest = rests.computeIfAbsent(new Load(transfer, seen.item(), seen.category()), _ -> new Rest());
            rest.grams += sign * seen.grams();
            rest.pieces += sign * seen.pieces();
        }
    }

    /// A shelf is held against the books of the moment in which each thing was looked at.
    private boolean differs(Deed deed, Deed.Counted count) {
        List<Deed.Posted> posted = deeds.stream()
                .filter(d -> d.what() instanceof Deed.Posted p && p.count().equals(books.idOf(deed)))
                .map(d -> (Deed.Posted) d.what())
                .toList();
        boolean labelled = labels.keySet().stream().anyMatch(code -> differs(deed, count, code, posted));
        return labelled || heaps(count).stream().anyMatch(heap -> differs(count, heap, posted));
    }

    private boolean differs(Deed deed, Deed.Counted count, ItemCode code, List<Deed.Posted> posted) {
        Optional<CountedItem> tally =
                count.items().stream().filter(i -> i.item().equals(code)).findFirst();
        Instant first = tally.map(CountedItem::first).orElse(count.begun());
        Instant last = tally.map(CountedItem::last).orElse(deed.at());
        int before = 0;
        int after = 0;
        for (Step step : steps.getOrDefault(code, List.of())) {
            if (step.account().equals(count.place()) && !step.at().isAfter(deed.at())) {
                before += step.at().isBefore(first) ? step.pieces() : 0;
                after += step.at().isAfter(last) ? 0 : step.pieces();
            }
        }
        int counted = tally.map(CountedItem::pieces).orElse(0);
        int nearest = Math.clamp(counted, Math.min(before, after), Math.max(before, after));
        int told = lines(posted)
                .filter(l -> l.item().equals(Optional.of(code)))
                .mapToInt(Difference::pieces)
                .sum();
        return (counted - nearest - told) * labels.get(code).pieceGrams() != 0;
    }

    private static Stream<Difference> lines(List<Deed.Posted> posted) {
        return posted.stream().flatMap(p -> p.lines().stream());
    }

    /// What was weighed of a category in several goes is one heap, as of the last go.
    private static List<Heap> heaps(Deed.Counted count) {
        Map<CategoryCode, Heap> heaps = new HashMap<>();
        count.heaps()
                .forEach(h -> heaps.merge(
                        h.category(),
                        h,
                        (a, b) -> new Heap(a.category(), a.grams() + b.grams(), later(a.at(), b.at()))));
        return List.copyOf(heaps.values());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private boolean differs(Deed.Counted count, Heap heap, List<Deed.Posted> posted) {
        long held = 0;
        for (Deed deed : deeds) {
            if (deed.holds().isAfter(heap.at())) {
                continue;
            }
            for (Seen seen : deed.seen()) {
                boolean loose = seen.item().isEmpty();
                if (loose && seen.to().equals(count.place()) && seen.category().equals(heap.category())) {
                    held += seen.grams();
                }
                if ((loose || deed.what() instanceof Deed.Labelled)
                        && seen.from().equals(count.place())
                        && seen.was().equals(heap.category())) {
                    held -= seen.grams();
                }
            }
        }
        long told = lines(posted)
                .filter(l -> l.item().isEmpty() && l.category().equals(heap.category()))
                .mapToLong(l -> l.mass().grams())
                .sum();
        return heap.grams() - held - told != 0;
    }
}
