package fr.lamine.day.simulation;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import fr.lamine.day.simulation.Checker.Finding;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Some days of a house, from one seed: people at two or three counters, an office, and everything that goes wrong.
final class HouseSimulation implements AutoCloseable {

    private static final String PIN_HASH = Password.hash("2468")
            .addRandomSalt()
            .with(Argon2Function.getInstance(64, 1, 1, 16, Argon2.ID))
            .getResult();
    static final Operator CASHIER = new Operator(new OperatorCode("AWA"), "Awa D.", Role.CASHIER, PIN_HASH);

    final World world = new World();
    final SimulatedOffice office;
    final List<Counter> counters = new ArrayList<>();
    final People people;
    final Network network;
    private final Random random;
    private final Map<Fault, Integer> faults;
    private final List<Counter.Copy> copies = new ArrayList<>();
    private Optional<SimulatedOffice.Copy> officeCopy = Optional.empty();

    /// @param faults counted as they happen
    HouseSimulation(long seed, TestServer server, Path folder, Map<Fault, Integer> faults) {
        this.random = new Random(seed);
        this.faults = faults;
        office = new SimulatedOffice(server, folder, world.now());
        people = new People(world, random, faults);
        network = new Network(random, office, faults);
        office.hire(CASHIER);
        int count = 2 + random.nextInt(2);
        for (int i = 1; i <= count; i++) {
            SiteCode site = new SiteCode(i == 3 ? "GENTILLY" : "ARCUEIL");
            Counter counter =
                    new Counter(folder.resolve("c" + i), TerminalId.of(100 + i), site, CASHIER, office, world.now());
            counters.add(counter);
            while (counter.book.current().epoch().isEmpty()) {
                network.talk(counter, world.now());
            }
            copies.add(counter.backup());
        }
    }

    HouseSimulation play(int steps) {
        for (int step = 0; step < steps; step++) {
            step();
        }
        return this;
    }

    private void step() {
        Counter counter = counters.get(random.nextInt(counters.size()));
        int what = random.nextInt(100);
        if (what < 48) {
            people.doSomething(counter);
        } else if (what < 88) {
            talk(counter);
        } else if (what < 90) {
            copies.set(counters.indexOf(counter), counter.backup());
        } else if (what < 92) {
            power(counter);
        } else if (what < 94) {
            faults.merge(Fault.LONG_ABSENCE, 1, Integer::sum);
            counter.absentUntil = world.now().plusSeconds(3_600L * (1 + random.nextInt(8)));
        } else if (what < 96) {
            putBack(counter);
        } else if (what < 98) {
            officeCopy.ifPresent(office::drop);
            officeCopy = Optional.of(office.backup());
        } else {
            officeTrouble();
        }
    }

    private void talk(Counter counter) {
        for (int i = 0; i < 6 && !counter.absentUntil.isAfter(world.now()); i++) {
            if (!network.talk(counter, world.now())) {
                counter.talk = counter.talk.referenceDueNow();
            }
        }
        reportMeanwhile(counter);
    }

    private void reportMeanwhile(Counter counter) {
        List<Finding> found = checker().meanwhile(counter, code -> counter.till.item(code));
        if (!found.isEmpty()) {
            throw new IllegalStateException("after talking: " + found);
        }
    }

    private void power(Counter counter) {
        faults.merge(Fault.POWER_CUT, 1, Integer::sum);
        counter.powerCut(world.now());
    }

    /// An older copy of a counter's data is put back. Its head file is put back with it only when the keys know of a
    /// later generation, or the office has seen something of what is lost: otherwise nobody on earth could know.
    private void putBack(Counter counter) {
        Counter.Copy copy = copies.get(counters.indexOf(counter));
        int generations = counter.store.head().journal().generation()
                - copy.head().journal().generation();
        boolean together = random.nextInt(generations > 0 ? 4 : 2) > 0;
        if (together && generations > 0) {
            faults.merge(Fault.COUNTER_RESTORED_ACROSS_A_GENERATION, 1, Integer::sum);
            counter.restore(copy, true, world.now());
        } else if (together && officeHasSeenWhatIsLost(counter, copy)) {
            officeCopy.ifPresent(office::drop);
            officeCopy = Optional.empty();
            faults.merge(Fault.COUNTER_RESTORED_WITH_ITS_HEAD_FILE, 1, Integer::sum);
            counter.restore(copy, true, world.now());
        } else {
            faults.merge(Fault.COUNTER_RESTORED, 1, Integer::sum);
            counter.restore(copy, false, world.now());
        }
    }

    private boolean officeHasSeenWhatIsLost(Counter counter, Counter.Copy copy) {
        Head head = counter.store.head();
        JournalId journal = copy.head().journal();
        if (head.seq() <= copy.head().seq()) {
            return false;
        }
        Entry first = counter.store
                .entries(journal.generation(), copy.head().seq(), 1)
                .getFirst();
        return office.headAt(journal, first.seq())
                .filter(h -> h.hash().equals(first.hash()))
                .isPresent();
    }

    private void officeTrouble() {
        if (officeCopy.isPresent() && random.nextInt(3) > 0) {
            faults.merge(Fault.OFFICE_RESTORED, 1, Integer::sum);
            office.restore(officeCopy.get(), random.nextBoolean(), world.now());
        } else if (random.nextBoolean()) {
            faults.merge(Fault.OFFICE_RESTARTED, 1, Integer::sum);
            office.restart(world.now());
        } else {
            office.reprice(this::dearer, world.now());
        }
    }

    /// Other prices and other average weights for all.
    private Catalog dearer(Catalog catalog) {
        List<Category> changed = catalog.categories().stream()
                .map(c -> new Category(
                        c.code(),
                        c.parent(),
                        c.name(),
                        c.family(),
                        c.icon(),
                        c.stream(),
                        c.averagePiece().map(m -> Mass.grams(m.grams() + 10)),
                        c.questionAbove(),
                        c.prices().size() < 2
                                ? c.prices()
                                : c.prices().subList(0, c.prices().size() - 1)))
                .toList();
        return new Catalog(catalog.sites(), changed, catalog.containers(), catalog.vatRegime());
    }

    /// The network works, nobody touches anything any more, and everybody says what there is to say.
    void settle(int turns) {
        network.calm(world.now());
        for (int round = 0; round < 2; round++) {
            world.pass(2 * 3_600);
            for (Counter counter : counters) {
                counter.talk = counter.talk.referenceDueNow();
                int left = turns;
                while (network.talk(counter, world.now())) {
                    left--;
                    if (left == 0) {
                        throw new IllegalStateException("they never come to an end: " + counter.id + " asks "
                                + counter.talk.next(counter) + " of " + counter.talk);
                    }
                }
            }
        }
    }

    Checker checker() {
        return new Checker(world, counters, office.forged, office.restores);
    }

    List<Finding> findings() {
        return checker().afterwards(office.database().jdbi().withHandle(Books::read));
    }

    int facts() {
        return counters.stream().mapToInt(c -> c.entries().size()).sum();
    }

    @Override
    public void close() {
        counters.forEach(Counter::close);
        officeCopy.ifPresent(office::drop);
        office.close();
    }
}
