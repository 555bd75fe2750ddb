package fr.lamine.backoffice.count;

import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.SiteFact.CountPosted;
import fr.lamine.model.fact.SiteFact.Counted;
import fr.lamine.model.fact.SiteFact.TransferReceived;
import fr.lamine.model.fact.SiteFact.TransferSent;
import fr.lamine.model.fact.SiteFact.TransferSettled;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.stock.CountedItem;
import fr.lamine.model.stock.CountedLoose;
import fr.lamine.model.stock.Difference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The tables of counts.
public final class CountDao {

    /// The lock that whoever counts takes alone, and whoever moves labelled things takes with others.
    private static final String LOCK = "counts";

    private CountDao() {}

    /// @param begun      when the first look was taken
    /// @param categories none for everything
    public record Count(
            FactId id,
            Place place,
            List<CategoryCode> categories,
            OperatorCode operator,
            LocalDate day,
            Instant begun,
            Instant ended) {}

    public static void write(Handle handle, Collection<Recorded<SiteFact>> facts) {
        for (var recorded : facts) {
            switch (recorded.fact()) {
                case Counted c -> write(handle, recorded, c);
                case CountPosted p -> write(handle, recorded, p);
                case TransferSent _, TransferReceived _, TransferSettled _ -> {}
            }
        }
    }

    private static void write(Handle handle, Recorded<SiteFact> recorded, Counted c) {
        handle.createUpdate("""
                INSERT INTO counted (journal, seq, site, place, categories, operator, business_day, begun_at,
                                     occurred_at)
                VALUES (:journal, :seq, :site, :place, :categories, :operator, :day, :begun, :at)""")
                .bind("journal", recorded.journal())
                .bind("seq", recorded.seq())
                .bind("site", c.context().site().code())
                .bind("place", c.place().code())
                .bindArray(
                        "categories",
                        String.class,
                        c.categories().stream().map(CategoryCode::code).toList())
                .bind("operator", c.context().operator().code())
                .bind("day", c.context().businessDay())
                .bind("begun", c.begun())
                .bind("at", c.context().occurredAt())
                .execute();
        var items = handle.prepareBatch("""
                INSERT INTO counted_item (journal, seq, item, pieces, first_at, last_at)
                VALUES (:journal, :seq, :item, :pieces, :first, :last)""");
        for (CountedItem item : c.items()) {
            items.bind("journal", recorded.journal())
                    .bind("seq", recorded.seq())
                    .bind("item", item.item().digits())
                    .bind("pieces", item.pieces())
                    .bind("first", item.first())
                    .bind("last", item.last())
                    .add();
        }
        execute(items);
        var loose = handle.prepareBatch("""
                INSERT INTO counted_loose (journal, seq, line, category, grams, at)
                VALUES (:journal, :seq, :line, :category, :grams, :at)""");
        for (int line = 1; line <= c.loose().size(); line++) {
            CountedLoose goods = c.loose().get(line - 1);
            loose.bind("journal", recorded.journal())
                    .bind("seq", recorded.seq())
                    .bind("line", line)
                    .bind("category", goods.category().code())
                    .bind("grams", goods.weight().net().grams())
                    .bind("at", goods.at())
                    .add();
        }
        execute(loose);
    }

    private static void write(Handle handle, Recorded<SiteFact> recorded, CountPosted p) {
        handle.createUpdate("""
                INSERT INTO count_posted (journal, seq, of_journal, of_seq, as_of, operator, occurred_at, reason)
                VALUES (:journal, :seq, :ofJournal, :ofSeq, :asOf, :operator, :at, :reason)""")
                .bind("journal", recorded.journal())
                .bind("seq", recorded.seq())
                .bind("ofJournal", p.count().journal().toString())
                .bind("ofSeq", p.count().seq())
                .bind("asOf", p.asOf())
                .bind("operator", p.context().operator().code())
                .bind("at", p.context().occurredAt())
                .bind("reason", p.reason())
                .execute();
        var lines = handle.prepareBatch("""
                INSERT INTO count_posted_line (journal, seq, line, item, category, pieces, grams)
                VALUES (:journal, :seq, :line, :item, :category, :pieces, :grams)""");
        for (int line = 1; line <= p.differences().size(); line++) {
            Difference d = p.differences().get(line - 1);
            lines.bind("journal", recorded.journal())
                    .bind("seq", recorded.seq())
                    .bind("line", line)
                    .bind("item", d.item().map(ItemCode::digits))
                    .bind("category", d.category().code())
                    .bind("pieces", d.pieces())
                    .bind("grams", d.mass().grams())
                    .add();
        }
        execute(lines);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /// Taken before counts are read, after all that is written: of a count and a late sale that come at the same
    /// moment,
    /// whichever is judged second sees the other.
    public static void lock(Handle handle, boolean counting) {
        String how = counting ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
        handle.createQuery("SELECT count(" + how + "(hashtextextended(:lock, 0))::text)")
                .bind("lock", LOCK)
                .mapTo(Long.class)
                .one();
    }

    /// Counts whose books may have changed by facts at these sites from a moment on, or about these labels.
    public static List<FactId> concerned(
            Handle handle, Collection<SiteCode> sites, Instant since, Collection<ItemCode> items) {
        return handle.createQuery("""
                SELECT journal, seq FROM counted WHERE site = ANY (:sites) AND occurred_at >= :since
                UNION SELECT journal, seq FROM counted_item WHERE item = ANY (:items)
                ORDER BY 1, 2""")
                .bindArray(
                        "sites",
                        String.class,
                        sites.stream().map(SiteCode::code).toList())
                .bind("since", since)
                .bindArray(
                        "items",
                        String.class,
                        items.stream().map(ItemCode::digits).toList())
                .map((row, _) -> fact(row))
                .list();
    }

    /// @return each count judged, with what does not match of it
    public static SortedMap<String, Optional<Discrepancy>> judge(Handle handle, Collection<FactId> counts) {
        SortedMap<String, Optional<Discrepancy>> judged = new TreeMap<>();
        for (FactId id : counts) {
            find(handle, id)
                    .ifPresent(c -> judged.put(
                            CountRules.scope(id), CountRules.judge(id, c.place().site(), found(handle, c))));
        }
        return judged;
    }

    public static Optional<Count> find(Handle handle, FactId id) {
        return handle.createQuery("SELECT * FROM counted WHERE journal = :journal AND seq = :seq")
                .bind("journal", id.journal().toString())
                .bind("seq", id.seq())
                .map((row, _) -> count(row))
                .findOne();
    }

    public static Count count(ResultSet row) throws SQLException {
        return new Count(
                fact(row),
                (Place) Account.parse(row.getString("place")),
                Arrays.stream((String[]) row.getArray("categories").getArray())
                        .map(CategoryCode::new)
                        .toList(),
                new OperatorCode(row.getString("operator")),
                row.getObject("business_day", LocalDate.class),
                row.getTimestamp("begun_at").toInstant(),
                row.getTimestamp("occurred_at").toInstant());
    }

    private static FactId fact(ResultSet row) throws SQLException {
        return FactId.parse(row.getString("journal") + "/" + row.getLong("seq"));
    }

    /// What was counted beside what the books said then. A label that the office does not know is told by its own
    /// discrepancy.
    public static List<Found> found(Handle handle, Count count) {
        return Stream.concat(labelled(handle, count).stream(), loose(handle, count).stream())
                .toList();
    }

    private static List<Found> labelled(Handle handle, Count count) {
        return handle.createQuery("""
                WITH counted AS (
                    SELECT item, pieces, first_at, last_at FROM counted_item WHERE journal = :journal AND seq = :seq
                ), held AS (
                    SELECT m.item,
                           sum(m.pieces) FILTER (WHERE m.at < coalesce(c.first_at, :begun)) AS at_first,
                           sum(m.pieces) FILTER (WHERE m.at <= coalesce(c.last_at, :ended)) AS at_last
                    FROM item_standing m LEFT JOIN counted c USING (item)
                    WHERE m.account = :place AND m.at <= :ended GROUP BY m.item
                ), posted AS (
                    SELECT l.item, sum(l.pieces) AS pieces
                    FROM count_posted p JOIN count_posted_line l USING (journal, seq)
                    WHERE p.of_journal = :journal AND p.of_seq = :seq AND l.item IS NOT NULL GROUP BY l.item
                )
                SELECT i.code, i.category, i.piece_grams, coalesce(c.pieces, 0) AS counted,
                       coalesce(h.at_first, 0) AS at_first, coalesce(h.at_last, 0) AS at_last,
                       coalesce(p.pieces, 0) AS posted
                FROM held h FULL JOIN counted c USING (item) FULL JOIN posted p USING (item)
                JOIN item i ON i.code = item AND i.labelled
                WHERE c.item IS NOT NULL OR p.item IS NOT NULL
                   OR (h.at_first <> 0 OR h.at_last <> 0)
                      AND (cardinality(:categories) = 0 OR i.category = ANY (:categories))
                ORDER BY i.category, i.code""")
                .bind("journal", count.id().journal().toString())
                .bind("seq", count.id().seq())
                .bind("place", count.place().code())
                .bind("begun", count.begun())
                .bind("ended", count.ended())
                .bindArray("categories", String.class, codes(count))
                .map((row, _) -> {
                    long counted = row.getLong("counted");
                    return new Found(
                            Optional.of(new ItemCode(row.getString("code"))),
                            new CategoryCode(row.getString("category")),
                            CountRules.books(row.getLong("at_first"), row.getLong("at_last"), counted),
                            counted,
                            row.getLong("posted"),
                            Mass.grams(row.getLong("piece_grams")));
                })
                .list();
    }

    private static List<String> codes(Count count) {
        return count.categories().stream().map(CategoryCode::code).toList();
    }

    /// Grams of a category that stand there under no label, at the moment when they were weighed. Labelling takes them
    /// from among the unlabelled.
    private static List<Found> loose(Handle handle, Count count) {
        return handle.createQuery("""
                WITH counted AS (
                    SELECT category, sum(grams) AS grams, max(at) AS at FROM counted_loose
                    WHERE journal = :journal AND seq = :seq GROUP BY category
                ), posted AS (
                    SELECT l.category, sum(l.grams) AS grams
                    FROM count_posted p JOIN count_posted_line l USING (journal, seq)
                    WHERE p.of_journal = :journal AND p.of_seq = :seq AND l.item IS NULL GROUP BY l.category
                )
                SELECT c.category, c.grams AS counted, coalesce(p.grams, 0) AS posted,
                       coalesce((SELECT sum(grams) FROM movement m JOIN fact f USING (journal, seq)
                                 LEFT JOIN count_posted q USING (journal, seq)
                                 WHERE m.account_to = :place AND m.category_to = c.category
                                   AND (m.item IS NULL OR f.type LIKE 'label-voided.%')
                                   AND coalesce(q.as_of, m.occurred_at) <= c.at), 0)
                       - coalesce((SELECT sum(grams) FROM movement m JOIN fact f USING (journal, seq)
                                   LEFT JOIN count_posted q USING (journal, seq)
                                   WHERE m.account_from = :place AND m.category_from = c.category
                                     AND (m.item IS NULL OR f.type LIKE 'labelled.%')
                                     AND coalesce(q.as_of, m.occurred_at) <= c.at), 0) AS books
                FROM counted c LEFT JOIN posted p USING (category) ORDER BY c.category""")
                .bind("journal", count.id().journal().toString())
                .bind("seq", count.id().seq())
                .bind("place", count.place().code())
                .map((row, _) -> new Found(
                        Optional.empty(),
                        new CategoryCode(row.getString("category")),
                        row.getLong("books"),
                        row.getLong("counted"),
                        row.getLong("posted"),
                        Mass.grams(1)))
                .list();
    }
}
