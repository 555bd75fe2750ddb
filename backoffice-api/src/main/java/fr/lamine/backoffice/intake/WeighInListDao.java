package fr.lamine.backoffice.intake;

import fr.lamine.backoffice.screen.Scope;
import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Beside;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The list of weighings.
public final class WeighInListDao {

    private static final String COLUMNS = """
            SELECT w.*, coalesce(w.sticker_expiry < w.business_day, false) AS expired, r.journal AS reversed_journal, r.seq AS reversed_seq
            FROM weigh_in w LEFT JOIN weigh_in_reversal r ON r.weigh_in_journal = w.journal AND r.weigh_in_seq = w.seq
            """;

    private static final String WEIGH_INS = "WITH weighed AS (" + COLUMNS + """
                WHERE w.business_day BETWEEN :from AND :to AND (:site::text IS NULL OR w.site = :site)
                  AND (:category::text IS NULL OR w.category = :category)
                  AND w.account_from LIKE :out AND w.account_to LIKE :in AND (w.was IS NOT NULL) = :sorted
            )
            """;

    private WeighInListDao() {}

    static WeighInList read(
            Handle handle, Scope scope, Direction direction, Optional<CategoryCode> category, int page) {
        record Whole(long weighIns, Mass sum) {}
        Whole whole = bind(handle.createQuery(WEIGH_INS + """
                                SELECT count(*), coalesce(sum(net) FILTER (WHERE reversed_journal IS NULL), 0)::bigint
                                FROM weighed"""), scope, direction, category)
                .map((row, _) -> new Whole(row.getLong(1), Mass.grams(row.getLong(2))))
                .one();
        List<WeighInList.Row> rows = bind(handle.createQuery(WEIGH_INS + """
                                SELECT * FROM weighed ORDER BY occurred_at DESC, journal, seq
                                LIMIT :rows OFFSET :offset"""), scope, direction, category)
                .bind("rows", Slice.ROWS)
                .bind("offset", Slice.offset(page))
                .map((row, _) -> row(row))
                .list();
        return new WeighInList(new Slice<>(rows, page, whole.weighIns()), whole.sum());
    }

    /// What came in last of a category before a moment: where the goods of a label may come from.
    public static List<WeighInList.Row> before(
            Handle handle, SiteCode site, CategoryCode category, Instant moment, int rows) {
        return handle.createQuery(COLUMNS + """
                WHERE w.site = :site AND w.category = :category AND w.occurred_at <= :moment
                  AND w.account_from LIKE 'source:%' AND r.journal IS NULL
                ORDER BY w.occurred_at DESC, w.journal, w.seq LIMIT :rows""")
                .bind("site", site.code())
                .bind("category", category.code())
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .bind("rows", rows)
                .map((row, _) -> row(row))
                .list();
    }

    private static Query bind(Query query, Scope scope, Direction direction, Optional<CategoryCode> category) {
        return query.bind("from", scope.period().from())
                .bind("to", scope.period().to())
                .bind("site", scope.site().map(SiteCode::code).orElse(null))
                .bind("category", category.map(CategoryCode::code).orElse(null))
                .bind("out", direction.from())
                .bind("in", direction.to())
                .bind("sorted", direction == Direction.SORTED);
    }

    private static WeighInList.Row row(ResultSet row) throws SQLException {
        return new WeighInList.Row(
                FactId.parse(row.getString("journal") + "/" + row.getLong("seq")),
                new SiteCode(row.getString("site")),
                row.getTimestamp("occurred_at").toInstant(),
                new CategoryCode(row.getString("category")),
                Mass.grams(row.getLong("gross")),
                Mass.grams(row.getLong("tare")),
                Mass.grams(row.getLong("net")),
                Optional.ofNullable(row.getString("container")),
                Account.parse(row.getString("account_from")),
                Account.parse(row.getString("account_to")),
                Optional.ofNullable(row.getString("commune")),
                Optional.ofNullable(row.getString("was")).map(CategoryCode::new),
                beside(row),
                MassProvenance.Kind.valueOf(row.getString("provenance")),
                Optional.ofNullable(row.getString("scale")),
                row.getBoolean("expired"),
                reversed(row));
    }

    private static Beside beside(ResultSet row) throws SQLException {
        int pieces = row.getInt("pieces");
        return new Beside(
                Optional.ofNullable(row.getString("round")),
                Optional.ofNullable(row.getString("document")),
                pieces > 0 ? OptionalInt.of(pieces) : OptionalInt.empty());
    }

    private static Optional<FactId> reversed(ResultSet row) throws SQLException {
        String journal = row.getString("reversed_journal");
        return journal == null
                ? Optional.empty()
                : Optional.of(FactId.parse(journal + "/" + row.getLong("reversed_seq")));
    }
}
