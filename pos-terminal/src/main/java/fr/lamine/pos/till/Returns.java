package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.catalog.VatRule;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.fact.ReturnLine.SoldLine;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.stock.Account;
import fr.lamine.model.sync.HoldRelease;
import fr.lamine.model.sync.LineHold.LineBack;
import fr.lamine.model.sync.LineHold.LineHeld;
import fr.lamine.model.sync.Role;
import fr.lamine.model.sync.SoldElsewhere;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.station.Work;
import fr.lamine.pos.store.Facts;
import fr.lamine.pos.store.Reservations;
import fr.lamine.pos.store.SalesElsewhere;
import fr.lamine.pos.sync.OfficeWord;
import fr.lamine.pos.till.ReturnRules.Before;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The commands of bringing things back (*reprise*). What this terminal sold it knows whole; what another one sold the
/// office tells, and holds for the ticket. A return is verified when nobody else can take the same back meanwhile.
public final class Returns {

    private final Commands commands;

    public Returns(Commands commands) {
        this.commands = commands;
    }

    sealed interface Found {}

    record Sold(FactId sale) implements Found {}

    /// Another till sold it, and the office must tell what.
    record Foreign(FactId sale) implements Found {}

    record NotHere(Answer.Refused why) implements Found {}

    /// @param receipt `<terminal>-<generation>-<seq>`, as it is scanned
    Found find(String receipt) {
        String[] parts = receipt.split("-");
        TerminalId terminal = new TerminalId(parts[0]);
        if (parts[1].length() > 6 || parts[2].length() > 15 || parts[1].startsWith("0") || parts[2].startsWith("0")) {
            return new NotHere(Refusal.UNKNOWN_SALE.with());
        }
        FactId id = new FactId(JournalId.of(terminal, Integer.parseInt(parts[1])), Long.parseLong(parts[2]));
        if (!isOwn(id)) {
            return new Foreign(id);
        }
        return commands.store()
                        .read(sql -> Facts.read(sql, id, Fact.Sale.class))
                        .isPresent()
                ? new Sold(id)
                : new NotHere(Refusal.UNKNOWN_SALE.with());
    }

    private boolean isOwn(FactId id) {
        return id.journal().terminal().equals(commands.store().identity().terminal());
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

    /// A sale of ours, or one that the office told of.
    Optional<Fact.Sale> sale(FactId id) {
        return commands.store().read(sql -> sale(sql, id));
    }

    private static Optional<Fact.Sale> sale(Handle sql, FactId id) {
        return Facts.read(sql, id, Fact.Sale.class)
                .or(() -> SalesElsewhere.find(sql, id).map(SoldElsewhere::sale));
    }

    /// Pieces of a sold line that may still come back, those on the open ticket taken off.
    int left(Station station, FactId id, Fact.Sale sale, int line) {
        return commands.store().read(sql -> {
            OpenTicket ticket = OpenTickets.of(sql, station.code());
            SoldLine sold = new SoldLine(id, line);
            return sale.lines().get(line).pieces()
                    - before(sql, ticket, sold, told(sql, sold)).gone();
        });
    }

    /// All pieces of a line that the open ticket would bring back.
    int wanted(Station station, SoldLine line, int more) {
        return commands.store()
                        .read(sql -> onTicket(OpenTickets.of(sql, station.code()), line))
                        .pieces()
                + more;
    }

    /// @param held what the office holds of the line for this ticket
    public Answer bringBack(
            Station station,
            String token,
            SoldLine of,
            int pieces,
            ReturnReason reason,
            OfficeWord<LineHeld> held,
            Instant now) {
        return change(station, token, now, work -> {
            FactId id = of.ticket();
            Optional<Fact.Sale> sale = sale(work.sql(), id);
            if (sale.isEmpty()) {
                return new ReturnRules.No(Refusal.UNKNOWN_SALE.with());
            }
            if (!isOwn(id) && !(held instanceof OfficeWord.Said<LineHeld>)) {
                return new ReturnRules.No(Refusal.OFFICE_AWAY.with());
            }
            OpenTicket ticket = OpenTickets.of(work.sql(), station.code());
            Before before = before(work.sql(), ticket, of, said(held));
            boolean verified = held instanceof OfficeWord.Said<LineHeld> || held instanceof OfficeWord.Alone<LineHeld>;
            ReturnRules.Verdict verdict = ReturnRules.judge(
                    id,
                    sale.get(),
                    of.line(),
                    pieces,
                    before,
                    verified,
                    reason,
                    work.context().site());
            int most = held instanceof OfficeWord.Said<LineHeld>(LineHeld h)
                    ? h.pieces() - onTicket(ticket, of).pieces()
                    : pieces;
            return verdict instanceof ReturnRules.Back && most < pieces
                    ? new ReturnRules.No(
                            most < 1 ? Refusal.ALL_RETURNED.with() : Refusal.MORE_THAN_SOLD.with(French.count(most)))
                    : verdict;
        });
    }

    /// Something that another till sold comes back while nobody can tell what it was: by category and price, on a
    /// manager's word, for a voucher only. The office checks it later.
    ///
    /// @param of    the line as the customer's paper shows it, if it does
    /// @param price absent when it could not be read
    public Answer bringBackUnverified(
            Station station,
            String token,
            Optional<SoldLine> of,
            CategoryCode category,
            Optional<Money> price,
            ReturnReason reason,
            OperatorCode manager,
            Instant now) {
        return change(station, token, now, work -> {
            Catalog catalog = work.catalog();
            Optional<Category> known = catalog.category(category);
            if (known.isEmpty()) {
                return new ReturnRules.No(Refusal.UNKNOWN_CATEGORY.with());
            }
            if (price.filter(p -> p.isPositive() && p.compareTo(SaleLine.MAX_UNIT_PRICE) <= 0)
                    .isEmpty()) {
                return new ReturnRules.No(Refusal.BAD_PRICE.with());
            }
            Context context = work.context();
            VatRule rule = catalog.vat(category, context.site(), context.businessDay());
            Till.noteManager(work, manager, "reprise sans vérifier " + French.euros(price.get()));
            return new ReturnRules.Back(new ReturnLine(
                    known.get().name(),
                    Optional.empty(),
                    category,
                    1,
                    price.get(),
                    Vat.within(price.get(), rule.regime(), rule.basisPoints()),
                    catalog.averagePiece(category).orElseThrow(),
                    new MassProvenance.Average(work.reference().catalogRevision()),
                    of,
                    false,
                    reason.words(),
                    Account.place(context.site(), reason.to())));
        });
    }

    private Answer change(Station station, String token, Instant now, Function<Work, ReturnRules.Verdict> rule) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            Optional<Answer> held = CardPayments.pending(work.sql(), station.code())
                    .or(() -> SellingRules.judge(work.book(), work.context().businessDay()));
            if (held.isPresent()) {
                OpenTickets.unchanged(work.sql(), station.code());
                return held.get();
            }
            OpenTicket ticket = OpenTickets.of(work.sql(), station.code());
            ReturnRules.Verdict verdict =
                    full(ticket).<ReturnRules.Verdict>map(ReturnRules.No::new).orElseGet(() -> rule.apply(work));
            return switch (verdict) {
                case ReturnRules.No(var why) -> {
                    OpenTickets.unchanged(work.sql(), station.code());
                    yield why;
                }
                case ReturnRules.Back(var back) -> {
                    List<ReturnLine> more = new ArrayList<>(ticket.returns());
                    more.add(back);
                    OpenTickets.keep(work.sql(), station.code(), ticket.bringingBack(more));
                    yield Answer.done("Repris\u202f: " + back.label() + ", " + French.euros(back.total()) + ".");
                }
            };
        });
    }

    private static Optional<Answer.Refused> full(OpenTicket ticket) {
        if (!ticket.tenders().isEmpty()) {
            return Optional.of(Refusal.TICKET_BEING_PAID.with());
        }
        return ticket.allLines() >= Fact.MAX_LINES ? Optional.of(Refusal.TICKET_FULL.with()) : Optional.empty();
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
        TerminalId own = commands.store().identity().terminal();
        return List.of(Tender.CASH, Tender.CARD, Tender.TRANSFER, Tender.VOUCHER).stream()
                .filter(tender -> PaymentRules.refund(ticket, tender, paid, own).isEmpty())
                .toList();
    }

    /// What the sales that a ticket brings back from had kept in each tender.
    static Map<Tender, Money> paid(Handle sql, OpenTicket ticket) {
        Map<Tender, Money> paid = new EnumMap<>(Tender.class);
        ticket.returns().stream()
                .flatMap(line -> line.of().stream())
                .map(SoldLine::ticket)
                .distinct()
                .flatMap(id -> sale(sql, id).stream())
                .map(PaymentRules::kept)
                .forEach(kept -> kept.forEach((tender, amount) -> paid.merge(tender, amount, Money::plus)));
        return paid;
    }

    /// Another station of this terminal may have taken it back meanwhile, or what the office held is over.
    static Optional<Answer> gone(Handle sql, Station station, TerminalId own, OpenTicket ticket, Instant now) {
        for (ReturnLine back : ticket.returns()) {
            if (back.of().isEmpty()) {
                continue;
            }
            SoldLine line = back.of().get();
            boolean tooMany = Facts.read(sql, line.ticket(), Fact.Sale.class)
                    .filter(sale -> sale.lines().get(line.line()).pieces()
                            < before(sql, ticket, line, Optional.empty()).pieces())
                    .isPresent();
            if (tooMany) {
                return Optional.of(Refusal.ALL_RETURNED.with());
            }
            var held = Reservations.of(sql, station.code(), HoldRelease.subject(line));
            boolean isOwn = line.ticket().journal().terminal().equals(own);
            boolean holds = held.map(one -> one.until().isAfter(now)
                            && one.amount() >= onTicket(ticket, line).pieces())
                    .orElse(isOwn);
            if (back.verified() && !holds) {
                return Optional.of(Refusal.RETURN_HOLD_OVER.with(back.label()));
            }
        }
        return Optional.empty();
    }

    private static Optional<LineBack> said(OfficeWord<LineHeld> held) {
        return held instanceof OfficeWord.Said<LineHeld>(LineHeld h) ? Optional.of(h.back()) : Optional.empty();
    }

    /// What the office told when the sale was looked up.
    private static Optional<LineBack> told(Handle sql, SoldLine line) {
        return SalesElsewhere.find(sql, line.ticket())
                .flatMap(sold -> sold.back().stream()
                        .filter(back -> back.line() == line.line())
                        .findFirst());
    }

    /// What came back of a line by the books of this terminal, or by the office's when they tell of more; and what
    /// stands on the ticket.
    private static Before before(Handle sql, OpenTicket ticket, SoldLine line, Optional<LineBack> office) {
        Before here = sql.createQuery("""
                        SELECT coalesce(sum(pieces), 0) AS pieces, coalesce(sum(total), 0) AS total,
                          coalesce(sum(mass), 0) AS mass
                        FROM own_returned WHERE sale = :sale AND line = :line""")
                .bind("sale", line.ticket().toString())
                .bind("line", line.line())
                .map((row, _) -> new Before(
                        row.getInt("pieces"), Money.cents(row.getLong("total")), Mass.grams(row.getLong("mass")), 0))
                .one();
        Before known = office.filter(back -> back.pieces() + back.held() > here.pieces())
                .map(back -> new Before(back.pieces(), back.total(), back.mass(), back.held()))
                .orElse(here);
        return known.plus(onTicket(ticket, line));
    }

    private static Before onTicket(OpenTicket ticket, SoldLine line) {
        return ticket.returns().stream()
                .filter(back -> back.of().equals(Optional.of(line)))
                .map(back -> new Before(back.pieces(), back.total(), back.mass(), 0))
                .reduce(Before.NOTHING, Before::plus);
    }
}
