package fr.lamine.backoffice.fact;

import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.journal.FactTypes;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The list of all facts, by site and business day.
public final class FactDao {

    private FactDao() {}

    public static void write(Handle handle, List<? extends Recorded<? extends Fact>> facts, boolean counted) {
        var batch = handle.prepareBatch("""
                INSERT INTO fact (journal, seq, type, terminal, site, station, operator, occurred_at, business_day,
                                  reference_revision, counted)
                VALUES (:journal, :seq, :type, :terminal, :site, :station, :operator, :at, :day, :revision, :counted)""");
        for (var recorded : facts) {
            Context context = recorded.context();
            batch.bind("journal", recorded.journal())
                    .bind("seq", recorded.seq())
                    .bind("type", FactTypes.typeOf(recorded.fact()))
                    .bind("terminal", recorded.id().journal().terminal().code())
                    .bind("site", context.site().code())
                    .bind("station", context.station().code())
                    .bind("operator", context.operator().code())
                    .bind("at", context.occurredAt())
                    .bind("day", context.businessDay())
                    .bind("revision", context.referenceRevision())
                    .bind("counted", counted)
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
