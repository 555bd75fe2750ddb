package fr.lamine.backoffice.sale;

import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.SaleLine;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// Daily totals of money: by tender, by category less what came back, and the number of tickets.
public final class DailySaleDao {

    private DailySaleDao() {}

    /// @param of a tender, a category, or nothing
    private record Key(LocalDate day, String site, String of) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::day).thenComparing(Key::site).thenComparing(Key::of);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Total(long cents, long pieces, long count) {
        Total plus(Total other) {
            return new Total(Math.addExact(cents, other.cents), pieces + other.pieces, count + other.count);
        }
    }

    public static void add(Handle handle, Collection<Recorded<Sale>> sales) {
        Map<Key, Total> tenders = new TreeMap<>();
        Map<Key, Total> categories = new TreeMap<>();
        Map<Key, Total> tickets = new TreeMap<>();
        for (var recorded : sales) {
            Sale sale = recorded.fact();
            SaleDao.kept(sale)
                    .forEach((tender, amount) ->
                            tenders.merge(key(recorded, tender.name()), total(amount, 0), Total::plus));
            for (SaleLine line : sale.lines()) {
                categories.merge(
                        key(recorded, line.category().code()), total(line.total(), line.pieces()), Total::plus);
            }
            for (ReturnLine line : sale.returns()) {
                Total back = new Total(-line.total().cents(), -line.pieces(), 0);
                categories.merge(key(recorded, line.category().code()), back, Total::plus);
            }
            tickets.merge(key(recorded, ""), total(sale.total(), 0), Total::plus);
        }
        write(handle, tenders, """
                INSERT INTO daily_tender AS d (site, business_day, tender, cents, sales)
                VALUES (:site, :day, :of, :cents, :count)
                ON CONFLICT (business_day, site, tender)
                DO UPDATE SET cents = d.cents + excluded.cents, sales = d.sales + excluded.sales""");
        write(handle, categories, """
                INSERT INTO daily_sale AS d (site, business_day, category, cents, pieces, lines)
                VALUES (:site, :day, :of, :cents, :pieces, :count)
                ON CONFLICT (business_day, site, category)
                DO UPDATE SET cents = d.cents + excluded.cents, pieces = d.pieces + excluded.pieces,
                              lines = d.lines + excluded.lines""");
        write(handle, tickets, """
                INSERT INTO daily_ticket AS d (site, business_day, cents, tickets)
                VALUES (:site, :day, :cents, :count)
                ON CONFLICT (business_day, site)
                DO UPDATE SET cents = d.cents + excluded.cents, tickets = d.tickets + excluded.tickets""");
    }

    private static Key key(Recorded<Sale> sale, String of) {
        return new Key(sale.context().businessDay(), sale.context().site().code(), of);
    }

    private static Total total(Money amount, long pieces) {
        return new Total(amount.cents(), pieces, 1);
    }

    private static void write(Handle handle, Map<Key, Total> totals, String sql) {
        if (totals.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(sql);
        totals.forEach((key, total) -> batch.bind("site", key.site())
                .bind("day", key.day())
                .bind("of", key.of())
                .bind("cents", total.cents())
                .bind("pieces", total.pieces())
                .bind("count", total.count())
                .add());
        batch.execute();
    }
}
