package fr.lamine.backoffice.journal;

import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.site.TerminalId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The stored journals: heads and entries.
public final class JournalDao {

    private static final String COLUMNS = """
            format, terminal, generation, seq, recorded_at, type, key_id, prev_hash, body, body_hash, hash, signature""";

    private JournalDao() {}

    /// An entry under the journal that keeps it.
    public record Stored(JournalId journal, Entry entry) {}

    /// What the office knows of an entry before it reads it.
    public record Held(JournalId journal, long seq, String hash) {}

    /// Takes the lock under which one terminal's journals grow.
    ///
    /// @return the kind of journal the terminal may write; empty for an unknown terminal
    public static Optional<JournalKind> lock(Handle handle, TerminalId terminal) {
        return handle.createQuery("SELECT kind FROM terminal WHERE terminal = :terminal FOR NO KEY UPDATE")
                .bind("terminal", terminal.code())
                .map((row, _) -> JournalKind.valueOf(row.getString(1)))
                .findOne();
    }

    /// Where a journal stands; an empty head when nothing of it is here.
    public static Head head(Handle handle, JournalId journal) {
        return handle.createQuery("SELECT seq, hash FROM journal_head WHERE journal = :journal")
                .bind("journal", journal.toString())
                .map((row, _) -> new Head(journal, row.getLong(1), row.getString(2)))
                .findOne()
                .orElse(Head.empty(journal));
    }

    /// Heads of a generation and of all its branches.
    public static List<Head> heads(Handle handle, TerminalId terminal, int generation) {
        return handle.createQuery("""
                SELECT journal, seq, hash FROM journal_head
                WHERE terminal = :terminal AND generation = :generation ORDER BY journal""")
                .bind("terminal", terminal.code())
                .bind("generation", generation)
                .map((row, _) -> head(row))
                .list();
    }

    /// Head of the terminal's last generation; of its first, empty, when nothing is here.
    public static Head latest(Handle handle, TerminalId terminal) {
        return handle.createQuery("""
                SELECT journal, seq, hash FROM journal_head
                WHERE terminal = :terminal AND branch = '' ORDER BY generation DESC LIMIT 1""")
                .bind("terminal", terminal.code())
                .map((row, _) -> head(row))
                .findOne()
                .orElse(Head.empty(JournalId.of(terminal, 1)));
    }

    /// Head that a journal had at a number.
    public static Optional<Head> headAt(Handle handle, JournalId journal, long seq) {
        return handle.createQuery("SELECT hash FROM journal_entry WHERE journal = :journal AND seq = :seq")
                .bind("journal", journal.toString())
                .bind("seq", seq)
                .mapTo(String.class)
                .findOne()
                .map(hash -> new Head(journal, seq, hash));
    }

    public static List<Held> held(Handle handle, TerminalId terminal, int generation, long from, long to) {
        return handle.createQuery("""
                SELECT journal, seq, hash FROM journal_entry
                WHERE terminal = :terminal AND generation = :generation AND seq BETWEEN :from AND :to""")
                .bind("terminal", terminal.code())
                .bind("generation", generation)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> new Held(JournalId.parse(row.getString(1)), row.getLong(2), row.getString(3)))
                .list();
    }

    /// Adds entries that were judged and verified, and moves the heads.
    public static void add(Handle handle, List<Stored> stored, Collection<Head> heads, Instant now) {
        var head = handle.prepareBatch("""
                INSERT INTO journal_head (journal, terminal, generation, branch, first_seq, seq, hash)
                VALUES (:journal, :terminal, :generation, :branch, :first, :seq, :hash)
                ON CONFLICT (journal) DO UPDATE SET seq = excluded.seq, hash = excluded.hash""");
        for (Head h : heads) {
            long first = stored.stream()
                    .filter(s -> s.journal().equals(h.journal()))
                    .mapToLong(s -> s.entry().seq())
                    .min()
                    .orElseThrow();
            head.bind("journal", h.journal().toString())
                    .bind("terminal", h.journal().terminal().code())
                    .bind("generation", h.journal().generation())
                    .bind("branch", h.journal().branch().orElse(""))
                    .bind("first", first)
                    .bind("seq", h.seq())
                    .bind("hash", h.hash())
                    .add();
        }
        head.execute();
        var batch = handle.prepareBatch("""
                INSERT INTO journal_entry (journal, seq, format, terminal, generation, recorded_at, type, key_id, prev_hash,
                                           body, body_hash, hash, signature, arrived_at)
                VALUES (:journal, :seq, :format, :terminal, :generation, :recordedAt, :type, :keyId, :prevHash, :body,
                        :bodyHash, :hash, :signature, :now)""");
        for (Stored s : stored) {
            Entry entry = s.entry();
            batch.bind("journal", s.journal().toString())
                    .bind("seq", entry.seq())
                    .bind("format", entry.format())
                    .bind("terminal", entry.terminal().code())
                    .bind("generation", entry.generation())
                    .bind("recordedAt", entry.recordedAt())
                    .bind("type", entry.type())
                    .bind("keyId", entry.keyId())
                    .bind("prevHash", entry.prevHash())
                    .bind("body", entry.body().getBytes(StandardCharsets.UTF_8))
                    .bind("bodyHash", entry.bodyHash())
                    .bind("hash", entry.hash())
                    .bind("signature", entry.signature())
                    .bind("now", now)
                    .add();
        }
        batch.execute();
    }

    public static Optional<Entry> entry(Handle handle, JournalId journal, long seq) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM journal_entry WHERE journal = :journal AND seq = :seq")
                .bind("journal", journal.toString())
                .bind("seq", seq)
                .map((row, _) -> entry(row))
                .findOne();
    }

    /// Entries of a journal beyond a number, in order, at most `limit`.
    public static List<Entry> entriesAfter(Handle handle, JournalId journal, long seq, int limit) {
        try (Stream<Entry> entries = handle
                .createQuery("SELECT " + COLUMNS + " " + """
                 FROM journal_entry WHERE journal = :journal AND seq > :seq ORDER BY seq LIMIT :limit""")
                .bind("journal", journal.toString())
                .bind("seq", seq)
                .bind("limit", limit)
                .map((row, _) -> entry(row))
                .stream()) {
            return entries.toList();
        }
    }

    /// All journals with the kind of their terminal; the office's own first, since prices are judged by it.
    public static List<Known> all(Handle handle) {
        return handle.createQuery("""
                SELECT h.journal, t.kind FROM journal_head h JOIN terminal t USING (terminal)
                ORDER BY h.terminal = 'OFFICE' DESC, h.terminal, h.generation, h.branch""")
                .map((row, _) -> new Known(JournalId.parse(row.getString(1)), JournalKind.valueOf(row.getString(2))))
                .list();
    }

    public record Known(JournalId journal, JournalKind kind) {}

    private static Head head(ResultSet row) throws SQLException {
        return new Head(JournalId.parse(row.getString(1)), row.getLong(2), row.getString(3));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("format"),
                new TerminalId(row.getString("terminal")),
                row.getInt("generation"),
                row.getLong("seq"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("type"),
                row.getString("key_id"),
                row.getString("prev_hash"),
                new String(row.getBytes("body"), StandardCharsets.UTF_8),
                row.getString("body_hash"),
                row.getString("hash"),
                row.getString("signature"));
    }
}
