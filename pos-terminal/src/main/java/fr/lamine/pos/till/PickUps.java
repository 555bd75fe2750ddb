package fr.lamine.pos.till;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.sale.PickUp;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.station.Work;
import fr.lamine.pos.store.Facts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The commands of goods that are paid now and collected later (*retrait*). What this terminal sold so, it hands over;
/// which of it was collected is read from its own journal.
public final class PickUps {

    private static final String ROWS = """
            SELECT p.line, p.collected, j.terminal, j.generation, j.seq, j.type, j.body
            FROM own_pick_up p JOIN journal j ON j.generation = p.generation AND j.seq = p.seq\s""";

    private final Commands commands;

    public PickUps(Commands commands) {
        this.commands = commands;
    }

    /// Sold goods that wait, or waited.
    ///
    /// @param line      0 for the first
    /// @param collected on which business day; absent while they wait
    public record Waiting(FactId sale, Fact.Sale fact, int line, Optional<LocalDate> collected) {

        public SaleLine goods() {
            return fact.lines().get(line);
        }

        public PickUp pickUp() {
            return goods().pickUp().orElseThrow();
        }
    }

    /// What waits, that with the nearest day first.
    public List<Waiting> waiting() {
        return commands.store()
                .read(sql -> sql.createQuery(ROWS + """
                        WHERE p.collected IS NULL ORDER BY p.until IS NULL, p.until, p.generation, p.seq, p.line""")
                        .map((row, _) -> waiting(row))
                        .list());
    }

    public Optional<Waiting> find(String code) {
        return commands.store().read(sql -> find(sql, code));
    }

    /// Why it cannot be handed over; empty when it can.
    Optional<Answer> refusal(String code) {
        return PickUpRules.judge(code, commands.store().identity().terminal(), find(code));
    }

    private static Optional<Waiting> find(Handle sql, String code) {
        return sql.createQuery(ROWS + "WHERE p.code = :code ORDER BY p.generation DESC, p.seq DESC LIMIT 1")
                .bind("code", code)
                .map((row, _) -> waiting(row))
                .findOne();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                Facts.id(row),
                Facts.fact(row, Fact.Sale.class),
                row.getInt("line"),
                Optional.ofNullable(row.getString("collected")).map(LocalDate::parse));
    }

    /// The customer collects later what a line sells, or takes it along after all.
    ///
    /// @param pickUp its code is given when the ticket is paid
    Answer later(Station station, String token, int line, Optional<PickUp> pickUp, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            Optional<Answer.Refused> closed =
                    SellingRules.judge(work.book(), work.context().businessDay());
            if (closed.isPresent()) {
                return closed.get();
            }
            Change change = PickUpRules.later(OpenTickets.of(work.sql(), station.code()), line, pickUp);
            if (change.answer() instanceof Answer.Done) {
                OpenTickets.keep(work.sql(), station.code(), change.ticket());
            }
            return change.answer();
        });
    }

    /// Hands the goods over.
    public Answer collect(Station station, String token, String code, Instant now) {
        return collect(station, Optional.of(token), code, now);
    }

    Answer collect(Station station, Optional<String> token, String code, Instant now) {
        return commands.run(station, token, now, Role.CASHIER, work -> {
            Optional<Answer.Refused> closed =
                    SellingRules.judge(work.book(), work.context().businessDay());
            if (closed.isPresent()) {
                return closed.get();
            }
            Optional<Waiting> known = find(work.sql(), code);
            return PickUpRules.judge(code, commands.store().identity().terminal(), known)
                    .orElseGet(() -> record(work, known.get()));
        });
    }

    private static Answer record(Work work, Waiting waiting) {
        FactId id = work.writing()
                .append(new TillFact.Collected(work.context(), waiting.sale(), waiting.line(), waiting.goods()));
        return Answer.recorded(id, "Remis au client\u202f: " + waiting.goods().label() + ".");
    }

    /// Prints the slips of the sale once more: they are worth nothing without the goods.
    public Answer print(Station station, String token, String code, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            Optional<Waiting> known = find(work.sql(), code);
            if (known.isEmpty()) {
                return Refusal.UNKNOWN_PICK_UP.with();
            }
            Optional<PrintJob> before = PrintQueue.unsettled(
                    work.sql(), PrintJob.Kind.PICK_UP, known.get().sale());
            if (before.isPresent()) {
                PrintQueue.wantAgain(work.sql(), before.get(), now);
            } else {
                PrintQueue.enqueue(
                        work.sql(),
                        station.code(),
                        PrintJob.Kind.PICK_UP,
                        known.get().sale(),
                        now);
            }
            return Answer.done("Le bon s’imprime.");
        });
    }
}
