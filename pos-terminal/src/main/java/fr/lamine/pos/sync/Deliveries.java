package fr.lamine.pos.sync;

import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.pos.store.TerminalStore;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What the office was last known to hold, for the screens and for the export; the office's own word decides.
final class Deliveries {

    private Deliveries() {}

    static void keep(Handle sql, int generation, long seq, boolean refused) {
        sql.execute(
                "INSERT OR REPLACE INTO delivery (generation, seq, state) VALUES (?, ?, ?)",
                generation,
                seq,
                refused ? "REFUSED" : "GOING");
    }

    static Unsent unsent(TerminalStore store) {
        long count = 0;
        Optional<Instant> since = Optional.empty();
        for (int generation : store.generations()) {
            long delivered = store.read(sql -> delivered(sql, generation));
            long missing = store.headOf(generation).map(Head::seq).orElse(0L) - delivered;
            if (missing > 0) {
                count += missing;
                since = since.or(() -> store.entries(generation, delivered, 1).stream()
                        .findFirst()
                        .map(Entry::recordedAt));
            }
        }
        return new Unsent(count, since);
    }

    /// @param since when the oldest of them was recorded; empty when there is none
    record Unsent(long count, Optional<Instant> since) {}

    private static long delivered(Handle sql, int generation) {
        return sql.createQuery("SELECT seq FROM delivery WHERE generation = :generation")
                .bind("generation", generation)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
