package fr.lamine.backoffice.discrepancy;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.OperatorCode;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of settlements (*écarts traités*): which discrepancies a manager has looked into.
public final class SettlementDao {

    private SettlementDao() {}

    /// @param by      the fact that says so
    /// @param kind    as that fact names it, known here or not
    /// @param shown   the fact that had shown the discrepancy, if one had
    public record Settlement(
            FactId by,
            String kind,
            String subject,
            Optional<FactId> shown,
            OperatorCode operator,
            Instant at,
            String reason) {}

    /// Keeps settlements and closes what they name. One that comes before its discrepancy closes it when it is found.
    public static void write(Handle handle, Collection<Settlement> settlements) {
        if (settlements.isEmpty()) {
            return;
        }
        var insert = handle.prepareBatch("""
                INSERT INTO settlement (journal, seq, of_kind, of_subject, shown, operator, at, reason)
                VALUES (:journal, :seq, :kind, :subject, :shown, :operator, :at, :reason)""");
        var close = handle.prepareBatch("""
                UPDATE discrepancy SET closed_at = :at, closed_by = :by
                WHERE closed_at IS NULL AND kind = :kind AND subject = :subject AND fact IS NOT DISTINCT FROM :shown::text
                  AND (kind = ANY (:derived) OR opened_at <= :at)""");
        for (Settlement s : settlements) {
            insert.bind("journal", s.by().journal().toString())
                    .bind("seq", s.by().seq())
                    .bind("kind", s.kind())
                    .bind("subject", s.subject())
                    .bind("shown", s.shown().map(FactId::toString))
                    .bind("operator", s.operator().code())
                    .bind("at", s.at())
                    .bind("reason", s.reason())
                    .add();
            close.bind("by", s.by().toString())
                    .bind("kind", s.kind())
                    .bind("subject", s.subject())
                    .bind("shown", s.shown().map(FactId::toString))
                    .bind("at", s.at())
                    .bindArray("derived", String.class, Kind.derived())
                    .add();
        }
        insert.execute();
        close.execute();
    }
}
