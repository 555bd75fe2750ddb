package fr.lamine.pos.printing;

import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.StationCode;
import fr.lamine.pos.printing.PrintJob.Kind;
import fr.lamine.pos.printing.PrintJob.State;
import fr.lamine.pos.store.TerminalStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The queue of jobs in the store.
public final class PrintQueue {

    /// A drawer that opens later than this surprises whoever stands there.
    static final Duration DRAWER_PATIENCE = Duration.ofSeconds(10);

    private static final String COLUMNS = "id, station, kind, fact, copy, created_at, state, trouble ";

    private final TerminalStore store;

    public PrintQueue(TerminalStore store) {
        this.store = store;
    }

    /// Queues the next copy of a fact, in the caller's transaction.
    ///
    /// @return its number: 1 for the original
    public static int enqueue(Handle sql, StationCode station, Kind kind, FactId fact, Instant now) {
        int copy = 1 + copies(sql, kind, fact);
        insert(sql, station, kind, Optional.of(fact.toString()), copy, now);
        return copy;
    }

    public static void enqueueDrawer(Handle sql, StationCode station, Instant now) {
        insert(sql, station, Kind.DRAWER, Optional.empty(), 1, now);
    }

    /// Copies of a fact asked for so far.
    public static int copies(Handle sql, Kind kind, FactId fact) {
        return sql.createQuery("SELECT count(*) FROM print_job WHERE fact = :fact AND kind = :kind")
                .bind("fact", fact.toString())
                .bind("kind", kind.name())
                .mapTo(Integer.class)
                .one();
    }

    /// The last job that prints a fact.
    public Optional<PrintJob> last(Kind kind, FactId fact) {
        return store.read(sql -> sql.createQuery("SELECT " + COLUMNS + """
                         FROM print_job WHERE fact = :fact AND kind = :kind ORDER BY id DESC LIMIT 1""")
                .bind("fact", fact.toString())
                .bind("kind", kind.name())
                .map((row, _) -> job(row))
                .findOne());
    }

    /// All jobs of a station that wait, oldest first.
    public List<PrintJob> waiting(StationCode station) {
        return store.read(sql -> sql.createQuery("SELECT " + COLUMNS + """
                         FROM print_job WHERE state = 'WAITING' AND station = :station ORDER BY id LIMIT 1000""")
                .bind("station", station.code())
                .map((row, _) -> job(row))
                .list());
    }

    /// The oldest job that waits at a station; a drawer that waited too long is dropped on the way.
    public Optional<PrintJob> next(StationCode station, Instant now) {
        Optional<PrintJob> waiting = store.read(sql -> sql.createQuery("SELECT " + COLUMNS + """
                         FROM print_job WHERE state = 'WAITING' AND station = :station ORDER BY id LIMIT 1""")
                .bind("station", station.code())
                .map((row, _) -> job(row))
                .findOne());
        if (waiting.isPresent() && isLate(waiting.get(), now)) {
            settle(waiting.get(), State.DROPPED, Optional.of("LATE"), now);
            return next(station, now);
        }
        return waiting;
    }

    /// Notes what became of a job. One that failed before anything was sent waits on, a drawer excepted.
    public void finish(PrintJob job, PrintResult result, Instant now) {
        switch (result) {
            case PrintResult.Printed _ -> settle(job, State.PRINTED, Optional.empty(), now);
            case PrintResult.Failed(var cause) ->
                settle(job, job.kind() == Kind.DRAWER ? State.DROPPED : State.WAITING, Optional.of(cause.name()), now);
            case PrintResult.Interrupted(var cause) -> settle(job, State.DOUBTFUL, Optional.of(cause.name()), now);
            case PrintResult.Doubtful(var cause) -> settle(job, State.DOUBTFUL, Optional.of(cause.name()), now);
        }
    }

    /// Takes a job out of the queue unprinted.
    public void drop(PrintJob job, Instant now) {
        settle(job, State.DROPPED, Optional.empty(), now);
    }

    private static boolean isLate(PrintJob job, Instant now) {
        return job.kind() == Kind.DRAWER
                && Duration.between(job.createdAt(), now).abs().compareTo(DRAWER_PATIENCE) > 0;
    }

    private void settle(PrintJob job, State state, Optional<String> trouble, Instant now) {
        store.write(
                now,
                writing -> writing.sql()
                        .execute(
                                "UPDATE print_job SET state = ?, trouble = ?, attempts = attempts + 1 WHERE id = ?",
                                state.name(),
                                trouble.orElse(null),
                                job.id()));
    }

    private static void insert(
            Handle sql, StationCode station, Kind kind, Optional<String> fact, int copy, Instant now) {
        sql.execute("""
                INSERT INTO print_job (station, kind, fact, copy, created_at, state, attempts)
                VALUES (?, ?, ?, ?, ?, 'WAITING', 0)""", station.code(), kind.name(), fact.orElse(null), copy, now.toString());
    }

    private static PrintJob job(ResultSet row) throws SQLException {
        return new PrintJob(
                row.getLong("id"),
                new StationCode(row.getString("station")),
                Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("fact")).map(FactId::parse),
                row.getInt("copy"),
                Instant.parse(row.getString("created_at")),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("trouble")));
    }
}
