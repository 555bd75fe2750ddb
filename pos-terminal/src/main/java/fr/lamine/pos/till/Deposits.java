package fr.lamine.pos.till;

import fr.lamine.model.fact.TillFact;
import fr.lamine.model.money.Money;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import java.time.Instant;
import java.util.Optional;

/// The command of taking a deposit (*acompte*) for something that is put aside.
public final class Deposits {

    private final Commands commands;

    public Deposits(Commands commands) {
        this.commands = commands;
    }

    /// @param line   whose goods are put aside
    /// @param amount absent when it could not be read
    public Answer take(Station station, String token, int line, Optional<Money> amount, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            Optional<Answer.Refused> closed =
                    SellingRules.judge(work.book(), work.context().businessDay());
            if (closed.isPresent()) {
                return closed.get();
            }
            OpenTicket ticket = OpenTickets.of(work.sql(), station.code());
            Change change = DepositRules.judge(ticket, line, amount);
            if (change.answer() instanceof Answer.Done) {
                TicketLine aside = ticket.line(line).orElseThrow();
                work.writing()
                        .append(new TillFact.LineVoided(
                                work.context(), aside.sold(work.catalog(), work.context(), Optional.empty())));
                OpenTickets.keep(work.sql(), station.code(), change.ticket());
            }
            return change.answer();
        });
    }
}
