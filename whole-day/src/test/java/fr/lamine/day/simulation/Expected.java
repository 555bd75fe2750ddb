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

    private record Gone(Deed deed, int number, Line line) {}

    Expected(World world, Books books, Set<String> forged) {
        this.books = books;
        this.deeds = world.deeds.stream()
                .filter(books::isApplied)
                .sorted(Comparator.comparing(Deed::at).thenComparing(d -> books.idOf(d)))
                .toList();
        deeds.forEach(this::count);
        codes().forEach(this::fold);
        balances.add(remainders, 1);
        balances.by.forEach((shelf, grams) -> {
            if (grams < 0) {
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

    private Set<ItemCode> codes() {
        Set<ItemCode> codes = new TreeSet<>();
        for (Deed deed : deeds) {
            switch (deed.what()) {
                case Deed.Labelled(var sticker) -> codes.add(sticker.code());
                case Deed.Sold sold -> sold.lines().forEach(l -> l.item().ifPresent(codes::add));
                case Deed.Weighed _, Deed.TakenBack _, Deed.Unreadable _ -> {}
            }
        }
        return codes;
    }

    private void fold(ItemCode code) {
        List<Deed> labels = deeds.stream()
                .filter(d -> d.what() instanceof Deed.Labelled l
                        && l.sticker().code().equals(code))
                .toList();
        List<Gone> gone = new ArrayList<>();
        for (Deed deed : deeds) {
            if (deed.what() instanceof Deed.Sold sold) {
                for (int i = 0; i < sold.lines().size(); i++) {
                    if (sold.lines().get(i).item().equals(Optional.of(code))) {
                        gone.add(new Gone(deed, i + 1, sold.lines().get(i)));
                    }
                }
            }
        }
        if (labels.size() > 1) {
            open.add("LABELLED_TWICE " + code);
        }
        if (labels.isEmpty()) {
            open.add("UNKNOWN_LABEL " + code);
            return;
        }
        Deed first = labels.getFirst();
        Sticker label = ((Deed.Labelled) first.what()).sticker();
        gone.stream()
                .filter(g -> !g.line().unit().equals(label.price()))
                .forEach(g -> open.add("PRICE_DIFFERS " + books.idOf(g.deed()) + "#" + g.number()));
        gone.stream()
                .filter(g -> !g.line().category().equals(label.category()))
                .forEach(g -> open.add("CATEGORY_DIFFERS " + books.idOf(g.deed()) + "#" + g.number()));
        empty(label, first.seen().getFirst().to(), gone);
    }

    /// The grams that are left when the last piece has gone are nobody's; more pieces than the label had are told.
    private void empty(Sticker label, Account place, List<Gone> gone) {
        int sold = gone.stream().mapToInt(g -> g.line().pieces()).sum();
        if (sold > label.pieces()) {
            open.add((label.pieces() == 1 ? "SOLD_TWICE " : "OVERSOLD ") + label.code());
        }
        if (sold < label.pieces()) {
            return;
        }
        long rest = label.grams();
        int left = label.pieces();
        for (Gone g : gone) {
            int pieces = Math.min(left, g.line().pieces());
            rest -= g.line().grams() / g.line().pieces() * pieces;
            left -= pieces;
        }
        if (rest != 0) {
            Account.Place shelf = (Account.Place) place;
            Account rounding = new Account.Adjustment(shelf.site(), Cause.ROUNDING);
            remainders.move(place, rounding, label.category(), rest);
            Account from = rest > 0 ? place : rounding;
            Account to = rest > 0 ? rounding : place;
            days.merge(
                    Books.key(from.code(), to.code(), label.category(), Optional.empty()),
                    new Sum(Math.abs(rest), 0, 1),
                    Sum::plus);
        }
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
