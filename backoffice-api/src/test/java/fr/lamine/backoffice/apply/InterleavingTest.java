package fr.lamine.backoffice.apply;

import static fr.lamine.backoffice.TestOffice.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestScenario;
import fr.lamine.backoffice.count.CountViews;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.journal.JournalDao;
import fr.lamine.backoffice.journal.Rebuild;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.backoffice.sites.CountDesk;
import fr.lamine.backoffice.sites.TransferDesk;
import fr.lamine.backoffice.sites.TransferDesk.Fate;
import fr.lamine.backoffice.transfer.TransferViews;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.Fact.DiscrepancySettled;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.sync.JournalAnswer.Result;
import fr.lamine.model.sync.JournalBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(value = 15, unit = TimeUnit.MINUTES)
@ExtendWith(OfficeTestDatabase.class)
final class InterleavingTest {

    private static final int SCENARIOS = 10;
    private static final int ORDERS = Integer.getInteger("lamine.orders", 20);
    private static final int STEPS = 70;

    private TestOffice office;

    @BeforeEach
    void openTheOffice(Database database) {
        office = new TestOffice(database, JournalKind.REAL);
    }

    /// @param settled what a manager says in between, in this order
    private void play(Handle handle, TestScenario scenario, Random order, List<Fact> settled) {
        int minute = 0;
        List<List<Entry>> batches = scenario.interleaved(order);
        int said = 0;
        for (List<Entry> batch : batches) {
            while (said < settled.size() && order.nextInt(batches.size()) < settled.size()) {
                office.journal.append(handle, settled.get(said++), NOON);
            }
            var answer = office.ingest.take(handle, new JournalBatch(batch), NOON.plusSeconds(60L * minute++));
            if (answer.result() != Result.TAKEN && answer.result() != Result.FORK) {
                throw new AssertionError(batch.getFirst().id() + " → " + answer.result());
            }
        }
        settled.subList(said, settled.size()).forEach(fact -> office.journal.append(handle, fact, NOON));
    }

    /// A manager settles every other discrepancy that one order of arrival brings about.
    private List<Fact> settledLater(Handle handle) {
        List<DiscrepancySettled> all = handle.createQuery("""
                        SELECT kind, subject, fact FROM discrepancy
                        WHERE closed_at IS NULL AND fact IS NOT NULL ORDER BY kind, subject""")
                .map((row, _) -> new DiscrepancySettled(
                        office.journal.context(handle, TestOffice.MANAGER, NOON),
                        row.getString("kind"),
                        row.getString("subject"),
                        Optional.of(FactId.parse(row.getString("fact"))),
                        "Vérifié"))
                .list();
        return Stream.concat(
                        IntStream.range(0, all.size()).filter(i -> i % 2 == 0).mapToObj(i -> (Fact) all.get(i)),
                        posted(handle, all).stream())
                .toList();
    }

    /// And posts every other count and every other rest of a transfer.
    private List<Fact> posted(Handle handle, List<DiscrepancySettled> all) {
        CountDesk counts = new CountDesk(office.journal);
        TransferDesk transfers = new TransferDesk(office.journal);
        List<FactId> by = new ArrayList<>();
        for (int i = 1; i < all.size(); i += 2) {
            DiscrepancySettled d = all.get(i);
            if (d.kind().equals(Kind.COUNT_DIFFERS.name())) {
                FactId count = FactId.parse(d.subject());
                String shown = CountViews.shown(handle, count);
                if (counts.post(handle, count, shown, "Recompté", TestOffice.MANAGER, NOON)
                        instanceof CountDesk.Said.Done(var fact)) {
                    by.add(fact);
                }
            } else if (d.kind().equals(Kind.TRANSFER_DIFFERS.name())) {
                Fate fate = Fate.values()[i % Fate.values().length];
                String shown = TransferViews.shown(handle, d.subject());
                if (transfers.settle(handle, d.subject(), fate, shown, "Cherché", TestOffice.MANAGER, NOON)
                        instanceof TransferDesk.Said.Done(var fact)) {
                    by.add(fact);
                }
            }
        }
        return by.stream()
                .map(id -> Json.fact(
                        JournalDao.entry(handle, id.journal(), id.seq()).orElseThrow()))
                .toList();
    }

    @Test
    void twoHundredOrdersOfArrivalAndARebuildGiveTheSameTables() {
        Set<String> kinds = new TreeSet<>();
        for (int s = 0; s < SCENARIOS; s++) {
            TestScenario scenario = new TestScenario(s, STEPS, true);
            List<Map<String, String>> seen = new ArrayList<>();
            List<Fact> settled = office.database.jdbi().withHandle(handle -> {
                handle.begin();
                scenario.streams.forEach(stream -> office.enrol(handle, stream.terminal()));
                play(handle, scenario, new Random(0), List.of());
                addKinds(office.derived(handle), kinds);
                List<Fact> chosen = settledLater(handle);
                handle.rollback();
                return chosen;
            });
            assertFalse(settled.isEmpty(), "scenario " + s + " brings nothing about");
            for (int o = 0; o < ORDERS; o++) {
                long seed = 1_000L * s + o;
                boolean rebuild = o % 10 == 0;
                office.database.jdbi().useHandle(handle -> {
                    handle.begin();
                    scenario.streams.forEach(stream -> office.enrol(handle, stream.terminal()));
                    play(handle, scenario, new Random(seed), settled);
                    Map<String, String> tables = office.derived(handle);
                    seen.add(tables);
                    assertSame(seen.getFirst(), tables, "order " + seed);
                    if (rebuild) {
                        Rebuild.all(handle, NOON.plusSeconds(1_000_000));
                        assertSame(seen.getFirst(), office.derived(handle), "rebuilt, order " + seed);
                        assertEquals(List.of(), LedgerCheck.differences(handle), "order " + seed);
                    }
                    handle.rollback();
                });
            }
            addKinds(seen.getFirst(), kinds);
        }
        Set<String> expected =
                new TreeSet<>(List.of(Kind.values()).stream().map(Kind::name).toList());
        expected.removeAll(Set.of("WRONG_SIGNATURE", "EMULATED_DEVICE"));
        assertEquals(expected, kinds, "what the scenarios brought about");
    }

    private static void addKinds(Map<String, String> tables, Set<String> kinds) {
        Pattern.compile("\"kind\": \"([A-Z_]+)\"")
                .matcher(tables.get("discrepancy"))
                .results()
                .forEach(found -> kinds.add(found.group(1)));
    }

    private static void assertSame(Map<String, String> expected, Map<String, String> actual, String what) {
        expected.forEach((table, rows) -> assertEquals(rows, actual.get(table), what + ": table " + table));
    }

    @Test
    void terminalsThatSendAtTheSameTimeGiveTheTablesOfOneAfterTheOther() throws Exception {
        TestScenario scenario = new TestScenario(4711, 200, false);
        scenario.streams.forEach(stream -> office.enrol(stream.terminal()));
        List<Callable<Void>> senders = new ArrayList<>();
        for (TestScenario.Stream stream : scenario.streams) {
            senders.add(() -> {
                for (int i = 0; i < stream.entries().size(); i += 5) {
                    int to = Math.min(stream.entries().size(), i + 5);
                    office.take(new JournalBatch(stream.entries().subList(i, to)));
                }
                return null;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> sent : threads.invokeAll(senders)) {
                sent.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
        Map<String, String> together = office.derived();
        office.database.useTransaction(handle -> Rebuild.all(handle, NOON));
        assertSame(together, office.derived(), "rebuilt");
    }
}
