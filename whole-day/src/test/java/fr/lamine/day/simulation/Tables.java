package fr.lamine.day.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// All derived tables as text, but for what tells of the order or the time of arrival.
final class Tables {

    private static final Set<String> NOT_DERIVED = Set.of(
            "terminal",
            "enrolment_code",
            "journal_key",
            "terminal_challenge",
            "terminal_session",
            "journal_head",
            "journal_entry",
            "office_receipt",
            "office_user",
            "sign_in_delay",
            "browser_session",
            "reference_state",
            "operator",
            "posted_form",
            "hold",
            "flyway_schema_history");

    private static final Map<String, List<String>> OF_ARRIVAL = Map.of(
            "discrepancy", List.of("opened_at", "closed_at", "closed_by"),
            "item", List.of("revision"),
            "unapplied", List.of("since"));

    private Tables() {}

    static Map<String, String> derived(Handle handle) {
        Map<String, String> tables = new TreeMap<>();
        List<String> names = handle.createQuery("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE'""").mapTo(String.class).list();
        for (String table : names) {
            if (!NOT_DERIVED.contains(table)) {
                tables.put(table, rows(handle, table));
            }
        }
        return tables;
    }

    /// A wrong seal is seen at the door: the journals cannot tell of it.
    private static String rows(Handle handle, String table) {
        String minus = OF_ARRIVAL.getOrDefault(table, List.of()).stream()
                .map(column -> " - '" + column + "'")
                .collect(Collectors.joining());
        String where = table.equals("discrepancy") ? " WHERE closed_at IS NULL AND kind <> 'WRONG_SIGNATURE'" : "";
        return String.join(
                "\n",
                handle.createQuery("SELECT line FROM (SELECT (to_jsonb(t)" + minus + ")::text AS line FROM " + table
                                + " t" + where + ") rows ORDER BY line COLLATE \"C\"")
                        .mapTo(String.class)
                        .list());
    }

    static void assertSame(Map<String, String> expected, Map<String, String> actual, String what) {
        assertEquals(expected.keySet(), actual.keySet(), what);
        expected.forEach((table, rows) -> assertEquals(rows, actual.get(table), what + ": table " + table));
    }
}
