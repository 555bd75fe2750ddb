package fr.lamine.backoffice.sale;

import fr.lamine.backoffice.screen.Scope;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Takings of a site and a period, from the daily totals.
public final class MoneyDao {

    private MoneyDao() {}

    private static final String WHERE = """
             WHERE business_day BETWEEN :from AND :to AND (:site::text IS NULL OR site = :site)
            """;

    public static Takings read(Handle handle, Scope scope) {
        Map<Tender, Takings.Paid> paid = new EnumMap<>(Tender.class);
        bind(
                        handle.createQuery("SELECT tender, sum(cents)::bigint, sum(sales)::bigint FROM daily_tender"
                                + WHERE + "GROUP BY tender"),
                        scope)
                .map((row, _) -> Map.entry(
                        Tender.valueOf(row.getString(1)),
                        new Takings.Paid(Money.cents(row.getLong(2)), row.getLong(3))))
                .forEach(e -> paid.put(e.getKey(), e.getValue()));
        long lines = bind(handle.createQuery("SELECT coalesce(sum(cents), 0)::bigint FROM daily_sale" + WHERE), scope)
                .mapTo(Long.class)
                .one();
        Takings.Paid online = bind(
                        handle.createQuery(
                                "SELECT coalesce(sum(total_cents), 0)::bigint, count(*) FROM online_parcel" + WHERE),
                        scope)
                .map((row, _) -> new Takings.Paid(Money.cents(row.getLong(1)), row.getLong(2)))
                .one();
        return bind(
                        handle.createQuery("SELECT coalesce(sum(tickets), 0)::bigint, coalesce(sum(cents), 0)::bigint "
                                + "FROM daily_ticket" + WHERE),
                        scope)
                .map((row, _) ->
                        new Takings(paid, Money.cents(lines), Money.cents(row.getLong(2)), row.getLong(1), online))
                .one();
    }

    /// Takings of each day of the period that has any, in order.
    public static List<Day> days(Handle handle, Scope scope) {
        return bind(
                        handle.createQuery("SELECT business_day, sum(cents)::bigint FROM daily_ticket" + WHERE
                                + "GROUP BY business_day ORDER BY business_day"),
                        scope)
                .map((row, _) -> new Day(row.getObject(1, LocalDate.class), Money.cents(row.getLong(2))))
                .list();
    }

    public record Day(LocalDate day, Money taken) {}

    private static Query bind(Query query, Scope scope) {
        return query.bind("from", scope.period().from())
                .bind("to", scope.period().to())
                .bind("site", scope.site().map(s -> s.code()).orElse(null));
    }
}
