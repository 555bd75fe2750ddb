package fr.lamine.backoffice.terminal;

import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Keys.VerifyingKey;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of enrolled terminals.
public final class TerminalDao {

    private TerminalDao() {}

    /// @param lastSeen    when it last sent something
    /// @param fingerprint of the key it was enrolled with, as its enrolment sheet shows
    public record Terminal(
            TerminalId id,
            SiteCode site,
            StationCode station,
            JournalKind kind,
            Instant enrolledAt,
            Optional<Instant> lastSeen,
            String fingerprint) {}

    /// All terminals but the office itself.
    public static List<Terminal> all(Handle handle) {
        return handle.createQuery("""
                SELECT terminal, site, station, kind, enrolled_at, last_seen, public_key FROM terminal
                WHERE terminal <> 'OFFICE' ORDER BY terminal""")
                .map((row, _) -> new Terminal(
                        new TerminalId(row.getString("terminal")),
                        new SiteCode(row.getString("site")),
                        new StationCode(row.getString("station")),
                        JournalKind.valueOf(row.getString("kind")),
                        row.getTimestamp("enrolled_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("last_seen")).map(java.sql.Timestamp::toInstant),
                        VerifyingKey.parse(row.getString("public_key")).fingerprint()))
                .list();
    }

    public static boolean isEnrolled(Handle handle, TerminalId terminal) {
        return handle.createQuery("SELECT count(*) FROM terminal WHERE terminal = :terminal")
                        .bind("terminal", terminal.code())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    public static SiteCode site(Handle handle, TerminalId terminal) {
        return handle.createQuery("SELECT site FROM terminal WHERE terminal = :terminal")
                .bind("terminal", terminal.code())
                .map((row, _) -> new SiteCode(row.getString(1)))
                .one();
    }

    public static VerifyingKey enrolledKey(Handle handle, TerminalId terminal) {
        return handle.createQuery("SELECT public_key FROM terminal WHERE terminal = :terminal")
                .bind("terminal", terminal.code())
                .map((row, _) -> VerifyingKey.parse(row.getString(1)))
                .one();
    }

    public static void seen(Handle handle, TerminalId terminal, Instant now) {
        handle.createUpdate("UPDATE terminal SET last_seen = :now WHERE terminal = :terminal")
                .bind("now", now)
                .bind("terminal", terminal.code())
                .execute();
    }
}
