package fr.lamine.backoffice.stock;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Movement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// The ledger of mass: movements, daily totals and balances, always written together.
public final class LedgerDao {

    private LedgerDao() {}

    /// Writes movements and takes others back out of the books.
    ///
    /// @param added   new in the table of movements
    /// @param removed already deleted from it
    /// @return the balance of each shelf that was touched
    public static Map<Shelf, Mass> post(Handle handle, Collection<Posting> added, Collection<Posting> removed) {
        insert(handle, added);
        TreeMap<DailyKey, Sums> days = new TreeMap<>();
        TreeMap<Shelf, Sums> shelves = new TreeMap<>();
        added.forEach(p -> count(p, 1, days, shelves));
        removed.forEach(p -> count(p, -1, days, shelves));
        days.values().removeIf(Sums::isNothing);
        shelves.values().removeIf(Sums::isNothing);
        addToDays(handle, days);
        return addToShelves(handle, shelves);
    }

    /// Takes the movements found by folding these items out of the table.
    public static List<Posting> deleteFolded(Handle handle, Collection<ItemCode> items) {
        return handle.createQuery("""
                DELETE FROM movement WHERE folded_from = ANY (:items)
                RETURNING journal, seq, line, site, business_day, occurred_at, account_from, account_to, category_from,
                          category_to, grams, pieces, item, provenance, folded_from""")
                .bindArray(
                        "items",
                        String.class,
                        items.stream().map(ItemCode::digits).toList())
                .map((row, _) -> posting(row))
                .list();
    }

    private static void count(Posting posting, int sign, Map<DailyKey, Sums> days, Map<Shelf, Sums> shelves) {
        Movement movement = posting.movement();
        long grams = sign * movement.mass().grams();
        long pieces = (long) sign * movement.pieces();
        days.merge(DailyKey.of(posting), new Sums(grams, pieces, sign), Sums::plus);
        if (movement.from().isStock()) {
            shelves.merge(
                    new Shelf(movement.from(), movement.categoryFrom()), new Sums(-grams, -pieces, sign), Sums::plus);
        }
        if (movement.to().isStock()) {
            shelves.merge(new Shelf(movement.to(), movement.categoryTo()), new Sums(grams, pieces, sign), Sums::plus);
        }
    }

    private static void insert(Handle handle, Collection<Posting> postings) {
        var batch = handle.prepareBatch("""
                INSERT INTO movement (journal, seq, line, site, business_day, occurred_at, account_from, account_to,
                                      category_from, category_to, grams, pieces, item, provenance, folded_from)
                VALUES (:journal, :seq, :line, :site, :day, :at, :from, :to, :categoryFrom, :categoryTo, :grams,
                        :pieces, :item, :provenance, :folded)""");
        for (Posting posting : postings) {
            Movement movement = posting.movement();
            batch.bind("journal", posting.fact().journal().toString())
                    .bind("seq", posting.fact().seq())
                    .bind("line", posting.line())
                    .bind("site", posting.site().code())
                    .bind("day", posting.day())
                    .bind("at", posting.occurredAt())
                    .bind("from", movement.from().code())
                    .bind("to", movement.to().code())
                    .bind("categoryFrom", movement.categoryFrom().code())
                    .bind("categoryTo", movement.categoryTo().code())
                    .bind("grams", movement.mass().grams())
                    .bind("pieces", movement.pieces())
                    .bind("item", movement.item().map(ItemCode::digits))
                    .bind("provenance", movement.provenance())
                    .bind("folded", posting.foldedFrom().map(ItemCode::digits))
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static void addToDays(Handle handle, TreeMap<DailyKey, Sums> days) {
        var batch = handle.prepareBatch("""
                INSERT INTO daily_mass AS d (site, business_day, account_from, account_to, category_from, category_to,
                                             provenance, grams, pieces, movements)
                VALUES (:site, :day, :from, :to, :categoryFrom, :categoryTo, :provenance, :grams, :pieces, :movements)
                ON CONFLICT (business_day, site, account_from, account_to, category_from, category_to, provenance)
                DO UPDATE SET grams = d.grams + excluded.grams, pieces = d.pieces + excluded.pieces,
                              movements = d.movements + excluded.movements""");
        boolean less = false;
        for (Map.Entry<DailyKey, Sums> day : days.entrySet()) {
            less |= day.getValue().movements() < 0;
            day.getKey().bind(batch);
            batch.bind("grams", day.getValue().grams())
                    .bind("pieces", day.getValue().pieces())
                    .bind("movements", day.getValue().movements())
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
        if (less) {
            var empty = handle.prepareBatch("""
                    DELETE FROM daily_mass
                    WHERE business_day = :day AND site = :site AND account_from = :from AND account_to = :to
                      AND category_from = :categoryFrom AND category_to = :categoryTo AND provenance = :provenance
                      AND movements = 0""");
            days.keySet().forEach(key -> {
                key.bind(empty);
                empty.add();
            });
            empty.execute();
        }
    }

    private static Map<Shelf, Mass> addToShelves(Handle handle, TreeMap<Shelf, Sums> shelves) {
        if (shelves.isEmpty()) {
            return Map.of();
        }
        var batch = handle.prepareBatch("""
                INSERT INTO balance AS b (account, category, grams, pieces, movements)
                VALUES (:account, :category, :grams, :pieces, :movements)
                ON CONFLICT (account, category)
                DO UPDATE SET grams = b.grams + excluded.grams, pieces = b.pieces + excluded.pieces,
                              movements = b.movements + excluded.movements""");
        shelves.forEach((shelf, sums) -> batch.bind("account", shelf.account().code())
                .bind("category", shelf.category().code())
                .bind("grams", sums.grams())
                .bind("pieces", sums.pieces())
                .bind("movements", sums.movements())
                .add());
        batch.execute();
        Map<Shelf, Mass> balances = new TreeMap<>();
        handle.createQuery("""
                SELECT account, category, grams FROM balance
                WHERE account = ANY (:accounts) AND category = ANY (:categories)""")
                .bindArray(
                        "accounts",
                        String.class,
                        shelves.keySet().stream()
                                .map(s -> s.account().code())
                                .distinct()
                                .toList())
                .bindArray(
                        "categories",
                        String.class,
                        shelves.keySet().stream()
                                .map(s -> s.category().code())
                                .distinct()
                                .toList())
                .map((row, _) -> Map.entry(
                        new Shelf(Account.parse(row.getString(1)), new CategoryCode(row.getString(2))),
                        Mass.grams(row.getLong(3))))
                .filter(e -> shelves.containsKey(e.getKey()))
                .forEach(e -> balances.put(e.getKey(), e.getValue()));
        if (shelves.values().stream().anyMatch(sums -> sums.movements() < 0)) {
            var empty = handle.prepareBatch(
                    "DELETE FROM balance WHERE account = :account AND category = :category AND movements = 0");
            shelves.keySet()
                    .forEach(shelf -> empty.bind("account", shelf.account().code())
                            .bind("category", shelf.category().code())
                            .add());
            empty.execute();
        }
        return balances;
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                FactId.parse(row.getString("journal") + "/" + row.getLong("seq")),
                row.getInt("line"),
                new SiteCode(row.getString("site")),
                row.getObject("business_day", LocalDate.class),
                row.getTimestamp("occurred_at").toInstant(),
                new Movement(
                        Account.parse(row.getString("account_from")),
                        Account.parse(row.getString("account_to")),
                        new CategoryCode(row.getString("category_from")),
                        new CategoryCode(row.getString("category_to")),
                        Mass.grams(row.getLong("grams")),
                        row.getInt("pieces"),
                        Optional.ofNullable(row.getString("item")).map(ItemCode::new),
                        MassProvenance.Kind.valueOf(row.getString("provenance"))),
                Optional.ofNullable(row.getString("folded_from")).map(ItemCode::new));
    }
}
