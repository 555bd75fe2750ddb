package fr.lamine.day.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.journal.Rebuild;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.pos.demo.DemoTrade;
import fr.lamine.pos.demo.ShopProfile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The trade with which a demonstration begins, told to the office in many orders. The run has some days of it; the
/// proof is `-Dlamine.demo.days=21 -Dlamine.demo.orders=200`.
@Timeout(value = 12, unit = TimeUnit.HOURS)
final class DemoDataTest {

    private static final int DAYS = Integer.getInteger("lamine.demo.days", 3);
    private static final int ORDERS = Integer.getInteger("lamine.demo.orders", 5);
    private static final long SEED = 94_110;
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final DemoTrade.Worker WORKER = new DemoTrade.Worker(new OperatorCode("AWA"), "2468");

    @Test
    void rebuildingAndAnyOrderOfArrivalGiveTheSameTables(@TempDir Path folder) {
        Instant now = Instant.parse("2026-11-02T05:00:00Z");
        try (TestServer server = TestServer.start();
                SimulatedOffice office = new SimulatedOffice(server, folder, JournalKind.DEMO, now)) {
            office.hire(HouseSimulation.CASHIER);
            Network network = new Network(new Random(SEED), office, new EnumMap<>(Fault.class));
            network.calm(now);
            List<ShopProfile> shops = List.of(ShopProfile.ARCUEIL, ShopProfile.GENTILLY, ShopProfile.ONLINE);
            List<Counter> counters = new ArrayList<>();
            for (ShopProfile shop : shops) {
                TerminalId id = TerminalId.of(901 + counters.size());
                Counter counter =
                        new Counter(folder.resolve(id.code()), id, shop.site(), HouseSimulation.CASHIER, office, now);
                counters.add(counter);
                listen(network, counter, now);
                new DemoTrade(shop, SEED, counter.station, counter.commands, counter.book)
                        .play(MONDAY, MONDAY.plusDays(DAYS), WORKER);
            }
            Instant after = now.plusSeconds(DAYS * 86_400L);
            counters.forEach(counter -> listen(network, counter, after));
            Map<String, String> tables = office.database().jdbi().withHandle(Tables::derived);
            office.database().useTransaction(h -> Rebuild.all(h, after));
            Tables.assertSame(tables, office.database().jdbi().withHandle(Tables::derived), "rebuilt");
            int entries = Journals.tellInOrders(server, office, ORDERS, SEED, after);
            counters.forEach(Counter::close);
            assertTrue(entries > 50 * DAYS, "too little trade: " + entries);
            System.out.println(
                    ORDERS + " orders of arrival of " + DAYS + " days of the demonstration, " + entries + " entries");
        }
    }

    private static void listen(Network network, Counter counter, Instant now) {
        counter.talk = counter.talk.referenceDueNow();
        boolean asked = true;
        while (asked || counter.book.current().epoch().isEmpty()) {
            asked = network.talk(counter, now);
        }
    }
}
