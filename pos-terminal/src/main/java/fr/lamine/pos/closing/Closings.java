package fr.lamine.pos.closing;

import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.fact.TillFact.CashMoved;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.fact.TillFact.TechnicalNoted;
import fr.lamine.model.fact.TillFact.TillOpened;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.fiscal.TillSession;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.Cheque;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.TechnicalEvent;
import fr.lamine.pos.printing.Duplicates;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.station.Work;
import fr.lamine.pos.store.Facts;
import fr.lamine.pos.till.Holds;
import fr.lamine.pos.till.Till;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The commands of a till's day.
public final class Closings {

    private static final String BANK = "Remise en banque";

    private final Commands commands;
    private final Till till;

    public Closings(Commands commands) {
        this.commands = commands;
        this.till = new Till(commands);
    }

    public TillBook book() {
        return commands.store().book();
    }

    /// Opens the till with the cash that was counted. Months and years that ended meanwhile are closed before it.
    public Answer open(Station station, String token, CashCount counted, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            Optional<Answer.Refused> no =
                    ClosingRules.opening(work.book(), work.context().businessDay());
            if (no.isPresent()) {
                return no.get();
            }
            closeWhatIsDue(station, work);
            TillBook book = work.book();
            int number = book.perpetual().afterOpening().sessions();
            Context context = work.context()
                    .in(TillSession.name(commands.store().identity().terminal(), number));
            FactId id = work.writing().append(new TillOpened(context, number, counted, book.left()));
            return Answer.recorded(id, "La caisse est ouverte avec " + French.euros(counted.total()) + ".");
        });
    }

    private static void closeWhatIsDue(Station station, Work work) {
        for (ClosingKind kind : work.book().dueBefore(work.context().businessDay())) {
            record(station, work, work.book().close(work.context(), kind));
        }
    }

    /// Cash into or out of the drawer, which opens for it.
    ///
    /// @param amount absent when it could not be read
    public Answer move(
            Station station, String token, CashMove move, Optional<Money> amount, String reason, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            Money moved = amount.orElse(Money.ZERO);
            Optional<Answer.Refused> no = ClosingRules.moving(work.book(), moved, reason);
            if (no.isPresent()) {
                return no.get();
            }
            FactId id = work.writing()
                    .append(new CashMoved(work.context(), move, moved, reason, Optional.empty(), List.of()));
            PrintQueue.enqueueDrawer(work.sql(), station.code(), now);
            return Answer.recorded(
                    id,
                    (move == CashMove.IN ? "Entrée de " : "Sortie de ") + French.euros(moved) + ", " + reason + ".");
        });
    }

    /// Cash and all cheques that are here go to the bank; their slip is printed.
    public Answer bank(Station station, String token, CashCount counted, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            List<Cheque> cheques = cheques(work.sql());
            Optional<Answer.Refused> no = ClosingRules.banking(work.book(), counted, cheques);
            if (no.isPresent()) {
                return no.get();
            }
            FactId id = work.writing()
                    .append(new CashMoved(
                            work.context(), CashMove.BANK, counted.total(), BANK, Optional.of(counted), cheques));
            PrintQueue.enqueue(work.sql(), station.code(), PrintJob.Kind.BANK_SLIP, id, now);
            PrintQueue.enqueueDrawer(work.sql(), station.code(), now);
            return Answer.recorded(id, "La remise est enregistrée.");
        });
    }

    /// Notes that somebody reads the running totals (*X*).
    ///
    /// @param printed on paper too
    public Answer read(Station station, String token, boolean printed, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            FactId id = note(work, TechnicalEvent.X_READING, printed ? "imprimée" : "à l’écran");
            if (printed) {
                PrintQueue.enqueue(work.sql(), station.code(), PrintJob.Kind.READING, id, now);
            }
            return Answer.recorded(id, printed ? "La lecture X s’imprime." : "Lecture X.");
        });
    }

    /// A count was entered at the end of the day: from here on the expected amount is known to who counted.
    public Answer count(Station station, String token, CashCount counted, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            Optional<Money> expected = work.book().expectedCash();
            if (expected.isEmpty()) {
                return Refusal.TILL_CLOSED.with();
            }
            String said = "Comptage\u202f: " + French.euros(counted.total()) + " comptés, "
                    + French.euros(expected.get()) + " attendus";
            return Answer.recorded(note(work, TechnicalEvent.X_READING, said), said + ".");
        });
    }

    /// Closes the day (*Z*) and prints it. A difference beyond the threshold takes a manager's word, or the plain
    /// statement that none is there.
    ///
    /// @param stays        in the drawer for the next opening
    /// @param approvedBy   who said yes, with a PIN that was just proven
    /// @param nobodyVouches no manager is there
    public Answer closeDay(
            Station station,
            String token,
            CashCount counted,
            Money stays,
            Optional<OperatorCode> approvedBy,
            boolean nobodyVouches,
            Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            if (!till.ticket(station).tenders().isEmpty()) {
                return Refusal.TICKET_BEING_PAID.with();
            }
            Money threshold = work.catalog().till().differenceThreshold();
            boolean vouched = approvedBy.isPresent() || nobodyVouches;
            Optional<Answer.Refused> no = ClosingRules.closing(work.book(), counted, stays, threshold, vouched);
            if (no.isPresent()) {
                return no.get();
            }
            int abandoned = Holds.abandonAll(work);
            Closing closing = work.book().closeDay(work.context(), counted, approvedBy, stays);
            FactId id = record(station, work, closing);
            return Answer.recorded(
                    id,
                    "La caisse est fermée, Z n°\u202f" + closing.number() + "." + ClosingRules.abandoned(abandoned));
        });
    }

    /// Tickets on hold, which closing the day abandons.
    public int held() {
        return new Holds(commands).waiting().size();
    }

    /// Closes a month or a year now.
    public Answer closePeriod(Station station, String token, ClosingKind kind, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.MANAGER, work -> {
            Optional<Answer.Refused> no = ClosingRules.period(work.book(), kind);
            if (no.isPresent()) {
                return no.get();
            }
            Closing closing = work.book().close(work.context(), kind);
            return Answer.recorded(
                    record(station, work, closing), "Z n°\u202f" + closing.number() + " de " + closing.period() + ".");
        });
    }

    private static FactId record(Station station, Work work, Closing closing) {
        FactId id = work.writing().append(closing);
        PrintQueue.enqueue(
                work.sql(),
                station.code(),
                PrintJob.Kind.CLOSING,
                id,
                work.writing().now());
        return id;
    }

    /// Prints a closing once more; what came out before makes it a numbered duplicate.
    public Answer print(Station station, String token, FactId closing, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            if (Facts.read(work.sql(), closing, Closing.class).isEmpty()) {
                return Refusal.UNKNOWN_CLOSING.with();
            }
            Optional<PrintJob> before = PrintQueue.unsettled(work.sql(), PrintJob.Kind.CLOSING, closing);
            if (before.isPresent()) {
                PrintQueue.wantAgain(work.sql(), before.get(), now);
                return switch (before.get().state()) {
                    case DOUBTFUL, UNCONFIRMED -> Refusal.PAPER_IN_DOUBT.with();
                    case WAITING, HELD, SENDING, PRINTED, DROPPED -> Answer.done("Le Z s’imprime dès que possible.");
                };
            }
            int out = PrintQueue.printed(work.sql(), PrintJob.Kind.CLOSING, closing);
            Duplicates.enqueue(work, station.code(), PrintJob.Kind.CLOSING, closing, out);
            return Answer.done(out == 0 ? "Le Z s’imprime." : "Le duplicata " + out + " du Z s’imprime.");
        });
    }

    /// Opens the drawer without a sale, for a reason.
    public Answer openDrawer(Station station, String token, String reason, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            if (reason.isBlank()) {
                return Refusal.NO_REASON.with();
            }
            FactId id = note(work, TechnicalEvent.DRAWER_OPENED, reason);
            PrintQueue.enqueueDrawer(work.sql(), station.code(), now);
            return Answer.recorded(id, "Le tiroir s’ouvre.");
        });
    }

    private static FactId note(Work work, TechnicalEvent event, String detail) {
        return work.writing().append(new TechnicalNoted(work.context(), event, detail));
    }

    /// The cheques taken since the last time they went to the bank, oldest first; no more than a slip holds.
    public List<Cheque> cheques() {
        return commands.store().read(Closings::cheques);
    }

    private static List<Cheque> cheques(Handle sql) {
        return sql.createQuery("""
                        SELECT number, bank, amount, ticket FROM own_cheque
                        ORDER BY generation, seq, place LIMIT :most""")
                .bind("most", Fact.MAX_LINES)
                .map((row, _) -> new Cheque(
                        row.getString("number"),
                        row.getString("bank"),
                        Money.cents(row.getLong("amount")),
                        row.getLong("ticket")))
                .list();
    }

    /// @param id of the fact
    public record Closed(FactId id, TillFact.Closing fact) {}

    /// The last closings of every kind, newest first.
    public List<Closed> last(int count) {
        return commands.store()
                .read(sql -> sql.createQuery("""
                        SELECT j.terminal, j.generation, j.seq, j.type, j.body
                        FROM own_closing c JOIN journal j ON j.generation = c.generation AND j.seq = c.seq
                        ORDER BY c.generation DESC, c.seq DESC LIMIT :count""")
                        .bind("count", count)
                        .map((row, _) -> new Closed(Facts.id(row), Facts.fact(row, Closing.class)))
                        .list());
    }
}
