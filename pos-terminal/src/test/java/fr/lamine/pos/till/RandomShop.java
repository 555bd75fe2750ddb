package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.Campaign;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.catalog.TillPolicy;
import fr.lamine.model.catalog.VatRule;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.Reduction;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.pos.item.KnownItem;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A shop that lives random days through the rules of the till, beside a drawer, shelves and customers' hands that know
/// nothing of facts.
final class RandomShop {

    private static final List<CategoryCode> CATEGORIES =
            List.of(new CategoryCode("vaisselle"), new CategoryCode("livre"), new CategoryCode("meuble"));
    private static final TerminalId OWN = TerminalId.of(901);
    private static final Money CAP = Money.cents(100_000);
    private static final Catalog CATALOG = catalog();

    /// A label on a shelf: what is left of it, and what was weighed.
    static final class Lot {
        final KnownItem label;
        final long grams;
        int left;
        long sold;
        long gramsSold;

        Lot(KnownItem label, long grams) {
            this.label = label;
            this.grams = grams;
            this.left = label.pieces();
        }
    }

    /// What customers still hold of one line of a ticket.
    private static final class Held {
        int pieces;
        long cents;
        long grams;

        Held(SaleLine line) {
            pieces = line.pieces();
            cents = line.total().cents();
            grams = line.mass().grams();
        }
    }

    private record Line(FactId sale, int line) {}

    final Random random;
    final List<TillFact.Closing> closings = new ArrayList<>();
    final List<Lot> lots = new ArrayList<>();
    private final Map<FactId, Fact.Sale> tickets = new HashMap<>();
    private final List<FactId> order = new ArrayList<>();
    private final Map<Line, Held> held = new HashMap<>();
    private final Map<Line, ReturnRules.Before> back = new HashMap<>();
    private final Map<Tender, Long> kept = new EnumMap<>(Tender.class);
    TillBook book = TillBook.EMPTY;
    LocalDate today;
    long coins;
    long turnover;
    long returned;
    long soldToday;
    private long absolute;
    private long seq;

    RandomShop(Random random) {
        this.random = random;
        this.today = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
        this.coins = random.nextInt(30_000);
    }

    Fact.Sale ticket(int number) {
        return tickets.get(order.get(number));
    }

    int ticketsSold() {
        return order.size();
    }

    Context context() {
        return new Context(
                new SiteCode("ARCUEIL"),
                new StationCode("P1"),
                new OperatorCode("AWA"),
                Instant.parse("2026-01-01T09:00:00Z").plusSeconds(seq),
                today,
                book.session().map(s -> "S-901-" + s.number()),
                3,
                "0.1.0");
    }

    private FactId record(Fact fact) {
        seq++;
        FactId id = new FactId(JournalId.of(OWN, 1), seq);
        book = book.after(id, fact);
        if (fact instanceof TillFact.Closing closing) {
            closings.add(closing);
        }
        return id;
    }

    void open() {
        for (ClosingKind kind : book.dueBefore(today)) {
            record(book.close(context(), kind));
        }
        record(new TillFact.TillOpened(
                context(), book.perpetual().sessions() + 1, CashCount.fewest(Money.cents(coins)), book.left()));
        soldToday = 0;
    }

    /// One thing after another, as people come to the counter.
    void happens() {
        switch (random.nextInt(10)) {
            case 0 -> moveCash();
            case 1 -> label();
            case 2, 3 -> bringBack();
            default -> sell();
        }
        assertEquals(coins, book.expectedCash().orElseThrow().cents(), "cash in the drawer");
    }

    private void moveCash() {
        boolean in = coins < 1_000 || random.nextBoolean();
        long amount = 1 + random.nextLong(in ? 5_000 : coins);
        coins += in ? amount : -amount;
        CashMove move = in ? CashMove.IN : random.nextBoolean() ? CashMove.OUT : CashMove.BANK;
        record(new TillFact.CashMoved(context(), move, Money.cents(amount), "Monnaie", Optional.empty(), List.of()));
    }

    /// A lot: its grams a piece are rounded down, its pieces and the whole cost what they cost.
    private void label() {
        int pieces = 1 + random.nextInt(9);
        long grams = pieces + random.nextInt(5_000);
        long piece = random.nextInt(2_000);
        ItemCode code = ItemCode.of(OWN, 1 + lots.size());
        lots.add(new Lot(
                new KnownItem(
                        code,
                        any(),
                        "",
                        pieces,
                        0,
                        Mass.grams(grams / pieces),
                        Money.cents(piece),
                        Money.cents(random.nextBoolean() ? piece * pieces : random.nextInt(9_000)),
                        Optional.of(today)),
                grams));
    }

    private CategoryCode any() {
        return CATEGORIES.get(random.nextInt(CATEGORIES.size()));
    }

    private void sell() {
        settle(reduced(shopping(OpenTicket.EMPTY)), Map.of());
    }

    private OpenTicket shopping(OpenTicket empty) {
        OpenTicket ticket = empty;
        for (int i = random.nextInt(5); i >= 0; i--) {
            List<Lot> stocked = lots.stream().filter(lot -> lot.left > 0).toList();
            if (!stocked.isEmpty() && random.nextInt(3) == 0) {
                ticket = fromTheShelf(ticket, stocked.get(random.nextInt(stocked.size())));
            } else {
                Money price = Money.cents(random.nextInt(2_500));
                ticket = TicketRules.category(
                                ticket,
                                any(),
                                Optional.of(price),
                                1 + random.nextInt(4),
                                Optional.of("Prix convenu"),
                                10_000,
                                CATALOG,
                                3,
                                context())
                        .ticket();
            }
        }
        if (random.nextInt(8) == 0) {
            ExtraLine gift =
                    new ExtraLine(ExtraLine.Kind.GIFT, "Don", Money.cents(1 + random.nextInt(500)), Optional.empty());
            ticket = TicketRules.extra(ticket, gift).ticket();
        }
        return ticket;
    }

    /// Some pieces of a lot, or all that is left of it, by as many scans.
    private OpenTicket fromTheShelf(OpenTicket empty, Lot lot) {
        if (empty.piecesOf(lot.label.code()) > 0) {
            return empty;
        }
        OpenTicket ticket = empty;
        int pieces = random.nextBoolean() ? lot.left : 1 + random.nextInt(lot.left);
        KnownItem known = new KnownItem(
                lot.label.code(),
                lot.label.category(),
                "",
                lot.label.pieces(),
                lot.label.pieces() - lot.left,
                lot.label.pieceMass(),
                lot.label.piecePrice(),
                lot.label.lotPrice(),
                lot.label.labelled());
        for (int i = 0; i < pieces; i++) {
            ticket = TicketRules.label(ticket, known.code(), Optional.of(known), Optional.empty(), CATALOG, context())
                    .ticket();
        }
        assertEquals(pieces, ticket.piecesOf(known.code()), "pieces scanned");
        return ticket;
    }

    private OpenTicket reduced(OpenTicket full) {
        OpenTicket ticket = full;
        for (TicketLine line : full.lines()) {
            if (random.nextInt(6) == 0) {
                ticket = TicketRules.reduce(
                                ticket, Optional.of(line.id()), Optional.of(off(Reduction.Kind.LINE)), 10_000)
                        .ticket();
            }
        }
        return random.nextInt(6) == 0
                ? TicketRules.reduce(ticket, Optional.empty(), Optional.of(off(Reduction.Kind.TICKET)), 10_000)
                        .ticket()
                : ticket;
    }

    private Off off(Reduction.Kind kind) {
        return random.nextBoolean()
                ? Off.share(kind, 1 + random.nextInt(10_000), "Abîmé")
                : Off.amount(kind, Money.cents(1 + random.nextInt(400)), "Abîmé");
    }

    /// Some of what was sold comes back, sometimes against something else.
    private void bringBack() {
        if (order.isEmpty()) {
            return;
        }
        Map<Line, ReturnRules.Before> now = new HashMap<>();
        List<ReturnLine> lines = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            FactId sale = order.get(random.nextInt(order.size()));
            int index = random.nextInt(3);
            Line line = new Line(sale, index);
            ReturnRules.Before before = back.getOrDefault(line, ReturnRules.Before.NOTHING)
                    .plus(now.getOrDefault(line, ReturnRules.Before.NOTHING));
            int pieces = 1 + random.nextInt(4);
            switch (ReturnRules.judge(
                    sale,
                    tickets.get(sale),
                    index,
                    pieces,
                    before,
                    true,
                    ReturnReason.values()[random.nextInt(ReturnReason.values().length)],
                    tickets.get(sale).context().site())) {
                case ReturnRules.Back(var taken) -> {
                    lines.add(taken);
                    now.merge(
                            line,
                            new ReturnRules.Before(taken.pieces(), taken.total(), taken.mass()),
                            ReturnRules.Before::plus);
                }
                case ReturnRules.No _ -> {
                    boolean fewer = !held.containsKey(line) || held.get(line).pieces < pieces;
                    boolean inTheBag = now.containsKey(line);
                    assertTrue(fewer || inTheBag, "what the customer holds is taken back");
                }
            }
        }
        if (!lines.isEmpty()) {
            OpenTicket ticket = OpenTicket.EMPTY.bringingBack(lines);
            settle(random.nextBoolean() ? ticket : shopping(ticket), now);
        }
    }

    private void settle(OpenTicket ticket, Map<Line, ReturnRules.Before> broughtBack) {
        if (ticket.holdsNothing()) {
            return;
        }
        if (ticket.total().isNegative()) {
            Tender tender = random.nextInt(4) == 0 ? Tender.CARD : Tender.CASH;
            if (tender == Tender.CASH && coins < -ticket.total().cents()) {
                tender = Tender.CARD;
            }
            recorded(
                    ticket,
                    PaymentRules.refunded(ticket, tender, OWN, CATALOG, book.perpetual(), context()),
                    broughtBack);
            return;
        }
        for (int attempt = 0; attempt < 20; attempt++) {
            List<TenderLine> tenders = tenders(ticket.total().cents());
            switch (PaymentRules.judge(ticket, tenders, CAP)) {
                case PaymentRules.Paid(var change) -> {
                    recorded(
                            ticket,
                            PaymentRules.sale(ticket, tenders, change, CATALOG, book.perpetual(), context()),
                            broughtBack);
                    return;
                }
                case PaymentRules.Missing _, PaymentRules.No _ -> {}
                case PaymentRules.Owed(var more) -> throw new AssertionError("owes " + more + " on " + ticket);
            }
        }
    }

    private List<TenderLine> tenders(long total) {
        List<TenderLine> tenders = new ArrayList<>();
        long rest = total;
        while (rest > 0 && random.nextInt(3) == 0) {
            long part = 1 + random.nextLong(rest);
            tenders.add(new TenderLine(random.nextBoolean() ? Tender.CARD : Tender.CHEQUE, Money.cents(part)));
            rest -= part;
        }
        if (rest > 0) {
            tenders.add(new TenderLine(Tender.CASH, Money.cents(rest + random.nextInt(3) * random.nextInt(900))));
        }
        return tenders;
    }

    /// What the hands did, and whether the fact says the same.
    private void recorded(OpenTicket open, Fact.Sale sale, Map<Line, ReturnRules.Before> broughtBack) {
        long up = open.sold().cents();
        long down = open.returned().cents();
        long gift = open.extras().stream().mapToLong(e -> e.amount().cents()).sum();
        assertEquals(up - down + gift, sale.total().cents(), "the ticket's total is that of its lines");
        for (TenderLine tender : sale.tenders()) {
            kept.merge(tender.tender(), tender.amount().cents(), Long::sum);
        }
        kept.merge(Tender.CASH, -sale.change().cents(), Long::sum);
        for (TenderLine tender : sale.givenBack()) {
            kept.merge(tender.tender(), -tender.amount().cents(), Long::sum);
        }
        coins += cash(sale);
        turnover += up;
        returned += down;
        absolute += up + down;
        soldToday += up - down;
        long before = book.perpetual().absolute().cents();
        FactId id = record(sale);
        assertTrue(book.perpetual().absolute().cents() >= before, "the absolute total never goes down");
        assertEquals(absolute, book.perpetual().absolute().cents(), "absolute total");
        assertEquals(turnover - returned, book.perpetual().net().cents(), "net total");
        tickets.put(id, sale);
        order.add(id);
        takeHome(id, sale);
        giveBack(broughtBack);
    }

    private static long cash(Fact.Sale sale) {
        long in = sale.tenders().stream()
                .filter(t -> t.tender() == Tender.CASH)
                .mapToLong(t -> t.amount().cents())
                .sum();
        long out = sale.givenBack().stream()
                .filter(t -> t.tender() == Tender.CASH)
                .mapToLong(t -> t.amount().cents())
                .sum();
        return in - sale.change().cents() - out;
    }

    private void takeHome(FactId id, Fact.Sale sale) {
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleLine line = sale.lines().get(i);
            held.put(new Line(id, i), new Held(line));
            lots.stream()
                    .filter(lot -> line.item().equals(Optional.of(lot.label.code())))
                    .forEach(lot -> {
                        lot.left -= line.pieces();
                        lot.sold += line.total().cents();
                        lot.gramsSold += line.mass().grams();
                        assertEquals(
                                lot.label.pieceMass().grams() * line.pieces(),
                                line.mass().grams(),
                                "grams of the pieces sold");
                    });
        }
    }

    /// Nothing comes back that nobody holds: neither pieces, nor cents, nor grams.
    private void giveBack(Map<Line, ReturnRules.Before> broughtBack) {
        broughtBack.forEach((line, taken) -> {
            Held hand = held.get(line);
            hand.pieces -= taken.pieces();
            hand.cents -= taken.total().cents();
            hand.grams -= taken.mass().grams();
            back.merge(line, taken, ReturnRules.Before::plus);
            assertTrue(
                    hand.pieces >= 0 && hand.cents >= 0 && hand.grams >= 0,
                    "%s gives back more than it was: %d pieces, %d cents, %d g are left of it"
                            .formatted(line, hand.pieces, hand.cents, hand.grams));
            if (hand.pieces == 0) {
                assertEquals(0, hand.cents, "all pieces of " + line + " bring all their cents back");
                assertEquals(0, hand.grams, "all pieces of " + line + " bring all their grams back");
            }
        });
    }

    /// What the fact of this day's closing says, with so much missing from the drawer.
    TillFact.Closing close(long missing) {
        coins -= missing;
        long stays = random.nextLong(coins + 1);
        TillFact.Closing closing =
                book.closeDay(context(), CashCount.fewest(Money.cents(coins)), Optional.empty(), Money.cents(stays));
        coins = stays;
        record(closing);
        return closing;
    }

    Map<Tender, Long> kept() {
        return kept;
    }

    private static Catalog catalog() {
        Catalog plain = StartingCatalog.read();
        TillPolicy p = plain.till();
        LocalDate first = LocalDate.of(2026, 1, 1);
        return new Catalog(
                plain.sites(),
                plain.categories(),
                plain.containers(),
                plain.vatRegime(),
                new TillPolicy(
                        p.company(),
                        p.cashCap(),
                        p.differenceThreshold(),
                        p.cashierReduction(),
                        List.of(
                                vat(CATEGORIES.get(0), first, VatRegime.STANDARD, 2_000),
                                vat(CATEGORIES.get(1), first, VatRegime.STANDARD, 550),
                                vat(CATEGORIES.get(1), first.plusMonths(6), VatRegime.STANDARD, 1_000)),
                        p.guaranteed(),
                        p.prices(),
                        List.of(new Campaign(
                                "SAMEDI",
                                "Samedi à moitié prix",
                                first,
                                first.plusYears(2),
                                List.of(DayOfWeek.SATURDAY),
                                List.of(),
                                List.of(),
                                5_000)),
                        p.markdowns(),
                        p.articles()));
    }

    private static VatRule vat(CategoryCode category, LocalDate from, VatRegime regime, int rate) {
        return new VatRule(Optional.of(category), Optional.empty(), from, regime, rate);
    }
}
