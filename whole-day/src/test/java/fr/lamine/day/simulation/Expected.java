package fr.lamine.day.simulation;

import fr.lamine.day.simulation.Books.Sum;
import fr.lamine.day.simulation.Deed.Line;
import fr.lamine.day.simulation.World.Grams;
import fr.lamine.day.simulation.World.Sticker;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Cause;
import fr.lamine.model.stock.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the books must say, told from the deeds that reached the office and from what the counters saw of each: written
/// down anew, without a line of the office's own rules.
final class Expected {

    final Map<String, Sum> movements = new TreeMap<>();
    final Map<String, Sum> days = new TreeMap<>();
    final Grams balances = new Grams();
    final Grams remainders = new Grams();
    final Set<String> open = new TreeSet<>();
    final Map<String, Long> tenders = new TreeMap<>();
    final Map<String, Long> tickets = new TreeMap<>();

    private final Books books;
    private final List<Deed> deeds;
    private final Map<ItemCode, Sticker> labels;

    /// Pieces that left a label, or that a manager found to be there after all.
    private record Gone(Deed deed, int number, int pieces, long grams, boolean back, Optional<Line> sold) {
        Gone less(int cut) {
            int left = pieces - cut;
            return new Gone(deed, number, left, grams / pieces * left, back, sold);
        }
    }

    Expected(World world, Books books, Set<String> forged) {
        this.books = books;
        this.deeds = world.deeds.stream()
                .filter(books::isApplied)
                .sorted(Comparator.comparing(Deed::at).thenComparing(d -> books.idOf(d)))
                .toList();
        deeds.forEach(this::count);
        labels = firstLabels();
        codes().forEach(this::fold);
        deeds.forEach(deed -> byLabel(deed).forEach(this::posted));
        open.addAll(new Trail(books, deeds, labels).discrepancies());
        balances.add(remainders, 1);
        balances.by.forEach((shelf, grams) -> {
            if (grams < 0 && shelf.place() instanceof Account.Place) {
                open.add("NEGATIVE_STOCK " + shelf.code());
            }
        });
        sharedNumbers();
        branchesAndBeginnings();
        world.deeds.stream()
                .filter(d -> d.what() instanceof Deed.Unreadable && books.isKept(d))
                .forEach(d -> open.add("UNAPPLIED_FACT " + books.idOf(d)));
        forged.forEach(journal -> open.add("WRONG_SIGNATURE " + journal));
    }

    private void count(Deed deed) {
        balances.add(deed.seenGrams(), 1);
        for (Deed.Seen seen : deed.seen()) {
            Sum sum = new Sum(seen.grams(), seen.pieces(), 1);
            String from = seen.from().code();
            String to = seen.to().code();
            String category =
                    seen.was().equals(seen.category()) ? seen.category().code() : seen.was() + " as " + seen.category();
            movements.merge(Books.key(from, to, category, seen.item()), sum, Sum::plus);
            days.merge(Books.key(from, to, category, Optional.empty()), sum, Sum::plus);
        }
        if (deed.what() instanceof Deed.Sold sold) {
            sold.kept()
                    .forEach((Tender tender, Money money) ->
                            tenders.merge(deed.site() + " " + tender, money.cents(), Long::sum));
            tickets.merge(deed.site().code(), 1L, Long::sum);
        }
    }

    private Map<ItemCode, Sticker> firstLabels() {
        Map<ItemCode, Sticker> labels = new TreeMap<>();
        for (Deed deed : deeds) {
            if (deed.what() instanceof Deed.Labelled(var sticker)) {
                labels.putIfAbsent(sticker.code(), sticker);
            }
        }
        return labels;
    }

    /// What the office posts of a deed by the labels that the counter had never heard of.
    List<Deed.Seen> byLabel(Deed deed) {
        return Trail.byLabel(deed, labels);
    }

    /// The office itself posts it, by the label.
    private void posted(Deed.Seen seen) {
        remainders.move(seen.from(), seen.to(), seen.category(), seen.grams());
        days.merge(
                Books.key(seen.from().code(), seen.to().code(), seen.category(), Optional.empty()),
                new Sum(seen.grams(), seen.pieces(), 1),
                Sum::plus);
    }

    private Set<ItemCode> codes() {
        Set<ItemCode> codes = new TreeSet<>();
        for (Deed deed : deeds) {
            switch (deed.what()) {
                case Deed.Labelled(var sticker) -> codes.add(sticker.code());
                case Deed.Sold sold -> sold.lines().forEach(l -> l.item().ifPresent(codes::add));
                case Deed.Sent(var _, var items) -> items.forEach(i -> codes.add(i.item()));
                case Deed.Received(var _, var items) -> items.forEach(i -> codes.add(i.item()));
                case Deed.Posted(var _, var _, var _, var lines) ->
                    lines.forEach(l -> l.item().ifPresent(codes::add));
                case Deed.Settled(var _, var _, var lines) ->
                    lines.forEach(l -> l.item().ifPresent(codes::add));
                case Deed.Weighed _, Deed.TakenBack _, Deed.Counted _, Deed.Unreadable _ -> {}
            }
        }
        return codes;
    }

    private void fold(ItemCode code) {
        List<Deed> made = deeds.stream()
                .filter(d -> d.what() instanceof Deed.Labelled l
                        && l.sticker().code().equals(code))
                .toList();
        List<Gone> gone = withoutFoundAgain(gone(code));
        if (made.size() > 1) {
            open.add("LABELLED_TWICE " + code);
        }
        if (made.isEmpty()) {
            if (gone.stream().anyMatch(g -> g.sold().isPresent()) || isCarriedUnheard(code)) {
                open.add("UNKNOWN_LABEL " + code);
            }
            return;
        }
        Deed first = made.getFirst();
        Sticker label = ((Deed.Labelled) first.what()).sticker();
        for (Gone g : gone) {
            g.sold()
                    .filter(line -> !line.unit().equals(label.price()))
                    .ifPresent(_ -> open.add("PRICE_DIFFERS " + name(g)));
            g.sold()
                    .filter(line -> !line.category().equals(label.category()))
                    .ifPresent(_ -> open.add("CATEGORY_DIFFERS " + name(g)));
        }
        empty(label, first.seen().getFirst().to(), gone);
    }

    private String name(Gone gone) {
        return books.idOf(gone.deed()) + "#" + gone.number();
    }

    private boolean isCarriedUnheard(ItemCode code) {
        return deeds.stream().anyMatch(d -> switch (d.what()) {
            case Deed.Sent(var _, var items) ->
                items.stream().anyMatch(i -> i.item().equals(code) && !i.known());
            case Deed.Received(var _, var items) ->
                items.stream().anyMatch(i -> i.item().equals(code) && !i.known());
            case Deed.Weighed _,
                    Deed.TakenBack _,
                    Deed.Labelled _,
                    Deed.Sold _,
                    Deed.Counted _,
                    Deed.Posted _,
                    Deed.Settled _,
                    Deed.Unreadable _ -> false;
        });
    }

    private List<Gone> gone(ItemCode code) {
        List<Gone> gone = new ArrayList<>();
        for (Deed deed : deeds) {
            switch (deed.what()) {
                case Deed.Sold sold -> {
                    for (int i = 0; i < sold.lines().size(); i++) {
                        Line line = sold.lines().get(i);
                        if (line.item().equals(Optional.of(code))) {
                            gone.add(new Gone(deed, i + 1, line.pieces(), line.grams(), false, Optional.of(line)));
                        }
                    }
                }
                case Deed.Posted(var _, var _, var _, var lines) -> adjusted(deed, lines, code, true, gone);
                case Deed.Settled(var _, var to, var lines) -> {
                    if (to instanceof Account.Adjustment) {
                        adjusted(deed, lines, code, false, gone);
                    }
                }
                case Deed.Weighed _,
                        Deed.TakenBack _,
                        Deed.Labelled _,
                        Deed.Sent _,
                        Deed.Received _,
                        Deed.Counted _,
                        Deed.Unreadable _ -> {}
            }
        }
        gone.sort(Comparator.comparing((Gone g) -> g.deed().holds()).thenComparing(g -> books.idOf(g.deed())));
        return gone;
    }

    /// @param backWhenMore a shelf that holds more gets pieces back; a van that holds more has lost them
    private static void adjusted(
            Deed deed, List<Difference> lines, ItemCode code, boolean backWhenMore, List<Gone> gone) {
        lines.stream()
                .filter(l -> l.item().equals(Optional.of(code)) && l.pieces() != 0)
                .forEach(l -> gone.add(new Gone(
                        deed,
                        0,
                        Math.abs(l.pieces()),
                        Math.abs(l.mass().grams()),
                        l.more() == backWhenMore,
                        Optional.empty())));
    }

    /// What was posted as missing and found again never left: the last of both cancel out.
    private static List<Gone> withoutFoundAgain(List<Gone> gone) {
        int lost = pieces(gone, false);
        int found = pieces(gone, true);
        int both = Math.min(lost, found);
        return both == 0 ? gone : without(false, both, without(true, both, gone));
    }

    private static int pieces(List<Gone> gone, boolean back) {
        return gone.stream()
                .filter(g -> g.sold().isEmpty() && g.back() == back)
                .mapToInt(Gone::pieces)
                .sum();
    }

    private static List<Gone> without(boolean back, int pieces, List<Gone> gone) {
        List<Gone> left = new ArrayList<>();
        int less = pieces;
        for (Gone g : gone.reversed()) {
            int cut = g.sold().isEmpty() && g.back() == back ? Math.min(less, g.pieces()) : 0;
            less -= cut;
            if (cut < g.pieces()) {
                left.add(cut == 0 ? g : g.less(cut));
            }
        }
        return left.reversed();
    }

    /// The grams that are left when the last piece has gone are nobody's; more pieces than the label had are told.
    private void empty(Sticker label, Account place, List<Gone> gone) {
        int left = label.pieces();
        long rest = label.grams();
        long restOfAll = 0;
        boolean emptied = false;
        boolean more = false;
        for (Gone g : gone) {
            if (g.back()) {
                left += g.pieces();
                rest += g.grams();
                continue;
            }
            if (left > 0 && left <= g.pieces()) {
                emptied = true;
                restOfAll = rest - (left == g.pieces() ? g.grams() : g.grams() / g.pieces() * left);
            }
            left -= g.pieces();
            rest -= g.grams();
            more |= left < 0;
        }
        if (more) {
            open.add((label.pieces() == 1 ? "SOLD_TWICE " : "OVERSOLD ") + label.code());
        }
        long nobodys = left == 0 ? rest : restOfAll;
        if (left > 0 || !emptied || nobodys == 0) {
            return;
        }
        Account.Place shelf = (Account.Place) place;
        Account rounding = new Account.Adjustment(shelf.site(), Cause.ROUNDING);
        boolean over = nobodys > 0;
        posted(new Deed.Seen(
                over ? place : rounding,
                over ? rounding : place,
                label.category(),
                Math.abs(nobodys),
                0,
                Optional.of(label.code())));
    }

    private void sharedNumbers() {
        Set<String> seen = new HashSet<>();
        for (Deed deed : deeds) {
            if (deed.what() instanceof Deed.Sold sold && !seen.add(deed.terminal() + "#" + sold.ticket())) {
                open.add("DUPLICATE_TICKET " + deed.terminal() + "#" + sold.ticket());
            }
        }
    }

    private void branchesAndBeginnings() {
        books.continued().forEach(c -> open.add("JOURNAL_CONTINUED " + c.id()));
        books.kept().values().stream()
                .flatMap(List::stream)
                .filter(id -> id.journal().branch().isPresent())
                .filter(id -> !books.unapplied().contains(id))
                .map(FactId::toString)
                .forEach(id -> open.add("FORKED_ENTRY " + id));
    }
}
