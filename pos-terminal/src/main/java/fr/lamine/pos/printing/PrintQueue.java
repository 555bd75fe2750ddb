package fr.lamine.pos.printing;

import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.StationCode;
import fr.lamine.pos.printing.PrintJob.Kind;
import fr.lamine.pos.printing.PrintJob.State;
import fr.lamine.pos.store.TerminalStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The queue of jobs in the store. Each step of a job is committed before the next one is taken.
public final class PrintQueue {

    /// A drawer that opens later than this surprises whoever stands there.
    static final Duration DRAWER_PATIENCE = Duration.ofSeconds(10);

    /// Paper that comes out later than this surprises the next customer.
    static final Duration PAPER_PATIENCE = Duration.ofMinutes(10);

    private static final String JOBS =
            "SELECT id, station, kind, fact, copy, created_at, wanted_at, state, begun, trouble FROM print_job ";
    private static final Set<State> UNSETTLED =
            EnumSet.of(State.WAITING, State.HELD, State.SENDING, State.DOUBTFUL, State.UNCONFIRMED);

    private final TerminalStore store;

    public PrintQueue(TerminalStore store) {
        this.store = store;
    }

    /// Queues a print of a fact, in the caller's transaction.
    public static void enqueue(Handle sql, StationCode station, Kind kind, FactId fact, Instant now) {
        insert(sql, station, kind, Optional.of(fact.toString()), now);
    }

    /// Queues price tags, each a job of its own: those that came out before the paper ended are not printed again.
    public static void enqueueTags(Handle sql, StationCode station, String tag, int count, Instant now) {
        for (int i = 0; i < count; i++) {
            insert(sql, station, Kind.PRICE_TAG, Optional.of(tag), now);
        }
    }

    public static void enqueueDrawer(Handle sql, StationCode station, Instant now) {
        insert(sql, station, Kind.DRAWER, Optional.empty(), now);
    }

    /// Copies of a fact that came out so far, by the word of a printer or of a person.
    public static int printed(Handle sql, Kind kind, FactId fact) {
        return sql.createQuery("""
                        SELECT count(*) FROM print_job WHERE fact = :fact AND kind = :kind AND state = 'PRINTED'""")
                .bind("fact", fact.toString())
                .bind("kind", kind.name())
                .mapTo(Integer.class)
                .one();
    }

    /// Whether a copy after the last one that came out was queued and then not wanted any more.
    static boolean droppedSince(Handle sql, Kind kind, FactId fact) {
        return sql.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM print_job d WHERE d.fact = :fact AND d.kind = :kind
                          AND d.state = 'DROPPED' AND d.id > (SELECT max(p.id) FROM print_job p
                            WHERE p.fact = :fact AND p.kind = :kind AND p.state = 'PRINTED'))""")
                .bind("fact", fact.toString())
                .bind("kind", kind.name())
                .mapTo(Boolean.class)
                .one();
    }

    /// The job of a fact of which nobody knows yet how it ends.
    public static Optional<PrintJob> unsettled(Handle sql, Kind kind, FactId fact) {
        return last(sql, kind, fact).filter(job -> UNSETTLED.contains(job.state()));
    }

    /// The paper is wanted again before it was known to be out: a held job waits again, an unconfirmed one is asked
    /// about.
    public static void wantAgain(Handle sql, PrintJob job, Instant now) {
        switch (job.state()) {
            case HELD ->
                sql.execute(
                        "UPDATE print_job SET state = 'WAITING', wanted_at = ? WHERE id = ?", now.toString(), job.id());
            case UNCONFIRMED -> sql.execute("UPDATE print_job SET state = 'DOUBTFUL' WHERE id = ?", job.id());
            case WAITING, SENDING, PRINTED, DOUBTFUL, DROPPED -> {}
        }
    }

    /// The last job that prints a fact.
    public Optional<PrintJob> last(Kind kind, FactId fact) {
        return store.read(sql -> last(sql, kind, fact));
    }

    private static Optional<PrintJob> last(Handle sql, Kind kind, FactId fact) {
        return sql.createQuery(JOBS + "WHERE fact = :fact AND kind = :kind ORDER BY id DESC LIMIT 1")
                .bind("fact", fact.toString())
                .bind("kind", kind.name())
                .map((row, _) -> job(row))
                .findOne();
    }

    /// The jobs of a station that wait, oldest first; at most 1000.
    public List<PrintJob> waiting(StationCode station) {
        return in(station, State.WAITING);
    }

    /// The jobs of a station in a state, oldest first; at most 1000.
    public List<PrintJob> in(StationCode station, State state) {
        return store.read(
                sql -> sql.createQuery(JOBS + "WHERE state = :state AND station = :station ORDER BY id LIMIT 1000")
                        .bind("state", state.name())
                        .bind("station", station.code())
                        .map((row, _) -> job(row))
                        .list());
    }

    /// The jobs of a station of which people may have to be asked, oldest first; at most 1000.
    public List<PrintJob> open(StationCode station) {
        return store.read(sql -> sql.createQuery(JOBS + """
                         WHERE state IN ('DOUBTFUL', 'HELD', 'WAITING') AND station = :station
                         ORDER BY state = 'DOUBTFUL' DESC, id LIMIT 1000""")
                .bind("station", station.code())
                .map((row, _) -> job(row))
                .list());
    }

    /// The oldest job that waits for one of these roles.
    public Optional<PrintJob> next(StationCode station, Set<PrintRole> roles) {
        return store.read(sql -> sql.createQuery(JOBS + """
                         WHERE state = 'WAITING' AND station = :station AND kind IN (<kinds>) ORDER BY id LIMIT 1""")
                .bind("station", station.code())
                .bindList("kinds", kinds(roles))
                .map((row, _) -> job(row))
                .findOne());
    }

    /// Whether a job waited longer than it can come out without surprising somebody.
    static boolean isLate(PrintJob job, Instant now) {
        Duration waited = Duration.between(job.wantedAt(), now).abs();
        return waited.compareTo(job.kind() == Kind.DRAWER ? DRAWER_PATIENCE : PAPER_PATIENCE) > 0;
    }

    /// What was on its way when the last process ended: a drawer is let go, paper is in doubt.
    public void recover(StationCode station, Set<PrintRole> roles, Instant now) {
        for (PrintJob job : in(station, State.SENDING)) {
            if (roles.contains(job.kind().role())) {
                settle(job, unsure(job), true, Optional.of(PrintJob.CRASH), now);
            }
        }
    }

    /// Committed before the first byte goes to the printer, with the number of the copy.
    ///
    /// @return empty when the job is not waiting any more
    public Optional<PrintJob> begin(PrintJob job, Instant now) {
        return store.write(now, writing -> {
            int copy = 1
                    + job.fact()
                            .map(fact -> printed(writing.sql(), job.kind(), fact))
                            .orElse(0);
            int begun = writing.sql().execute("""
                            UPDATE print_job SET state = 'SENDING', copy = ?, attempts = attempts + 1
                            WHERE id = ? AND state = 'WAITING'""", copy, job.id());
            return begun == 0 ? Optional.empty() : byId(writing.sql(), job.id());
        });
    }

    /// Notes what became of a job. Paper that nothing was sent of, or whose rest the printer threw away, waits on; a
    /// drawer never does.
    ///
    /// @param answers whether this printer ever answers
    public void finish(PrintJob job, PrintResult result, boolean answers, Instant now) {
        switch (result) {
            case PrintResult.Printed _ -> settle(job, State.PRINTED, job.begun(), Optional.empty(), now);
            case PrintResult.Failed(var cause) -> settle(job, later(job), job.begun(), Optional.of(cause.name()), now);
            case PrintResult.Interrupted(var cause) -> settle(job, later(job), true, Optional.of(cause.name()), now);
            case PrintResult.Doubtful(var cause) ->
                settle(job, answers ? unsure(job) : unconfirmed(job), true, Optional.of(cause.name()), now);
        }
    }

    /// Notes why a job still waits.
    void waits(PrintJob job, PrinterState cause, Instant now) {
        settle(job, State.WAITING, job.begun(), Optional.of(cause.name()), now);
    }

    /// Takes a job out of the queue unprinted.
    public void drop(PrintJob job, Instant now) {
        settle(job, State.DROPPED, job.begun(), job.trouble(), now);
    }

    void hold(PrintJob job, Instant now) {
        settle(job, State.HELD, job.begun(), job.trouble(), now);
    }

    /// Somebody looked at the paper.
    ///
    /// @param cameOut otherwise it is printed again, whole
    public void answer(long id, boolean cameOut, Instant now) {
        store.write(
                now,
                writing -> writing.sql()
                        .execute("""
                                UPDATE print_job SET state = ?, wanted_at = ? WHERE id = ? AND state = 'DOUBTFUL'""", (cameOut ? State.PRINTED : State.WAITING).name(), now.toString(), id));
    }

    /// What was held is wanted after all.
    ///
    /// @param upTo id of the newest job that the answer is about
    public void release(StationCode station, long upTo, Instant now) {
        store.write(now, writing -> writing.sql().execute("""
                                UPDATE print_job SET state = 'WAITING', wanted_at = ?
                                WHERE station = ? AND id <= ? AND state = 'HELD'""", now.toString(), station.code(), upTo));
    }

    /// What waits, or is held, is not wanted any more.
    ///
    /// @param upTo id of the newest job that the answer is about
    public void cancel(StationCode station, long upTo, Instant now) {
        store.write(now, writing -> writing.sql().execute("""
                                UPDATE print_job SET state = 'DROPPED'
                                WHERE station = ? AND id <= ? AND state IN ('WAITING', 'HELD')""", station.code(), upTo));
    }

    private static State later(PrintJob job) {
        return job.kind() == Kind.DRAWER ? State.DROPPED : State.WAITING;
    }

    private static State unsure(PrintJob job) {
        return job.kind() == Kind.DRAWER ? State.DROPPED : State.DOUBTFUL;
    }

    private static State unconfirmed(PrintJob job) {
        return job.kind() == Kind.DRAWER ? State.DROPPED : State.UNCONFIRMED;
    }

    private static List<String> kinds(Set<PrintRole> roles) {
        return Stream.of(Kind.values())
                .filter(kind -> roles.contains(kind.role()))
                .map(Kind::name)
                .toList();
    }

    private void settle(PrintJob job, State state, boolean begun, Optional<String> trouble, Instant now) {
        store.write(
                now,
                writing -> writing.sql()
                        .execute(
                                "UPDATE print_job SET state = ?, begun = ?, trouble = ? WHERE id = ? AND state = ?",
                                state.name(),
                                begun ? 1 : 0,
                                trouble.orElse(null),
                                job.id(),
                                job.state().name()));
    }

    /// @param what the fact, or the text of a price tag
    private static void insert(Handle sql, StationCode station, Kind kind, Optional<String> what, Instant now) {
        sql.execute("""
                INSERT INTO print_job (station, kind, fact, copy, created_at, wanted_at, state, begun, attempts)
                VALUES (?, ?, ?, 1, ?, ?, 'WAITING', 0, 0)""", station.code(), kind.name(), what.orElse(null), now.toString(), now.toString());
    }

    private static Optional<PrintJob> byId(Handle sql, long id) {
        return sql.createQuery(JOBS + "WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> job(row))
                .findOne();
    }

    private static PrintJob job(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        Optional<String> what = Optional.ofNullable(row.getString("fact"));
        return new PrintJob(
                row.getLong("id"),
                new StationCode(row.getString("station")),
                kind,
                what.filter(_ -> kind != Kind.PRICE_TAG).map(FactId::parse),
                what.filter(_ -> kind == Kind.PRICE_TAG),
                row.getInt("copy"),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("wanted_at")),
                State.valueOf(row.getString("state")),
                row.getInt("begun") == 1,
                Optional.ofNullable(row.getString("trouble")));
    }
}
