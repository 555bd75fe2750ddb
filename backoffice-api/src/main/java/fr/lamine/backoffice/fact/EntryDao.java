package fr.lamine.backoffice.fact;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.site.TerminalId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Stored entries, byte for byte, with what is needed to check them.
public final class EntryDao {

    private static final String COLUMNS = """
            SELECT e.*, k.public_key,
                   (SELECT p.hash FROM journal_entry p
                    WHERE p.terminal = e.terminal AND p.generation = e.generation AND p.seq = e.seq - 1
                      AND p.hash = e.prev_hash LIMIT 1) AS previous,
                   (SELECT u.cause FROM unapplied u WHERE u.journal = e.journal AND u.seq = e.seq) AS unapplied
            FROM journal_entry e
            LEFT JOIN LATERAL (
                SELECT public_key FROM journal_key k
                WHERE k.terminal = e.terminal AND k.generation = e.generation AND k.key_id = e.key_id
                LIMIT 1) k ON true
            """;

    private EntryDao() {}

    public static Optional<StoredEntry> find(Handle handle, FactId id) {
        return handle.createQuery(COLUMNS + "WHERE e.journal = :journal AND e.seq = :seq")
                .bind("journal", id.journal().toString())
                .bind("seq", id.seq())
                .map((row, _) -> stored(row))
                .findOne();
    }

    /// An entry by its number and the beginning of its hash: a journal that forked has two of that number.
    public static Optional<StoredEntry> find(
            Handle handle, TerminalId terminal, int generation, long seq, String hashStart) {
        return handle.createQuery(COLUMNS + """
                WHERE e.terminal = :terminal AND e.generation = :generation AND e.seq = :seq
                  AND starts_with(e.hash, :start) LIMIT 1""")
                .bind("terminal", terminal.code())
                .bind("generation", generation)
                .bind("seq", seq)
                .bind("start", hashStart)
                .map((row, _) -> stored(row))
                .findOne();
    }

    /// The entries under these numbers, in the order in which they were recorded.
    public static List<StoredEntry> all(Handle handle, Collection<FactId> ids) {
        List<StoredEntry> found = new ArrayList<>();
        for (FactId id : ids) {
            find(handle, id).ifPresent(found::add);
        }
        found.sort(java.util.Comparator.comparing((StoredEntry e) -> e.entry().recordedAt())
                .thenComparing(StoredEntry::id));
        return found;
    }

    /// Number of the last entry of a journal; 0 when it is unknown.
    public static long last(Handle handle, JournalId journal) {
        return handle.createQuery("SELECT seq FROM journal_head WHERE journal = :journal")
                .bind("journal", journal.toString())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private static StoredEntry stored(ResultSet row) throws SQLException {
        Entry entry = new Entry(
                row.getString("format"),
                new TerminalId(row.getString("terminal")),
                row.getInt("generation"),
                row.getLong("seq"),
                instant(row, "recorded_at"),
                row.getString("type"),
                row.getString("key_id"),
                row.getString("prev_hash"),
                new String(row.getBytes("body"), StandardCharsets.UTF_8),
                row.getString("body_hash"),
                row.getString("hash"),
                row.getString("signature"));
        return new StoredEntry(
                FactId.parse(row.getString("journal") + "/" + row.getLong("seq")),
                entry,
                instant(row, "arrived_at"),
                Optional.ofNullable(row.getString("public_key")),
                entry.seq() == 1 || row.getString("previous") != null,
                Optional.ofNullable(row.getString("unapplied")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
