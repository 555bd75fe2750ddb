package fr.lamine.backoffice.discrepancy;

import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The list of discrepancies.
public final class InboxDao {

    private static final String WHERE = """
             FROM discrepancy
            LEFT JOIN settlement ON closed_by = journal || '/' || seq
            LEFT JOIN balance ON kind = 'NEGATIVE_STOCK' AND subject = account || '|' || category
            WHERE (closed_at IS NULL) = :open AND (:site::text IS NULL OR site = :site)
              AND (:kind::text IS NULL OR kind = :kind)
            """;

    private InboxDao() {}

    /// A shelf that more went out of than came in.
    ///
    /// @param mass now
    public record Shelf(Place place, CategoryCode category, Mass mass) {}

    /// What a manager found out.
    public record Settled(OperatorCode operator, String reason) {}

    /// @param subject what it is about; kind and subject are its identity
    /// @param item    that it is about, if it is about one
    /// @param shelf   that it is about, if it is about one
    /// @param settled how it was closed, when a manager closed it
    public record Row(
            Kind kind,
            String subject,
            String text,
            Optional<SiteCode> site,
            Optional<FactId> fact,
            Optional<ItemCode> item,
            Optional<Shelf> shelf,
            Instant openedAt,
            Optional<Instant> closedAt,
            Optional<String> closedBy,
            Optional<Settled> settled) {

        /// The order online that somebody must see to.
        public Optional<String> order() {
            return kind == Kind.ONLINE_ORDER_LOST ? Optional.of(subject.split("#")[0]) : Optional.empty();
        }

        public boolean maySettle() {
            return closedAt.isEmpty() && kind.isSettledByHand();
        }
    }

    public static Slice<Row> read(Handle handle, boolean open, Optional<SiteCode> site, Optional<Kind> kind, int page) {
        long total = handle.createQuery("SELECT count(*)" + WHERE)
                .bind("open", open)
                .bind("site", site.map(SiteCode::code).orElse(null))
                .bind("kind", kind.map(Enum::name).orElse(null))
                .mapTo(Long.class)
                .one();
        List<Row> rows = handle.createQuery("SELECT *" + WHERE + """
                ORDER BY coalesce(closed_at, opened_at) DESC, kind, subject LIMIT :rows OFFSET :offset""")
                .bind("open", open)
                .bind("site", site.map(SiteCode::code).orElse(null))
                .bind("kind", kind.map(Enum::name).orElse(null))
                .bind("rows", Slice.ROWS)
                .bind("offset", Slice.offset(page))
                .map((row, _) -> row(row))
                .list();
        return new Slice<>(rows, page, total);
    }

    public static long open(Handle handle) {
        return open(handle, Optional.empty());
    }

    /// @param site absent for all
    public static long open(Handle handle, Optional<SiteCode> site) {
        return handle.createQuery("""
                SELECT count(*) FROM discrepancy
                WHERE closed_at IS NULL AND (:site::text IS NULL OR site = :site)""")
                .bind("site", site.map(SiteCode::code).orElse(null))
                .mapTo(Long.class)
                .one();
    }

    /// How many are open, by kind.
    public static Map<Kind, Long> byKind(Handle handle, boolean open, Optional<SiteCode> site) {
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        handle.createQuery("SELECT kind, count(*)" + WHERE + "GROUP BY kind")
                .bind("open", open)
                .bind("site", site.map(SiteCode::code).orElse(null))
                .bind("kind", (String) null)
                .map((row, _) -> Map.entry(Kind.valueOf(row.getString(1)), row.getLong(2)))
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }

    public static List<Row> of(Handle handle, ItemCode item) {
        return handle.createQuery("""
                SELECT *, NULL AS account, NULL AS category, NULL AS grams FROM discrepancy
                LEFT JOIN settlement ON closed_by = journal || '/' || seq
                WHERE scope = :scope ORDER BY opened_at, kind""")
                .bind("scope", "item:" + item)
                .map((row, _) -> row(row))
                .list();
    }

    /// One that is open.
    public static Optional<Row> find(Handle handle, Kind kind, String subject) {
        return handle.createQuery("SELECT *" + WHERE + "AND subject = :subject")
                .bind("open", true)
                .bind("site", (String) null)
                .bind("kind", kind.name())
                .bind("subject", subject)
                .map((row, _) -> row(row))
                .findOne();
    }

    private static Row row(ResultSet row) throws SQLException {
        String scope = row.getString("scope");
        return new Row(
                Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("text"),
                Optional.ofNullable(row.getString("site")).map(SiteCode::new),
                Optional.ofNullable(row.getString("fact")).map(FactId::parse),
                scope.startsWith("item:") ? Optional.of(new ItemCode(scope.substring(5))) : Optional.empty(),
                shelf(row),
                row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(java.sql.Timestamp::toInstant),
                Optional.ofNullable(row.getString("closed_by")),
                settled(row));
    }

    private static Optional<Settled> settled(ResultSet row) throws SQLException {
        String operator = row.getString("operator");
        return operator == null
                ? Optional.empty()
                : Optional.of(new Settled(new OperatorCode(operator), row.getString("reason")));
    }

    private static Optional<Shelf> shelf(ResultSet row) throws SQLException {
        String account = row.getString("account");
        return account == null
                ? Optional.empty()
                : Optional.of(new Shelf(
                        (Place) Account.parse(account),
                        new CategoryCode(row.getString("category")),
                        Mass.grams(row.getLong("grams"))));
    }
}
