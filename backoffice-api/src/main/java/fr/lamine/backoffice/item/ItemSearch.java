package fr.lamine.backoffice.item;

import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.sync.ItemState;
import fr.lamine.model.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Searches labelled things. Words are found by how they begin; only when nothing begins so are slips of the fingers
/// forgiven. The words there are stand in memory, and what is new is read before each search. Safe for use by several
/// threads.
final class ItemSearch {

    /// So many words of the shop may stand for one word that was typed.
    private static final int MEANT = 200;

    /// Nobody turns more pages; counting them all would cost more than finding the first.
    private static final int COUNTED = 5_000;

    /// So few are found first and sorted then; the planner, which cannot know, would walk all things from the newest
    /// on.
    private static final int FEW = 2_000;

    private final TreeSet<String> vocabulary = new TreeSet<>();
    private long learnt;

    Slice<ItemState> find(Handle handle, ItemQuestion question, LocalDate today) {
        String digits = question.words().replaceAll("[ .-]", "");
        if (digits.matches("[0-9]{1,8}")) {
            Slice<ItemState> bySerial = search(handle, question, List.of(), Optional.of(digits), today);
            if (bySerial.total() > 0) {
                return bySerial;
            }
        }
        List<String> words = Words.of(question.words());
        if (words.isEmpty()) {
            return search(handle, question, List.of(), Optional.empty(), today);
        }
        learn(handle);
        Optional<List<List<String>>> begin = meant(words, false);
        Slice<ItemState> exact = begin.map(w -> search(handle, question, w, Optional.empty(), today))
                .orElseGet(() -> new Slice<>(List.of(), question.page(), 0));
        return exact.total() > 0
                ? exact
                : meant(words, true)
                        .map(w -> search(handle, question, w, Optional.empty(), today))
                        .orElse(exact);
    }

    /// For each word those that may be meant; empty when one of them means nothing here.
    private Optional<List<List<String>>> meant(List<String> words, boolean forgiving) {
        List<List<String>> all = new ArrayList<>();
        for (String word : words) {
            List<String> meant;
            synchronized (vocabulary) {
                meant = forgiving
                        ? Words.meant(word, vocabulary, MEANT)
                        : vocabulary.tailSet(word).stream()
                                .takeWhile(known -> known.startsWith(word))
                                .limit(MEANT)
                                .toList();
            }
            if (meant.isEmpty()) {
                return Optional.empty();
            }
            all.add(meant);
        }
        return Optional.of(all);
    }

    /// Takes the words of what was labelled since the last time.
    void learn(Handle handle) {
        synchronized (vocabulary) {
            long upTo = handle.createQuery("SELECT coalesce(max(revision), 0) FROM item WHERE labelled")
                    .mapTo(Long.class)
                    .one();
            if (upTo > learnt) {
                vocabulary.addAll(handle.createQuery("""
                        SELECT DISTINCT unnest(words) FROM item
                        WHERE labelled AND revision > :learnt AND revision <= :upTo""")
                        .bind("learnt", learnt)
                        .bind("upTo", upTo)
                        .mapTo(String.class)
                        .list());
                learnt = upTo;
            }
        }
    }

    private static Slice<ItemState> search(
            Handle handle, ItemQuestion question, List<List<String>> words, Optional<String> serial, LocalDate today) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder(" FROM item WHERE labelled");
        question.category().ifPresent(category -> {
            where.append(" AND category = :category");
            values.put("category", category.code());
        });
        question.site().ifPresent(site -> {
            where.append(" AND site = :site");
            values.put("site", site.code());
        });
        question.most().ifPresent(most -> {
            where.append(" AND piece_cents <= :most");
            values.put("most", most.cents());
        });
        question.since().ifPresent(days -> {
            where.append(" AND labelled_on <= :day");
            values.put("day", today.minusDays(days));
        });
        question.state()
                .ifPresent(state -> where.append(
                        switch (state) {
                            case LEFT -> " AND pieces > gone";
                            case GONE -> " AND pieces <= gone";
                        }));
        serial.ifPresent(digits -> {
            where.append(' ').append("""
                    AND (substr(code, 6, 7)::integer = :serial
                       OR substr(code, 6, 7)::integer = :before AND code LIKE :end)""");
            values.put("serial", Integer.parseInt(digits));
            values.put("before", Integer.parseInt(digits) / 10);
            values.put("end", "%" + digits.charAt(digits.length() - 1));
        });
        for (int i = 0; i < words.size(); i++) {
            where.append(" AND words && :words").append(i).append("::text[]");
        }
        long total = bound(
                        handle,
                        "SELECT count(*) FROM (SELECT 1" + where + " LIMIT " + COUNTED + ") counted",
                        values,
                        words)
                .mapTo(Long.class)
                .one();
        List<ItemState> rows = total <= Slice.offset(question.page())
                ? List.of()
                : bound(
                                handle,
                                "SELECT *" + where + " ORDER BY " + (total < FEW ? "revision + 0" : "revision")
                                        + " DESC, code LIMIT " + Slice.ROWS + " OFFSET "
                                        + Slice.offset(question.page()),
                                values,
                                words)
                        .map((row, _) -> HistoryDao.state(row))
                        .list();
        return new Slice<>(rows, question.page(), total);
    }

    private static Query bound(Handle handle, String sql, Map<String, Object> values, List<List<String>> words) {
        var query = handle.createQuery(sql).bindMap(values);
        for (int i = 0; i < words.size(); i++) {
            query.bindArray("words" + i, String.class, words.get(i));
        }
        return query;
    }
}
