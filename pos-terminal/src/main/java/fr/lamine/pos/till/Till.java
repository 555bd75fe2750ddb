package fr.lamine.pos.till;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Role;
import fr.lamine.model.sync.VoucherHold.VoucherHeld;
import fr.lamine.model.text.French;
import fr.lamine.model.till.TechnicalEvent;
import fr.lamine.pos.item.Items;
import fr.lamine.pos.item.KnownItem;
import fr.lamine.pos.printing.Duplicates;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.station.Work;
import fr.lamine.pos.store.Facts;
import fr.lamine.pos.sync.OfficeWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// The commands of the till. Prices and amounts that are absent are ones that could not be read.
public final class Till {

    private static final int ALL = 10_000;

    private final Commands commands;

    public Till(Commands commands) {
        this.commands = commands;
    }

    Commands commands() {
        return commands;
    }

    private TerminalId own() {
        return commands.store().identity().terminal();
    }

    public OpenTicket ticket(Station station) {
        return commands.store().read(sql -> OpenTickets.of(sql, station.code()));
    }

    /// A scan at the till: a label of ours goes onto the ticket.
    public Answer scan(Station station, ScannedCode scanned, Instant now) {
        return switch (scanned) {
            case ScannedCode.ItemLabel(var code, var qr) ->
                change(
                        station,
                        Optional.empty(),
                        now,
                        (ticket, work) -> TicketRules.label(
                                ticket, code, item(work, code), qr, work.catalog(), on(station, work)));
            case ScannedCode.PriceTag tag ->
                change(
                        station,
                        Optional.empty(),
                        now,
                        (ticket, work) -> PriceTagRules.scanned(
                                ticket, tag, work.catalog(), work.reference().catalogRevision(), on(station, work)));
            case ScannedCode.MemberCard(var member) ->
                change(station, Optional.empty(), now, (ticket, _) -> ArticleRules.member(ticket, member));
            case ScannedCode.Unknown _, ScannedCode.TradeCode _ -> Refusal.UNKNOWN_CODE.with();
            case ScannedCode.ContainerTag _,
                    ScannedCode.OperatorBadge _,
                    ScannedCode.VoucherCode _,
                    ScannedCode.ReceiptCode _,
                    ScannedCode.TransferCode _,
                    ScannedCode.PickUpCode _,
                    ScannedCode.ScaleLabel _ -> Refusal.NOT_FOR_THE_TILL.with();
        };
    }

    /// The digits of a label that no scanner can read any more.
    KeyedCode.Verdict keyed(String digits) {
        var applied = commands.reference().applied();
        return commands.store()
                .read(sql -> KeyedCode.judge(
                        digits,
                        commands.store().identity().terminal(),
                        code -> Items.find(sql, code, applied).isPresent()));
    }

    /// A label unknown here, keyed from what is printed on it.
    public Answer keyLabel(
            Station station, String token, ItemCode code, CategoryCode category, Optional<Money> printed, Instant now) {
        return change(
                station,
                Optional.of(token),
                now,
                (ticket, work) -> TicketRules.keyedLabel(
                        ticket,
                        code,
                        category,
                        printed,
                        work.catalog(),
                        work.reference().catalogRevision(),
                        on(station, work)));
    }

    public Answer addCategory(
            Station station, String token, CategoryCode category, Optional<Money> price, int pieces, Instant now) {
        return addCategory(station, token, category, price, pieces, Grounds.NONE, now);
    }

    /// @param grounds for a price that leaves the grid
    public Answer addCategory(
            Station station,
            String token,
            CategoryCode category,
            Optional<Money> price,
            int pieces,
            Grounds grounds,
            Instant now) {
        return change(
                station,
                Optional.of(token),
                now,
                (ticket, work) -> allowed(
                        work,
                        grounds.manager(),
                        TicketRules.category(
                                ticket,
                                category,
                                price,
                                pieces,
                                grounds.reason(),
                                most(station, work, grounds.manager()),
                                work.catalog(),
                                work.reference().catalogRevision(),
                                on(station, work))));
    }

    public Answer changePieces(Station station, String token, int line, int pieces, Instant now) {
        return change(station, Optional.of(token), now, (ticket, work) -> {
            Optional<Integer> left = ticket.line(line)
                    .flatMap(TicketLine::item)
                    .flatMap(code -> item(work, code))
                    .map(KnownItem::left);
            return TicketRules.pieces(ticket, line, pieces, left);
        });
    }

    public Answer changePrice(Station station, String token, int line, Optional<Money> price, Instant now) {
        return changePrice(station, token, line, price, Grounds.NONE, now);
    }

    /// @param grounds for a price that leaves the grid, or is not the label's
    public Answer changePrice(
            Station station, String token, int line, Optional<Money> price, Grounds grounds, Instant now) {
        return change(station, Optional.of(token), now, (ticket, work) -> {
            Optional<Money> onLabel = ticket.line(line)
                    .flatMap(TicketLine::item)
                    .flatMap(code -> item(work, code))
                    .map(KnownItem::piecePrice);
            int most = most(station, work, grounds.manager());
            return allowed(
                    work,
                    grounds.manager(),
                    TicketRules.price(
                            ticket, line, price, grounds.reason(), onLabel, most, work.catalog(), on(station, work)));
        });
    }

    /// By which day's prices a line goes: of a paper sale, its own.
    private static Context on(Station station, Work work) {
        return PaperSheets.circumstances(work, station);
    }

    /// Most that may come off a price here, in hundredths of a percent.
    private static int most(Station station, Work work, Optional<OperatorCode> manager) {
        boolean may = manager.isPresent()
                || station.operator()
                        .filter(person -> person.role().mayActAs(Role.MANAGER))
                        .isPresent();
        return may ? ALL : work.catalog().till().cashierReduction();
    }

    private static Change allowed(Work work, Optional<OperatorCode> manager, Change change) {
        if (manager.isPresent() && change.answer() instanceof Answer.Done(var sentence, var _)) {
            noteManager(work, manager.get(), sentence);
        }
        return change;
    }

    /// The journal keeps who allowed what a cashier may not.
    static void noteManager(Work work, OperatorCode manager, String what) {
        String said = manager + ": " + what;
        work.writing()
                .append(new TillFact.TechnicalNoted(
                        work.context(),
                        TechnicalEvent.MANAGER_ALLOWED,
                        said.substring(0, Math.min(said.length(), 200))));
    }

    public Answer removeLine(Station station, String token, int line, Instant now) {
        return change(station, Optional.of(token), now, true, (ticket, work) -> {
            Change change = TicketRules.remove(ticket, line);
            if (change.answer() instanceof Answer.Done) {
                TicketLine gone = ticket.line(line).orElseThrow();
                work.writing()
                        .append(new TillFact.LineVoided(
                                work.context(), gone.sold(work.catalog(), work.context(), Optional.empty())));
            }
            return change;
        });
    }

    /// Takes a gift or a fee off the ticket.
    ///
    /// @param place of it among the ticket's, from 0
    public Answer removeExtra(Station station, String token, int place, Instant now) {
        return change(station, Optional.of(token), now, true, (ticket, _) -> TicketRules.withoutExtra(ticket, place));
    }

    public Answer addExtra(Station station, String token, ExtraLine extra, Instant now) {
        return change(station, Optional.of(token), now, (ticket, _) -> TicketRules.extra(ticket, extra));
    }

    /// Takes something off a line or the whole ticket; beyond what a cashier may, a manager must have typed their PIN.
    ///
    /// @param line    absent for the whole ticket
    /// @param off     absent to take the reduction back
    /// @param manager who allowed it
    public Answer reduce(
            Station station,
            String token,
            Optional<Integer> line,
            Optional<Off> off,
            Optional<OperatorCode> manager,
            Instant now) {
        return change(
                station,
                Optional.of(token),
                now,
                (ticket, work) ->
                        allowed(work, manager, TicketRules.reduce(ticket, line, off, most(station, work, manager))));
    }

    /// Takes the last change of the ticket back.
    public Answer undo(Station station, String token, Instant now) {
        return change(station, Optional.of(token), now, (ticket, _) -> TicketRules.undo(ticket));
    }

    /// Drops the whole ticket; nothing was sold.
    public Answer abandon(Station station, String token, Instant now) {
        return change(station, Optional.of(token), now, true, (ticket, work) -> {
            Optional<Answer.Refused> card = Tendering.byCard(ticket.tenders());
            if (card.isPresent()) {
                return Change.refused(ticket, card.get());
            }
            List<SaleLine> lines = ticket.sold(work.catalog(), work.context());
            if (!lines.isEmpty()) {
                work.writing().append(new TillFact.TicketAbandoned(work.context(), lines, ticket.total()));
            }
            return Change.done(OpenTicket.EMPTY, "Le ticket est abandonné.");
        });
    }

    /// Gives back what was handed over so far; the ticket can be changed again.
    public Answer takeBackTenders(Station station, String token, Instant now) {
        return change(
                station,
                Optional.of(token),
                now,
                true,
                (ticket, _) -> Tendering.byCard(ticket.tenders())
                        .map(no -> Change.refused(ticket, no))
                        .orElseGet(() -> Change.done(ticket.paying(List.of()), "Le paiement est repris.")));
    }

    /// The customer hands something over; once it is enough the sale is recorded.
    ///
    /// @param amount absent when it could not be read
    public Answer tender(Station station, String token, Tender tender, Optional<Money> amount, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            if (amount.filter(Money::isPositive).isEmpty()) {
                return Refusal.BAD_AMOUNT.with();
            }
            OpenTicket ticket = OpenTickets.of(work.sql(), station.code());
            List<TenderLine> tenders = new ArrayList<>(ticket.tenders());
            tenders.add(new TenderLine(tender, amount.get()));
            return settle(station, work, ticket, tenders, true);
        });
    }

    /// The customer pays all at once; an empty list pays a ticket of nothing.
    public Answer pay(Station station, String token, List<TenderLine> tenders, Instant now) {
        return commands.run(
                station,
                Optional.of(token),
                now,
                Role.CASHIER,
                work -> settle(station, work, OpenTickets.of(work.sql(), station.code()), tenders, false));
    }

    /// A voucher is scanned: it pays as much as it is worth, and no more than is due.
    ///
    /// @param token absent for a scan
    /// @param word  what the office holds of it for this ticket
    public Answer voucher(
            Station station, Optional<String> token, String code, OfficeWord<VoucherHeld> word, Instant now) {
        return commands.run(station, token, now, Role.CASHIER, work -> {
            OpenTicket ticket = OpenTickets.of(work.sql(), station.code());
            return switch (Vouchers.judge(work.sql(), own(), code, ticket, word)) {
                case Vouchers.No(var why) -> {
                    OpenTickets.unchanged(work.sql(), station.code());
                    yield why;
                }
                case Vouchers.Worth(var amount) -> {
                    List<TenderLine> tenders = new ArrayList<>(ticket.tenders());
                    tenders.add(TenderLine.voucher(code, amount));
                    Answer answer = settle(station, work, ticket, tenders, true);
                    if (!(answer instanceof Answer.Done)) {
                        OpenTickets.unchanged(work.sql(), station.code());
                    }
                    yield answer;
                }
            };
        });
    }

    /// Money goes back to the customer, in one tender.
    public Answer refund(Station station, String token, Tender tender, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            Optional<Answer> held = CardPayments.pending(work.sql(), station.code())
                    .or(() -> SellingRules.judge(work.book(), work.context().businessDay()));
            if (held.isPresent()) {
                return held.get();
            }
            OpenTicket ticket = OpenTickets.of(work.sql(), station.code());
            Optional<Refusal> no = PaymentRules.refund(ticket, tender, Returns.paid(work.sql(), ticket), own());
            if (no.isPresent()) {
                return no.get().with();
            }
            Optional<Answer> gone =
                    Returns.gone(work.sql(), station, own(), ticket, now).or(() -> PaperSheets.refusal(work, station));
            if (gone.isPresent()) {
                return gone.get();
            }
            Fact.Sale sale = PaymentRules.refunded(
                    ticket,
                    tender,
                    commands.store().identity().terminal(),
                    work.catalog(),
                    work.writing().totals(),
                    work.context());
            FactId id = sold(station, work, ticket, sale);
            if (tender.opensDrawer()) {
                PrintQueue.enqueueDrawer(
                        work.sql(), station.code(), work.writing().now());
            }
            if (tender == Tender.VOUCHER && !SaleCodes.hasCodes(sale)) {
                PrintQueue.enqueue(work.sql(), station.code(), PrintJob.Kind.VOUCHER, id, now);
            }
            return Answer.recorded(id, "Rendu.");
        });
    }

    /// @param inParts what is not enough is kept
    Answer settle(Station station, Work work, OpenTicket ticket, List<TenderLine> tenders, boolean inParts) {
        Optional<Answer> held = CardPayments.pending(work.sql(), station.code())
                .or(() -> SellingRules.judge(work.book(), work.context().businessDay()));
        if (held.isPresent()) {
            return held.get();
        }
        return switch (PaymentRules.judge(ticket, tenders, work.catalog().till().cashCap())) {
            case PaymentRules.No(var why) -> why;
            case PaymentRules.Owed(var back) -> Refusal.REFUND_FIRST.with(French.euros(back));
            case PaymentRules.Missing(var due) -> {
                if (!inParts) {
                    yield Refusal.NOT_PAID.with(French.euros(due));
                }
                OpenTickets.keep(work.sql(), station.code(), ticket.paying(tenders));
                yield Answer.done("Reste " + French.euros(due) + ".");
            }
            case PaymentRules.Paid(var change) -> {
                Optional<Answer> no =
                        overtaken(station, work, ticket, tenders).or(() -> PaperSheets.refusal(work, station));
                if (no.isPresent()) {
                    yield no.get();
                }
                FactId id = sold(
                        station,
                        work,
                        ticket,
                        PaymentRules.sale(
                                ticket,
                                tenders,
                                change,
                                work.catalog(),
                                work.writing().totals(),
                                work.context()));
                if (tenders.stream().anyMatch(t -> t.tender().opensDrawer())) {
                    PrintQueue.enqueueDrawer(
                            work.sql(), station.code(), work.writing().now());
                }
                yield Answer.recorded(id, change.isPositive() ? "Rendre " + French.euros(change) + "." : "Payé.");
            }
        };
    }

    /// Records a ticket with the codes it gives out, whose slips are printed at once.
    private FactId sold(Station station, Work work, OpenTicket open, Fact.Sale ticket) {
        Fact.Sale sale = SaleCodes.given(
                PaperSheets.marked(work, station, open, ticket),
                commands.store().identity().terminal());
        FactId id = work.writing().append(sale);
        OpenTickets.sold(work.sql(), station.code());
        if (SaleCodes.hasPickUps(sale)) {
            PrintQueue.enqueue(
                    work.sql(),
                    station.code(),
                    PrintJob.Kind.PICK_UP,
                    id,
                    work.writing().now());
        }
        if (SaleCodes.hasCodes(sale)) {
            PrintQueue.enqueue(
                    work.sql(),
                    station.code(),
                    PrintJob.Kind.VOUCHER,
                    id,
                    work.writing().now());
        }
        return id;
    }

    /// Something that the ticket counts on is not there any more.
    Optional<Answer> overtaken(Station station, Work work, OpenTicket ticket, List<TenderLine> tenders) {
        Instant now = work.context().occurredAt();
        return Vouchers.overspent(work.sql(), station.code(), own(), tenders, now)
                .or(() -> Returns.gone(work.sql(), station, own(), ticket, now));
    }

    /// Queues a receipt because the customer asked for one; each after one that came out is a duplicate.
    public Answer receipt(Station station, String token, FactId sale, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            if (Facts.read(work.sql(), sale, Fact.Sale.class).isEmpty()) {
                return Refusal.UNKNOWN_SALE.with();
            }
            Optional<PrintJob> before = PrintQueue.unsettled(work.sql(), PrintJob.Kind.RECEIPT, sale);
            if (before.isPresent()) {
                return wantedAgain(work, before.get(), sale, now);
            }
            int out = PrintQueue.printed(work.sql(), PrintJob.Kind.RECEIPT, sale);
            Duplicates.enqueue(work, station.code(), PrintJob.Kind.RECEIPT, sale, out);
            return new Answer.Done(
                    out == 0 ? "Le ticket s’imprime." : "Le duplicata " + out + " s’imprime.", Optional.of(sale));
        });
    }

    /// Whether the next one is a duplicate is known only when the last one is settled.
    private static Answer wantedAgain(Work work, PrintJob before, FactId sale, Instant now) {
        PrintQueue.wantAgain(work.sql(), before, now);
        return switch (before.state()) {
            case DOUBTFUL, UNCONFIRMED -> Refusal.RECEIPT_IN_DOUBT.with();
            case WAITING, HELD, SENDING, PRINTED, DROPPED ->
                new Answer.Done("Le ticket s’imprime dès que possible.", Optional.of(sale));
        };
    }

    /// @param id of the fact
    public record LastSale(FactId id, Fact.Sale fact) {}

    /// Newest first.
    public List<LastSale> lastSales(int count) {
        return commands.store()
                .read(sql -> sql.createQuery("""
                        SELECT j.terminal, j.generation, j.seq, j.type, j.body
                        FROM own_sale s JOIN journal j ON j.generation = s.generation AND j.seq = s.seq
                        ORDER BY s.generation DESC, s.seq DESC LIMIT :count""")
                        .bind("count", count)
                        .map((row, _) -> new LastSale(Facts.id(row), Facts.fact(row, Fact.Sale.class)))
                        .list());
    }

    /// Why nothing can be sold now; empty while the till is open.
    public Optional<Answer.Refused> closed(Station station, Instant now) {
        return SellingRules.judge(commands.store().book(), commands.reference().businessDay(station.site(), now));
    }

    public Optional<Fact.Sale> sale(FactId id) {
        return commands.store().read(sql -> Facts.read(sql, id, Fact.Sale.class));
    }

    /// What this terminal knows of a label.
    public Optional<KnownItem> item(ItemCode code) {
        var applied = commands.reference().applied();
        return commands.store().read(sql -> Items.find(sql, code, applied));
    }

    private static Optional<KnownItem> item(Work work, ItemCode code) {
        return Items.find(work.sql(), code, work.reference().applied());
    }

    Answer change(Station station, Optional<String> token, Instant now, BiFunction<OpenTicket, Work, Change> rule) {
        return change(station, token, now, false, rule);
    }

    /// @param lessens it only takes back, which is never refused because the till is closed
    private Answer change(
            Station station,
            Optional<String> token,
            Instant now,
            boolean lessens,
            BiFunction<OpenTicket, Work, Change> rule) {
        return commands.run(station, token, now, Role.CASHIER, work -> {
            Optional<Answer> card = CardPayments.pending(work.sql(), station.code());
            if (card.isPresent()) {
                return card.get();
            }
            OpenTicket ticket = OpenTickets.of(work.sql(), station.code());
            Optional<Answer.Refused> closed =
                    SellingRules.judge(work.book(), work.context().businessDay());
            if (closed.isPresent() && !lessens) {
                return closed.get();
            }
            Change change = rule.apply(ticket, work);
            if (change.ticket().equals(OpenTicket.EMPTY)) {
                OpenTickets.close(work.sql(), station.code());
            } else if (!change.ticket().equals(ticket)) {
                OpenTickets.keep(work.sql(), station.code(), change.ticket());
            }
            return change.answer();
        });
    }
}
