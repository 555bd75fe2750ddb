package fr.lamine.backoffice;

import fr.lamine.backoffice.catalog.RevisionDao;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.backoffice.journal.Rebuild;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.sync.Ingest;
import fr.lamine.backoffice.terminal.EnrolmentDesk;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.sync.Enrolment;
import fr.lamine.model.sync.JournalAnswer;
import fr.lamine.model.sync.JournalBatch;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// An office on a real database of its own.
public final class TestOffice {

    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    public static final OperatorCode MANAGER = new OperatorCode("LEA");
    private static final SigningKey KEY = SigningKey.generate();

    public final Database database;
    public final OfficeJournal journal;
    public final Ingest ingest;
    public final EnrolmentDesk enrolment;

    public TestOffice(Database database, JournalKind kind) {
        this.database = database;
        journal = new OfficeJournal(KEY, kind, "0.1.0");
        ingest = new Ingest(journal);
        enrolment = new EnrolmentDesk(journal);
        database.useTransaction(h -> {
            RevisionDao.begin(h, "epoch", 0);
            journal.open(h, NOON);
            journal.append(
                    h,
                    new Fact.ReferenceChanged(
                            journal.context(h, MANAGER, NOON), RevisionDao.next(h), StartingCatalog.read()),
                    NOON);
        });
    }

    public void enrol(TestTerminal terminal) {
        database.useTransaction(h -> enrol(h, terminal));
    }

    public void enrol(Handle h, TestTerminal terminal) {
        var prepared =
                enrolment.prepare(h, terminal.id, terminal.site, new StationCode("P1"), terminal.kind, MANAGER, NOON);
        if (!(prepared instanceof EnrolmentDesk.Prepared.Code(var code, var _))) {
            throw new IllegalStateException(prepared.toString());
        }
        enrolment
                .enrol(h, new Enrolment(code, terminal.key.verifyingKey().text()), NOON)
                .orElseThrow();
    }

    public JournalAnswer take(JournalBatch batch) {
        return database.inTransaction(h -> ingest.take(h, batch, NOON));
    }

    public long count(String sql) {
        return database.jdbi()
                .withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
    }

    public List<String> discrepancies() {
        return database.jdbi()
                .withHandle(h -> h.createQuery(
                                "SELECT kind || ' ' || subject FROM discrepancy WHERE closed_at IS NULL ORDER BY 1")
                        .mapTo(String.class)
                        .list());
    }

    /// Everything derived, table by table, arrival columns apart.
    public Map<String, String> derived() {
        return database.jdbi().withHandle(this::derived);
    }

    public Map<String, String> derived(Handle handle) {
        Map<String, String> tables = new TreeMap<>();
        Map<String, String> without =
                Map.of("discrepancy", "opened_at,closed_at,closed_by", "item", "revision", "unapplied", "since");
        for (String table : Stream.concat(Rebuild.DERIVED.stream(), Stream.of("discrepancy"))
                .toList()) {
            String minus = Arrays.stream(without.getOrDefault(table, "").split(","))
                    .map(c -> " - '" + c + "'")
                    .collect(Collectors.joining());
            String where = table.equals("discrepancy") ? " WHERE closed_at IS NULL" : "";
            String sql = "SELECT line FROM (SELECT (to_jsonb(t)" + minus + ")::text AS line FROM " + table + " t"
                    + where + ") r ORDER BY line COLLATE \"C\"";
            tables.put(
                    table,
                    String.join(
                            "\n", handle.createQuery(sql).mapTo(String.class).list()));
        }
        return tables;
    }
}
