package fr.lamine.backoffice.sites;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.count.CountDao;
import fr.lamine.backoffice.count.CountDao.Count;
import fr.lamine.backoffice.count.CountRules;
import fr.lamine.backoffice.count.Found;
import fr.lamine.backoffice.screen.Slice;
import fr.lamine.backoffice.sites.CountView.Posting;
import fr.lamine.backoffice.sites.CountView.Row;
import fr.lamine.backoffice.sites.CountView.State;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.OperatorCode;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Counts, for people.
final class CountListDao {

    private CountListDao() {}

    /// Newest first.
    static Slice<Row> list(Handle handle, Names names, int page) {
        long total = handle.createQuery("SELECT count(*) FROM counted")
                .mapTo(Long.class)
                .one();
        List<Row> rows = handle.createQuery("""
                SELECT c.*, d.closed_at IS NULL AND d.kind IS NOT NULL AS waits,
                       EXISTS (SELECT 1 FROM settlement s
                               WHERE s.of_kind = 'COUNT_DIFFERS' AND s.of_subject = c.journal || '/' || c.seq) AS discarded,
                       EXISTS (SELECT 1 FROM count_posted p WHERE p.of_journal = c.journal AND p.of_seq = c.seq) AS posted,
                       (SELECT coalesce(sum(pieces), 0) FROM counted_item i
                        WHERE i.journal = c.journal AND i.seq = c.seq) AS pieces
                FROM counted c
                LEFT JOIN discrepancy d ON d.kind = 'COUNT_DIFFERS' AND d.subject = c.journal || '/' || c.seq
                ORDER BY c.occurred_at DESC, c.journal, c.seq LIMIT :rows OFFSET :offset""")
                .bind("rows", Slice.ROWS)
                .bind("offset", Slice.offset(page))
                .map((row, _) -> {
                    Count count = CountDao.count(row);
                    State state = row.getBoolean("waits")
                            ? State.WAITS
                            : row.getBoolean("discarded")
                                    ? State.DISCARDED
                                    : row.getBoolean("posted") ? State.POSTED : State.AGREES;
                    return new Row(
                            count.id(),
                            count.place(),
                            CountView.what(names, count.categories()),
                            count.operator(),
                            count.ended(),
                            row.getLong("pieces"),
                            state);
                })
                .list();
        return new Slice<>(rows, page, total);
    }

    /// How many wait for a manager.
    static long waiting(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM discrepancy WHERE kind = 'COUNT_DIFFERS' AND closed_at IS NULL")
                .mapTo(Long.class)
                .one();
    }

    static Optional<CountView> find(Handle handle, Names names, FactId id) {
        return CountDao.find(handle, id).map(count -> {
            List<Found> found = CountDao.found(handle, count);
            return new CountView(
                    names,
                    count,
                    found.stream()
                            .filter(f -> f.difference() != 0 || f.posted() != 0)
                            .map(CountView::line)
                            .toList(),
                    postings(handle, id),
                    CountRules.sentence(CountRules.differences(found)),
                    discarded(handle, id),
                    newer(handle, count));
        });
    }

    private static Optional<FactId> newer(Handle handle, Count count) {
        return handle.createQuery("""
                SELECT c.journal || '/' || c.seq FROM counted c
                JOIN discrepancy d ON d.kind = 'COUNT_DIFFERS' AND d.subject = c.journal || '/' || c.seq
                WHERE d.closed_at IS NULL AND c.place = :place AND c.occurred_at > :ended
                  AND (cardinality(c.categories) = 0 OR cardinality(:categories) = 0
                       OR c.categories && :categories::text[])
                ORDER BY c.occurred_at DESC, c.journal, c.seq LIMIT 1""")
                .bind("place", count.place().code())
                .bind("ended", count.ended())
                .bindArray(
                        "categories",
                        String.class,
                        count.categories().stream().map(CategoryCode::code).toList())
                .mapTo(String.class)
                .findOne()
                .map(FactId::parse);
    }

    private static boolean discarded(Handle handle, FactId id) {
        return handle.createQuery("""
                SELECT EXISTS (SELECT 1 FROM settlement WHERE of_kind = 'COUNT_DIFFERS' AND of_subject = :count)""")
                .bind("count", id.toString())
                .mapTo(Boolean.class)
                .one();
    }

    private static List<Posting> postings(Handle handle, FactId id) {
        return handle.createQuery("""
                SELECT * FROM count_posted WHERE of_journal = :journal AND of_seq = :seq ORDER BY occurred_at, seq""")
                .bind("journal", id.journal().toString())
                .bind("seq", id.seq())
                .map((row, _) -> new Posting(
                        FactId.parse(row.getString("journal") + "/" + row.getLong("seq")),
                        new OperatorCode(row.getString("operator")),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getString("reason")))
                .list();
    }
}
