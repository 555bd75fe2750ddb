package fr.lamine.backoffice.terminal;

import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Keys.VerifyingKey;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Terminals as the list shows them, and the codes that wait for one.
public final class TerminalListDao {

    private TerminalListDao() {}

    /// @param journal    the generation it writes now; empty before its first word
    /// @param seq        entries that the office holds of it
    /// @param recordedAt when the last of them was recorded
    public record Row(
            TerminalId id,
            SiteCode site,
            StationCode station,
            JournalKind kind,
            Optional<Instant> lastSeen,
            String fingerprint,
            Optional<String> journal,
            long seq,
            Optional<Instant> recordedAt) {}

    public record Waiting(TerminalId id, SiteCode site, StationCode station, JournalKind kind, Instant expiresAt) {}

    static List<Row> all(Handle handle) {
        return handle.createQuery("""
                SELECT t.*, h.journal, coalesce(h.seq, 0) AS seq, e.recorded_at
                FROM terminal t
                LEFT JOIN LATERAL (
                    SELECT journal, seq FROM journal_head h
                    WHERE h.terminal = t.terminal AND h.branch = ''
                    ORDER BY generation DESC LIMIT 1) h ON true
                LEFT JOIN journal_entry e ON e.journal = h.journal AND e.seq = h.seq
                WHERE t.terminal <> 'OFFICE' ORDER BY t.terminal""")
                .map((row, _) -> new Row(
                        new TerminalId(row.getString("terminal")),
                        new SiteCode(row.getString("site")),
                        new StationCode(row.getString("station")),
                        JournalKind.valueOf(row.getString("kind")),
                        instant(row.getTimestamp("last_seen")),
                        VerifyingKey.parse(row.getString("public_key")).fingerprint(),
                        Optional.ofNullable(row.getString("journal")),
                        row.getLong("seq"),
                        instant(row.getTimestamp("recorded_at"))))
                .list();
    }

    static List<Waiting> waiting(Handle handle, Instant now) {
        return handle.createQuery("""
                SELECT terminal, site, station, kind, expires_at FROM enrolment_code
                WHERE expires_at > :now ORDER BY terminal""")
                .bind("now", now)
                .map((row, _) -> new Waiting(
                        new TerminalId(row.getString("terminal")),
                        new SiteCode(row.getString("site")),
                        new StationCode(row.getString("station")),
                        JournalKind.valueOf(row.getString("kind")),
                        row.getTimestamp("expires_at").toInstant()))
                .list();
    }

    private static Optional<Instant> instant(Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }
}
