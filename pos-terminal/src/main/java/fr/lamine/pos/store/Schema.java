package fr.lamine.pos.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// The tables that are not read from the journal. Steps are added at the end and never changed once released; the
/// journal table itself is frozen for ever. A ticket left open over an update that changes its shape is changed with
/// it.
final class Schema {

    private static final List<List<String>> STEPS = List.of(
            List.of(
                    """
            CREATE TABLE journal (
              format TEXT NOT NULL, terminal TEXT NOT NULL, generation INTEGER NOT NULL, seq INTEGER NOT NULL,
              recorded_at TEXT NOT NULL, type TEXT NOT NULL, key_id TEXT NOT NULL, prev_hash TEXT NOT NULL,
              body TEXT NOT NULL, body_hash TEXT NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL,
              UNIQUE (generation, seq)) STRICT""",
                    """
            CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
            BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END""",
                    """
            CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal
            BEGIN SELECT RAISE(ABORT, 'an entry is never taken away'); END""",
                    """
            CREATE TABLE projection (
              one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL) STRICT""",
                    """
            CREATE TABLE open_ticket (
              station TEXT PRIMARY KEY, ticket TEXT NOT NULL) STRICT""",
                    """
            CREATE TABLE form_token (
              token TEXT PRIMARY KEY, answered_at TEXT NOT NULL, answer TEXT NOT NULL) STRICT""",
                    "CREATE INDEX form_token_by_time ON form_token (answered_at)",
                    """
            CREATE TABLE sign_in_delay (
              operator TEXT PRIMARY KEY, failures INTEGER NOT NULL, last_failed_at TEXT NOT NULL) STRICT""",
                    """
            CREATE TABLE print_job (
              id INTEGER PRIMARY KEY AUTOINCREMENT, station TEXT NOT NULL, kind TEXT NOT NULL, fact TEXT,
              copy INTEGER NOT NULL, created_at TEXT NOT NULL, state TEXT NOT NULL, trouble TEXT,
              attempts INTEGER NOT NULL) STRICT""",
                    "CREATE INDEX print_job_by_state ON print_job (state, id)",
                    "CREATE INDEX print_job_by_fact ON print_job (fact, kind)",
                    """
            CREATE TABLE reference (
              one INTEGER PRIMARY KEY CHECK (one = 1), epoch TEXT NOT NULL, revision INTEGER NOT NULL,
              applied TEXT NOT NULL, catalog_revision INTEGER NOT NULL, catalog TEXT, operators TEXT,
              received_at TEXT NOT NULL) STRICT""",
                    """
            CREATE TABLE office_item (
              code TEXT PRIMARY KEY, item TEXT NOT NULL) STRICT""",
                    """
            CREATE TABLE delivery (
              generation INTEGER PRIMARY KEY, seq INTEGER NOT NULL, branch TEXT, state TEXT NOT NULL) STRICT""",
                    """
            CREATE TABLE receipt (
              journal TEXT NOT NULL, seq INTEGER NOT NULL, receipt TEXT NOT NULL,
              PRIMARY KEY (journal, seq)) STRICT""",
                    """
            CREATE TABLE office_head (
              generation INTEGER NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, seen_at TEXT NOT NULL,
              PRIMARY KEY (generation, seq, hash)) STRICT"""),
            List.of(
                    "ALTER TABLE print_job ADD COLUMN wanted_at TEXT NOT NULL DEFAULT ''",
                    "UPDATE print_job SET wanted_at = created_at",
                    "ALTER TABLE print_job ADD COLUMN begun INTEGER NOT NULL DEFAULT 0"),
            List.of("""
            UPDATE reference SET catalog = json_set(catalog, '$.till', json('{"company":{"name":"La Mine","siret":"",
              "ape":"","vatNumber":null},"cashCap":100000,"differenceThreshold":500,"cashierReduction":1000,"vat":[],
              "guaranteed":[],"prices":[],"campaigns":[],"markdowns":[],"articles":[]}'))
            WHERE catalog IS NOT NULL AND json_type(catalog, '$.till') IS NULL"""),
            List.of("""
            UPDATE open_ticket SET ticket = json_set(ticket, '$.returns', json('[]'))
            WHERE json_type(ticket, '$.returns') IS NULL"""),
            List.of("""
            UPDATE open_ticket SET ticket = json_set(ticket, '$.tenders', json((
              SELECT json_group_array(json_set(value, '$.reference', NULL, '$.bank', NULL, '$.word', 'CASHIER'))
              FROM json_each(ticket, '$.tenders'))))
            WHERE EXISTS (SELECT 1 FROM json_each(ticket, '$.tenders') WHERE json_type(value, '$.word') IS NULL)"""),
            List.of("""
            UPDATE open_ticket SET ticket = json_set(ticket, '$.extras', json('[]'), '$.off', NULL,
              '$.lines', json((SELECT json_group_array(json_set(line.value,
                '$.priceReason', NULL, '$.offs', json('[]'), '$.later', NULL))
                FROM json_each(ticket, '$.lines') AS line)),
              '$.before', NULL)"""),
            List.of("""
            CREATE TABLE person_outbox (
              id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE, person TEXT NOT NULL,
              told_at TEXT NOT NULL) STRICT"""),
            List.of("""
            CREATE TABLE card_payment (
              id INTEGER PRIMARY KEY AUTOINCREMENT, station TEXT NOT NULL, amount INTEGER NOT NULL,
              operator TEXT NOT NULL, asked_at TEXT NOT NULL, state TEXT NOT NULL, said TEXT NOT NULL) STRICT""", """
            CREATE UNIQUE INDEX card_payment_open ON card_payment (station)
            WHERE state IN ('ASKED', 'DOUBTFUL')"""),
            List.of("""
            UPDATE open_ticket SET ticket = json_set(ticket, '$.member', NULL,
              '$.lines', json((SELECT json_group_array(json_set(line.value, '$.weighed', NULL))
                FROM json_each(ticket, '$.lines') AS line)),
              '$.before', NULL)"""),
            List.of("ALTER TABLE reference ADD COLUMN receipts TEXT"),
            // The ticket itself stays among the open ones, so that whatever changes their shape changes it too.
            List.of("""
            CREATE TABLE IF NOT EXISTS held_ticket (
              id INTEGER PRIMARY KEY AUTOINCREMENT, operator TEXT NOT NULL, held_at TEXT NOT NULL) STRICT"""),
            List.of("""
            CREATE TABLE IF NOT EXISTS paper_sheet (
              number INTEGER PRIMARY KEY AUTOINCREMENT, operator TEXT NOT NULL, printed_at TEXT NOT NULL) STRICT""", """
            CREATE TABLE IF NOT EXISTS paper_entry (
              station TEXT PRIMARY KEY, sheet TEXT NOT NULL, day TEXT NOT NULL, line INTEGER NOT NULL) STRICT"""),
            List.of("""
            CREATE TABLE IF NOT EXISTS ticket_token (
              station TEXT PRIMARY KEY, token TEXT NOT NULL) STRICT""", """
            CREATE TABLE IF NOT EXISTS reservation (
              ticket TEXT NOT NULL, subject TEXT NOT NULL, station TEXT NOT NULL, amount INTEGER NOT NULL,
              until INTEGER NOT NULL, wanted INTEGER NOT NULL, PRIMARY KEY (ticket, subject)) STRICT""", """
            CREATE TABLE IF NOT EXISTS spent_elsewhere (
              code TEXT PRIMARY KEY, amount INTEGER NOT NULL) STRICT""", """
            CREATE TABLE IF NOT EXISTS sold_elsewhere (
              sale TEXT PRIMARY KEY, told TEXT NOT NULL, seen_at INTEGER NOT NULL) STRICT"""),
            List.of("""
            UPDATE office_item SET item = json_set(item, '$.reservedFor', NULL)
            WHERE json_type(item, '$.reservedFor') IS NULL"""),
            FoundIndex.TABLES,
            List.of("""
            CREATE TABLE IF NOT EXISTS open_transfer (
              station TEXT PRIMARY KEY, transfer TEXT NOT NULL) STRICT""", """
            CREATE TABLE IF NOT EXISTS open_count (
              station TEXT PRIMARY KEY, count TEXT NOT NULL) STRICT"""),
            List.of("""
            UPDATE office_item SET item = json_set(item, '$.voided', NULL)
            WHERE json_type(item, '$.voided') IS NULL"""),
            List.of("""
            CREATE TABLE IF NOT EXISTS parked_thing (
              id INTEGER PRIMARY KEY AUTOINCREMENT, grams INTEGER NOT NULL, reason TEXT NOT NULL, photo BLOB,
              parked_at TEXT NOT NULL, weigh_in TEXT, taken_at TEXT, taken_by TEXT) STRICT"""));

    private Schema() {}

    static void migrate(Handle handle) {
        migrate(handle, STEPS.size());
    }

    /// @param steps how many of them, as an older version knew them
    static void migrate(Handle handle, int steps) {
        int done =
                handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
        if (done > STEPS.size()) {
            throw new IllegalStateException("this store was written by a later version of La Mine");
        }
        for (int step = done; step < steps; step++) {
            int number = step + 1;
            List<String> statements = STEPS.get(step);
            handle.useTransaction(tx -> {
                statements.forEach(tx::execute);
                tx.execute("PRAGMA user_version = " + number);
            });
        }
    }
}
