package fr.lamine.day.simulation;

import fr.lamine.backoffice.platform.Database;
import fr.lamine.day.simulation.Journals.Run;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// An office that is told everything anew, again and again. A small journal is told in one transaction that is taken
/// back; a large one batch by batch, for a single transaction would keep every version of every row.
final class AnotherOffice implements AutoCloseable {

    private static final int SMALL = 600;

    private final TestServer server;
    private final String name;
    private final Database database;
    private final List<String> filled;

    AnotherOffice(TestServer server) {
        this.server = server;
        name = server.create();
        database = server.open(name);
        filled = database.jdbi().withHandle(AnotherOffice::empties);
    }

    /// The tables that a new office has nothing in.
    private static List<String> empties(Handle handle) {
        return handle
                .createQuery("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
                .mapTo(String.class)
                .list()
                .stream()
                .filter(table -> handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM " + table + ")")
                        .mapTo(Boolean.class)
                        .one())
                .toList();
    }

    /// Its tables after it was told all of it.
    Map<String, String> tables(Journals journals, SimulatedOffice office, List<Run> batches, Instant now) {
        return journals.entries() <= SMALL
                ? takenBack(journals, office, batches, now)
                : batchByBatch(journals, office, batches, now);
    }

    private Map<String, String> takenBack(Journals journals, SimulatedOffice office, List<Run> batches, Instant now) {
        return database.jdbi().withHandle(handle -> {
            handle.begin();
            journals.enrol(handle);
            batches.forEach(batch -> Journals.tell(handle, office, batch, now));
            Map<String, String> told = Tables.derived(handle);
            handle.rollback();
            return told;
        });
    }

    private Map<String, String> batchByBatch(
            Journals journals, SimulatedOffice office, List<Run> batches, Instant now) {
        empty();
        database.useTransaction(journals::enrol);
        batches.forEach(batch -> database.useTransaction(handle -> Journals.tell(handle, office, batch, now)));
        return database.jdbi().withHandle(Tables::derived);
    }

    /// Past the triggers that keep a journal from ever being emptied.
    private void empty() {
        database.useTransaction(handle -> {
            handle.execute("SET LOCAL session_replication_role = replica");
            handle.execute("TRUNCATE " + String.join(", ", filled) + " RESTART IDENTITY");
        });
    }

    @Override
    public void close() {
        database.close();
        server.drop(name);
    }
}
