package fr.lamine.backoffice.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// Reads the raw bodies of the journals with SQL of its own and compares: it knows nothing of how facts are applied.
final class LedgerCheck {

    private static final String BODIES = """
            WITH entry AS MATERIALIZED (
                SELECT e.journal, e.seq, e.type, convert_from(e.body, 'UTF8')::jsonb AS body
                FROM journal_entry e JOIN terminal t USING (terminal)
                WHERE t.kind <> 'TRAINING'
                  AND NOT EXISTS (SELECT 1 FROM unapplied u WHERE u.journal = e.journal AND u.seq = e.seq)
            ), line AS (
                SELECT e.*, l.line FROM entry e, jsonb_array_elements(e.body->'lines') AS l(line)
                WHERE e.type = 'sale.2'
            ), back AS (
                SELECT e.*, l.line FROM entry e, jsonb_array_elements(e.body->'returns') AS l(line)
                WHERE e.type = 'sale.2'
            ), parcel AS (
                SELECT e.*, l.line FROM entry e, jsonb_array_elements(e.body->'lines') AS l(line)
                WHERE e.type = 'order-dispatched.1'
            ), carried AS (
                SELECT e.*, i.item, 'place:' || (body->'context'->>'site') || ':' || (body->>'from') AS account_from,
                       'transit:' || (body->>'transfer') AS account_to
                FROM entry e, jsonb_array_elements(e.body->'items') AS i(item) WHERE e.type = 'transfer-sent.1'
                UNION ALL
                SELECT e.*, i.item, 'transit:' || (body->>'transfer'),
                       'place:' || (body->'context'->>'site') || ':' || (body->>'into')
                FROM entry e, jsonb_array_elements(e.body->'items') AS i(item) WHERE e.type = 'transfer-received.1'
            ), loose AS (
                SELECT e.*, g.goods FROM entry e, jsonb_array_elements(e.body->'loose') AS g(goods)
                WHERE e.type LIKE 'transfer-%'
            ), posted AS (
                SELECT e.body, d.difference, 'transit:' || (body->>'transfer') AS account_from,
                       body->>'to' AS account_to
                FROM entry e, jsonb_array_elements(e.body->'rest') AS d(difference)
                WHERE e.type = 'transfer-settled.1'
                UNION ALL
                SELECT e.body, d.difference, 'adjustment:' || split_part(body->>'place', ':', 2) || ':COUNT',
                       body->>'place'
                FROM entry e, jsonb_array_elements(e.body->'differences') AS d(difference)
                WHERE e.type = 'count-posted.1'
            ), told AS (
                SELECT body->'context' AS context, body->>'from' AS account_from, body->>'to' AS account_to,
                       body->>'category' AS category, (body->'weight'->>'net')::bigint AS grams
                FROM entry WHERE type = 'weigh-in.2' AND body->>'from' <> body->>'to'
                UNION ALL
                SELECT body->'context', body->>'from', body->>'to', body->>'category',
                       -(body->'weight'->>'net')::bigint
                FROM entry WHERE type = 'weigh-in-reversed.2' AND body->>'from' <> body->>'to'
                UNION ALL
                SELECT body->'context', body->>'from', body->>'from', body->>'was',
                       (body->'weight'->>'net')::bigint * CASE type WHEN 'weigh-in.2' THEN 1 ELSE -1 END
                FROM entry WHERE type LIKE 'weigh-in%.2' AND body->>'was' IS NOT NULL
                UNION ALL
                SELECT body->'context', body->>'from', body->>'to', body->>'category', (body->>'mass')::bigint
                FROM entry WHERE type IN ('labelled.1', 'label-voided.1')
                UNION ALL
                SELECT body->'context', 'place:' || (body->'context'->>'site') || ':SHOP', 'outcome:SOLD',
                       line->>'category', (line->>'mass')::bigint
                FROM line
                UNION ALL
                SELECT body->'context', 'place:' || (body->'context'->>'site') || ':SHOP', 'outcome:GIVEN',
                       body->>'category', (body->>'mass')::bigint
                FROM entry WHERE type = 'given-away.1'
                UNION ALL
                SELECT body->'context', 'outcome:SOLD', line->>'to', line->>'category', (line->>'mass')::bigint
                FROM back
                UNION ALL
                SELECT body->'context', 'place:' || (body->'context'->>'site') || ':SHOP',
                       'outcome:SOLD:' || split_part(body->>'order', '/', 1), line->>'category', (line->>'mass')::bigint
                FROM parcel
                UNION ALL
                SELECT body->'context', account_from, account_to, item->'known'->>'category',
                       (item->'known'->>'mass')::bigint
                FROM carried WHERE item->'known' <> 'null'
                UNION ALL
                SELECT body->'context',
                       CASE WHEN type = 'transfer-sent.1' THEN 'place:' || (body->'context'->>'site') || ':' || (body->>'from')
                            ELSE 'transit:' || (body->>'transfer') END,
                       CASE WHEN type = 'transfer-sent.1' THEN 'transit:' || (body->>'transfer')
                            ELSE 'place:' || (body->'context'->>'site') || ':' || (body->>'into') END,
                       goods->>'category', (goods->'weight'->>'net')::bigint
                FROM loose
                UNION ALL
                SELECT body->'context',
                       CASE WHEN (difference->>'mass')::bigint > 0 THEN account_from ELSE account_to END,
                       CASE WHEN (difference->>'mass')::bigint > 0 THEN account_to ELSE account_from END,
                       difference->>'category', abs((difference->>'mass')::bigint)
                FROM posted
            ), labels AS (
                SELECT DISTINCT ON (body->>'code') body->>'code' AS code, body->>'category' AS category,
                       (body->>'pieceMass')::bigint AS grams
                FROM entry WHERE type = 'labelled.1'
                ORDER BY body->>'code', body->'context'->>'occurredAt', journal, seq
            ), told_with_labels AS (
                SELECT * FROM told
                UNION ALL
                SELECT body->'context', account_from, account_to, l.category, l.grams * (item->>'pieces')::int
                FROM carried JOIN labels l ON l.code = item->>'item' WHERE item->'known' = 'null'
            )
            """;

    private LedgerCheck() {}

    /// What does not agree; empty when all is well.
    static List<String> differences(Handle handle) {
        List<String> differences = new ArrayList<>();
        compare(differences, handle, "movements by day, accounts and category", BODIES + """
                SELECT (context->>'businessDay') || ' ' || (context->>'site') || ' ' || account_from || ' ' || account_to
                       || ' ' || category, sum(grams), count(*)
                FROM told GROUP BY 1""", """
                SELECT business_day || ' ' || site || ' ' || account_from || ' ' || account_to || ' ' || category_from,
                       sum(grams), count(*)
                FROM movement WHERE folded_from IS NULL GROUP BY 1""");
        compare(differences, handle, "daily totals of mass", BODIES + """
                SELECT (context->>'businessDay') || ' ' || (context->>'site') || ' ' || account_from || ' ' || account_to
                       || ' ' || category, sum(grams), count(*)
                FROM told_with_labels
                WHERE account_from NOT LIKE 'adj%' AND account_to NOT LIKE 'adj%' GROUP BY 1""", """
                SELECT business_day || ' ' || site || ' ' || account_from || ' ' || account_to || ' ' || category_from,
                       sum(grams), sum(movements)
                FROM daily_mass WHERE account_from NOT LIKE 'adj%' AND account_to NOT LIKE 'adj%'
                  AND NOT (account_from LIKE 'place:%:SHOP' AND account_to LIKE 'place:%:RESERVED')
                  AND NOT (account_from LIKE 'place:%:RESERVED' AND account_to LIKE 'place:%:SHOP') GROUP BY 1""");
        compare(differences, handle, "left over of lots that are empty", BODIES + """
                , taken AS (
                    SELECT line->>'item' AS code, (line->>'pieces')::int AS pieces, (line->>'mass')::bigint AS grams
                    FROM line WHERE line->>'item' IS NOT NULL
                    UNION ALL
                    SELECT line->>'item', -(line->>'pieces')::int, -(line->>'mass')::bigint
                    FROM back WHERE line->>'item' IS NOT NULL AND line->>'to' LIKE '%:SHOP'
                    UNION ALL
                    SELECT body->>'item', (body->>'pieces')::int, (body->>'mass')::bigint
                    FROM entry WHERE type = 'given-away.1' AND body->>'item' IS NOT NULL
                    UNION ALL
                    SELECT body->>'code', (body->>'pieces')::int, (body->>'mass')::bigint
                    FROM entry WHERE type = 'label-voided.1'
                    UNION ALL
                    SELECT line->>'item', 1, (line->>'mass')::bigint FROM parcel
                    UNION ALL
                    SELECT body->>'replaces', (body->>'pieces')::int, (body->>'mass')::bigint
                    FROM entry WHERE type = 'labelled.1' AND body->>'replaces' IS NOT NULL
                    UNION ALL
                    SELECT difference->>'item', abs((difference->>'pieces')::int), abs((difference->>'mass')::bigint)
                    FROM posted
                    WHERE (CASE WHEN (difference->>'mass')::bigint > 0 THEN account_to ELSE account_from END) LIKE 'adj%'
                      AND difference->>'item' IS NOT NULL AND (difference->>'pieces')::int <> 0
                    UNION ALL
                    SELECT difference->>'item', -abs((difference->>'pieces')::int), -abs((difference->>'mass')::bigint)
                    FROM posted
                    WHERE (CASE WHEN (difference->>'mass')::bigint > 0 THEN account_from ELSE account_to END) LIKE 'adj%'
                      AND difference->>'item' IS NOT NULL AND (difference->>'pieces')::int <> 0
                ), made AS (
                    SELECT body->>'code' AS code, (body->>'pieces')::int AS pieces, (body->>'mass')::bigint AS grams
                    FROM entry WHERE type = 'labelled.1'
                )
                SELECT m.code, m.grams - sum(t.grams), 1 FROM made m JOIN taken t USING (code)
                GROUP BY m.code, m.grams, m.pieces
                HAVING sum(t.pieces) = m.pieces AND m.grams <> sum(t.grams)""", """
                SELECT m.folded_from, sum(CASE WHEN m.account_to LIKE 'adj%' THEN m.grams ELSE -m.grams END), count(*)
                FROM movement m JOIN item i ON i.code = m.folded_from
                WHERE i.gone = i.pieces AND (m.account_from LIKE 'adj%' OR m.account_to LIKE 'adj%') GROUP BY 1""");
        compare(differences, handle, "what stands aside for a buyer", BODIES + """
                , claimed AS (
                    SELECT body->>'item' AS code, type = 'item-published.1' AS claims,
                           (body->'context'->>'occurredAt')::timestamptz AS at, journal, seq
                    FROM entry WHERE type IN ('item-published.1', 'item-withdrawn.1')
                    UNION ALL
                    SELECT line->>'item', false, (body->'context'->>'occurredAt')::timestamptz, journal, seq
                    FROM entry, jsonb_array_elements(body->'lines') AS l(line) WHERE type = 'order-received.1'
                    UNION ALL
                    SELECT line->>'item', false, (body->'context'->>'occurredAt')::timestamptz, journal, seq FROM parcel
                ), listed AS (
                    SELECT DISTINCT ON (code) code, claims FROM claimed ORDER BY code, at DESC, journal DESC, seq DESC
                ), awaited AS (
                    SELECT line->>'item' AS code FROM entry e, jsonb_array_elements(body->'lines') AS l(line)
                    WHERE type = 'order-received.1'
                      AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.type = 'order-cancelled.1'
                                      AND c.body->>'order' = e.body->>'order')
                      AND NOT EXISTS (SELECT 1 FROM parcel p WHERE p.body->>'order' = e.body->>'order'
                                      AND p.line->>'ordered' = l.line->>'item')
                )
                SELECT code, piece_grams, 1 FROM item
                WHERE labelled AND pieces > gone AND place IS NOT NULL
                  AND (code IN (SELECT code FROM listed WHERE claims) OR code IN (SELECT code FROM awaited))""", """
                SELECT folded_from, sum(CASE WHEN account_to LIKE '%:RESERVED' THEN grams ELSE -grams END), 1
                FROM movement WHERE folded_from IS NOT NULL AND account_from LIKE 'place:%' AND account_to LIKE 'place:%'
                GROUP BY 1
                HAVING sum(CASE WHEN account_to LIKE '%:RESERVED' THEN grams ELSE -grams END) <> 0""");
        compare(differences, handle, "takings by day and tender", BODIES + """
                , paid AS (
                    SELECT body->'context' AS context, tender->>'tender' AS tender, (tender->>'amount')::bigint AS cents
                    FROM entry, jsonb_array_elements(body->'tenders') AS t(tender) WHERE type = 'sale.2'
                    UNION ALL
                    SELECT body->'context', 'CASH', -(body->>'change')::bigint FROM entry WHERE type = 'sale.2'
                    UNION ALL
                    SELECT body->'context', tender->>'tender', -(tender->>'amount')::bigint
                    FROM entry, jsonb_array_elements(body->'givenBack') AS t(tender) WHERE type = 'sale.2'
                )
                SELECT (context->>'businessDay') || ' ' || (context->>'site') || ' ' || tender, sum(cents), 0
                FROM paid GROUP BY 1 HAVING sum(cents) <> 0""", """
                SELECT business_day || ' ' || site || ' ' || tender, sum(cents), 0 FROM daily_tender GROUP BY 1
                HAVING sum(cents) <> 0""");
        compare(differences, handle, "sales by day and category", BODIES + """
                SELECT (body->'context'->>'businessDay') || ' ' || (body->'context'->>'site') || ' '
                       || (line->>'category'), sum(cents), sum(one)
                FROM (SELECT body, line, (line->>'total')::bigint AS cents, 1 AS one FROM line
                      UNION ALL SELECT body, line, -(line->>'total')::bigint, 0 FROM back) AS s GROUP BY 1""", """
                SELECT business_day || ' ' || site || ' ' || category, sum(cents), sum(lines) FROM daily_sale GROUP BY 1""");
        compare(differences, handle, "tickets by day", BODIES + """
                SELECT (body->'context'->>'businessDay') || ' ' || (body->'context'->>'site'),
                       sum((body->>'total')::bigint), count(*)
                FROM entry WHERE type = 'sale.2' GROUP BY 1""", """
                SELECT business_day || ' ' || site, sum(cents), sum(tickets) FROM daily_ticket GROUP BY 1""");
        compare(differences, handle, "balances", """
                SELECT account || ' ' || category, sum(grams), 0 FROM (
                    SELECT account_to AS account, category_to AS category, grams FROM movement
                    UNION ALL SELECT account_from, category_from, -grams FROM movement) m
                WHERE account LIKE 'place:%' OR account LIKE 'transit:%' GROUP BY 1""", """
                SELECT account || ' ' || category, grams, 0 FROM balance""");
        return differences;
    }

    private record Figure(long sum, long count) {}

    private static void compare(List<String> differences, Handle handle, String what, String told, String kept) {
        Map<String, Figure> expected = figures(handle, told);
        Map<String, Figure> actual = figures(handle, kept);
        if (!expected.equals(actual)) {
            Map<String, Figure> missing = new TreeMap<>(expected);
            missing.entrySet().removeAll(actual.entrySet());
            Map<String, Figure> surplus = new TreeMap<>(actual);
            surplus.entrySet().removeAll(expected.entrySet());
            differences.add(what + ": told " + missing + ", kept " + surplus);
        }
    }

    private static Map<String, Figure> figures(Handle handle, String sql) {
        Map<String, Figure> figures = new TreeMap<>();
        handle.createQuery(sql)
                .map((row, _) -> Map.entry(row.getString(1), new Figure(row.getLong(2), row.getLong(3))))
                .forEach(e -> figures.put(e.getKey(), e.getValue()));
        return figures;
    }
}
