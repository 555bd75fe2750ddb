package fr.lamine.backoffice;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.BOOKS;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static fr.lamine.backoffice.TestFacts.GENTILLY;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Beside;
import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.VoidReason;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.FactTypes;
import fr.lamine.model.journal.Json;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.CarriedItem;
import fr.lamine.model.stock.CountedItem;
import fr.lamine.model.stock.CountedLoose;
import fr.lamine.model.stock.LooseGoods;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.ClosingKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Some days of several terminals from one seed, with everything that goes wrong in them: clocks that differ, sales
/// before their label, lots sold too often, prices changed by hand, new labels for old, forks, bodies nobody can read.
public final class TestScenario {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    /// Entries of one terminal in the order in which it sends them.
    public record Stream(TestTerminal terminal, List<Entry> entries) {}

    private record Sold(FactId id, Fact.Sale sale) {}

    private record Made(ItemCode code, CategoryCode category, int pieces, long pieceGrams, long cents) {}

    private final Random random;
    private final Random drawer;
    private final OnlineScenario online;
    private final Random road;
    private final Random slips;
    private final boolean troubles;
    private final List<Made> made = new ArrayList<>();
    private final List<Sold> sold = new ArrayList<>();
    private final List<String> vouchers = new ArrayList<>();
    private final List<SiteFact.TransferSent> sent = new ArrayList<>();
    private final List<Fact.WeighIn> weighed = new ArrayList<>();
    public final List<Stream> streams = new ArrayList<>();

    /// @param troubles whether journals fork and bodies cannot be read
    public TestScenario(long seed, int steps, boolean troubles) {
        this.random = new Random(seed);
        this.drawer = new Random(seed + 4_711);
        this.online = new OnlineScenario(seed + 50);
        this.road = new Random(seed + 815);
        this.slips = new Random(seed + 60);
        this.troubles = troubles;
        List<TestTerminal> terminals = List.of(
                new TestTerminal("101", ARCUEIL, JournalKind.REAL),
                new TestTerminal("102", ARCUEIL, JournalKind.REAL),
                new TestTerminal("201", GENTILLY, JournalKind.REAL),
                new TestTerminal("901", GENTILLY, JournalKind.TRAINING));
        terminals.forEach(t -> t.open(START));
        for (int step = 0; step < steps; step++) {
            act(terminals.get(random.nextInt(terminals.size())), step);
        }
        for (TestTerminal terminal : terminals) {
            streams.add(new Stream(terminal, troubles ? forked(terminal, steps) : terminal.entries));
        }
    }

    private List<Entry> forked(TestTerminal terminal, int steps) {
        if (random.nextInt(3) != 0) {
            return terminal.entries;
        }
        TestTerminal clone = terminal.copy();
        int common = terminal.entries.size();
        act(terminal, steps + 1);
        act(terminal, steps + 2);
        act(clone, steps + 3);
        act(clone, steps + 4);
        act(clone, steps + 5);
        List<Entry> sent = new ArrayList<>(terminal.entries);
        clone.continueJournal(at(terminal, steps + 6), ContinueCause.FORK);
        act(clone, steps + 7);
        act(clone, steps + 8);
        sent.addAll(clone.entries.subList(common, clone.entries.size()));
        return sent;
    }

    /// Clocks differ by up to some hours: a sale may seem older than its label.
    private static Instant at(TestTerminal terminal, int step) {
        return START.plusSeconds(step * 900L - terminal.id.number() % 7 * 2_000L);
    }

    private void act(TestTerminal terminal, int step) {
        Instant at = at(terminal, step);
        CategoryCode category = random.nextBoolean() ? DISHES : BOOKS;
        switch (random.nextInt(troubles ? 17 : 16)) {
            case 0, 1, 2 -> weigh(terminal, at, category);
            case 3 -> sortOut(terminal, at, category);
            case 4 -> terminal.add(TestFacts.shelved(terminal.site, at, category, 500 + random.nextInt(5_000)));
            case 5, 6, 7 -> label(terminal, at, category);
            case 8 -> relabel(terminal, at);
            case 9 -> reverse(terminal, at);
            case 10, 11, 12 -> sell(terminal, at, category);
            case 13, 14 -> bringBack(terminal, at);
            case 15 -> giveAway(terminal, at);
            default -> terminal.seal(at, "sale.1", random.nextBoolean() ? "{\"context\":null}" : "\u0000");
        }
        if (drawer.nextInt(3) == 0) {
            keepTill(terminal, at);
        }
        online.act(terminal, at);
        if (road.nextInt(4) == 0) {
            carry(terminal, at);
        }
        if (slips.nextInt(8) == 0 && !made.isEmpty()) {
            voidLabel(terminal, at);
        }
    }

    /// Some labels are voided of things that are gone already, or sold later all the same.
    private void voidLabel(TestTerminal terminal, Instant at) {
        Made thing = made.get(slips.nextInt(made.size()));
        int pieces = 1 + slips.nextInt(thing.pieces());
        VoidReason reason = VoidReason.values()[slips.nextInt(VoidReason.values().length)];
        terminal.add(TestFacts.voided(
                terminal.site, at, thing.code(), thing.category(), pieces, pieces * thing.pieceGrams(), reason));
    }

    /// Sends goods to the other site, receives some of what was sent, more of it or what nobody sent, and counts
    /// shelves.
    private void carry(TestTerminal terminal, Instant at) {
        switch (road.nextInt(5)) {
            case 0, 1 -> send(terminal, at);
            case 2, 3 -> receive(terminal, at);
            default -> count(terminal, at);
        }
    }

    private void send(TestTerminal terminal, Instant at) {
        String code = SiteFact.transferOf(
                new FactId(terminal.head().journal(), terminal.head().seq() + 1));
        SiteFact.TransferSent fact = new SiteFact.TransferSent(
                TestFacts.context(terminal.site, at),
                code,
                terminal.site.equals(ARCUEIL) ? GENTILLY : ARCUEIL,
                Area.SHOP,
                carried(),
                List.of(loose(BOOKS)));
        sent.add(fact);
        terminal.add(fact);
    }

    private void receive(TestTerminal terminal, Instant at) {
        SiteFact.TransferSent of = sent.isEmpty() ? null : sent.get(road.nextInt(sent.size()));
        boolean never = of == null || road.nextInt(6) == 0;
        boolean whole = !never && road.nextInt(2) == 0;
        terminal.add(new SiteFact.TransferReceived(
                TestFacts.context(terminal.site, at),
                never ? "T-777-1-" + (1 + road.nextInt(5)) : of.transfer(),
                Area.SHOP,
                whole ? of.items() : carried(),
                whole ? of.loose() : List.of(loose(BOOKS))));
    }

    private void count(TestTerminal terminal, Instant at) {
        List<CountedItem> items = carried().stream()
                .map(i -> new CountedItem(i.item(), i.pieces(), at.minusSeconds(600), at.minusSeconds(60)))
                .toList();
        terminal.add(new SiteFact.Counted(
                TestFacts.context(terminal.site, at),
                Area.SHOP,
                at.minusSeconds(900),
                road.nextBoolean() ? List.of() : List.of(DISHES),
                items,
                road.nextBoolean()
                        ? List.of()
                        : List.of(new CountedLoose(BOOKS, loose(BOOKS).weight(), at.minusSeconds(30)))));
    }

    /// Up to three labels, now and then one that the counter never heard of.
    private List<CarriedItem> carried() {
        List<CarriedItem> items = new ArrayList<>();
        for (int i = road.nextInt(4); i > 0 && !made.isEmpty(); i--) {
            Made item = made.get(road.nextInt(made.size()));
            int pieces = 1 + road.nextInt(item.pieces());
            boolean known = road.nextInt(4) != 0;
            if (items.stream().noneMatch(c -> c.item().equals(item.code()))) {
                items.add(new CarriedItem(
                        item.code(),
                        pieces,
                        known
                                ? Optional.of(
                                        new CarriedItem.Known(item.category(), Mass.grams(pieces * item.pieceGrams())))
                                : Optional.empty()));
            }
        }
        if (road.nextInt(10) == 0) {
            items.add(new CarriedItem(ItemCode.of(998, road.nextInt(20)), 1, Optional.empty()));
        }
        return items;
    }

    private LooseGoods loose(CategoryCode category) {
        return new LooseGoods(
                category, Weight.untared(Mass.grams(500 + road.nextInt(3) * 250L), TestFacts.weighed(false)));
    }

    /// Opens, moves cash and closes, day by day and now and then a month; some of it in a version that the office
    /// cannot read.
    private void keepTill(TestTerminal terminal, Instant at) {
        boolean later = troubles && drawer.nextInt(6) == 0;
        if (terminal.book.session().isEmpty()) {
            if (drawer.nextInt(4) == 0
                    && terminal.book.openSince(ClosingKind.MONTH).isPresent()) {
                terminal.closePeriod(at, ClosingKind.MONTH);
            }
            terminal.openTill(at, 5_000 + drawer.nextInt(200));
        } else if (drawer.nextInt(3) == 0) {
            terminal.moveCash(at, CashMove.values()[drawer.nextInt(2)], 100L * (1 + drawer.nextInt(5)));
        } else if (later && drawer.nextBoolean()) {
            Fact.Sale sale = TestFacts.sale(
                    terminal.site, at, terminal.totals, Tender.CASH, List.of(TestFacts.unlabelled(BOOKS, 1, 350, 100)));
            terminal.totals = sale.totalsAfter();
            terminal.addAs("sale.99", sale);
        } else {
            TillFact.Closing closing = terminal.closing(at, drawer.nextInt(500) - 250L, 5_000);
            terminal.totals = closing.perpetual();
            terminal.addAs(later ? "closing.99" : FactTypes.typeOf(closing), closing);
        }
    }

    private void weigh(TestTerminal terminal, Instant at, CategoryCode category) {
        Fact.WeighIn fact =
                TestFacts.weighIn(terminal.site, at, category, 1_000 + random.nextInt(20_000), Area.SORTING);
        terminal.add(fact);
        weighed.add(fact);
    }

    /// Out of a mixed load: it stays in sorting, goes to the shop, or leaves.
    private void sortOut(TestTerminal terminal, Instant at, CategoryCode category) {
        List<Account> ways = List.of(
                Account.place(terminal.site, Area.SORTING),
                Account.place(terminal.site, Area.SHOP),
                Account.gone(Outcome.RECYCLED));
        Fact.WeighIn fact = new Fact.WeighIn(
                TestFacts.context(terminal.site, at),
                category,
                Weight.untared(Mass.grams(1 + random.nextInt(6_000)), TestFacts.weighed(false)),
                Account.place(terminal.site, Area.SORTING),
                ways.get(random.nextInt(ways.size())),
                Optional.empty(),
                Optional.of(category.equals(TestFacts.DISHES) ? TestFacts.BOOKS : TestFacts.DISHES),
                Beside.NOTHING);
        terminal.add(fact);
    }

    private void reverse(TestTerminal terminal, Instant at) {
        Optional<Entry> weighIn = terminal.entries.stream()
                .filter(e -> e.type().equals("weigh-in.2"))
                .findFirst();
        if (weighIn.isPresent() && Json.fact(weighIn.get()) instanceof Fact.WeighIn w) {
            terminal.add(Fact.WeighInReversed.of(weighIn.get().id(), w, TestFacts.context(terminal.site, at)));
        }
    }

    private void label(TestTerminal terminal, Instant at, CategoryCode category) {
        int pieces = random.nextBoolean() ? 1 : 2 + random.nextInt(4);
        long grams = pieces * 100L + random.nextInt(3_000);
        long cents = 50L * (1 + random.nextInt(20));
        terminal.totals = terminal.totals.afterLabel();
        ItemCode code = ItemCode.of(terminal.id, terminal.totals.labels());
        terminal.add(TestFacts.label(terminal.site, at, code, category, pieces, grams, cents));
        made.add(new Made(code, category, pieces, grams / pieces, cents));
        online.labelled(code, category, grams / pieces);
    }

    private void relabel(TestTerminal terminal, Instant at) {
        if (made.isEmpty()) {
            return;
        }
        Made old = made.get(random.nextInt(made.size()));
        int pieces = 1 + random.nextInt(old.pieces());
        terminal.totals = terminal.totals.afterLabel();
        ItemCode code = ItemCode.of(terminal.id, terminal.totals.labels());
        long grams = pieces * old.pieceGrams() + random.nextInt(10);
        terminal.add(TestFacts.label(
                terminal.site, at, code, old.category(), pieces, grams, old.cents() + 50, Optional.of(old.code())));
        made.add(new Made(code, old.category(), pieces, grams / pieces, old.cents() + 50));
    }

    private void sell(TestTerminal terminal, Instant at, CategoryCode category) {
        List<SaleLine> lines = new ArrayList<>();
        lines.add(TestFacts.unlabelled(
                category, 1 + random.nextInt(3), 350 + random.nextInt(900), random.nextInt(8) == 0 ? 75 : 100));
        for (int i = random.nextInt(3); i > 0 && !made.isEmpty(); i--) {
            Made item = made.get(random.nextInt(made.size()));
            int pieces = 1 + random.nextInt(item.pieces());
            long cents = random.nextInt(10) == 0 ? item.cents() + 10 : item.cents();
            CategoryCode keyed = random.nextInt(10) == 0 ? category : item.category();
            lines.add(TestFacts.labelled(item.code(), keyed, pieces, item.pieceGrams(), cents));
        }
        if (random.nextInt(12) == 0) {
            ItemCode never = ItemCode.of(999, random.nextInt(50));
            lines.add(TestFacts.labelled(never, category, 1, 250, 200));
        }
        Tender tender = Tender.values()[random.nextInt(3)];
        Entry entry = terminal.sell(at, tender, lines.toArray(SaleLine[]::new));
        sold.add(new Sold(entry.id(), (Fact.Sale) Json.fact(entry)));
    }

    /// Something sold anywhere comes back to any till, sometimes more often than it was sold; money goes back in cash
    /// or
    /// as a voucher, and vouchers are spent, sometimes more often than they were given.
    private void giveAway(TestTerminal terminal, Instant at) {
        boolean labelled = !made.isEmpty() && random.nextBoolean();
        Made thing = labelled ? made.get(random.nextInt(made.size())) : new Made(null, BOOKS, 5, 350, 0);
        int pieces = 1 + random.nextInt(thing.pieces());
        terminal.add(new TillFact.GivenAway(
                TestFacts.context(terminal.site, at),
                Optional.ofNullable(thing.code()),
                thing.category(),
                pieces,
                Mass.grams(pieces * thing.pieceGrams()),
                labelled ? new MassProvenance.Label() : TestFacts.AVERAGE,
                "Aide sociale"));
    }

    private void bringBack(TestTerminal terminal, Instant at) {
        List<ReturnLine> returns = new ArrayList<>();
        if (!sold.isEmpty()) {
            Sold old = sold.get(random.nextInt(sold.size()));
            int index = random.nextInt(old.sale().lines().size());
            SaleLine line = old.sale().lines().get(index);
            int pieces = 1 + random.nextInt(line.pieces());
            returns.add(TestFacts.returned(
                    terminal.site,
                    line,
                    pieces,
                    random.nextInt(10) == 0
                            ? Optional.empty()
                            : Optional.of(new ReturnLine.SoldLine(old.id(), random.nextInt(12) == 0 ? 90 : index)),
                    random.nextInt(3) == 0 ? Area.SORTING : Area.SHOP));
        }
        List<SaleLine> lines = random.nextBoolean() || returns.isEmpty()
                ? List.of(TestFacts.unlabelled(DISHES, 1 + random.nextInt(6), 300, 100))
                : List.of();
        Optional<String> voucher =
                random.nextBoolean() && !vouchers.isEmpty() ? Optional.of(vouchers.getLast()) : Optional.empty();
        Fact.Sale sale = TestFacts.exchange(terminal.site, at, terminal.totals, terminal.id, lines, returns, voucher);
        sale.givenBack().stream().flatMap(t -> t.reference().stream()).forEach(vouchers::add);
        terminal.add(sale);
    }

    /// Cuts each stream into batches and shuffles the streams together, keeping each one's own order; some batches are
    /// sent twice.
    public List<List<Entry>> interleaved(Random order) {
        List<List<List<Entry>>> queues = new ArrayList<>();
        for (Stream stream : streams) {
            List<List<Entry>> batches = new ArrayList<>();
            int from = 0;
            while (from < stream.entries().size()) {
                int to = Math.min(stream.entries().size(), from + 1 + order.nextInt(25));
                for (int i = from + 1; i < to; i++) {
                    if (stream.entries().get(i).seq()
                                    != stream.entries().get(i - 1).seq() + 1
                            || stream.entries().get(i).generation()
                                    != stream.entries().get(i - 1).generation()) {
                        to = i;
                    }
                }
                batches.add(stream.entries().subList(from, to));
                if (order.nextInt(6) == 0) {
                    batches.add(stream.entries().subList(from, to));
                }
                from = to;
            }
            queues.add(batches);
        }
        List<List<Entry>> all = new ArrayList<>();
        while (!queues.isEmpty()) {
            List<List<Entry>> queue = queues.get(order.nextInt(queues.size()));
            all.add(queue.removeFirst());
            queues.removeIf(List::isEmpty);
        }
        return all;
    }
}
