package fr.lamine.day.simulation;

import fr.lamine.backoffice.apply.Apply;
import fr.lamine.backoffice.apply.Arrived;
import fr.lamine.backoffice.catalog.RevisionDao;
import fr.lamine.backoffice.journal.JournalDao;
import fr.lamine.backoffice.journal.JournalDao.Stored;
import fr.lamine.backoffice.journal.KeyDao;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
            List<Entry> entries = JournalDao.entriesAfter(handle, known.journal(), 0, Integer.MAX_VALUE);
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

    /// The runs cut into batches and shuffled together. Most are small, as of a till with a network; some as large as
    /// after
    /// days without one.
    List<Run> shuffled(Random random) {
        List<List<Run>> queues = new ArrayList<>();
        for (List<Run> stream : streams) {
            List<Run> batches = new ArrayList<>();
            for (Run run : stream) {
                int from = 0;
                while (from < run.entries().size()) {
                    int most = random.nextInt(4) == 0 ? JournalBatch.MAX_ENTRIES : 12;
                    int to = Math.min(run.entries().size(), from + 1 + random.nextInt(most));
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
        int tellers = Math.min(orders, Runtime.getRuntime().availableProcessors());
        try (var threads = Executors.newFixedThreadPool(tellers)) {
            List<Future<?>> telling = new ArrayList<>();
            for (int teller = 0; teller < tellers; teller++) {
                int first = teller + 1;
                telling.add(threads.submit(() -> {
                    try (AnotherOffice another = new AnotherOffice(server)) {
                        for (int order = first; order <= orders; order += tellers) {
                            List<Run> batches = journals.shuffled(new Random(seed * 1_000 + order));
                            Map<String, String> again = another.tables(journals, office, batches, now);
                            Tables.assertSame(tables, again, "seed " + seed + ", order " + order);
                        }
                    }
                }));
            }
            for (Future<?> told : telling) {
                told.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e.getMessage(), e);
        }
        return journals.entries();
    }

    static void tell(Handle handle, SimulatedOffice office, Run batch, Instant now) {
        if (batch.journal().terminal().isOffice()) {
            tellOfItself(handle, batch, office.kind(), now);
            return;
        }
        JournalAnswer answer = office.take(handle, new JournalBatch(batch.entries()), now);
        if (answer.result() != JournalAnswer.Result.TAKEN && answer.result() != JournalAnswer.Result.FORK) {
            throw new IllegalStateException(batch.entries().getFirst().id() + " is answered " + answer.result());
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
