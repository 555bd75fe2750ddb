package fr.lamine.backoffice.outflow;

import fr.lamine.backoffice.screen.Scope;
import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reads what left out of the ledger. Remainders of lots are no outflow.
public final class OutflowDao {

    private static final String GONE = """
            WITH gone AS (
                SELECT * FROM movement
                WHERE business_day BETWEEN :from AND :to AND (:site::text IS NULL OR site = :site)
                  AND account_to LIKE :accounts AND account_to NOT LIKE 'outcome:SOLD%'
                  AND account_to NOT LIKE 'adjustment:%:ROUNDING' AND folded_from IS NULL
                  AND (:counterpart::text IS NULL OR account_to LIKE 'outcome:%:' || :counterpart)
            )
            """;

    private OutflowDao() {}

    static OutflowList read(Handle handle, Scope scope, Way way, Optional<String> counterpart, int page) {
        List<OutflowList.Taken> taken = bind(handle.createQuery(GONE + """
                                SELECT account_to, sum(grams)::bigint, count(*) FROM gone
                                GROUP BY account_to ORDER BY 2 DESC, 1"""), scope, way, counterpart)
                .map((row, _) -> new OutflowList.Taken(
                        Account.parse(row.getString(1)), Mass.grams(row.getLong(2)), row.getLong(3)))
                .list();
        List<OutflowList.Row> rows = bind(handle.createQuery(GONE + """
                                SELECT g.*, w.tare, coalesce(w.document, o.document) AS document FROM gone g
                                LEFT JOIN weigh_in w ON w.journal = g.journal AND w.seq = g.seq
                                LEFT JOIN weigh_in_reversal r ON r.journal = g.journal AND r.seq = g.seq
                                LEFT JOIN weigh_in o ON o.journal = r.weigh_in_journal AND o.seq = r.weigh_in_seq
                                ORDER BY g.occurred_at DESC, g.journal, g.seq, g.line
                                LIMIT :rows OFFSET :offset"""), scope, way, counterpart)
                .bind("rows", Slice.ROWS)
                .bind("offset", Slice.offset(page))
                .map((row, _) -> row(row))
                .list();
        Mass sum = taken.stream().map(OutflowList.Taken::mass).reduce(Mass.ZERO, Mass::plus);
        long all = taken.stream().mapToLong(OutflowList.Taken::movements).sum();
        return new OutflowList(new Slice<>(rows, page, all), taken, sum);
    }

    private static Query bind(Query query, Scope scope, Way way, Optional<String> counterpart) {
        return query.bind("from", scope.period().from())
                .bind("to", scope.period().to())
                .bind("site", scope.site().map(SiteCode::code).orElse(null))
                .bind("accounts", way.accounts())
                .bind("counterpart", counterpart.orElse(null));
    }

    private static OutflowList.Row row(ResultSet row) throws SQLException {
        long tare = row.getLong("tare");
        return new OutflowList.Row(
                FactId.parse(row.getString("journal") + "/" + row.getLong("seq")),
                new SiteCode(row.getString("site")),
                row.getTimestamp("occurred_at").toInstant(),
                new CategoryCode(row.getString("category_to")),
                Account.parse(row.getString("account_from")),
                Account.parse(row.getString("account_to")),
                Mass.grams(row.getLong("grams")),
                tare > 0 ? Optional.of(Mass.grams(tare)) : Optional.empty(),
                Optional.ofNullable(row.getString("document")),
                MassProvenance.Kind.valueOf(row.getString("provenance")));
    }
}
