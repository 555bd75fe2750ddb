package fr.lamine.pos.store;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.site.TerminalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The frozen table of entries, in the order in which they were recorded.
final class JournalTable {

    private static final String COLUMNS = """
            format, terminal, generation, seq, recorded_at, type, key_id, prev_hash, body, body_hash, hash, signature
            """;

    private JournalTable() {}

    static void insert(Handle handle, Entry entry) {
        handle.createUpdate("INSERT INTO journal (" + COLUMNS + """
                        ) VALUES (:format, :terminal, :generation, :seq, :recordedAt, :type, :keyId, :prevHash, :body,
                        :bodyHash, :hash, :signature)""")
                .bind("format", entry.format())
                .bind("terminal", entry.terminal().code())
                .bind("generation", entry.generation())
                .bind("seq", entry.seq())
                .bind("recordedAt", entry.recordedAt().toString())
                .bind("type", entry.type())
                .bind("keyId", entry.keyId())
                .bind("prevHash", entry.prevHash())
                .bind("body", entry.body())
                .bind("bodyHash", entry.bodyHash())
                .bind("hash", entry.hash())
                .bind("signature", entry.signature())
                .execute();
    }

    static Optional<Head> head(Handle handle) {
        return handle.createQuery("SELECT terminal, generation, seq, hash FROM journal ORDER BY rowid DESC LIMIT 1")
                .map((row, _) -> headOf(row))
                .findOne();
    }

    static Optional<Head> headOf(Handle handle, int generation) {
        return handle.createQuery("""
                        SELECT terminal, generation, seq, hash FROM journal
                        WHERE generation = :generation ORDER BY seq DESC LIMIT 1""")
                .bind("generation", generation)
                .map((row, _) -> headOf(row))
                .findOne();
    }

    static Optional<String> hashAt(Handle handle, int generation, long seq) {
        return handle.createQuery("SELECT hash FROM journal WHERE generation = :generation AND seq = :seq")
                .bind("generation", generation)
                .bind("seq", seq)
                .mapTo(String.class)
                .findOne();
    }

    static Optional<Entry> entry(Handle handle, FactId id) {
        return entries(handle, id.journal().generation(), id.seq() - 1, 1).stream()
                .filter(entry -> entry.seq() == id.seq())
                .findFirst();
    }

    static List<Entry> entries(Handle handle, int generation, long afterSeq, int limit) {
        return handle.createQuery("SELECT " + COLUMNS + """
                         FROM journal WHERE generation = :generation AND seq > :after ORDER BY seq LIMIT :limit""")
                .bind("generation", generation)
                .bind("after", afterSeq)
                .bind("limit", limit)
                .map((row, _) -> entryOf(row))
                .list();
    }

    static List<Integer> generations(Handle handle) {
        return handle.createQuery("""
                        WITH RECURSIVE g (n) AS (
                          SELECT min(generation) FROM journal
                          UNION ALL
                          SELECT (SELECT min(generation) FROM journal WHERE generation > n) FROM g WHERE n IS NOT NULL)
                        SELECT n FROM g WHERE n IS NOT NULL ORDER BY n""").mapTo(Integer.class).list();
    }

    private static Head headOf(ResultSet row) throws SQLException {
        JournalId journal = JournalId.of(new TerminalId(row.getString("terminal")), row.getInt("generation"));
        return new Head(journal, row.getLong("seq"), row.getString("hash"));
    }

    private static Entry entryOf(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("format"),
                new TerminalId(row.getString("terminal")),
                row.getInt("generation"),
                row.getLong("seq"),
                Instant.parse(row.getString("recorded_at")),
                row.getString("type"),
                row.getString("key_id"),
                row.getString("prev_hash"),
                row.getString("body"),
                row.getString("body_hash"),
                row.getString("hash"),
                row.getString("signature"));
    }
}
