package fr.lamine.day.simulation;

import fr.lamine.day.simulation.Deed.Line;
import fr.lamine.day.simulation.Deed.Moved;
import fr.lamine.day.simulation.Deed.Seen;
import fr.lamine.day.simulation.Deed.What;
import fr.lamine.day.simulation.Deed.Why;
import fr.lamine.day.simulation.World.Sticker;
import fr.lamine.day.simulation.World.Thing;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.catalog.Container;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.CheckedLabel;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;
import fr.lamine.pos.labelling.LabelRequest;
import fr.lamine.pos.labelling.LabelRequest.MassFrom;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Question;
import fr.lamine.pos.till.OpenTicket;
import fr.lamine.pos.till.TicketLine;
import fr.lamine.pos.weighin.Journey;
import fr.lamine.pos.weighin.WeighInRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What people do: they carry things about in the world, and at the counters they press the same buttons as ever.
final class People {

    private static final List<CategoryCode> KINDS = List.of(
            new CategoryCode("livre"),
            new CategoryCode("vaisselle"),
            new CategoryCode("jouet"),
            new CategoryCode("chaise"));

    private static final ScaleIdentity FLOOR_SCALE = new ScaleIdentity(
            "SOL-1",
            "Balance au sol",
            AccuracyClass.III,
            Mass.grams(300_000),
            Mass.grams(20),
            Mass.grams(1),
            Optional.of(LocalDate.of(2028, 6, 30)),
            false);

    private final World world;
    private final Random random;
    private final Map<Fault, Integer> faults;
    final Carriers carriers;
    private final int breath;

    /// @param breath seconds at most between two deeds
    People(World world, Random random, Map<Fault, Integer> faults, int breath) {
        this.world = world;
        this.random = random;
        this.faults = faults;
        this.breath = breath;
        carriers = new Carriers(world, random, faults, this);
    }

    /// Somebody does something at this counter, unless there is nothing to do it with.
    void doSomething(Counter counter) {
        world.pass(20 + random.nextInt(breath));
        int what = random.nextInt(100);
        if (what < 26) {
            bring(counter);
        } else if (what < 37) {
            shelve(counter);
        } else if (what < 41) {
            sendAway(counter);
        } else if (what < 45) {
            sortOut(counter);
        } else if (what < 65) {
            label(counter);
        } else if (what < 91) {
            buy(counter);
        } else if (what < 95) {
            weighTwice(counter);
        } else if (what < 98) {
            carriers.steal(counter);
        } else {
            bringToALaterVersion(counter);
        }
    }

    private Catalog catalog(Counter counter) {
        return counter.book.current().catalog();
    }

    private List<Thing> arriving(int most) {
        return arriving(KINDS.get(random.nextInt(KINDS.size())), most);
    }

    private List<Thing> arriving(CategoryCode kind, int most) {
        List<Thing> crate = new ArrayList<>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            crate.add(world.appears(kind, 150 + random.nextInt(kind.code().equals("chaise") ? 8_000 : 900)));
        }
        return crate;
    }

    private static long grams(List<Thing> things) {
        return things.stream().mapToLong(t -> t.grams).sum();
    }

    static Optional<CounterScale> scale(long grams) {
        return Optional.of(new CounterScale(
                FLOOR_SCALE,
                at -> new ScaleReading.Stable(
                        Mass.grams(grams), ScaleReading.Basis.GROSS, "ST,GS,+%09d g".formatted(grams), at)));
    }

    private static Optional<CounterScale> swinging(long grams) {
        return Optional.of(new CounterScale(
                FLOOR_SCALE,
                at -> new ScaleReading.Unstable(
                        Mass.grams(grams), ScaleReading.Basis.GROSS, "US,GS,+%09d g".formatted(grams), at)));
    }

    private boolean happens(Fault fault, int once) {
        boolean happens = random.nextInt(once) == 0;
        if (happens) {
            faults.merge(fault, 1, Integer::sum);
        }
        return happens;
    }

    /// Puts things of one kind on the scale and says where they go; they are carried there.
    private void weigh(Counter counter, List<Thing> crate, Journey journey) {
        Account from = journey.from(counter.site);
        Account to = journey.to(counter.site);
        Deed deed = weighed(
                counter,
                crate,
                journey,
                crate.stream().map(t -> new Moved(t, from, to)).toList(),
                Set.of());
        crate.forEach(t -> t.place = to);
        world.done(deed);
    }

    private Deed weighed(Counter counter, List<Thing> crate, Journey journey, List<Moved> moved, Set<Why> why) {
        CategoryCode kind = crate.getFirst().category;
        Optional<Container> container =
                random.nextInt(5) < 2 ? catalog(counter).container("BAC-GRIS") : Optional.empty();
        long net = grams(crate);
        long gross = net + container.map(c -> c.tare().grams()).orElse(0L);
        WeighInRequest request = new WeighInRequest(
                kind, journey, container.map(Container::code), Optional.empty(), Optional.of("Arcueil"), true);
        String token = counter.token();
        if (happens(Fault.UNSTABLE_SCALE, 12)) {
            String refused = counter.token();
            Answer no = counter.weighIns.record(counter.station, refused, request, swinging(gross), world.now());
            require(no instanceof Answer.Refused, "an unstable weight was taken: " + no);
        }
        Instant now = world.now();
        FactId fact = recorded(counter.weighIns.record(counter.station, token, request, scale(gross), now));
        if (happens(Fault.DOUBLE_CLICK, 12)) {
            Answer again = counter.weighIns.record(counter.station, token, request, scale(gross), now);
            require(recorded(again).equals(fact), "a double click weighed twice");
        }
        return deed(counter, fact, new Deed.Weighed(), seen(counter, kind, net, journey), moved, why);
    }

    /// What is sorted out of a load changes its name where it stands; what goes on then goes under the new one.
    private static List<Seen> seen(Counter counter, CategoryCode kind, long net, Journey journey) {
        Account from = journey.from(counter.site);
        Account to = journey.to(counter.site);
        List<Seen> seen = new ArrayList<>();
        journey.was().ifPresent(was -> seen.add(new Seen(from, from, was, kind, net, 0, Optional.empty())));
        if (!from.equals(to)) {
            seen.add(new Seen(from, to, kind, net, 0, Optional.empty()));
        }
        return seen;
    }

    /// Somebody looks through a mixed load, and some of it has a name from then on.
    private void sortOut(Counter counter) {
        List<Thing> load = world.standing(counter.site, Area.SORTING).stream()
                .filter(t -> t.category.equals(Catalog.UNCLASSIFIED) && t.sticker.isEmpty())
                .limit(1 + random.nextInt(4))
                .toList();
        if (load.isEmpty()) {
            return;
        }
        CategoryCode found = KINDS.get(random.nextInt(KINDS.size()));
        Account from = Account.place(counter.site, Area.SORTING);
        Account to = List.of(from, from, Account.place(counter.site, Area.SHOP), Account.gone(Outcome.RECYCLED))
                .get(random.nextInt(4));
        List<Moved> moved = load.stream()
                .map(t -> new Moved(t, from, to, Catalog.UNCLASSIFIED, found))
                .toList();
        load.forEach(t -> t.category = found);
        Journey journey = new Journey.SortedOut(Catalog.UNCLASSIFIED, to);
        Deed deed = weighed(counter, load, journey, moved, Set.of());
        load.forEach(t -> t.place = to);
        world.done(deed);
    }

    private void bring(Counter counter) {
        if (random.nextInt(6) == 0) {
            weigh(counter, arriving(Catalog.UNCLASSIFIED, 8), new Journey.TakenIn(Source.DROP_OFF, Area.SORTING));
            return;
        }
        Area to = List.of(Area.SORTING, Area.SORTING, Area.SORTING, Area.SHOP, Area.WORKSHOP)
                .get(random.nextInt(5));
        weigh(counter, arriving(6), new Journey.TakenIn(Source.DROP_OFF, to));
    }

    /// Some unlabelled things of one known kind that stand together.
    List<Thing> take(Counter counter, Area area, int most) {
        List<Thing> there = world.standing(counter.site, area).stream()
                .filter(t -> t.sticker.isEmpty() && !t.category.equals(Catalog.UNCLASSIFIED))
                .toList();
        if (there.isEmpty()) {
            return List.of();
        }
        CategoryCode kind = there.get(random.nextInt(there.size())).category;
        return there.stream()
                .filter(t -> t.category.equals(kind))
                .limit(1 + random.nextInt(most))
                .toList();
    }

    private void shelve(Counter counter) {
        List<Thing> crate = take(counter, Area.SORTING, 6);
        if (!crate.isEmpty()) {
            weigh(counter, crate, new Journey.Shelved());
        }
    }

    private void sendAway(Counter counter) {
        Area from = random.nextBoolean() ? Area.SORTING : Area.WORKSHOP;
        List<Thing> crate = take(counter, from, 4);
        if (!crate.isEmpty()) {
            weigh(counter, crate, new Journey.SentAway(from, random.nextBoolean() ? Outcome.RECYCLED : Outcome.WASTE));
        }
    }

    /// The same crate goes over the scale once more, and somebody notices at once.
    private void weighTwice(Counter counter) {
        List<Thing> crate = take(counter, Area.SORTING, 3);
        if (crate.isEmpty()) {
            return;
        }
        faults.merge(Fault.WEIGHED_TWICE, 1, Integer::sum);
        Journey journey = new Journey.TakenIn(Source.DROP_OFF, Area.SORTING);
        Deed mistake = weighed(counter, crate, journey, List.of(), EnumSet.of(Why.MISTAKE));
        world.done(mistake);
        world.pass(5);
        FactId back = recorded(counter.weighIns.reverse(counter.station, counter.token(), mistake.id(), world.now()));
        Seen seen = mistake.seen().getFirst();
        Seen turned = new Seen(seen.from(), seen.to(), seen.category(), -seen.grams(), seen.pieces(), Optional.empty());
        world.done(deed(
                counter,
                back,
                new Deed.TakenBack(mistake.hash()),
                List.of(turned),
                List.of(),
                EnumSet.of(Why.MISTAKE)));
    }

    /// A later version of the counter writes one entry; then the present one is started again.
    private void bringToALaterVersion(Counter counter) {
        faults.merge(Fault.UNREADABLE_FACT, 1, Integer::sum);
        List<Thing> crate = arriving(2);
        Account to = Account.place(counter.site, Area.SORTING);
        Entry entry = counter.recordUnreadable(world.now());
        counter.powerCut(world.now());
        List<Moved> moved = crate.stream().map(t -> new Moved(t, t.place, to)).toList();
        crate.forEach(t -> t.place = to);
        world.done(new Deed(
                counter.id,
                entry.id(),
                entry.hash(),
                world.now(),
                counter.site,
                new Deed.Unreadable(),
                List.of(),
                moved,
                Set.of()));
    }

    private void label(Counter counter) {
        List<Thing> lot = take(counter, Area.SORTING, 3);
        if (lot.isEmpty()) {
            return;
        }
        CategoryCode kind = lot.getFirst().category;
        long net = grams(lot);
        boolean average = random.nextInt(4) == 0;
        Money price = Money.cents(50L * (1 + random.nextInt(30)));
        LabelRequest request = new LabelRequest(
                kind,
                "",
                lot.size(),
                Optional.of(price),
                Optional.empty(),
                average ? new MassFrom.Average() : new MassFrom.Scale(Optional.empty()),
                Area.SORTING,
                true);
        long grams = average ? catalog(counter).averagePiece(kind).orElseThrow().grams() * lot.size() : net;
        FactId fact = recorded(counter.labels.make(counter.station, counter.token(), request, scale(net), world.now()));
        ItemCode code = fact(counter, fact, Fact.Labelled.class).code();
        Sticker sticker = new Sticker(code, kind, lot.size(), grams, grams / lot.size(), price);
        Account from = Account.place(counter.site, Area.SORTING);
        Account to = Account.place(counter.site, Area.SHOP);
        List<Moved> moved = lot.stream().map(t -> new Moved(t, from, to)).toList();
        lot.forEach(t -> {
            t.place = to;
            t.sticker = Optional.of(sticker);
        });
        Seen seen = new Seen(from, to, kind, grams, lot.size(), Optional.of(code));
        world.done(deed(
                counter,
                fact,
                new Deed.Labelled(sticker),
                List.of(seen),
                moved,
                average ? EnumSet.of(Why.AVERAGE) : Set.of()));
    }

    void buy(Counter counter) {
        counter.openTill(world.now());
        if (!counter.till.ticket(counter.station).lines().isEmpty()) {
            done(counter.till.abandon(counter.station, counter.token(), world.now()));
        }
        Set<Why> why = EnumSet.noneOf(Why.class);
        List<Thing> basket = chosen(counter);
        List<Thing> loose = random.nextInt(3) == 0 ? List.of() : take(counter, Area.SHOP, 3);
        Optional<Thing> again = random.nextInt(8) == 0 ? soldBefore(counter) : Optional.empty();
        again.ifPresent(basket::add);
        if (basket.isEmpty() && loose.isEmpty()) {
            return;
        }
        basket.forEach(thing -> scan(counter, thing.sticker.orElseThrow(), why));
        if (!loose.isEmpty()) {
            CategoryCode kind = loose.getFirst().category;
            List<Money> posted = catalog(counter).category(kind).orElseThrow().prices();
            Money price = posted.get(random.nextInt(posted.size()));
            done(counter.till.addCategory(
                    counter.station, counter.token(), kind, Optional.of(price), loose.size(), world.now()));
            why.add(Why.AVERAGE);
        }
        OpenTicket ticket = counter.till.ticket(counter.station);
        require(
                ticket.pieces() == basket.size() + loose.size(),
                "%d pieces on the ticket of %d things".formatted(ticket.pieces(), basket.size() + loose.size()));
        if (random.nextInt(12) == 0) {
            done(counter.till.abandon(counter.station, counter.token(), world.now()));
            return;
        }
        if (again.isPresent()) {
            faults.merge(Fault.THING_SOLD_AGAIN, 1, Integer::sum);
            why.add(Why.RESOLD);
        }
        if (basket.stream().anyMatch(t -> t.sticker.orElseThrow().pieces() > 1)) {
            why.add(Why.LOT_SHARE);
        }
        if (basket.stream().anyMatch(t -> t.sticker.orElseThrow().grams() != t.grams)) {
            why.add(Why.AVERAGE);
        }
        world.done(paid(counter, ticket, basket, loose, again, why));
    }

    /// Up to three labelled things from the shelves.
    private List<Thing> chosen(Counter counter) {
        List<Thing> labelled = new ArrayList<>(world.standing(counter.site, Area.SHOP));
        labelled.removeIf(t -> t.sticker.isEmpty());
        Collections.shuffle(labelled, random);
        return new ArrayList<>(labelled.subList(0, Math.min(labelled.size(), random.nextInt(4))));
    }

    private Deed paid(
            Counter counter,
            OpenTicket ticket,
            List<Thing> basket,
            List<Thing> loose,
            Optional<Thing> again,
            Set<Why> why) {
        Money total = ticket.total();
        Tender tender =
                List.of(Tender.CASH, Tender.CASH, Tender.CARD, Tender.CHEQUE).get(random.nextInt(4));
        Money handed = tender == Tender.CASH ? Money.cents((total.cents() / 1_000 + 1) * 1_000) : total;
        String token = counter.token();
        List<TenderLine> tenders = List.of(new TenderLine(tender, handed));
        Instant now = world.now();
        FactId fact = recorded(counter.till.pay(counter.station, token, tenders, now));
        if (happens(Fault.DOUBLE_CLICK, 12)) {
            Answer twice = counter.till.pay(counter.station, token, tenders, now);
            require(recorded(twice).equals(fact), "a double click sold twice");
        }
        Account shop = Account.place(counter.site, Area.SHOP);
        Account gone = Account.gone(Outcome.SOLD);
        List<Thing> carried = new ArrayList<>(basket);
        carried.addAll(loose);
        List<Moved> moved = carried.stream()
                .filter(t -> !again.equals(Optional.of(t)))
                .map(t -> new Moved(t, shop, gone))
                .toList();
        carried.forEach(t -> t.place = gone);
        List<Line> lines = ticket.lines().stream().map(People::line).toList();
        List<Seen> seen = lines.stream()
                .map(l ->
                        new Seen(shop, gone, l.category(), l.grams(), l.item().isPresent() ? l.pieces() : 0, l.item()))
                .toList();
        long number = fact(counter, fact, Fact.Sale.class).ticket();
        What sold = new Deed.Sold(number, lines, total, new TreeMap<>(Map.of(tender, total)));
        return deed(counter, fact, sold, seen, moved, why);
    }

    /// What the cashier sees of a line before it is paid.
    private static Line line(TicketLine line) {
        return new Line(
                line.item(), line.category(), line.pieces(), line.mass().grams(), line.unitPrice(), line.total());
    }

    /// A sold thing that turns up on the shelf again. While pieces of its lot are left, the books cannot tell it from
    /// one of those: only a count can.
    private Optional<Thing> soldBefore(Counter counter) {
        Set<ItemCode> left = world.things.stream()
                .filter(t -> t.place.isStock())
                .flatMap(t -> t.sticker.stream())
                .map(Sticker::code)
                .collect(Collectors.toSet());
        List<Thing> sold = world.things.stream()
                .filter(t -> t.place.equals(Account.gone(Outcome.SOLD)))
                .filter(t ->
                        t.sticker.isPresent() && !left.contains(t.sticker.get().code()))
                .filter(t -> world.deeds.stream()
                        .anyMatch(d -> d.site().equals(counter.site)
                                && d.truly().stream().anyMatch(m -> m.thing() == t)))
                .toList();
        return sold.isEmpty() ? Optional.empty() : Optional.of(sold.get(random.nextInt(sold.size())));
    }

    /// Presents a label until the till has taken it; what it asks is answered.
    private void scan(Counter counter, Sticker sticker, Set<Why> why) {
        String text = random.nextInt(3) == 0 ? qr(sticker) : sticker.code().digits();
        ScannedCode scanned = ScannedCode.parse(text, List.of());
        for (int tries = 0; tries < 4; tries++) {
            switch (counter.till.scan(counter.station, scanned, world.now())) {
                case Answer.Done _ -> {
                    return;
                }
                case Answer.Asked(var question, var _, var _) -> {
                    if (question == Question.KEY_LABEL) {
                        boolean wrong = happens(Fault.LABEL_READ_WRONG, 2);
                        Money read = wrong ? sticker.price().plus(Money.cents(50)) : sticker.price();
                        done(counter.till.keyLabel(
                                counter.station,
                                counter.token(),
                                sticker.code(),
                                keyed(counter, sticker),
                                Optional.of(read),
                                world.now()));
                        why.add(Why.AVERAGE);
                        return;
                    }
                }
                case Answer.Refused refused -> throw new IllegalStateException("a label was refused: " + refused);
            }
        }
        throw new IllegalStateException("the till never takes " + sticker.code());
    }

    static String qr(Sticker sticker) {
        return new CheckedLabel(
                        sticker.code(),
                        sticker.price(),
                        sticker.category(),
                        Mass.grams(sticker.pieceGrams()),
                        sticker.pieces())
                .text();
    }

    private CategoryCode keyed(Counter counter, Sticker sticker) {
        if (!happens(Fault.LABEL_KEYED_IN_A_WRONG_CATEGORY, 3)) {
            return sticker.category();
        }
        List<CategoryCode> others = catalog(counter).categories().stream()
                .filter(c -> c.averagePiece().isPresent())
                .map(Category::code)
                .filter(code -> !code.equals(sticker.category()))
                .toList();
        return others.get(random.nextInt(others.size()));
    }

    static Deed deed(Counter counter, FactId fact, What what, List<Seen> seen, List<Moved> truly, Set<Why> why) {
        Instant at = counter.store.fact(fact).orElseThrow().context().occurredAt();
        return new Deed(counter.id, fact, counter.hashOf(fact), at, counter.site, what, seen, truly, why);
    }

    private static <F extends Fact> F fact(Counter counter, FactId id, Class<F> type) {
        return type.cast(counter.store.fact(id).orElseThrow());
    }

    static void done(Answer answer) {
        require(answer instanceof Answer.Done, "not done: " + answer);
    }

    static FactId recorded(Answer answer) {
        if (answer instanceof Answer.Done(var _, var fact) && fact.isPresent()) {
            return fact.get();
        }
        throw new IllegalStateException("not recorded: " + answer);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
