package fr.lamine.pos.till;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.fact.ReturnLine.SoldLine;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Role;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The commands of bringing things back (*reprise*). What this terminal sold it knows whole, and what came back of it,
/// because only this terminal takes it back.
public final class Returns {

    private final Commands commands;

    public Returns(Commands commands) {
        this.commands = commands;
    }

    sealed interface Found {}

    record Sold(FactId sale) implements Found {}

    record NotHere(Answer.Refused why) implements Found {}

    /// @param receipt `<terminal>-<generation>-<seq>`, as it is scanned
    Found find(String receipt) {
        String[] parts = receipt.split("-");
        TerminalId terminal = new TerminalId(parts[0]);
        if (!terminal.equals(commands.store().identity().terminal())) {
            return new NotHere(Refusal.OTHER_TILL.with(terminal.code()));
        }
        if (parts[1].length() > 6 || parts[2].length() > 15 || parts[1].startsWith("0") || parts[2].startsWith("0")) {
            return new NotHere(Refusal.UNKNOWN_SALE.with());
        }
        FactId id = new FactId(JournalId.of(terminal, Integer.parseInt(parts[1])), Long.parseLong(parts[2]));
        return commands.store()
                        .read(sql -> Facts.read(sql, id, Fact.Sale.class))
                        .isPresent()
                ? new Sold(id)
                : new NotHere(Refusal.UNKNOWN_SALE.with());
    }

    /// The last sale under this number of a ticket.
    Optional<FactId> ofTicket(long ticket) {
        return commands.store()
                .read(sql -> sql.createQuery("""
                        SELECT j.terminal, j.generation, j.seq
                        FROM own_sale s JOIN journal j ON j.generation = s.generation AND j.seq = s.seq
                        WHERE s.ticket = :ticket ORDER BY s.generation DESC, s.seq DESC LIMIT 1""")
                        .bind("ticket", ticket)
                        .map((row, _) -> Facts.id(row))
                        .findOne());
    }

    /// Pieces of a sold line that may still come back, those on the open ticket taken off.
    int left(Station station, FactId id, Fact.Sale sale, int line) {
        return commands.store().read(sql -> {
            OpenTicket ticket = OpenTickets.of(sql, station.code());
            return sale.lines().get(line).pieces()
                    - before(sql, ticket, new SoldLine(id, line)).pieces();
        });
    }

    public Answer bringBack(
            Station station, String token, FactId id, int line, int pieces, ReturnReason reason, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            Optional<Answer> held = CardPayments.pending(work.sql(), station.code())
                    .or(() -> SellingRules.judge(work.book(), work.context().businessDay()));
            if (held.isPresent()) {
                return held.get();
            }
            OpenTicket ticket = OpenTickets.of(work.sql(), station.code());
            Optional<Fact.Sale> sale = Facts.read(work.sql(), id, Fact.Sale.class);
            if (sale.isEmpty()) {
                return Refusal.UNKNOWN_SALE.with();
            }
            if (!ticket.tenders().isEmpty()) {
                return Refusal.TICKET_BEING_PAID.with();
            }
            if (ticket.allLines() >= Fact.MAX_LINES) {
                return Refusal.TICKET_FULL.with();
            }
            var before = before(work.sql(), ticket, new SoldLine(id, line));
            return switch (ReturnRules.judge(id, sale.get(), line, pieces, before, reason)) {
                case ReturnRules.No(var why) -> why;
                case ReturnRules.Back(var back) -> {
                    List<ReturnLine> more = new ArrayList<>(ticket.returns());
                    more.add(back);
                    OpenTickets.keep(work.sql(), station.code(), ticket.bringingBack(more));
                    yield Answer.done("Repris\u202f: " + back.label() + ", " + French.euros(back.total()) + ".");
                }
            };
        });
    }

    /// The customer keeps it after all.
    public Answer keep(Station station, String token, int index, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            OpenTicket ticket = OpenTickets.of(work.sql(), station.code());
            if (index < 0 || index >= ticket.returns().size()) {
                return Refusal.NO_SUCH_LINE.with();
            }
            if (!ticket.tenders().isEmpty()
                    || CardPayments.open(work.sql(), station.code()).isPresent()) {
                return Refusal.TICKET_BEING_PAID.with();
            }
            List<ReturnLine> fewer = new ArrayList<>(ticket.returns());
            ReturnLine kept = fewer.remove(index);
            OpenTicket changed = ticket.bringingBack(fewer);
            if (changed.holdsNothing()) {
                OpenTickets.close(work.sql(), station.code());
            } else {
                OpenTickets.keep(work.sql(), station.code(), changed);
            }
            return Answer.done(kept.label() + " n’est pas repris.");
        });
    }

    /// Tenders in which the open ticket's money may go back, the way it came first.
    public List<Tender> refundable(OpenTicket ticket) {
        Map<Tender, Money> paid = commands.store().read(sql -> paid(sql, ticket));
        return List.of(Tender.CASH, Tender.CARD, Tender.TRANSFER, Tender.VOUCHER).stream()
                .filter(tender -> PaymentRules.refund(ticket, tender, paid).isEmpty())
                .toList();
    }

    /// What the sales that a ticket brings back from had kept in each tender.
    static Map<Tender, Money> paid(Handle sql, OpenTicket ticket) {
        Map<Tender, Money> paid = new EnumMap<>(Tender.class);
        ticket.returns().stream()
                .flatMap(line -> line.of().stream())
                .map(SoldLine::ticket)
                .distinct()
                .flatMap(id -> Facts.read(sql, id, Fact.Sale.class).stream())
                .map(PaymentRules::kept)
                .forEach(kept -> kept.forEach((tender, amount) -> paid.merge(tender, amount, Money::plus)));
        return paid;
    }

    /// Another station of this terminal may have taken it back meanwhile.
    static Optional<Answer> gone(Handle sql, OpenTicket ticket) {
        return ticket.returns().stream()
                .flatMap(line -> line.of().stream())
                .distinct()
                .filter(line -> Facts.read(sql, line.ticket(), Fact.Sale.class)
                        .filter(sale -> sale.lines().get(line.line()).pieces()
                                < before(sql, ticket, line).pieces())
                        .isPresent())
                .findFirst()
                .map(_ -> Refusal.ALL_RETURNED.with());
    }

    private static ReturnRules.Before before(Handle sql, OpenTicket ticket, SoldLine line) {
        ReturnRules.Before recorded = sql.createQuery("""
                        SELECT coalesce(sum(pieces), 0) AS pieces, coalesce(sum(total), 0) AS total,
                          coalesce(sum(mass), 0) AS mass
                        FROM own_returned WHERE sale = :sale AND line = :line""")
                .bind("sale", line.ticket().toString())
                .bind("line", line.line())
                .map((row, _) -> new ReturnRules.Before(
                        row.getInt("pieces"), Money.cents(row.getLong("total")), Mass.grams(row.getLong("mass"))))
                .one();
        return ticket.returns().stream()
                .filter(back -> back.of().equals(Optional.of(line)))
                .map(back -> new ReturnRules.Before(back.pieces(), back.total(), back.mass()))
                .reduce(recorded, ReturnRules.Before::plus);
    }
}
