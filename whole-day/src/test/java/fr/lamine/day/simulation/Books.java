package fr.lamine.day.simulation;

import fr.lamine.day.simulation.World.Grams;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Json;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.stock.Account;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// What the office's tables say, read once.
///
/// @param kept      where each entry is kept, by its hash
/// @param movements grams, pieces and number of movements, by accounts, category and label; without remainders of lots
/// @param open      kind and subject of each open discrepancy
/// @param cash      cash by terminal, in cents
/// @param tenders   cents by site and means of payment, as the days sum them up
/// @param left      pieces that are neither sold nor posted as missing, by labelled code
record Books(
        Map<String, List<FactId>> kept,
        Set<FactId> unapplied,
        List<Continued> continued,
        Map<String, Sum> movements,
        Map<String, Sum> days,
        Grams balances,
        Set<String> open,
        Map<TerminalId, Long> cash,
        Map<String, Long> tenders,
        Map<String, Long> tickets,
        Map<ItemCode, Integer> left) {

    record Sum(long grams, long pieces, long count) {
        Sum plus(Sum other) {
            return new Sum(grams + other.grams, pieces + other.pieces, count + other.count);
        }
    }

    /// A generation that began after another one ended.
    record Continued(FactId id, Fact.JournalContinues fact) {}

    static String key(Object from, Object to, Object category, Optional<ItemCode> item) {
        return from + " → " + to + " " + category + item.map(i -> " " + i).orElse("");
    }

    boolean isKept(Deed deed) {
        return kept.containsKey(deed.hash());
    }

    boolean isApplied(Deed deed) {
        return isKept(deed) && !unapplied.contains(kept.get(deed.hash()).getFirst());
    }

    FactId idOf(Deed deed) {
        return kept.get(deed.hash()).getFirst();
    }

    static Books read(Handle handle) {
        Map<String, List<FactId>> kept = new HashMap<>();
        handle.createQuery("SELECT hash, journal, seq FROM journal_entry")
                .map((row, _) ->
                        Map.entry(row.getString(1), new FactId(JournalId.parse(row.getString(2)), row.getLong(3))))
                .forEach(e ->
                        kept.computeIfAbsent(e.getKey(), _ -> new ArrayList<>()).add(e.getValue()));
        Set<FactId> unapplied = new HashSet<>(handle.createQuery("SELECT journal, seq FROM unapplied")
                .map((row, _) -> new FactId(JournalId.parse(row.getString(1)), row.getLong(2)))
                .list());
        List<Continued> continued = handle.createQuery("""
                SELECT journal, seq, convert_from(body, 'UTF8') FROM journal_entry
                WHERE type = 'journal-continues.2' ORDER BY journal""")
                .map((row, _) -> new Continued(
                        new FactId(JournalId.parse(row.getString(1)), row.getLong(2)),
                        (Fact.JournalContinues) Json.readFact("journal-continues.2", row.getString(3))))
                .list();
        Grams balances = new Grams();
        handle.createQuery("SELECT account, category, grams FROM balance")
                .map((row, _) -> Map.entry(
                        new World.Shelf(Account.parse(row.getString(1)), new CategoryCode(row.getString(2))),
                        row.getLong(3)))
                .filter(e -> e.getValue() != 0)
                .forEach(e -> balances.by.put(e.getKey(), e.getValue()));
        return new Books(
                kept,
                unapplied,
                continued,
                sums(handle, """
                        SELECT account_from, account_to, concat_ws(' as ', category_from, nullif(category_to, category_from)),
                               item, grams, pieces, 1
                        FROM movement WHERE folded_from IS NULL"""),
                sums(handle, """
                        SELECT account_from, account_to, concat_ws(' as ', category_from, nullif(category_to, category_from)),
                               NULL, grams, pieces, movements
                        FROM daily_mass"""),
                balances,
                new TreeSet<>(
                        handle.createQuery("SELECT kind || ' ' || subject FROM discrepancy WHERE closed_at IS NULL")
                                .mapTo(String.class)
                                .list()),
                longs(handle, """
                        SELECT f.terminal, sum(t.cents) FROM tender_line t JOIN fact f USING (journal, seq)
                        WHERE t.tender = 'CASH' GROUP BY 1""").entrySet().stream()
                        .collect(Collectors.toMap(e -> new TerminalId(e.getKey()), Map.Entry::getValue)),
                longs(handle, "SELECT site || ' ' || tender, sum(cents) FROM daily_tender GROUP BY 1"),
                longs(handle, "SELECT site, sum(tickets) FROM daily_ticket GROUP BY 1"),
                handle.createQuery("SELECT code, pieces - gone FROM item WHERE labelled")
                        .map((row, _) -> Map.entry(new ItemCode(row.getString(1)), row.getInt(2)))
                        .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Sum> sums(Handle handle, String sql) {
        Map<String, Sum> sums = new TreeMap<>();
        handle.createQuery(sql)
                .map((row, _) -> Map.entry(
                        key(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                Optional.ofNullable(row.getString(4)).map(ItemCode::new)),
                        new Sum(row.getLong(5), row.getLong(6), row.getLong(7))))
                .forEach(e -> sums.merge(e.getKey(), e.getValue(), Sum::plus));
        return sums;
    }

    private static Map<String, Long> longs(Handle handle, String sql) {
        Map<String, Long> longs = new TreeMap<>();
        handle.createQuery(sql)
                .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(e -> longs.put(e.getKey(), e.getValue()));
        return longs;
    }
}
