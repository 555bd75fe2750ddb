package fr.lamine.backoffice.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.OfficeBrowser;
import fr.lamine.backoffice.OfficeBrowser.Figure;
import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestScenario;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.sync.JournalBatch;
import fr.lamine.model.sync.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is below zero opens to all that made it so. Every figure of the page against a SQL of its own over the raw
/// bodies, and against the lines that it opens.
@ExtendWith(OfficeTestDatabase.class)
final class ReconciliationFiguresTest {

    /// Grams into and out of the places of a site, read from the bodies alone; training and what cannot be applied
    /// count for nothing. Rounding is not in any body: it is what a lot leaves when it is empty.
    private static final String MASS = """
            WITH counted AS MATERIALIZED (
                SELECT e.* FROM journal_entry e JOIN terminal t ON t.terminal = e.terminal
                LEFT JOIN unapplied u ON u.journal = e.journal AND u.seq = e.seq
                WHERE u.seq IS NULL AND t.kind <> 'TRAINING'
                  AND e.type IN ('weigh-in.2', 'weigh-in-reversed.2', 'labelled.1', 'sale.2', 'given-away.1',
                                 'order-dispatched.1', 'label-voided.1', 'transfer-sent.1', 'transfer-received.1')
            ), bodies AS MATERIALIZED (
                SELECT journal, seq, type, convert_from(body, 'UTF8')::jsonb AS b FROM counted
            ), labels AS (
                SELECT DISTINCT ON (b->>'code') b->>'code' AS code, b->>'category' AS category,
                       (b->>'pieceMass')::bigint AS grams
                FROM bodies WHERE type = 'labelled.1' ORDER BY b->>'code', b->'context'->>'occurredAt', journal, seq
            ), carried AS (
                SELECT type, b, coalesce(i.item->'known'->>'category', l.category) AS category,
                       coalesce((i.item->'known'->>'mass')::bigint, l.grams * (i.item->>'pieces')::int) AS grams
                FROM bodies, jsonb_array_elements(b->'items') AS i(item)
                LEFT JOIN labels l ON l.code = i.item->>'item' WHERE type LIKE 'transfer-%'
                UNION ALL
                SELECT type, b, g.goods->>'category', (g.goods->'weight'->>'net')::bigint
                FROM bodies, jsonb_array_elements(b->'loose') AS g(goods) WHERE type LIKE 'transfer-%'
            ), moved AS (
                SELECT b->'context'->>'businessDay' AS day, b->>'from' AS source, b->>'to' AS target,
                       b->>'category' AS category,
                       (b->'weight'->>'net')::bigint * CASE type WHEN 'weigh-in.2' THEN 1 ELSE -1 END AS grams
                FROM bodies WHERE type LIKE 'weigh-in%'
                UNION ALL
                SELECT b->'context'->>'businessDay', side.source, side.target, side.category,
                       (b->'weight'->>'net')::bigint * CASE type WHEN 'weigh-in.2' THEN 1 ELSE -1 END
                FROM bodies, LATERAL (VALUES (b->>'from', 'renamed', b->>'was'),
                                             ('renamed', b->>'from', b->>'category')) AS side(source, target, category)
                WHERE type LIKE 'weigh-in%' AND b->>'was' IS NOT NULL
                UNION ALL
                SELECT b->'context'->>'businessDay', b->>'from', b->>'to', b->>'category', (b->>'mass')::bigint
                FROM bodies WHERE type = 'labelled.1' OR type = 'label-voided.1' AND b->>'to' NOT LIKE 'adj%'
                UNION ALL
                SELECT b->'context'->>'businessDay', 'place:' || (b->'context'->>'site') || ':SHOP', 'outcome:SOLD',
                       line->>'category', (line->>'mass')::bigint
                FROM bodies, jsonb_array_elements(b->'lines') AS line WHERE type = 'sale.2'
                UNION ALL
                SELECT b->'context'->>'businessDay', 'outcome:SOLD', line->>'to', line->>'category',
                       (line->>'mass')::bigint
                FROM bodies, jsonb_array_elements(b->'returns') AS line WHERE type = 'sale.2'
                UNION ALL
                SELECT b->'context'->>'businessDay', 'place:' || (b->'context'->>'site') || ':SHOP', 'outcome:GIVEN',
                       b->>'category', (b->>'mass')::bigint
                FROM bodies WHERE type = 'given-away.1'
                UNION ALL
                SELECT b->'context'->>'businessDay', 'place:' || (b->'context'->>'site') || ':SHOP',
                       'outcome:SOLD:' || split_part(b->>'order', '/', 1), line->>'category', (line->>'mass')::bigint
                FROM bodies, jsonb_array_elements(b->'lines') AS line WHERE type = 'order-dispatched.1'
                UNION ALL
                SELECT b->'context'->>'businessDay',
                       CASE type WHEN 'transfer-sent.1' THEN 'place:' || (b->'context'->>'site') || ':' || (b->>'from')
                                 ELSE 'transit' END,
                       CASE type WHEN 'transfer-sent.1' THEN 'transit'
                                 ELSE 'place:' || (b->'context'->>'site') || ':' || (b->>'into') END,
                       category, grams
                FROM carried WHERE category IS NOT NULL
            )
            SELECT category,
                   coalesce(sum(grams) FILTER (WHERE source LIKE 'source:%' AND target LIKE :here), 0)::bigint AS "in",
                   (coalesce(sum(grams) FILTER (WHERE target LIKE 'outcome:SOLD%'), 0)
                    - coalesce(sum(grams) FILTER (WHERE source LIKE 'outcome:SOLD%'), 0))::bigint AS sold,
                   coalesce(sum(grams) FILTER (WHERE target LIKE 'outcome:RECYCLED%'), 0)::bigint AS recycled,
                   coalesce(sum(grams) FILTER (WHERE target SIMILAR TO 'outcome:(WASTE|DECHETERIE)%'), 0)::bigint AS waste,
                   coalesce(sum(grams) FILTER (WHERE target SIMILAR TO 'outcome:(GIVEN|REUSED_ELSEWHERE)%'), 0)::bigint AS given,
                   (coalesce(sum(grams) FILTER (WHERE target LIKE :here), 0)
                    - coalesce(sum(grams) FILTER (WHERE source LIKE :here), 0))::bigint AS net
            FROM moved
            WHERE (source LIKE :here OR target LIKE :here) AND day BETWEEN :from AND :to
            GROUP BY category ORDER BY category
            """;

    private static final String MONEY = """
            WITH counted AS MATERIALIZED (
                SELECT e.* FROM journal_entry e JOIN terminal t ON t.terminal = e.terminal
                LEFT JOIN unapplied u ON u.journal = e.journal AND u.seq = e.seq
                WHERE u.seq IS NULL AND t.kind <> 'TRAINING' AND e.type = 'sale.2'
            ), bodies AS MATERIALIZED (SELECT convert_from(body, 'UTF8')::jsonb AS b FROM counted
            ), paid AS (
                SELECT b, tender->>'tender' AS tender, (tender->>'amount')::bigint AS cents
                FROM bodies, jsonb_array_elements(b->'tenders') AS tender
                UNION ALL SELECT b, 'CASH', -(b->>'change')::bigint FROM bodies
                UNION ALL
                SELECT b, tender->>'tender', -(tender->>'amount')::bigint
                FROM bodies, jsonb_array_elements(b->'givenBack') AS tender
            )
            SELECT tender, sum(cents)::bigint AS cents
            FROM paid
            WHERE b->'context'->>'site' = :site AND b->'context'->>'businessDay' BETWEEN :from AND :to
            GROUP BY 1
            """;

    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
    private static final Pattern ROW = Pattern.compile("(?s)<tr data-category=\"([a-z_]*)\">(.*?)</tr>");

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void everyFigureEqualsTheRawBodiesAndTheLinesItOpens(long seed, Database database) throws Exception {
        TestOffice office = new TestOffice(database, JournalKind.REAL);
        TestScenario scenario = new TestScenario(seed, 160, true);
        for (TestScenario.Stream stream : scenario.streams) {
            office.enrol(stream.terminal());
        }
        TestTerminal gate = leaving(seed);
        office.enrol(gate);
        office.take(gate.from(0));
        scenario.interleaved(new Random(seed)).forEach(batch -> office.take(new JournalBatch(batch)));
        int compared = 0;
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            for (String site : List.of("ARCUEIL", "GENTILLY")) {
                for (Days days : List.of(
                        new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
                        new Days(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 21)))) {
                    compared += compare(database, browser, site, days, "seed " + seed + " " + site + " " + days);
                }
            }
        }
        assertTrue(compared > 100, "seed " + seed + " compared only " + compared + " figures");
    }

    /// What leaves a shop by other ways than the till, to every outcome, some of it taken back.
    private static TestTerminal leaving(long seed) {
        Random random = new Random(seed);
        Instant start = Instant.parse("2026-11-20T09:00:00Z");
        TestTerminal gate = new TestTerminal("109", TestFacts.ARCUEIL, JournalKind.REAL).open(start);
        for (int i = 0; i < 30; i++) {
            Instant at = start.plusSeconds(3_600L * i + random.nextInt(3_000));
            Outcome outcome = Outcome.values()[i % Outcome.values().length];
            var weighIn = new Fact.WeighIn(
                    TestFacts.context(TestFacts.ARCUEIL, at),
                    random.nextBoolean() ? TestFacts.DISHES : TestFacts.BOOKS,
                    Weight.untared(Mass.grams(1 + random.nextInt(9_000)), TestFacts.weighed(false)),
                    Account.place(TestFacts.ARCUEIL, Area.SORTING),
                    new Account.Gone(outcome, random.nextBoolean() ? Optional.of("ecologic") : Optional.empty()),
                    Optional.empty());
            var entry = gate.add(weighIn);
            if (random.nextInt(5) == 0) {
                gate.add(Fact.WeighInReversed.of(
                        entry.id(), weighIn, TestFacts.context(TestFacts.ARCUEIL, at.plusSeconds(20))));
            }
        }
        return gate;
    }

    private record Days(LocalDate from, LocalDate to) {}

    private static int compare(Database database, OfficeBrowser browser, String site, Days days, String about)
            throws Exception {
        String page = browser.page("/rapprochement?site=" + site + "&du=" + days.from() + "&au=" + days.to());
        Map<String, Map<String, Long>> within = mass(database, site, days.from(), days.to());
        Map<String, Map<String, Long>> before =
                mass(database, site, BEGINNING, days.from().minusDays(1));
        Map<String, Map<String, Long>> until = mass(database, site, BEGINNING, days.to());
        Map<String, Map<String, Figure>> shown = rows(page);
        int compared = 0;
        for (var row : shown.entrySet()) {
            String category = row.getKey();
            for (Figure figure : row.getValue().values()) {
                String column = figure.names().get("data-column");
                String what = about + " " + category + " " + column;
                if (!category.isEmpty()
                        && List.of("in", "sold", "given", "recycled", "waste").contains(column)) {
                    assertEquals(of(within, category, column), figure.value(), what);
                    compared++;
                }
                if (figure.opens().isPresent()) {
                    boolean belowZero =
                            column.equals("gap") && row.getValue().get("end").value() < 0;
                    assertEquals(
                            belowZero ? row.getValue().get("end").value() : figure.value(),
                            OfficeBrowser.sum(browser.page(figure.opens().get())),
                            what);
                    compared++;
                }
            }
            if (!category.isEmpty()) {
                long adjusted = rounding(database, site, category, days.to());
                assertEquals(
                        of(until, category, "net") + adjusted,
                        row.getValue().get("end").value(),
                        about + " " + category + " end");
                assertEquals(
                        of(before, category, "net")
                                + rounding(database, site, category, days.from().minusDays(1)),
                        row.getValue().get("start").value(),
                        about + " " + category + " start");
                compared += 2;
            }
        }
        for (String category : within.keySet()) {
            assertTrue(shown.containsKey(category), about + " leaves out " + category);
        }
        return compared + money(database, browser, page, site, days, about);
    }

    private static int money(
            Database database, OfficeBrowser browser, String page, String site, Days days, String about)
            throws Exception {
        Map<String, Long> paid = new HashMap<>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery(MONEY)
                        .bind("site", site)
                        .bind("from", days.from().toString())
                        .bind("to", days.to().toString())
                        .map((row, _) -> paid.put(row.getString("tender"), row.getLong("cents")))
                        .list());
        int compared = 0;
        long online = database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT coalesce(sum((b->>'shipping')::bigint + (SELECT sum((line->>'price')::bigint)
                                            FROM jsonb_array_elements(b->'lines') AS line)), 0)::bigint
                        FROM (SELECT convert_from(e.body, 'UTF8')::jsonb AS b
                              FROM journal_entry e JOIN terminal t USING (terminal)
                              WHERE e.type = 'order-dispatched.1' AND t.kind <> 'TRAINING') AS parcel
                        WHERE b->'context'->>'site' = :site AND b->'context'->>'businessDay' BETWEEN :from AND :to""")
                        .bind("site", site)
                        .bind("from", days.from().toString())
                        .bind("to", days.to().toString())
                        .mapTo(Long.class)
                        .one());
        assertEquals(
                online,
                OfficeBrowser.figures(page).stream()
                        .filter(figure -> figure.names().containsKey("data-online"))
                        .mapToLong(Figure::value)
                        .sum(),
                about + " online");
        for (Figure figure : OfficeBrowser.figures(page)) {
            String tender = figure.names().get("data-tender");
            if (tender != null) {
                long expected = tender.isEmpty()
                        ? paid.values().stream().mapToLong(Long::longValue).sum()
                        : paid.getOrDefault(tender, 0L);
                assertEquals(expected, figure.value(), about + " " + tender);
                if (figure.opens().isPresent()) {
                    assertEquals(
                            figure.value(),
                            OfficeBrowser.sum(browser.page(figure.opens().get())),
                            about + " tickets of " + tender);
                }
                compared++;
            }
        }
        return compared;
    }

    private static Map<String, Map<String, Figure>> rows(String page) {
        Map<String, Map<String, Figure>> rows = new TreeMap<>();
        Matcher matcher = ROW.matcher(page);
        while (matcher.find()) {
            Map<String, Figure> figures = new TreeMap<>();
            OfficeBrowser.figures(matcher.group(2))
                    .forEach(f -> figures.put(f.names().get("data-column"), f));
            rows.put(matcher.group(1), figures);
        }
        return rows;
    }

    private static Map<String, Map<String, Long>> mass(Database database, String site, LocalDate from, LocalDate to) {
        Map<String, Map<String, Long>> rows = new TreeMap<>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery(MASS)
                        .bind("here", "place:" + site + ":%")
                        .bind("from", from.toString())
                        .bind("to", to.toString())
                        .map((row, _) -> {
                            Map<String, Long> columns = new HashMap<>();
                            for (String column : List.of("in", "sold", "given", "recycled", "waste", "net")) {
                                columns.put(column, row.getLong(column));
                            }
                            return rows.put(row.getString("category"), columns);
                        })
                        .list());
        return rows;
    }

    private static long rounding(Database database, String site, String category, LocalDate to) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT coalesce(sum(CASE WHEN account_to LIKE 'place:%' THEN grams ELSE -grams END), 0)::bigint
                        FROM movement
                        WHERE (account_from LIKE 'adj%' OR account_to LIKE 'adj%') AND category_to = :category AND business_day <= :to
                          AND (account_from LIKE :here OR account_to LIKE :here)""")
                        .bind("category", category)
                        .bind("to", to)
                        .bind("here", "place:" + site + ":%")
                        .mapTo(Long.class)
                        .one());
    }

    private static long of(Map<String, Map<String, Long>> rows, String category, String column) {
        return rows.getOrDefault(category, Map.of()).getOrDefault(column, 0L);
    }
}
