package fr.lamine.day.simulation;

import fr.lamine.backoffice.apply.Apply;
import fr.lamine.backoffice.apply.Arrived;
import fr.lamine.backoffice.catalog.RevisionDao;
import fr.lamine.backoffice.journal.JournalDao;
import fr.lamine.backoffice.journal.JournalDao.Stored;
import fr.lamine.backoffice.journal.KeyDao;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.JournalAnswer;
import fr.lamine.model.sync.JournalBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Handle;

/// The journals that an office holds, to be told anew to another one in any order that keeps each terminal's own.
///
/// @param enrolled what the office knows of its terminals beside their journals
/// @param streams  runs of each terminal, oldest generation first, branches after what they left
record Journals(List<Map<String, Object>> enrolled, List<KeyDao.InForce> keys, List<List<Run>> streams) {

    /// Entries in a row of one journal.
    record Run(JournalId journal, List<Entry> entries) {}

    static Journals of(Handle handle) {
        Map<TerminalId, List<Run>> runs = new LinkedHashMap<>();
        List<KeyDao.InForce> keys = new ArrayList<>();
        for (JournalDao.Known known : JournalDao.all(handle)) {
            List<Entry> entries = JournalDao.entriesAfter(handle, known.journal(), 0, 10_000);
            runs.computeIfAbsent(known.journal().terminal(), _ -> new ArrayList<>())
                    .add(new Run(known.journal(), entries));
        }
        for (TerminalId terminal : runs.keySet()) {
            int generations = terminal.isOffice() ? 100 : 1;
            for (int generation = 1; generation <= generations; generation++) {
                KeyDao.ofGeneration(handle, terminal, generation).stream()
                        .filter(key ->
                                key.fromSeq() == 1 && key.journal().branch().isEmpty())
                        .forEach(keys::add);
            }
        }
        List<Map<String, Object>> enrolled = handle.createQuery(
                        "SELECT terminal, site, station, kind, public_key, enrolled_at FROM terminal")
                .mapToMap()
                .list();
        return new Journals(enrolled, keys, List.copyOf(runs.values()));
    }

    int entries() {
        return streams.stream()
                .flatMap(List::stream)
                .mapToInt(run -> run.entries().size())
                .sum();
    }

    /// Makes the terminals known to an office that knows nothing yet.
    void enrol(Handle handle) {
        RevisionDao.begin(handle, "another", 0);
        enrolled.forEach(row -> handle.createUpdate("""
                INSERT INTO terminal (terminal, site, station, kind, public_key, enrolled_at)
                VALUES (:terminal, :site, :station, :kind, :public_key, :enrolled_at)""").bindMap(row).execute());
        keys.forEach(key -> KeyDao.register(handle, key));
    }

    /// The runs cut into batches and shuffled together.
    List<Run> shuffled(Random random) {
        List<List<Run>> queues = new ArrayList<>();
        for (List<Run> stream : streams) {
            List<Run> batches = new ArrayList<>();
            for (Run run : stream) {
                int from = 0;
                while (from < run.entries().size()) {
                    int to = Math.min(run.entries().size(), from + 1 + random.nextInt(12));
                    batches.add(new Run(run.journal(), run.entries().subList(from, to)));
                    from = to;
                }
            }
            queues.add(batches);
        }
        List<Run> all = new ArrayList<>();
        while (!queues.isEmpty()) {
            List<Run> queue = queues.get(random.nextInt(queues.size()));
            all.add(queue.removeFirst());
            queues.removeIf(List::isEmpty);
        }
        return all;
    }

    /// Tells another office all of it, in one order after another, and holds the tables against those of the first.
    ///
    /// @return entries of one order
    static int tellInOrders(TestServer server, SimulatedOffice office, int orders, long seed, Instant now) {
        Map<String, String> tables = office.database().jdbi().withHandle(Tables::derived);
        Journals journals = office.database().jdbi().withHandle(Journals::of);
        String name = server.create();
        try (Database fresh = server.open(name)) {
            for (int order = 1; order <= orders; order++) {
                Random random = new Random(seed * 1_000 + order);
                Map<String, String> again = fresh.jdbi().withHandle(handle -> {
                    handle.begin();
                    journals.enrol(handle);
                    tell(handle, office, journals.shuffled(random), now);
                    Map<String, String> told = Tables.derived(handle);
                    handle.rollback();
                    return told;
                });
                Tables.assertSame(tables, again, "seed " + seed + ", order " + order);
            }
        } finally {
            server.drop(name);
        }
        return journals.entries();
    }

    static void tell(Handle handle, SimulatedOffice office, List<Run> batches, Instant now) {
        for (Run batch : batches) {
            if (batch.journal().terminal().isOffice()) {
                tellOfItself(handle, batch, office.kind(), now);
            } else {
                JournalAnswer answer = office.take(handle, new JournalBatch(batch.entries()), now);
                if (answer.result() != JournalAnswer.Result.TAKEN && answer.result() != JournalAnswer.Result.FORK) {
                    throw new IllegalStateException(
                            batch.entries().getFirst().id() + " is answered " + answer.result());
                }
            }
        }
    }

    private static void tellOfItself(Handle handle, Run batch, JournalKind kind, Instant now) {
        Entry last = batch.entries().getLast();
        List<Stored> stored = batch.entries().stream()
                .map(e -> new Stored(batch.journal(), e))
                .toList();
        JournalDao.add(handle, stored, List.of(new Head(batch.journal(), last.seq(), last.hash())), now);
        Apply.apply(
                handle,
                batch.entries().stream()
                        .map(e -> new Arrived(batch.journal(), e, kind))
                        .toList(),
                now);
    }
}
