package fr.lamine.day.simulation;

import fr.lamine.day.simulation.Deed.Why;
import fr.lamine.day.simulation.World.Grams;
import fr.lamine.day.simulation.World.Shelf;
import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.pos.item.KnownItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds the books against the world. The simulation and the planted mutations use this very code.
final class Checker {

    enum Check {
        EVERY_FACT_IS_AT_THE_OFFICE_ONCE,
        NOTHING_CONFIRMED_IS_LOST,
        THE_LEDGER_HOLDS_WHAT_COUNTERS_SAW,
        LEDGER_AND_DISCREPANCIES_EXPLAIN_THE_WORLD,
        EACH_LABELLED_THING_IS_ACCOUNTED_FOR,
        DRAWERS_AND_TAKINGS_AGREE,
        EVERY_CAUSE_IS_FOUND_AND_NO_OTHER,
        NO_TILL_UNSELLS_WHAT_IT_SOLD,
        TILLS_AND_OFFICE_AGREE
    }

    record Finding(Check check, String what) {}

    private final World world;
    private final List<Counter> counters;
    private final Set<String> forged;
    private final int officeRestores;
    private boolean allCounted;
    private final List<Finding> found = new ArrayList<>();

    Checker(World world, List<Counter> counters, Set<String> forged, int officeRestores) {
        this.world = world;
        this.counters = counters;
        this.forged = forged;
        this.officeRestores = officeRestores;
    }

    /// From now on nothing that happened unseen excuses a label any more: every shelf was counted, every van emptied.
    Checker afterEveryCount() {
        allCounted = true;
        return this;
    }

    /// What does not agree once everything has been said; empty when all is well.
    List<Finding> afterwards(Books books) {
        found.clear();
        Expected expected = new Expected(world, books, forged);
        once(books);
        nothingLost(books);
        same(Check.THE_LEDGER_HOLDS_WHAT_COUNTERS_SAW, "movements", expected.movements, books.movements());
        same(Check.THE_LEDGER_HOLDS_WHAT_COUNTERS_SAW, "days", expected.days, books.days());
        same(Check.THE_LEDGER_HOLDS_WHAT_COUNTERS_SAW, "balances", expected.balances.by, books.balances().by);
        explained(books, expected);
        labelled(books);
        money(books, expected);
        Set<String> open = new TreeSet<>(books.open());
        open.removeIf(this::isAClosingOfAReplacedDisk);
        same(Check.EVERY_CAUSE_IS_FOUND_AND_NO_OTHER, "discrepancies", asMap(expected.open), asMap(open));
        overlooked(books);
        planted(books);
        for (Counter counter : counters) {
            noTillUnsells(counter, code -> counter.till.item(code));
            agree(counter, books);
        }
        return List.copyOf(found);
    }

    /// While the day goes on.
    List<Finding> meanwhile(Counter counter, Function<ItemCode, Optional<KnownItem>> view) {
        found.clear();
        noTillUnsells(counter, view);
        return List.copyOf(found);
    }

    /// Closings that went with a disk are told by the numbers that are missing, and by totals that begin anew.
    private boolean isAClosingOfAReplacedDisk(String discrepancy) {
        return counters.stream()
                .filter(c -> c.restores > 0)
                .anyMatch(c -> discrepancy.startsWith("CLOSING_MISSING " + c.id + "#")
                        || discrepancy.startsWith("CLOSING_DIFFERS " + c.id + "/"));
    }

    private void find(Check check, String what) {
        found.add(new Finding(check, what));
    }

    private static Map<String, String> asMap(Set<String> all) {
        Map<String, String> map = new HashMap<>();
        all.forEach(one -> map.put(one, "open"));
        return map;
    }

    private <K extends Comparable<K>, V> void same(Check check, String what, Map<K, V> expected, Map<K, V> actual) {
        Set<K> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        for (K key : keys) {
            if (!Objects.equals(expected.get(key), actual.get(key))) {
                find(check, "%s: %s should be %s, is %s".formatted(what, key, expected.get(key), actual.get(key)));
            }
        }
    }

    private void once(Books books) {
        for (Counter counter : counters) {
            for (Entry entry : counter.entries()) {
                int copies = books.kept().getOrDefault(entry.hash(), List.of()).size();
                if (copies != 1) {
                    find(Check.EVERY_FACT_IS_AT_THE_OFFICE_ONCE, entry.id() + " is kept " + copies + " times");
                }
            }
        }
        books.kept().forEach((_, ids) -> {
            if (ids.size() > 1) {
                find(Check.EVERY_FACT_IS_AT_THE_OFFICE_ONCE, ids + " are one entry");
            }
        });
    }

    private List<Deed> lost(Books books) {
        Set<String> here = new HashSet<>();
        counters.forEach(counter -> here.addAll(counter.hashes()));
        return world.deeds.stream()
                .filter(d -> !books.isKept(d) && !here.contains(d.hash()))
                .toList();
    }

    private void nothingLost(Books books) {
        for (Deed deed : lost(books)) {
            boolean onPurpose = deed.terminal().isOffice()
                    ? officeRestores > 0
                    : counter(deed).goneWithADisk.contains(deed.hash());
            if (!onPurpose) {
                find(Check.NOTHING_CONFIRMED_IS_LOST, deed.id() + " was confirmed and is nowhere");
            }
        }
    }

    private Counter counter(Deed deed) {
        return counters.stream()
                .filter(c -> c.id.equals(deed.terminal()))
                .findFirst()
                .orElseThrow();
    }

    /// A deed that never came is told by the beginning of a later generation that ended the one before for a reason, or
    /// that names an end which the office never saw.
    private static boolean isToldLost(Deed deed, Books books) {
        return deed.terminal().isOffice() ? isBeyondARestoredCopy(deed, books) : isPastAnEnd(deed, books);
    }

    /// An office that was restored begins a generation that says where its copy had stood.
    private static boolean isBeyondARestoredCopy(Deed deed, Books books) {
        JournalId own = deed.id().journal();
        return books.continued().stream()
                .filter(c -> c.id().journal().terminal().isOffice())
                .map(Books.Continued::fact)
                .anyMatch(f -> f.previousGeneration() < own.generation()
                        || f.previousGeneration() == own.generation()
                                && f.previousSeq() < deed.id().seq());
    }

    private static boolean isPastAnEnd(Deed deed, Books books) {
        return books.continued().stream().anyMatch(c -> {
            JournalId next = c.id().journal();
            Fact.JournalContinues fact = c.fact();
            JournalId own = deed.id().journal();
            return next.terminal().equals(deed.terminal())
                    && next.generation() > own.generation()
                    && (fact.cause() != ContinueCause.STORE_BEHIND_HEAD
                            || !books.kept().containsKey(fact.previousHash())
                            || fact.previousGeneration() > own.generation()
                            || fact.previousSeq() >= deed.id().seq());
        });
    }

    private void explained(Books books, Expected expected) {
        Check check = Check.LEDGER_AND_DISCREPANCIES_EXPLAIN_THE_WORLD;
        Grams unexplained = new Grams();
        unexplained.add(books.balances(), 1);
        unexplained.add(world.standing(), -1);
        unexplained.add(expected.remainders, -1);
        world.silent.forEach(s -> unexplained.move(s.from(), s.to(), s.category(), s.thing().grams));
        for (Deed deed : world.deeds) {
            if (books.isApplied(deed)) {
                Grams difference = deed.seenGrams();
                difference.add(deed.trueGrams(), -1);
                unexplained.add(difference, -1);
                expected.byLabel(deed).forEach(s -> difference.move(s.from(), s.to(), s.category(), s.grams()));
                if (!difference.by.isEmpty() && !isExplained(deed, books)) {
                    find(check, deed.id() + " differs from the world without a cause: " + difference.by);
                }
            } else {
                unexplained.add(deed.trueGrams(), 1);
                boolean told = books.isKept(deed)
                        ? books.open().contains("UNAPPLIED_FACT " + books.idOf(deed))
                        : isToldLost(deed, books);
                if (!told) {
                    find(check, deed.id() + " is missing and no discrepancy tells of it");
                }
            }
        }
        unexplained.by.forEach(
                (Shelf shelf, Long grams) -> find(check, shelf.code() + ": " + grams + " g unexplained"));
    }

    private boolean isExplained(Deed deed, Books books) {
        if (codes(deed).anyMatch(code -> books.open().contains("LABELLED_TWICE " + code))) {
            return true;
        }
        if (deed.why().contains(Why.RESOLD)) {
            return codes(deed)
                    .anyMatch(code -> hasDiscrepancy(code, books) || isMissingSomething(code, books) || isFound(code));
        }
        if (deed.why().contains(Why.UNHEARD) && codes(deed).anyMatch(code -> isMissingSomething(code, books))) {
            return true;
        }
        if (deed.why().contains(Why.LEFT_BEHIND)) {
            return isOnItsWayOrTold(deed.transfer().orElseThrow(), books);
        }
        if (deed.why().contains(Why.AFTERWARDS)) {
            return isAfterSomething(deed, books);
        }
        if (deed.why().contains(Why.MISTAKE)) {
            return world.deeds.stream().anyMatch(d -> isTheOtherHalf(d, deed, books));
        }
        return !deed.why().isEmpty();
    }

    private static Stream<ItemCode> codes(Deed deed) {
        return switch (deed.what()) {
            case Deed.Sold sold -> sold.lines().stream().flatMap(line -> line.item().stream());
            case Deed.Sent(var _, var items) -> items.stream().map(Deed.Carried::item);
            case Deed.Received(var _, var items) -> items.stream().map(Deed.Carried::item);
            case Deed.Posted(var _, var _, var _, var lines) -> lines.stream().flatMap(l -> l.item().stream());
            case Deed.Settled(var _, var _, var lines) -> lines.stream().flatMap(l -> l.item().stream());
            case Deed.Weighed _, Deed.TakenBack _, Deed.Labelled _, Deed.Counted _, Deed.Unreadable _ -> Stream.empty();
        };
    }

    /// Nobody has opened the van, or what was not in it is told, or was.
    private boolean isOnItsWayOrTold(String transfer, Books books) {
        List<Deed> about = world.deeds.stream()
                .filter(d -> d.transfer().equals(Optional.of(transfer)))
                .toList();
        return books.open().contains("TRANSFER_DIFFERS " + transfer)
                || about.stream().noneMatch(d -> d.what() instanceof Deed.Received)
                || about.stream().anyMatch(d -> d.what() instanceof Deed.Settled || !books.isApplied(d));
    }

    /// What managers post has a cause in the world: each label of it was stolen, lost, sold twice or carried unseen, or
    /// the office did not know everything then and says what it is now.
    private boolean isAfterSomething(Deed deed, Books books) {
        return switch (deed.what()) {
            case Deed.Settled(var transfer, var _, var _) ->
                world.silent.stream().anyMatch(s -> s.transfer().equals(Optional.of(transfer)));
            case Deed.Posted posted ->
                books.open().contains("COUNT_DIFFERS " + posted.count())
                        || posted.lines().stream()
                                .allMatch(l -> l.item()
                                        .map(i -> hasCause(i, deed, books))
                                        .orElse(true));
            case Deed.Weighed _,
                    Deed.TakenBack _,
                    Deed.Labelled _,
                    Deed.Sold _,
                    Deed.Sent _,
                    Deed.Received _,
                    Deed.Counted _,
                    Deed.Unreadable _ -> false;
        };
    }

    private boolean hasCause(ItemCode code, Deed posted, Books books) {
        return world.isSilentAbout(code)
                || isMissingSomething(code, books)
                || hasDiscrepancy(code, books)
                || world.deeds.stream()
                        .anyMatch(d -> d != posted && d.what() instanceof Deed.Posted && d.concerns(code));
    }

    /// That a deed is missing must itself be told.
    private boolean isMissingSomething(ItemCode code, Books books) {
        return world.deeds.stream().anyMatch(d -> d.concerns(code) && !books.isApplied(d));
    }

    /// A mistake and its taking back are both in the books, or the missing one is told to be missing.
    private static boolean isTheOtherHalf(Deed other, Deed deed, Books books) {
        boolean pair = other.what() instanceof Deed.TakenBack(var of) && of.equals(deed.hash())
                || deed.what() instanceof Deed.TakenBack(var of2) && of2.equals(other.hash());
        return pair && (books.isApplied(other) || isToldLost(other, books));
    }

    private static boolean hasDiscrepancy(ItemCode code, Books books) {
        return books.open().stream()
                .anyMatch(d -> d.endsWith(" " + code)
                        && (d.startsWith("SOLD_TWICE")
                                || d.startsWith("OVERSOLD")
                                || d.startsWith("UNKNOWN_LABEL")
                                || d.startsWith("LABELLED_TWICE")));
    }

    private void labelled(Books books) {
        Map<ItemCode, Integer> standing = new HashMap<>();
        world.deeds.stream()
                .filter(d -> d.what() instanceof Deed.Labelled)
                .forEach(d -> standing.put(((Deed.Labelled) d.what()).sticker().code(), 0));
        world.things.forEach(t -> t.sticker.ifPresent(
                sticker -> standing.merge(sticker.code(), t.place.isStock() ? 1 : 0, Integer::sum)));
        standing.forEach((ItemCode code, Integer pieces) -> {
            Optional<Integer> left = Optional.ofNullable(books.left().get(code));
            boolean missing = world.deeds.stream().anyMatch(d -> d.concerns(code) && !books.isApplied(d));
            boolean resold = world.deeds.stream()
                    .anyMatch(d -> d.concerns(code) && d.why().contains(Why.RESOLD));
            boolean unseen = world.isSilentAbout(code) && (!allCounted || isInAnOpenTransfer(code, books));
            boolean excused = missing || unseen || hasDiscrepancy(code, books) || isToBePostedBack(code, books);
            if (!left.equals(Optional.of(pieces)) && !excused) {
                find(
                        Check.EACH_LABELLED_THING_IS_ACCOUNTED_FOR,
                        "%s: %d pieces stand on the shelf, the books say %s; %s"
                                .formatted(code, pieces, left, story(code)));
            }
        });
        books.left().keySet().stream()
                .filter(code -> !standing.containsKey(code))
                .forEach(code -> find(Check.EACH_LABELLED_THING_IS_ACCOUNTED_FOR, code + " names no thing"));
    }

    /// What came to the office later shows that a count was posted too soon.
    private boolean isToBePostedBack(ItemCode code, Books books) {
        return world.deeds.stream()
                .filter(d -> d.concerns(code))
                .anyMatch(
                        d -> d.what() instanceof Deed.Posted p && books.open().contains("COUNT_DIFFERS " + p.count()));
    }

    /// What was done with a thing and what befell it, to see what is wrong.
    private String story(ItemCode code) {
        return Stream.concat(
                        world.deeds.stream()
                                .filter(d -> d.concerns(code))
                                .map(d -> d.at() + " " + d.id() + " " + d.what() + " " + d.why()),
                        world.silent.stream()
                                .filter(s -> s.code().equals(Optional.of(code)))
                                .map(s ->
                                        s.at() + " " + s.how() + " " + s.from().code()))
                .sorted()
                .collect(Collectors.joining("\n  ", "\n  ", ""));
    }

    /// Of a van that nobody has opened yet, or of which something is told to be missing.
    private boolean isInAnOpenTransfer(ItemCode code, Books books) {
        return world.deeds.stream()
                .filter(d -> d.concerns(code))
                .flatMap(d -> d.transfer().stream())
                .anyMatch(transfer -> books.open().contains("TRANSFER_DIFFERS " + transfer)
                        || world.deeds.stream()
                                .filter(d -> d.transfer().equals(Optional.of(transfer)) && books.isApplied(d))
                                .noneMatch(d -> d.what() instanceof Deed.Received));
    }

    private void money(Books books, Expected expected) {
        Check check = Check.DRAWERS_AND_TAKINGS_AGREE;
        for (Counter counter : counters) {
            Money drawer = world.drawers.getOrDefault(counter.id, Money.ZERO);
            long missing = world.deeds.stream()
                    .filter(d -> d.terminal().equals(counter.id) && !books.isApplied(d))
                    .mapToLong(Checker::cash)
                    .sum();
            long booked = books.cash().getOrDefault(counter.id, 0L);
            if (drawer.cents() - missing != booked) {
                find(
                        check,
                        "%s: %d cents in the drawer, %d of them told to be missing, %d in the books"
                                .formatted(counter.id, drawer.cents(), missing, booked));
            }
        }
        same(check, "tenders", expected.tenders, books.tenders());
        same(check, "tickets", expected.tickets, books.tickets());
    }

    private static long cash(Deed deed) {
        return deed.what() instanceof Deed.Sold sold
                ? sold.kept().getOrDefault(Tender.CASH, Money.ZERO).cents()
                : 0;
    }

    /// What happened unseen is found by the next count of its shelf, and what went wrong with a van when it is opened.
    private void overlooked(Books books) {
        for (World.Silent silent : world.silent) {
            boolean excused = silent.code()
                    .filter(code -> isMissingSomething(code, books) || hasDiscrepancy(code, books))
                    .isPresent();
            boolean told = silent.transfer().isPresent()
                    ? isOnItsWayOrTold(silent.transfer().get(), books)
                    : silent.code()
                            .map(code -> isCountedSince(silent, code, books))
                            .orElse(true);
            if (!told && !excused) {
                find(Check.EVERY_CAUSE_IS_FOUND_AND_NO_OTHER, "nobody noticed " + silent);
            }
        }
    }

    private boolean isCountedSince(World.Silent silent, ItemCode code, Books books) {
        return world.deeds.stream()
                .filter(books::isApplied)
                .filter(d -> d.what() instanceof Deed.Counted c
                        && c.place().equals(silent.from())
                        && c.begun().isAfter(silent.at()))
                .map(books::idOf)
                .allMatch(id -> books.open().contains("COUNT_DIFFERS " + id) || isPosted(code));
    }

    private boolean isFound(ItemCode code) {
        return world.deeds.stream()
                .anyMatch(d -> d.what() instanceof Deed.Posted p
                        && p.lines().stream().anyMatch(l -> l.item().equals(Optional.of(code)) && l.more()));
    }

    private boolean isPosted(ItemCode code) {
        return world.deeds.stream().anyMatch(d -> d.what() instanceof Deed.Posted && d.concerns(code));
    }

    /// Journals begin again and fork only where somebody put an old copy back.
    private void planted(Books books) {
        Check check = Check.EVERY_CAUSE_IS_FOUND_AND_NO_OTHER;
        for (Counter counter : counters) {
            long begun = counter.generations().stream().filter(g -> g > 1).count();
            if (begun > counter.restores) {
                find(
                        check,
                        "%s began %d generations after %d restored copies"
                                .formatted(counter.id, begun, counter.restores));
            }
            boolean forks = books.kept().values().stream()
                    .anyMatch(ids -> ids.getFirst().journal().terminal().equals(counter.id)
                            && ids.getFirst().journal().branch().isPresent());
            if (forks && !counter.cloned) {
                find(check, counter.id + " forked though its head file was never put back");
            }
        }
        long office = books.continued().stream()
                .filter(c -> c.id().journal().terminal().isOffice())
                .count();
        if (office > officeRestores) {
            find(check, "the office began its journal anew " + office + " times, restored " + officeRestores);
        }
    }

    private void noTillUnsells(Counter counter, Function<ItemCode, Optional<KnownItem>> view) {
        Set<String> here = counter.hashes();
        Map<ItemCode, Integer> sold = new HashMap<>();
        for (Deed deed : world.deeds) {
            if (deed.what() instanceof Deed.Sold s && here.contains(deed.hash())) {
                s.lines().forEach(l -> l.item().ifPresent(code -> sold.merge(code, l.pieces(), Integer::sum)));
            }
        }
        sold.forEach((ItemCode code, Integer pieces) -> view.apply(code).ifPresent(item -> {
            if (item.sold() < pieces) {
                find(
                        Check.NO_TILL_UNSELLS_WHAT_IT_SOLD,
                        "%s sold %d of %s and shows %d sold".formatted(counter.id, pieces, code, item.sold()));
            }
        }));
    }

    private void agree(Counter counter, Books books) {
        books.left().forEach((ItemCode code, Integer left) -> {
            Optional<Integer> shown = counter.till.item(code).map(KnownItem::left);
            boolean bothGone = left <= 0 && shown.filter(pieces -> pieces <= 0).isPresent();
            // a till never unsells what it sold itself, whatever a count found since
            boolean found = isFound(code);
            if (!bothGone && !found && !shown.equals(Optional.of(left))) {
                find(
                        Check.TILLS_AND_OFFICE_AGREE,
                        "%s shows %s left of %s, the office %d".formatted(counter.id, shown, code, left));
            }
        });
    }
}
