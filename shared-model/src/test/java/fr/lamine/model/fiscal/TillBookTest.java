package fr.lamine.model.fiscal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.Seeded;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.fact.SampleFacts;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.journal.Json;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.Reduction;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.CashCount.Pile;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.TechnicalEvent;
import fr.lamine.model.till.VatTotal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random days of a till, kept beside by a drawer of coins that knows nothing of facts.
final class TillBookTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);

    /// A till as a person sees it: the cash in the drawer, and what stands on the tickets.
    private static final class Day {
        final Random random;
        TillBook book = TillBook.EMPTY;
        LocalDate today = FIRST;
        long seq;
        long coins;
        long sold;
        long returned;
        long soldToday;
        long returnedToday;
        long absolute;
        final List<TillFact.Closing> closings = new ArrayList<>();

        Day(Random random) {
            this.random = random;
        }

        Context context() {
            Context c = SampleFacts.context(0);
            return new Context(
                    c.site(),
                    c.station(),
                    c.operator(),
                    c.occurredAt().plusSeconds(seq),
                    today,
                    book.session().map(s -> "S-" + s.number()),
                    1,
                    "test");
        }

        void record(Fact fact) {
            FactId id = new FactId(JournalId.parse("901/1"), ++seq);
            book = book.after(id, fact);
            if (fact instanceof TillFact.Closing closing) {
                closings.add(closing);
            }
        }

        void open() {
            for (ClosingKind kind : book.dueBefore(today)) {
                record(book.close(context(), kind));
            }
            CashCount counted = count(coins);
            Optional<Money> expected = book.left();
            record(new TillFact.TillOpened(context(), book.perpetual().sessions() + 1, counted, expected));
            soldToday = 0;
            returnedToday = 0;
        }

        void sell() {
            List<SaleLine> lines = new ArrayList<>();
            List<ReturnLine> returns = new ArrayList<>();
            List<ExtraLine> extras = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                lines.add(line());
            }
            if (random.nextInt(5) == 0) {
                returns.add(back());
            }
            if (random.nextInt(6) == 0) {
                extras.add(
                        new ExtraLine(ExtraLine.Kind.GIFT, "Arrondi", cents(1 + random.nextInt(99)), Optional.empty()));
            }
            Money up = lines.stream().map(SaleLine::total).reduce(Money.ZERO, Money::plus);
            Money down = returns.stream().map(ReturnLine::total).reduce(Money.ZERO, Money::plus);
            Money total = extras.stream().map(ExtraLine::amount).reduce(up.minus(down), Money::plus);
            List<TenderLine> tenders = new ArrayList<>();
            List<TenderLine> givenBack = new ArrayList<>();
            Money change = Money.ZERO;
            if (total.isNegative()) {
                givenBack.add(new TenderLine(Tender.CASH, total.negated()));
                coins += total.cents();
            } else if (total.isPositive()) {
                Money byCard = random.nextInt(3) == 0 ? cents(1 + random.nextLong(total.cents())) : Money.ZERO;
                if (byCard.isPositive()) {
                    tenders.add(new TenderLine(Tender.CARD, byCard));
                }
                Money rest = total.minus(byCard);
                if (rest.isPositive()) {
                    change = cents(random.nextInt(500));
                    tenders.add(new TenderLine(Tender.CASH, rest.plus(change)));
                    coins += rest.cents();
                }
            }
            sold += up.cents();
            returned += down.cents();
            soldToday += up.cents();
            returnedToday += down.cents();
            absolute += up.cents() + down.cents();
            record(new Fact.Sale(
                    context(),
                    book.perpetual().tickets() + 1,
                    lines,
                    returns,
                    extras,
                    total,
                    tenders,
                    change,
                    givenBack,
                    Optional.empty(),
                    Optional.empty(),
                    book.perpetual().afterTicket(up, down)));
        }

        void moveCash() {
            boolean in = coins < 1_000 || random.nextBoolean();
            long amount = 1 + random.nextLong(in ? 5_000 : Math.max(1, coins));
            coins += in ? amount : -amount;
            CashMove move = in ? CashMove.IN : random.nextBoolean() ? CashMove.OUT : CashMove.BANK;
            record(new TillFact.CashMoved(context(), move, cents(amount), "raison", Optional.empty(), List.of()));
        }

        void close(long stolen) {
            coins -= stolen;
            TillFact.Closing closing =
                    book.closeDay(context(), count(coins), Optional.empty(), cents(random.nextLong(coins + 1)));
            assertEquals(-stolen, closing.drawer().orElseThrow().difference().cents(), "what was taken is missing");
            assertEquals(soldToday, closing.totals().sold().cents());
            assertEquals(returnedToday, closing.totals().returned().cents());
            coins = closing.drawer().orElseThrow().left().cents();
            record(closing);
        }

        private SaleLine line() {
            VatRegime regime = random.nextBoolean() ? VatRegime.EXEMPT_261_7 : VatRegime.STANDARD;
            int rate = regime == VatRegime.STANDARD ? (random.nextBoolean() ? 2_000 : 550) : 0;
            Money price = cents(random.nextInt(3_000));
            int pieces = 1 + random.nextInt(4);
            Money full = price.times(pieces);
            List<Reduction> off = full.cents() > 10 && random.nextInt(3) == 0
                    ? List.of(new Reduction(
                            Reduction.Kind.LINE, Optional.of(5_000), Reduction.share(full, 5_000), "geste"))
                    : List.of();
            Money total = off.isEmpty() ? full : full.minus(off.getFirst().amount());
            return new SaleLine(
                    "Chose",
                    Optional.empty(),
                    LineOrigin.CATEGORY_KEY,
                    SampleFacts.DISHES,
                    pieces,
                    price,
                    PriceOrigin.GRID,
                    Optional.empty(),
                    off,
                    total,
                    Vat.within(total, regime, rate),
                    Mass.grams(pieces),
                    new MassProvenance.Typed(),
                    false,
                    Optional.empty());
        }

        private ReturnLine back() {
            Money total = cents(random.nextInt(20_000));
            return new ReturnLine(
                    "Chose",
                    Optional.empty(),
                    SampleFacts.DISHES,
                    1,
                    total,
                    Vat.within(total, VatRegime.STANDARD, 2_000),
                    Mass.grams(10),
                    new MassProvenance.Typed(),
                    Optional.empty(),
                    false,
                    "cassé",
                    Account.place(SampleFacts.ARCUEIL, Area.SORTING));
        }
    }

    @Test
    void overRandomMonthsTheDrawerTheTicketsAndTheClosingsAgreeToTheCent() {
        Seeded.loop(60, random -> {
            Day day = new Day(random);
            day.coins = random.nextInt(20_000);
            long days = 20 + random.nextInt(50);
            for (int i = 0; i < days; i++) {
                day.open();
                for (int j = random.nextInt(12); j > 0; j--) {
                    if (random.nextInt(6) == 0) {
                        day.moveCash();
                    } else {
                        day.sell();
                    }
                    assertEquals(
                            day.coins, day.book.expectedCash().orElseThrow().cents(), "cash in the drawer");
                }
                while (day.coins < 0) {
                    day.moveCash();
                }
                day.close(random.nextInt(8) == 0 ? random.nextLong(day.coins + 1) : 0);
                day.today = day.today.plusDays(1 + random.nextInt(3));
            }
            assertEquals(day.sold - day.returned, day.book.perpetual().net().cents());
            assertEquals(day.absolute, day.book.perpetual().absolute().cents());
            closingsHoldEveryTicketOnce(day);
        });
    }

    private static void closingsHoldEveryTicketOnce(Day day) {
        for (ClosingKind kind : ClosingKind.values()) {
            List<TillFact.Closing> closings =
                    day.closings.stream().filter(c -> c.kind() == kind).toList();
            long tickets = day.book.totals(kind).tickets();
            long net = day.book.totals(kind).net().cents();
            long next = 1;
            int number = 0;
            Money before = Money.ZERO;
            for (TillFact.Closing closing : closings) {
                tickets += closing.totals().tickets();
                net += closing.totals().net().cents();
                assertEquals(++number, closing.number(), "closings are numbered without a gap");
                if (closing.firstTicket().isPresent()) {
                    assertEquals(next, closing.firstTicket().get(), "tickets of closings touch");
                    next = closing.lastTicket().orElseThrow() + 1;
                }
                assertTrue(closing.perpetual().absolute().compareTo(before) >= 0, "absolute totals never go down");
                before = closing.perpetual().absolute();
                Money paid = closing.totals().vat().stream().map(VatTotal::paid).reduce(Money.ZERO, Money::plus);
                assertEquals(closing.totals().net(), paid);
            }
            assertEquals(day.book.perpetual().tickets(), tickets, kind.name());
            assertEquals(day.sold - day.returned, net, kind.name());
        }
    }

    @Test
    void aNewYearClosesTheMonthAndThenTheYear() {
        Day day = new Day(new Random(1));
        day.today = LocalDate.of(2026, 12, 31);
        day.open();
        day.sell();
        day.close(0);
        assertEquals(List.of(), day.book.dueBefore(day.today));
        day.today = LocalDate.of(2027, 1, 2);
        assertEquals(List.of(ClosingKind.MONTH, ClosingKind.YEAR), day.book.dueBefore(day.today));
        day.open();
        assertEquals(
                List.of("2026-12-31", "2026-12", "2026"),
                day.closings.stream().map(TillFact.Closing::period).toList());
        assertEquals(List.of(), day.book.dueBefore(day.today));
    }

    @Test
    void aMonthIsNotClosedWhileTheDrawerIsOpenAndNothingIsClosedTwice() {
        Day day = new Day(new Random(2));
        assertThrows(IllegalStateException.class, () -> day.book.close(day.context(), ClosingKind.MONTH));
        assertThrows(
                IllegalStateException.class,
                () -> day.book.closeDay(day.context(), CashCount.NOTHING, Optional.empty(), Money.ZERO));
        day.open();
        assertThrows(IllegalStateException.class, () -> day.book.close(day.context(), ClosingKind.MONTH));
        day.close(0);
        day.record(day.book.close(day.context(), ClosingKind.MONTH));
        assertThrows(IllegalStateException.class, () -> day.book.close(day.context(), ClosingKind.MONTH));
    }

    @Test
    void aFailureOfTheJournalStandsInTheNextClosingOfEachKind() {
        Day day = new Day(new Random(3));
        day.open();
        day.record(new TillFact.TechnicalNoted(day.context(), TechnicalEvent.INTEGRITY_FAILURE, "fin coupée"));
        day.sell();
        day.coins = 0;
        day.record(day.book.closeDay(day.context(), CashCount.NOTHING, Optional.empty(), Money.ZERO));
        assertEquals(1, day.closings.getLast().failures());
        day.record(day.book.close(day.context(), ClosingKind.MONTH));
        assertEquals(1, day.closings.getLast().failures());
    }

    @Test
    void theBooksAreKeptAsTextAndReadBack() {
        Day day = new Day(new Random(4));
        day.open();
        day.sell();
        day.sell();
        assertEquals(day.book, Json.read(Json.write(day.book), TillBook.class));
        assertEquals(
                PerpetualTotals.NONE,
                Json.read(Json.write(TillBook.EMPTY), TillBook.class).perpetual());
    }

    @Test
    void everyFactOfTheSampleJournalCanBeFolded() {
        TillBook book = TillBook.EMPTY;
        int seq = 0;
        for (Fact fact : SampleFacts.each()) {
            book = book.after(new FactId(JournalId.parse("901/1"), ++seq), fact);
        }
        assertEquals(1, book.perpetual().copies());
    }

    private static Money cents(long cents) {
        return Money.cents(cents);
    }

    private static CashCount count(long cents) {
        List<Pile> piles = new ArrayList<>();
        long rest = cents;
        for (int face : CashCount.FACES) {
            int pieces = Math.toIntExact(Math.min(9_999, rest / face));
            if (pieces > 0) {
                piles.add(new Pile(face, pieces));
                rest -= (long) face * pieces;
            }
        }
        return new CashCount(piles);
    }
}
