package fr.lamine.backoffice.closing;

import fr.lamine.backoffice.accounting.AccountingRules;
import fr.lamine.backoffice.accounting.Entries;
import fr.lamine.backoffice.accounting.Entries.Piece;
import fr.lamine.backoffice.accounting.TillDay;
import fr.lamine.backoffice.accounting.TillDay.Moved;
import fr.lamine.backoffice.catalog.CatalogDao;
import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.discrepancy.InboxDao;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.screen.Scope;
import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.catalog.TillPolicy;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.journal.Json;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.ClosingKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reads closings for the pages.
public final class ClosingListDao {

    private static final String OF_SCOPE = """
             WHERE kind = :kind AND first_day <= :to AND last_day >= :from AND (:site::text IS NULL OR site = :site)
            """;

    private ClosingListDao() {}

    /// What closings say was taken in a period, and how many there are.
    public record Sum(Money taken, long closings) {}

    private record Stored(FactId id, Closing closing) {}

    public static Sum sum(Handle handle, Scope scope, ClosingKind kind) {
        return bind(
                        handle.createQuery(
                                "SELECT coalesce(sum(taken_cents), 0)::bigint, count(*) FROM closing" + OF_SCOPE),
                        scope,
                        kind)
                .map((row, _) -> new Sum(Money.cents(row.getLong(1)), row.getLong(2)))
                .one();
    }

    static ClosingList read(Handle handle, Scope scope, ClosingKind kind, int page) {
        Sum sum = sum(handle, scope, kind);
        Map<Long, Money> thresholds = new HashMap<>();
        List<ClosingList.Row> rows = stored(
                        handle,
                        scope,
                        kind,
                        "ORDER BY first_day DESC, c.terminal, number DESC, journal, seq LIMIT " + Slice.ROWS
                                + " OFFSET " + Slice.offset(page))
                .stream()
                .map(stored -> new ClosingList.Row(
                        stored.id(), stored.closing(), threshold(handle, stored.closing(), thresholds)))
                .toList();
        return new ClosingList(
                new Slice<>(rows, page, sum.closings()),
                sum.taken(),
                office(handle, scope),
                open(handle, scope.site()));
    }

    private static Money threshold(Handle handle, Closing closing, Map<Long, Money> known) {
        return known.computeIfAbsent(closing.context().referenceRevision(), revision -> threshold(handle, revision));
    }

    /// The threshold of the settings that a till went by.
    static Money threshold(Handle handle, long revision) {
        return CatalogDao.at(handle, revision)
                .map(dated -> dated.catalog().till())
                .orElse(TillPolicy.PLAIN)
                .differenceThreshold();
    }

    private static Money office(Handle handle, Scope scope) {
        return handle.createQuery("""
                SELECT coalesce(sum(cents), 0)::bigint FROM daily_ticket
                WHERE business_day BETWEEN :from AND :to AND (:site::text IS NULL OR site = :site)""")
                .bind("from", scope.period().from())
                .bind("to", scope.period().to())
                .bind("site", scope.site().map(SiteCode::code).orElse(null))
                .mapTo(Long.class)
                .map(Money::cents)
                .one();
    }

    private static long open(Handle handle, Optional<SiteCode> site) {
        Map<Kind, Long> open = InboxDao.byKind(handle, true, site);
        return Stream.of(Kind.CLOSING_DIFFERS, Kind.CLOSING_MISSING)
                .mapToLong(kind -> open.getOrDefault(kind, 0L))
                .sum();
    }

    private static List<Stored> stored(Handle handle, Scope scope, ClosingKind kind, String order) {
        return bind(
                        handle.createQuery("SELECT journal || '/' || seq AS id, type, body"
                                + " FROM closing c JOIN journal_entry USING (journal, seq)" + OF_SCOPE + order),
                        scope,
                        kind)
                .map((row, _) -> new Stored(FactId.parse(row.getString("id")), (Closing)
                        Json.readFact(row.getString("type"), new String(row.getBytes("body"), StandardCharsets.UTF_8))))
                .list();
    }

    private static Query bind(Query query, Scope scope, ClosingKind kind) {
        return query.bind("kind", kind)
                .bind("from", scope.period().from())
                .bind("to", scope.period().to())
                .bind("site", scope.site().map(SiteCode::code).orElse(null));
    }

    /// The entries of each day that was closed, oldest first.
    static Entries entries(Handle handle, Scope scope, Names names) {
        return new Entries(
                stored(handle, scope, ClosingKind.DAY, "ORDER BY first_day, c.terminal, number, journal, seq").stream()
                        .map(stored -> piece(handle, stored.id(), stored.closing(), names))
                        .toList());
    }

    static Piece piece(Handle handle, FactId id, Closing closing, Names names) {
        TillDay day = day(handle, id, closing);
        return new Piece(
                day,
                ClosingDao.period(closing).from(),
                names.site(closing.context().site()),
                AccountingRules.entry(day));
    }

    private static TillDay day(Handle handle, FactId id, Closing closing) {
        Lineage line = Lineage.of(handle, id);
        return new TillDay(
                id,
                closing,
                OwnSums.over(handle, id, closing).services(),
                ofSession(handle, "SELECT coalesce(expected_cents, 0) FROM till_opening", id, closing, line)
                        .mapTo(Long.class)
                        .map(Money::cents)
                        .findFirst(),
                ofSession(handle, "SELECT move, cash_cents, cheque_cents, reason FROM cash_move", id, closing, line)
                        .map((row, _) -> new Moved(
                                CashMove.valueOf(row.getString(1)),
                                Money.cents(row.getLong(2)),
                                Money.cents(row.getLong(3)),
                                row.getString(4)))
                        .list());
    }

    private static Query ofSession(Handle handle, String select, FactId id, Closing closing, Lineage line) {
        return handle.createQuery(select + " t" + """
                 JOIN unnest(:journals::text[], :seqs::bigint[]) AS l(journal, seq)
                   ON t.journal = l.journal AND t.seq <= l.seq
                WHERE terminal = :terminal AND session = :session ORDER BY t.journal COLLATE "C", t.seq""")
                .bindArray("journals", String.class, line.journals())
                .bindArray("seqs", Long.class, line.seqs())
                .bind("terminal", id.journal().terminal().code())
                .bind("session", closing.context().tillSession().orElse(null));
    }
}
