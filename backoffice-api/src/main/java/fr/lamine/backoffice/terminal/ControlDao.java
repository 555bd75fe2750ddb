package fr.lamine.backoffice.terminal;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.VerifyingKey;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.TerminalId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What the office can tell a controller of one terminal.
public final class ControlDao {

    /// Entries looked at for closings and the version: more than a till writes in some weeks.
    private static final int LOOKED_AT = 20_000;

    private ControlDao() {}

    public record Enrolled(TerminalId id, SiteCode site, VerifyingKey firstKey) {}

    /// @param key in force at the head
    public record Journal(Head head, Optional<VerifyingKey> key) {}

    public record Closed(FactId id, Closing fact) {}

    static Optional<Enrolled> find(Handle handle, TerminalId terminal) {
        return handle.createQuery("""
                        SELECT terminal, site, public_key FROM terminal
                        WHERE terminal = :terminal AND terminal <> 'OFFICE'""")
                .bind("terminal", terminal.code())
                .map((row, _) -> new Enrolled(
                        new TerminalId(row.getString("terminal")),
                        new SiteCode(row.getString("site")),
                        VerifyingKey.parse(row.getString("public_key"))))
                .findOne();
    }

    /// Generations and branches, the newest first.
    static List<Journal> journals(Handle handle, TerminalId terminal) {
        return handle.createQuery("""
                        SELECT h.journal, h.seq, h.hash, k.public_key FROM journal_head h
                        LEFT JOIN LATERAL (
                            SELECT public_key FROM journal_key k
                            WHERE k.journal = h.journal AND k.from_seq <= h.seq
                            ORDER BY from_seq DESC LIMIT 1) k ON true
                        WHERE h.terminal = :terminal AND h.seq > 0 ORDER BY h.generation DESC, h.branch""")
                .bind("terminal", terminal.code())
                .map((row, _) -> new Journal(
                        new Head(JournalId.parse(row.getString("journal")), row.getLong("seq"), row.getString("hash")),
                        Optional.ofNullable(row.getString("public_key")).map(VerifyingKey::parse)))
                .list();
    }

    /// The version of the program that wrote the last entry.
    static Optional<String> version(Handle handle, Head head) {
        return handle.createQuery("SELECT type, body FROM journal_entry WHERE journal = :journal AND seq = :seq")
                .bind("journal", head.journal().toString())
                .bind("seq", head.seq())
                .map((row, _) -> version(row.getString("type"), row.getBytes("body")))
                .findOne()
                .flatMap(version -> version);
    }

    static List<Closed> closings(Handle handle, TerminalId terminal, int limit) {
        return handle.createQuery("""
                        SELECT journal, seq, type, body FROM (
                            SELECT journal, seq, generation, type, body FROM journal_entry
                            WHERE terminal = :terminal ORDER BY generation DESC, seq DESC LIMIT :window) latest
                        WHERE type LIKE 'closing.%' ORDER BY generation DESC, seq DESC LIMIT :limit""")
                .bind("terminal", terminal.code())
                .bind("window", LOOKED_AT)
                .bind("limit", limit)
                .map((row, _) -> new Closed(FactId.parse(row.getString("journal") + "/" + row.getLong("seq")), (Closing)
                        Json.readFact(row.getString("type"), text(row.getBytes("body")))))
                .list();
    }

    private static Optional<String> version(String type, byte[] body) {
        try {
            return Optional.of(Json.readFact(type, text(body)).context().appVersion());
        } catch (Json.Unreadable e) {
            // Written by a later version than this one: it is shown as an entry that was not applied.
            return Optional.empty();
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
