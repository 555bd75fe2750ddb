package fr.lamine.pos.till;

import fr.lamine.model.fact.TillFact;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.station.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The commands of tickets on hold (*mettre en attente*, *reprendre*). They wait in the store until somebody takes them
/// back, and never longer than the day: closing it abandons them, each under its own fact.
public final class Holds {

    /// More than a person can tell apart at a glance.
    public static final int MOST = 8;

    private final Commands commands;

    public Holds(Commands commands) {
        this.commands = commands;
    }

    /// Oldest first.
    public List<HeldTicket> waiting() {
        return commands.store().read(Holds::waiting);
    }

    private static List<HeldTicket> waiting(Handle sql) {
        return sql.createQuery("SELECT id, operator, held_at FROM held_ticket ORDER BY id")
                .map((row, _) -> new HeldTicket(
                        row.getLong("id"),
                        new OperatorCode(row.getString("operator")),
                        Instant.parse(row.getString("held_at")),
                        OpenTickets.of(sql, HeldTicket.place(row.getLong("id")))))
                .list();
    }

    /// Puts the open ticket aside; another one can begin.
    public Answer hold(Station station, String token, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            OpenTicket ticket = OpenTickets.of(work.sql(), station.code());
            boolean paper = PaperSheets.entry(work.sql(), station).isPresent();
            return CardPayments.pending(work.sql(), station.code())
                    .or(() -> HoldRules.hold(ticket, waiting(work.sql()).size(), paper))
                    .orElseGet(() -> {
                        aside(station, work);
                        return Answer.done("En attente\u202f: " + French.euros(ticket.total()) + ".");
                    });
        });
    }

    /// Takes a ticket back. One that stands open meanwhile is put aside in its turn.
    public Answer resume(Station station, String token, long id, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            OpenTicket open = OpenTickets.of(work.sql(), station.code());
            Optional<HeldTicket> held = waiting(work.sql()).stream()
                    .filter(ticket -> ticket.id() == id)
                    .findFirst();
            boolean paper = PaperSheets.entry(work.sql(), station).isPresent();
            return CardPayments.pending(work.sql(), station.code())
                    .or(() -> HoldRules.resume(open, held, paper))
                    .orElseGet(() -> {
                        if (!open.holdsNothing()) {
                            aside(station, work);
                        }
                        OpenTickets.move(
                                work.sql(), HeldTicket.place(id), station.code().code());
                        forget(work.sql(), id);
                        return Answer.done("Ticket repris\u202f: "
                                + French.euros(held.get().ticket().total()) + ".");
                    });
        });
    }

    private static void aside(Station station, Work work) {
        long id = work.sql()
                .createUpdate("INSERT INTO held_ticket (operator, held_at) VALUES (:operator, :at)")
                .bind("operator", work.context().operator().code())
                .bind("at", work.writing().now().toString())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        OpenTickets.move(work.sql(), station.code().code(), HeldTicket.place(id));
    }

    /// Drops every ticket on hold; nothing of them was sold.
    ///
    /// @return how many there were
    public static int abandonAll(Work work) {
        List<HeldTicket> all = waiting(work.sql());
        for (HeldTicket held : all) {
            List<SaleLine> lines = held.ticket().sold(work.catalog(), work.context());
            if (!lines.isEmpty()) {
                work.writing()
                        .append(new TillFact.TicketAbandoned(
                                work.context(), lines, held.ticket().total()));
            }
            OpenTickets.close(work.sql(), HeldTicket.place(held.id()));
            forget(work.sql(), held.id());
        }
        return all.size();
    }

    private static void forget(Handle sql, long id) {
        sql.execute("DELETE FROM held_ticket WHERE id = ?", id);
    }
}
