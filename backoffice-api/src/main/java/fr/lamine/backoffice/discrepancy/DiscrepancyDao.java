package fr.lamine.backoffice.discrepancy;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.SiteCode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The table of discrepancies.
public final class DiscrepancyDao {

    private DiscrepancyDao() {}

    private record Identity(Kind kind, String subject) {}

    /// Two terminals may each bring one half of what makes a discrepancy at the same moment: whoever judges second must
    /// see what the first one wrote. To be taken before what is judged is read; it ends with the transaction.
    public static void lock(Handle handle, Collection<String> scopes) {
        if (!scopes.isEmpty()) {
            handle.createQuery("""
                    SELECT count(pg_advisory_xact_lock(key)::text)
                    FROM (SELECT DISTINCT hashtextextended(scope, 0) AS key
                          FROM unnest(:scopes::text[]) AS scope ORDER BY key) AS keys""")
                    .bindArray("scopes", String.class, scopes)
                    .mapTo(Long.class)
                    .one();
        }
    }

    /// Judges scopes again: what is found is open, what was open and is not found any more is closed.
    ///
    /// @param scopes each scope judged, with the fact that made it be judged
    public static void judge(Handle handle, Map<String, FactId> scopes, Collection<Discrepancy> found, Instant now) {
        if (scopes.isEmpty()) {
            return;
        }
        open(handle, found, now);
        Set<Identity> still = new HashSet<>();
        found.forEach(d -> still.add(new Identity(d.kind(), d.subject())));
        record Open(Identity identity, String scope) {}
        List<Open> open = handle.createQuery("""
                SELECT kind, subject, scope FROM discrepancy
                WHERE closed_at IS NULL AND scope = ANY (:scopes) ORDER BY kind, subject""")
                .bindArray("scopes", String.class, scopes.keySet())
                .map((row, _) ->
                        new Open(new Identity(Kind.valueOf(row.getString(1)), row.getString(2)), row.getString(3)))
                .list();
        var close = handle.prepareBatch("""
                UPDATE discrepancy SET closed_at = :now, closed_by = :fact
                WHERE kind = :kind AND subject = :subject""");
        open.stream()
                .filter(o -> !still.contains(o.identity()))
                .forEach(o -> close.bind("now", now)
                        .bind("fact", scopes.get(o.scope()).toString())
                        .bind("kind", o.identity().kind())
                        .bind("subject", o.identity().subject())
                        .add());
        if (close.size() > 0) {
            close.execute();
        }
    }

    /// What a manager has settled stays closed, but a wrong seal that is seen again is open again. What tells of no
    /// site
    /// itself belongs to the site of the terminal whose fact it is about.
    public static void open(Handle handle, Collection<Discrepancy> found, Instant now) {
        var batch = handle.prepareBatch("""
                INSERT INTO discrepancy (kind, subject, scope, site, fact, text, opened_at, closed_at, closed_by)
                SELECT :kind, :subject, :scope,
                       coalesce(:site, (SELECT site FROM terminal WHERE terminal = :terminal)), :fact, :text, :now,
                       settled.at, settled.journal || '/' || settled.seq
                FROM (VALUES (1)) AS one LEFT JOIN LATERAL (
                    SELECT at, journal, seq FROM settlement
                    WHERE of_kind = :kind AND of_subject = :subject AND shown IS NOT DISTINCT FROM :fact::text AND :derived
                    ORDER BY at, journal COLLATE "C", seq LIMIT 1) AS settled ON true
                ON CONFLICT (kind, subject) DO UPDATE
                SET scope = excluded.scope, site = excluded.site, fact = excluded.fact, text = excluded.text,
                    opened_at = CASE WHEN discrepancy.closed_at IS NULL OR :derived THEN discrepancy.opened_at
                                     ELSE excluded.opened_at END,
                    closed_at = excluded.closed_at, closed_by = excluded.closed_by""");
        found.stream()
                .sorted((a, b) -> a.kind() == b.kind()
                        ? a.subject().compareTo(b.subject())
                        : a.kind().name().compareTo(b.kind().name()))
                .forEach(d -> batch.bind("kind", d.kind())
                        .bind("subject", d.subject())
                        .bind("scope", d.scope())
                        .bind("site", d.site().map(SiteCode::code))
                        .bind(
                                "terminal",
                                d.fact().map(fact -> fact.journal().terminal().code()))
                        .bind("fact", d.fact().map(FactId::toString))
                        .bind("text", d.text())
                        .bind("derived", d.kind().isDerived())
                        .bind("now", now)
                        .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /// Before all is derived again: what is found again will be open as before, the rest stays closed.
    public static void closeDerived(Handle handle, Instant now) {
        handle.createUpdate("""
                UPDATE discrepancy SET closed_at = :now
                WHERE closed_at IS NULL AND kind = ANY (:derived)""")
                .bind("now", now)
                .bindArray("derived", String.class, Kind.derived())
                .execute();
    }

    static Optional<FactId> fact(String text) {
        return Optional.ofNullable(text).map(FactId::parse);
    }
}
