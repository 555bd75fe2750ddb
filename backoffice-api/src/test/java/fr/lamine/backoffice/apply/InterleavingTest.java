package fr.lamine.backoffice.apply;

import static fr.lamine.backoffice.TestOffice.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestScenario;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.journal.Rebuild;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.sync.JournalAnswer.Result;
import fr.lamine.model.sync.JournalBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class InterleavingTest {

    private static final int SCENARIOS = 10;
    private static final int ORDERS = 20;
    private static final int STEPS = 70;

    private TestOffice office;

    @BeforeEach
    void openTheOffice(Database database) {
        office = new TestOffice(database, JournalKind.REAL);
    }

    private void play(Handle handle, TestScenario scenario, Random order) {
        int minute = 0;
        for (List<Entry> batch : scenario.interleaved(order)) {
            var answer = office.ingest.take(handle, new JournalBatch(batch), NOON.plusSeconds(60L * minute++));
            if (answer.result() != Result.TAKEN && answer.result() != Result.FORK) {
                throw new AssertionError(batch.getFirst().id() + " → " + answer.result());
            }
        }
    }

    @Test
    void twoHundredOrdersOfArrivalAndARebuildGiveTheSameTables() {
        Set<String> kinds = new TreeSet<>();
        for (int s = 0; s < SCENARIOS; s++) {
            TestScenario scenario = new TestScenario(s, STEPS, true);
            List<Map<String, String>> seen = new ArrayList<>();
            for (int o = 0; o < ORDERS; o++) {
                long seed = 1_000L * s + o;
                boolean rebuild = o % 10 == 0;
                office.database.jdbi().useHandle(handle -> {
                    handle.begin();
                    scenario.streams.forEach(stream -> office.enrol(handle, stream.terminal()));
                    play(handle, scenario, new Random(seed));
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
            Pattern.compile("\"kind\": \"([A-Z_]+)\"")
                    .matcher(seen.getFirst().get("discrepancy"))
                    .results()
                    .forEach(found -> kinds.add(found.group(1)));
        }
        Set<String> expected =
                new TreeSet<>(List.of(Kind.values()).stream().map(Kind::name).toList());
        expected.removeAll(Set.of("WRONG_SIGNATURE", "EMULATED_DEVICE"));
        assertEquals(expected, kinds, "what the scenarios brought about");
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
