package fr.lamine.backoffice.sale;

import fr.lamine.backoffice.screen.Scope;
import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.TerminalId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The list of tickets.
final class TicketDao {

    private static final String TICKETS = """
            WITH tickets AS (
                SELECT s.journal, s.seq, s.terminal, s.ticket, s.site, s.occurred_at, s.total_cents,
                       l.lines, l.pieces, l.grams,
                       CASE WHEN :tender::text IS NOT NULL THEN t.cents
                            WHEN :category::text IS NOT NULL THEN l.cents
                            ELSE s.total_cents END AS counted
                FROM sale s
                JOIN LATERAL (
                    SELECT count(*) AS lines, coalesce(sum(pieces), 0) AS pieces,
                           coalesce(sum(grams), 0)::bigint AS grams, coalesce(sum(total_cents), 0)::bigint AS cents
                    FROM (SELECT category, pieces, grams, total_cents FROM sale_line
                          WHERE journal = s.journal AND seq = s.seq
                          UNION ALL
                          SELECT category, -pieces, -grams, -total_cents FROM return_line
                          WHERE journal = s.journal AND seq = s.seq) AS line
                    WHERE :category::text IS NULL OR category = :category)
                    l ON l.lines > 0 OR :category::text IS NULL
                LEFT JOIN tender_line t ON t.journal = s.journal AND t.seq = s.seq AND t.tender = :tender
                WHERE s.business_day BETWEEN :from AND :to AND (:site::text IS NULL OR s.site = :site)
                  AND (:tender::text IS NULL OR t.tender IS NOT NULL)
            )
            """;

    private TicketDao() {}

    static TicketList read(
            Handle handle, Scope scope, Optional<Tender> tender, Optional<CategoryCode> category, int page) {
        record Whole(long tickets, Money sum) {}
        Whole whole = bind(
                        handle.createQuery(TICKETS + "SELECT count(*), coalesce(sum(counted), 0)::bigint FROM tickets"),
                        scope,
                        tender,
                        category)
                .map((row, _) -> new Whole(row.getLong(1), Money.cents(row.getLong(2))))
                .one();
        List<TicketRow> rows = bind(handle.createQuery(TICKETS + """
                                SELECT * FROM tickets ORDER BY occurred_at DESC, journal, seq
                                LIMIT :rows OFFSET :offset"""), scope, tender, category)
                .bind("rows", Slice.ROWS)
                .bind("offset", Slice.offset(page))
                .map((row, _) -> new TicketRow(
                        FactId.parse(row.getString("journal") + "/" + row.getLong("seq")),
                        new TerminalId(row.getString("terminal")),
                        row.getLong("ticket"),
                        new SiteCode(row.getString("site")),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getLong("lines"),
                        row.getLong("pieces"),
                        Mass.grams(row.getLong("grams")),
                        Money.cents(row.getLong("total_cents")),
                        Money.cents(row.getLong("counted"))))
                .list();
        return new TicketList(new Slice<>(rows, page, whole.tickets()), whole.sum());
    }

    private static Query bind(Query query, Scope scope, Optional<Tender> tender, Optional<CategoryCode> category) {
        return query.bind("from", scope.period().from())
                .bind("to", scope.period().to())
                .bind("site", scope.site().map(SiteCode::code).orElse(null))
                .bind("tender", tender.map(Enum::name).orElse(null))
                .bind("category", category.map(CategoryCode::code).orElse(null));
    }
}
