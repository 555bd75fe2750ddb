package fr.lamine.day.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.journal.Rebuild;
import fr.lamine.day.simulation.HouseSimulation.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A year of three sites, one of them at the market without a network for days: vans, thefts, lost labels, counts. The
/// run has a short one; the proof is `-Dlamine.year.steps=6000 -Dlamine.year.orders=200`.
@Timeout(value = 12, unit = TimeUnit.HOURS)
final class YearOfThreeSitesTest {

    private static final long FIRST = Long.getLong("lamine.year.seed", 1);
    private static final int YEARS = Integer.getInteger("lamine.years", 1);
    private static final int STEPS = Integer.getInteger("lamine.year.steps", 1_500);
    private static final int ORDERS = Integer.getInteger("lamine.year.orders", 2);
    private static final int TURNS = 50_000;

    @Test
    void ledgerAndDiscrepanciesExplainEachObjectAndKiloOfAYear(@TempDir Path folder) throws IOException {
        try (TestServer server = TestServer.start()) {
            for (long seed = FIRST; seed < FIRST + YEARS; seed++) {
                year(server, Files.createDirectory(folder.resolve("seed-" + seed)), seed);
            }
        }
    }

    private static void year(TestServer server, Path folder, long seed) {
        Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
        try (HouseSimulation house = new HouseSimulation(seed, server, folder, faults, Pace.aYear(STEPS))) {
            house.play(STEPS);
            house.settle(TURNS);
            assertEquals(List.of(), house.findings(), "seed " + seed + ", before the last count");
            house.takeStock(TURNS);
            assertEquals(List.of(), house.findingsAfterEveryCount(), "seed " + seed + ", after the last count");
            Map<String, String> tables = house.office.database().jdbi().withHandle(Tables::derived);
            house.office.database().useTransaction(h -> Rebuild.all(h, house.world.now()));
            Tables.assertSame(
                    tables, house.office.database().jdbi().withHandle(Tables::derived), "seed " + seed + ", rebuilt");
            Journals.tellInOrders(server, house.office, ORDERS, seed, house.world.now());
            System.out.println("A year of three sites, seed " + seed + ": " + house.world.deeds.size() + " deeds, "
                    + house.facts() + " facts, " + house.world.silent.size() + " that nobody told, "
                    + house.world.vans.size() + " vans, " + ORDERS + " orders of arrival, " + faults);
            assertTrue(
                    STEPS < 5_000 || faults.keySet().containsAll(Fault.OF_VANS_AND_SHELVES),
                    "too quiet a year: " + faults);
        }
    }
}
