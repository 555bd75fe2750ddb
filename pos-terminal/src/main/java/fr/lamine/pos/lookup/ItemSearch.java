package fr.lamine.pos.lookup;

import fr.lamine.model.item.Ean;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.text.Words;
import fr.lamine.pos.item.Items;
import fr.lamine.pos.item.KnownItem;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.store.TerminalStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Searches what this terminal knows: the office's items and its own labels. Words are found by how they begin; only
/// when nothing begins so are slips of the fingers forgiven. Safe for use by several threads.
final class ItemSearch {

    /// So many other spellings of one word are tried.
    private static final int SPELLINGS = 24;

    private final TerminalStore store;
    private final ReferenceBook book;
    private final TreeSet<String> vocabulary = new TreeSet<>();
    private long learnt;

    ItemSearch(TerminalStore store, ReferenceBook book) {
        this.store = store;
        this.book = book;
    }

    /// @param labelled the day, where it is known
    record Found(KnownItem item, SiteCode site, Optional<LocalDate> labelled) {}

    /// @param more whether a further page follows
    record Results(List<Found> rows, boolean more) {}

    Results find(Wanted wanted, int rows, LocalDate today) {
        return store.read(sql -> find(sql, wanted, rows, today));
    }

    Optional<Found> one(ItemCode code) {
        return store.read(sql -> sql.createQuery("SELECT code, site, labelled FROM item_found WHERE code = :code")
                .bind("code", code.digits())
                .map((row, _) -> new Row(row.getString(1), row.getString(2), row.getString(3)))
                .findOne()
                .flatMap(row -> found(sql, row)));
    }

    private Results find(Handle sql, Wanted wanted, int rows, LocalDate today) {
        String digits = wanted.words().replaceAll("[ .-]", "");
        if (digits.matches("[0-9]{3,13}")) {
            Results byCode = search(sql, wanted, Optional.empty(), serials(digits), rows, today);
            if (!byCode.rows().isEmpty()) {
                return byCode;
            }
        }
        List<String> words = Words.of(wanted.words());
        if (words.isEmpty()) {
            return search(sql, wanted, Optional.empty(), List.of(), rows, today);
        }
        String begins = words.stream().map(word -> '"' + word + "\"*").collect(Collectors.joining(" AND "));
        Results exact = search(sql, wanted, Optional.of(begins), List.of(), rows, today);
        return exact.rows().isEmpty() && wanted.page() == 0
                ? respelt(sql, words)
                        .map(match -> search(sql, wanted, Optional.of(match), List.of(), rows, today))
                        .orElse(exact)
                : exact;
    }

    /// A code is read aloud by its serial, with or without the check digit, or typed whole.
    private static List<String> serials(String digits) {
        if (digits.length() >= 12) {
            return List.of(whole(digits));
        }
        return digits.length() <= 8 ? List.of(digits, digits.substring(0, digits.length() - 1)) : List.of(digits);
    }

    /// Of twelve digits the first may be lost, or the last left out.
    private static String whole(String digits) {
        if (digits.length() == 13 || ItemCode.isWellFormed("0" + digits)) {
            return digits.length() == 13 ? digits : "0" + digits;
        }
        return Ean.withCheckDigit(digits);
    }

    private Optional<String> respelt(Handle sql, List<String> words) {
        learn(sql);
        List<String> groups = new ArrayList<>();
        for (String word : words) {
            List<String> meant;
            synchronized (vocabulary) {
                meant = Words.meant(word, vocabulary, SPELLINGS);
            }
            if (meant.isEmpty()) {
                return Optional.empty();
            }
            groups.add(meant.stream().map(each -> '"' + each + '"').collect(Collectors.joining(" OR ", "(", ")")));
        }
        return Optional.of(String.join(" AND ", groups));
    }

    void learn() {
        store.read(sql -> {
            learn(sql);
            return true;
        });
    }

    /// Takes the words of what came since the last time.
    private void learn(Handle sql) {
        synchronized (vocabulary) {
            sql.createQuery("SELECT id, title, category FROM item_found WHERE id > :learnt ORDER BY id")
                    .bind("learnt", learnt)
                    .map((row, _) -> Map.entry(row.getLong(1), row.getString(2) + " " + row.getString(3)))
                    .useStream(all -> all.forEach(each -> {
                        vocabulary.addAll(Words.of(each.getValue()));
                        learnt = each.getKey();
                    }));
        }
    }

    private Results search(
            Handle sql, Wanted wanted, Optional<String> match, List<String> codes, int rows, LocalDate today) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder("1 = 1");
        wanted.category().ifPresent(category -> {
            where.append(" AND f.category = :category");
            values.put("category", category.code());
        });
        wanted.site().ifPresent(site -> {
            where.append(" AND f.site = :site");
            values.put("site", site.code());
        });
        wanted.most().ifPresent(most -> {
            where.append(" AND f.price <= :most");
            values.put("most", most.cents());
        });
        wanted.since().ifPresent(days -> {
            where.append(" AND f.labelled <= :day");
            values.put("day", today.minusDays(days).toString());
        });
        if (wanted.here()) {
            where.append(" AND f.pieces > f.sold");
        }
        if (codes.size() == 1 && codes.getFirst().length() == 13) {
            where.append(" AND f.code = :code");
            values.put("code", codes.getFirst());
        } else if (!codes.isEmpty()) {
            where.append(" AND (f.serial = :serial OR f.serial = :withCheck AND f.code LIKE :end)");
            values.put("serial", Long.parseLong(codes.getFirst()));
            values.put("withCheck", Long.parseLong(codes.getLast()));
            values.put("end", "%" + codes.getFirst().charAt(codes.getFirst().length() - 1));
        }
        String from = match.isPresent()
                ? "FROM item_text t JOIN item_found f ON f.id = t.rowid WHERE item_text MATCH :match AND "
                : "FROM item_found f WHERE ";
        match.ifPresent(words -> values.put("match", words));
        List<Row> found = sql.createQuery("SELECT f.code, f.site, f.labelled " + from + where + " ORDER BY "
                        + (match.isPresent() ? "t.rowid" : "f.id") + " DESC LIMIT :rows OFFSET :offset")
                .bindMap(values)
                .bind("rows", rows + 1)
                .bind("offset", wanted.page() * rows)
                .map((row, _) -> new Row(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        return new Results(
                found.stream()
                        .limit(rows)
                        .flatMap(row -> found(sql, row).stream())
                        .toList(),
                found.size() > rows);
    }

    private record Row(String code, String site, String labelled) {}

    /// As the terminal knows it now, its own sales counted; what the office forgot is left out.
    private Optional<Found> found(Handle sql, Row row) {
        return Items.find(sql, new ItemCode(row.code()), book.current().applied())
                .map(item -> new Found(
                        item,
                        new SiteCode(row.site()),
                        item.labelled()
                                .or(() -> Optional.ofNullable(row.labelled()).map(LocalDate::parse))));
    }
}
