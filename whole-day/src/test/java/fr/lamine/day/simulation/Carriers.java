package fr.lamine.day.simulation;

import fr.lamine.day.simulation.Deed.Carried;
import fr.lamine.day.simulation.Deed.Heap;
import fr.lamine.day.simulation.Deed.Moved;
import fr.lamine.day.simulation.Deed.Seen;
import fr.lamine.day.simulation.Deed.Why;
import fr.lamine.day.simulation.World.Silent.How;
import fr.lamine.day.simulation.World.Sticker;
import fr.lamine.day.simulation.World.Thing;
import fr.lamine.day.simulation.World.Van;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.site.Site;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Transit;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Cause;
import fr.lamine.model.stock.CountedItem;
import fr.lamine.pos.goods.GoodsList;
import fr.lamine.pos.goods.GoodsRules;
import fr.lamine.pos.goods.GoodsRules.Verdict;
import fr.lamine.pos.goods.ScannedLine;
import fr.lamine.pos.scale.GrossWeight;
import fr.lamine.pos.station.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Who drives vans between the sites, who counts shelves, and who steals from both.
final class Carriers {

    private final World world;
    private final Random random;
    private final Map<Fault, Integer> faults;
    private final People people;

    Carriers(World world, Random random, Map<Fault, Integer> faults, People people) {
        this.world = world;
        this.random = random;
        this.faults = faults;
        this.people = people;
    }

    private boolean happens(Fault fault, int once) {
        boolean happens = random.nextInt(once) == 0;
        if (happens) {
            faults.merge(fault, 1, Integer::sum);
        }
        return happens;
    }

    /// Up to five labelled things and some loose ones leave for another site.
    void send(Counter counter) {
        List<Site> others = counter.transfers.others(counter.station);
        Site to = others.get(random.nextInt(others.size()));
        List<Thing> labelled = labelled(counter, 5);
        List<Thing> loose = random.nextInt(3) == 0 ? people.take(counter, Area.SHOP, 4) : List.of();
        if (labelled.isEmpty() && loose.isEmpty()) {
            return;
        }
        People.done(counter.transfers.send(counter.station, counter.token(), to.code(), world.now()));
        scan(labelled, (code, now) -> counter.transfers.scan(counter.station, code, now));
        weigh(
                counter,
                loose,
                (token, weighing) ->
                        counter.transfers.change(counter.station, Optional.of(token), world.now(), weighing));
        GoodsList list = counter.transfers.open(counter.station).orElseThrow().goods();
        FactId fact = People.recorded(counter.transfers.finish(counter.station, counter.token(), world.now()));
        String transfer = SiteFact.transferOf(fact);
        Van van = new Van(counter.site, to.code());
        world.vans.put(transfer, van);
        Account shop = Account.place(counter.site, Area.SHOP);
        Account way = new Transit(transfer);
        List<Thing> load = new ArrayList<>(labelled);
        load.addAll(loose);
        Set<Why> why = why(load, list);
        Optional<Thing> left = labelled.stream().filter(this::isAsItSays).findFirst();
        if (left.isPresent() && happens(Fault.LEFT_BEHIND, 3)) {
            van.wrong = Optional.of(How.LEFT_BEHIND);
            world.happens(How.LEFT_BEHIND, left.get(), Optional.of(transfer), shop);
            load.remove(left.get());
            why.add(Why.LEFT_BEHIND);
        }
        List<Moved> moved = load.stream().map(t -> new Moved(t, shop, way)).toList();
        load.forEach(t -> t.place = way);
        Deed.What what = new Deed.Sent(transfer, carried(list));
        world.done(People.deed(counter, fact, what, seen(list, shop, way), moved, why));
    }

    /// A van is opened where it was sent to, or where it came from; not always to the bottom.
    void receive(Counter counter) {
        List<String> here = world.vans.entrySet().stream()
                .filter(e -> e.getValue().to.equals(counter.site)
                        || e.getValue().from.equals(counter.site) && random.nextInt(6) == 0)
                .map(Entry::getKey)
                .filter(transfer -> !world.on(transfer).isEmpty())
                .toList();
        if (!here.isEmpty()) {
            String transfer = here.get(random.nextInt(here.size()));
            int most = random.nextInt(5) == 0 ? 2 : Integer.MAX_VALUE;
            trouble(counter, transfer);
            unload(counter, transfer, most);
        }
    }

    private void trouble(Counter counter, String transfer) {
        Van van = world.vans.get(transfer);
        Optional<Thing> one =
                world.on(transfer).stream().filter(this::isAsItSays).findFirst();
        if (one.isEmpty() || van.wrong.isPresent() || !van.to.equals(counter.site)) {
            return;
        }
        if (happens(Fault.LOST_IN_THE_VAN, 2)) {
            van.wrong = Optional.of(How.LOST_IN_THE_VAN);
            world.happens(
                    How.LOST_IN_THE_VAN,
                    one.get(),
                    Optional.of(transfer),
                    new Account.Adjustment(van.from, Cause.LOST));
        } else if (happens(Fault.UNPACKED_UNSEEN, 2)) {
            van.wrong = Optional.of(How.UNPACKED_UNSEEN);
            world.happens(
                    How.UNPACKED_UNSEEN, one.get(), Optional.of(transfer), Account.place(counter.site, Area.SHOP));
        }
    }

    /// One thing under a label of its own, to which nothing has happened unseen.
    private boolean isAsItSays(Thing thing) {
        return thing.sticker
                .filter(s -> s.pieces() == 1 && !world.isSilentAbout(s.code()))
                .isPresent();
    }

    void unload(Counter counter, String transfer, int most) {
        List<Thing> load = world.on(transfer).stream().limit(most).toList();
        if (load.isEmpty()) {
            return;
        }
        List<Thing> loose = load.stream().filter(t -> t.sticker.isEmpty()).toList();
        People.done(counter.transfers.receive(counter.station, Optional.of(counter.token()), transfer, world.now()));
        scan(
                load.stream().filter(t -> t.sticker.isPresent()).toList(),
                (code, now) -> counter.transfers.scan(counter.station, code, now));
        weigh(
                counter,
                loose,
                (token, weighing) ->
                        counter.transfers.change(counter.station, Optional.of(token), world.now(), weighing));
        GoodsList list = counter.transfers.open(counter.station).orElseThrow().goods();
        FactId fact = People.recorded(counter.transfers.finish(counter.station, counter.token(), world.now()));
        Account shop = Account.place(counter.site, Area.SHOP);
        Account way = new Transit(transfer);
        List<Moved> moved = load.stream().map(t -> new Moved(t, way, shop)).toList();
        load.forEach(t -> t.place = shop);
        Deed.What what = new Deed.Received(transfer, carried(list));
        world.done(People.deed(counter, fact, what, seen(list, way, shop), moved, why(load, list)));
    }

    /// Everything that stands in the shop is scanned or weighed, while others of the same shop sell.
    void count(Counter counter, List<Counter> all) {
        Account.Place shop = Account.place(counter.site, Area.SHOP);
        List<Counter> others = all.stream()
                .filter(c -> c.site.equals(counter.site) && c != counter)
                .toList();
        Instant begun = world.now();
        People.done(counter.counts.begin(counter.station, counter.token(), Optional.empty(), begun));
        List<Thing> shelf = new ArrayList<>(world.standing(counter.site, Area.SHOP));
        shelf.removeIf(t -> t.sticker.isEmpty());
        Collections.shuffle(shelf, random);
        Set<ItemCode> seen = new HashSet<>();
        for (Thing thing : shelf) {
            world.pass(2 + random.nextInt(8));
            if (!others.isEmpty() && happens(Fault.SOLD_WHILE_COUNTED, 8)) {
                people.buy(others.get(random.nextInt(others.size())));
                world.pass(1);
            }
            if (thing.place.equals(shop)) {
                scan(List.of(thing), seen, (code, now) -> counter.counts.scan(counter.station, code, now));
            }
        }
        Map<CategoryCode, List<Thing>> heaps = new HashMap<>();
        world.standing(counter.site, Area.SHOP).stream()
                .filter(t -> t.sticker.isEmpty())
                .forEach(t -> heaps.computeIfAbsent(t.category, _ -> new ArrayList<>())
                        .add(t));
        heaps.values().forEach(heap -> {
            world.pass(20);
            weigh(
                    counter,
                    heap,
                    (token, weighing) ->
                            counter.counts.change(counter.station, Optional.of(token), world.now(), weighing));
        });
        world.pass(5);
        GoodsList list = counter.counts.open(counter.station).orElseThrow().goods();
        FactId fact = People.recorded(counter.counts.finish(counter.station, counter.token(), world.now()));
        Deed.What what = new Deed.Counted(
                shop,
                begun,
                list.items().stream()
                        .map(l -> new CountedItem(l.code(), l.pieces(), l.first(), l.last()))
                        .toList(),
                list.loose().stream()
                        .map(l -> new Heap(l.category(), l.weight().net().grams(), l.at()))
                        .toList());
        world.done(People.deed(counter, fact, what, List.of(), List.of(), Set.of()));
    }

    /// Somebody takes something along, or a label comes off.
    void steal(Counter counter) {
        List<Thing> there = new ArrayList<>(world.standing(counter.site, Area.SHOP));
        there.removeIf(t -> t.sticker.isPresent() && !isAsItSays(t));
        if (there.isEmpty()) {
            return;
        }
        Thing thing = there.get(random.nextInt(there.size()));
        if (thing.sticker.isPresent() && happens(Fault.LABEL_LOST, 2)) {
            world.happens(How.LABEL_LOST, thing, Optional.empty(), thing.place);
            thing.sticker = Optional.empty();
        } else {
            faults.merge(Fault.STOLEN, 1, Integer::sum);
            world.happens(How.STOLEN, thing, Optional.empty(), new Account.Adjustment(counter.site, Cause.THEFT));
        }
    }

    private List<Thing> labelled(Counter counter, int most) {
        List<Thing> labelled = new ArrayList<>(world.standing(counter.site, Area.SHOP));
        labelled.removeIf(t -> t.sticker.isEmpty());
        Collections.shuffle(labelled, random);
        return labelled.subList(0, Math.min(labelled.size(), random.nextInt(most + 1)));
    }

    /// A code stands on a list once, or as often as its lot has pieces; that it was given twice is told elsewhere.
    private void scan(List<Thing> things, BiFunction<ScannedCode, Instant, Answer> list) {
        scan(things, new HashSet<>(), list);
    }

    private void scan(List<Thing> things, Set<ItemCode> before, BiFunction<ScannedCode, Instant, Answer> list) {
        for (Thing thing : things) {
            Sticker sticker = thing.sticker.orElseThrow();
            // of a lot that a counter never heard of, digits alone do not tell that there may be more
            boolean digits = sticker.pieces() == 1 && random.nextInt(3) > 0;
            String text = digits ? sticker.code().digits() : People.qr(sticker);
            Answer answer = list.apply(ScannedCode.parse(text, List.of()), world.now());
            if (before.add(sticker.code())) {
                People.done(answer);
            }
        }
    }

    private interface OntoTheList {
        Answer put(String token, Function<GoodsList, Verdict> weighing);
    }

    private void weigh(Counter counter, List<Thing> loose, OntoTheList list) {
        Map<CategoryCode, Long> grams = new LinkedHashMap<>();
        loose.forEach(t -> grams.merge(t.category, t.grams, Long::sum));
        grams.forEach((CategoryCode kind, Long net) -> {
            GrossWeight gross = GrossWeight.take(JournalKind.REAL, People.scale(net), Optional.empty(), world.now());
            People.done(list.put(
                    counter.token(),
                    l -> GoodsRules.weighed(
                            l,
                            kind,
                            gross,
                            Optional.empty(),
                            counter.book.current().catalog(),
                            world.now())));
        });
    }

    private static List<Carried> carried(GoodsList list) {
        return list.items().stream()
                .map(l -> new Carried(l.code(), l.pieces(), l.label().isPresent()))
                .toList();
    }

    /// What the screen says of the list: the grams of labels that the counter knows, and of what was weighed.
    private static List<Seen> seen(GoodsList list, Account from, Account to) {
        List<Seen> seen = new ArrayList<>();
        for (ScannedLine line : list.items()) {
            line.label()
                    .ifPresent(l -> seen.add(new Seen(
                            from, to, l.category(), line.mass().grams(), line.pieces(), Optional.of(line.code()))));
        }
        list.loose()
                .forEach(l -> seen.add(
                        new Seen(from, to, l.category(), l.weight().net().grams(), 0, Optional.empty())));
        return seen;
    }

    private static Set<Why> why(List<Thing> load, GoodsList list) {
        Set<Why> why = EnumSet.noneOf(Why.class);
        for (Thing thing : load) {
            thing.sticker.filter(s -> s.pieces() > 1).ifPresent(_ -> why.add(Why.LOT_SHARE));
            thing.sticker.filter(s -> s.grams() != thing.grams).ifPresent(_ -> why.add(Why.AVERAGE));
        }
        if (list.items().stream().anyMatch(l -> l.label().isEmpty())) {
            why.add(Why.UNHEARD);
        }
        return why;
    }
}
