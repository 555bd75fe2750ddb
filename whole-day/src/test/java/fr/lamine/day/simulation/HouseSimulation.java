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
import fr.lamine.model.site.Site;
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
    private static final SiteCode ARCUEIL = new SiteCode("ARCUEIL");
    private static final SiteCode GENTILLY = new SiteCode("GENTILLY");
    private static final SiteCode MARKET = new SiteCode("MARCHE");

    /// How a house lives.
    ///
    /// @param sites  of its counters, one each
    /// @param breath seconds at most between two deeds
    /// @param deeds  of a hundred steps, those in which somebody does something at a counter
    /// @param vans   of a hundred steps, those in which a van comes or goes, or a shelf is counted
    /// @param calm   of so many mishaps with disks and copies one happens
    record Pace(List<SiteCode> sites, int breath, int deeds, int vans, int calm) {
        static final Pace A_BUSY_DAY = new Pace(List.of(ARCUEIL, GENTILLY, ARCUEIL), 200, 42, 6, 1);

        /// Two tills in one shop, one in another, and one that is offline at the market.
        static Pace aYear(int steps) {
            return new Pace(List.of(ARCUEIL, ARCUEIL, GENTILLY, MARKET), (int) (2 * 365 * 86_400L / steps), 60, 10, 12);
        }
    }

    static final Operator CASHIER = new Operator(new OperatorCode("AWA"), "Awa D.", Role.CASHIER, PIN_HASH);

    final World world = new World();
    final SimulatedOffice office;
    final List<Counter> counters = new ArrayList<>();
    final People people;
    final Network network;
    final Manager manager;
    private final Random random;
    private final Pace pace;
    private final Map<Fault, Integer> faults;
    private final List<Counter.Copy> copies = new ArrayList<>();
    private Optional<SimulatedOffice.Copy> officeCopy = Optional.empty();

    /// @param faults counted as they happen
    HouseSimulation(long seed, TestServer server, Path folder, Map<Fault, Integer> faults) {
        this(seed, server, folder, faults, Pace.A_BUSY_DAY);
    }

    HouseSimulation(long seed, TestServer server, Path folder, Map<Fault, Integer> faults, Pace pace) {
        this.random = new Random(seed);
        this.faults = faults;
        this.pace = pace;
        office = new SimulatedOffice(server, folder, world.now());
        people = new People(world, random, faults, pace.breath());
        network = new Network(random, office, faults);
        manager = new Manager(office);
        office.hire(CASHIER);
        office.reprice(HouseSimulation::withTheMarket, world.now());
        int count = pace.equals(Pace.A_BUSY_DAY)
                ? 2 + random.nextInt(2)
                : pace.sites().size();
        for (int i = 1; i <= count; i++) {
            SiteCode site = pace.sites().get(i - 1);
            Counter counter =
                    new Counter(folder.resolve("c" + i), TerminalId.of(100 + i), site, CASHIER, office, world.now());
            counters.add(counter);
            while (counter.book.current().epoch().isEmpty()) {
                network.talk(counter, world.now());
            }
            copies.add(counter.backup());
        }
    }

    private static Catalog withTheMarket(Catalog catalog) {
        Site shop = catalog.site(ARCUEIL).orElseThrow();
        List<Site> sites = new ArrayList<>(catalog.sites());
        sites.add(new Site(MARKET, "Marché", "", shop.zone(), shop.cutOff()));
        return new Catalog(sites, catalog.categories(), catalog.containers(), catalog.vatRegime(), catalog.till());
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
        int carrying = pace.deeds() + pace.vans();
        if (what < pace.deeds()) {
            people.doSomething(counter);
        } else if (what < carrying) {
            carry(counter);
        } else if (what < carrying + 2) {
            manager.lookInto(world);
        } else if (what < 88) {
            talk(counter);
        } else if (what < 90) {
            copies.set(counters.indexOf(counter), counter.backup());
        } else if (what < 92) {
            power(counter);
        } else if (what < 94) {
            faults.merge(Fault.LONG_ABSENCE, 1, Integer::sum);
            counter.absentUntil = world.now().plusSeconds(18L * pace.breath() * (1 + random.nextInt(8)));
        } else if (random.nextInt(pace.calm()) > 0) {
            people.doSomething(counter);
        } else if (what < 96) {
            putBack(counter);
        } else if (what < 98) {
            officeCopy.ifPresent(office::drop);
            officeCopy = Optional.of(office.backup());
        } else {
            officeTrouble();
        }
    }

    private void carry(Counter counter) {
        world.pass(60);
        switch (random.nextInt(5)) {
            case 0, 1 -> people.carriers.send(counter);
            case 2, 3 -> people.carriers.receive(counter);
            default -> people.carriers.count(counter, counters);
        }
    }

    private void talk(Counter counter) {
        for (int i = 0; i < 6 && !counter.absentUntil.isAfter(world.now()); i++) {
            if (!network.talk(counter, world.now())) {
                counter.talk = counter.talk.referenceDueNow();
            }
        }
        if (random.nextInt(pace.calm()) == 0) {
            reportMeanwhile(counter);
        }
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
        return new Catalog(catalog.sites(), changed, catalog.containers(), catalog.vatRegime(), catalog.till());
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

    /// Every van is emptied and every shelf counted, and managers post what was found.
    void takeStock(int turns) {
        world.vans.forEach((transfer, van) ->
                people.carriers.unload(at(van.to).or(() -> at(van.from)).orElseThrow(), transfer, Integer.MAX_VALUE));
        settle(turns);
        lookUntilNothingIsLeft();
        counters.stream().map(c -> c.site).distinct().forEach(site -> {
            world.pass(3_600);
            people.carriers.count(at(site).orElseThrow(), List.of());
        });
        settle(turns);
        lookUntilNothingIsLeft();
        settle(turns);
    }

    /// What is posted of one count may show that another one was posted wrongly.
    private void lookUntilNothingIsLeft() {
        int rounds = 0;
        while (manager.lookInto(world) > 0) {
            rounds++;
            if (rounds == 20) {
                throw new IllegalStateException("managers never come to an end");
            }
        }
    }

    private Optional<Counter> at(SiteCode site) {
        return counters.stream().filter(c -> c.site.equals(site)).findFirst();
    }

    List<Finding> findingsAfterEveryCount() {
        return checker().afterEveryCount().afterwards(office.database().jdbi().withHandle(Books::read));
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
