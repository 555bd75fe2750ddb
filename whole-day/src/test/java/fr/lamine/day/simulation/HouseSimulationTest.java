package fr.lamine.day.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.journal.Rebuild;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Days of the whole house from many seeds; more of them by `-Dlamine.simulation.seeds=200`, others by
/// `-Dlamine.simulation.first=1000`.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class HouseSimulationTest {

    private static final int USUAL = 12;
    private static final int SEEDS = Integer.getInteger("lamine.simulation.seeds", USUAL);
    private static final long FIRST = Long.getLong("lamine.simulation.first", 1);
    private static final int STEPS = 200;
    private static final int HOUSES = 5;
    private static final int ORDERS = 40;

    private static TestServer server;

    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);

    @BeforeAll
    static void startTheServer() {
        server = TestServer.start();
    }

    @AfterAll
    static void stopTheServer() {
        server.close();
    }

    @Test
    void ledgerAndDiscrepanciesExplainTheWorldWhateverGoesWrong(@TempDir Path folder) throws Exception {
        int facts = 0;
        int deeds = 0;
        int asked = 0;
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            Path own = Files.createDirectory(folder.resolve("seed-" + seed));
            try (HouseSimulation house = new HouseSimulation(seed, server, own, faults)) {
                house.play(STEPS);
                house.settle(3_000);
                assertEquals(List.of(), house.findings(), "seed " + seed);
                Map<String, String> before = house.office.database().jdbi().withHandle(Tables::derived);
                house.office.database().useTransaction(h -> Rebuild.all(h, house.world.now()));
                Map<String, String> after = house.office.database().jdbi().withHandle(Tables::derived);
                Tables.assertSame(before, after, "seed " + seed + ", rebuilt");
                facts += house.facts();
                deeds += house.world.deeds.size();
                asked += house.network.asked;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
        System.out.println(
                SEEDS + " seeds, " + deeds + " deeds, " + facts + " facts, " + asked + " questions, " + faults);
        for (Fault fault : EnumSet.complementOf(Fault.OF_VANS_AND_SHELVES)) {
            assertTrue(SEEDS < USUAL || faults.getOrDefault(fault, 0) > 0, fault + " never happened");
        }
    }

    @Test
    void twoHundredOrdersOfArrivalGiveTheTablesOfTheHouse(@TempDir Path folder) throws Exception {
        int entries = 0;
        int settled = 0;
        for (int number = 1; number <= HOUSES; number++) {
            long seed = 10_000L + FIRST * HOUSES + number;
            Path own = Files.createDirectory(folder.resolve("seed-" + seed));
            try (HouseSimulation house = new HouseSimulation(seed, server, own, faults)) {
                house.play(STEPS);
                house.settle(3_000);
                settled += house.office.settleSome(house.world.now());
                entries += Journals.tellInOrders(server, house.office, ORDERS, seed, house.world.now());
            }
        }
        assertTrue(settled > 0, "nothing was there to settle");
        System.out.println(HOUSES * ORDERS + " orders of arrival of " + HOUSES + " houses, " + entries + " entries, "
                + settled + " discrepancies settled");
    }
}
