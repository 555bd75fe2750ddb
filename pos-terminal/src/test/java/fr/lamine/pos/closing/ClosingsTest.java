package fr.lamine.pos.closing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.journal.Json;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.TechnicalEvent;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.till.Grounds;
import fr.lamine.pos.till.Till;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClosingsTest {

    private static final OperatorCode MANAGER = new OperatorCode("LEA");

    @TempDir
    Path root;

    private TestCounter counter;
    private Closings closings;
    private Till till;

    @BeforeEach
    void openTheShop() {
        counter = TestCounter.open(root);
        closings = new Closings(counter.commands);
        till = new Till(counter.commands);
    }

    @AfterEach
    void closeTheShop() {
        counter.close();
    }

    private static Refusal refusal(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer, answer::toString).refusal();
    }

    private static Answer.Done done(Answer answer) {
        return assertInstanceOf(Answer.Done.class, answer, answer::toString);
    }

    private static CashCount cents(long cents) {
        return CashCount.fewest(Money.cents(cents));
    }

    private Answer open(long cents) {
        return closings.open(counter.station, counter.token(), cents(cents), counter.now);
    }

    private Answer key(long cents) {
        return till.addCategory(
                counter.station,
                counter.token(),
                new CategoryCode("vaisselle"),
                Optional.of(Money.cents(cents)),
                1,
                Grounds.of("Prix convenu"),
                counter.now);
    }

    private Answer sell(Tender tender, long cents) {
        done(key(cents));
        return till.pay(
                counter.station, counter.token(), List.of(new TenderLine(tender, Money.cents(cents))), counter.now);
    }

    private Answer close(long counted, long stays) {
        return closings.closeDay(
                counter.station,
                counter.token(),
                cents(counted),
                Money.cents(stays),
                Optional.empty(),
                false,
                counter.now);
    }

    private <F extends Fact> F fact(Answer answer, Class<F> type) {
        return type.cast(counter.store.fact(done(answer).fact().orElseThrow()).orElseThrow());
    }

    private List<Fact> facts() {
        return counter.store.entries(1, 0, 1_000).stream().map(Json::fact).toList();
    }

    private List<PrintJob.Kind> waiting() {
        return new PrintQueue(counter.store)
                .waiting(counter.station.code()).stream().map(PrintJob::kind).toList();
    }

    @Test
    void nothingIsSoldBeforeTheCashIsCountedAndAfterItIsClosed() {
        assertEquals(Refusal.TILL_CLOSED, refusal(key(200)));
        assertEquals(Refusal.TILL_CLOSED, refusal(close(0, 0)));
        assertEquals(
                Refusal.TILL_CLOSED,
                refusal(closings.move(
                        counter.station,
                        counter.token(),
                        CashMove.OUT,
                        Optional.of(Money.cents(1)),
                        "Achat",
                        counter.now)));
        done(open(15_000));
        assertEquals(Refusal.TILL_OPEN, refusal(open(15_000)));
        done(sell(Tender.CASH, 200));
        done(close(15_200, 15_000));
        assertEquals(Refusal.TILL_CLOSED, refusal(key(200)));
        assertEquals(1, counter.store.totals().tickets());
    }

    @Test
    void everyFactOfASessionCarriesIt() {
        done(open(15_000));
        done(sell(Tender.CASH, 200));
        done(close(15_200, 15_000));
        List<Optional<String>> sessions =
                facts().stream().map(f -> f.context().tillSession()).toList();
        Optional<String> first = Optional.of("S-901-1");
        assertEquals(List.of(Optional.empty(), first, first, first), sessions);
        TillFact.TillOpened again = fact(open(14_990), TillFact.TillOpened.class);
        assertEquals(Optional.of("S-901-2"), again.context().tillSession());
        assertEquals(Optional.of(Money.cents(15_000)), again.expected());
    }

    @Test
    void aDifferenceIsDataAndOneBeyondTheThresholdTakesAManagersWord() {
        done(open(10_000));
        done(sell(Tender.CASH, 2_000));
        assertEquals(Refusal.MANAGER_NEEDED, refusal(close(11_499, 10_000)));
        assertEquals(Refusal.LEFT_TOO_MUCH, refusal(close(12_000, 12_001)));
        Closing closing = fact(
                closings.closeDay(
                        counter.station,
                        counter.token(),
                        cents(11_499),
                        Money.cents(10_000),
                        Optional.of(MANAGER),
                        false,
                        counter.now),
                Closing.class);
        assertEquals(Money.cents(-501), closing.drawer().orElseThrow().difference());
        assertEquals(Optional.of(MANAGER), closing.drawer().orElseThrow().approvedBy());
        done(open(10_000));
        assertEquals(
                Money.cents(500),
                fact(close(10_500, 0), Closing.class).drawer().orElseThrow().difference());
    }

    @Test
    void aClosingIsNeverImpossible() {
        done(open(10_000));
        Closing closing = fact(
                closings.closeDay(
                        counter.station,
                        counter.token(),
                        CashCount.NOTHING,
                        Money.ZERO,
                        Optional.empty(),
                        true,
                        counter.now),
                Closing.class);
        assertEquals(Money.cents(-10_000), closing.drawer().orElseThrow().difference());
        assertEquals(Optional.empty(), closing.drawer().orElseThrow().approvedBy());
    }

    @Test
    void aDayThatNobodyClosedIsCountedBeforeTheNextOneBegins() {
        done(open(10_000));
        done(key(300));
        counter.now = counter.now.plus(Duration.ofDays(1));
        Answer sold = till.pay(
                counter.station, counter.token(), List.of(new TenderLine(Tender.CARD, Money.cents(300))), counter.now);
        assertEquals(Refusal.TILL_LEFT_OPEN, refusal(sold));
        assertEquals("La caisse du 23/11/2026 est restée ouverte.", sold.sentence());
        assertEquals(Refusal.TILL_LEFT_OPEN, refusal(open(10_000)));
        Closing closing = fact(close(10_000, 10_000), Closing.class);
        assertEquals("2026-11-23", closing.period());
        done(open(10_000));
        assertEquals(1, till.ticket(counter.station).lines().size(), "the open ticket waited");
        done(till.pay(
                counter.station, counter.token(), List.of(new TenderLine(Tender.CARD, Money.cents(300))), counter.now));
    }

    @Test
    void monthAndYearAreClosedByTheirOwnAtTheFirstOpeningAfterThem() {
        done(open(10_000));
        done(sell(Tender.CARD, 500));
        done(close(10_000, 10_000));
        counter.now = counter.now.plus(Duration.ofDays(45));
        done(open(10_000));
        List<Closing> closed =
                closings.last(9).reversed().stream().map(Closings.Closed::fact).toList();
        assertEquals(
                List.of("2026-11-23", "2026-11", "2026"),
                closed.stream().map(Closing::period).toList());
        assertTrue(closed.stream().allMatch(c -> c.totals().net().equals(Money.cents(500))));
        assertEquals(List.of(PrintJob.Kind.CLOSING, PrintJob.Kind.CLOSING, PrintJob.Kind.CLOSING), waiting());
    }

    @Test
    void aManagerClosesAMonthEarlyOnceTheDayIsClosed() {
        done(open(10_000));
        assertEquals(
                Refusal.NOT_YOUR_MODE,
                refusal(closings.closePeriod(counter.station, counter.token(), ClosingKind.MONTH, counter.now)));
        counter.station.signIn(TestCounter.MANAGER);
        assertEquals(
                Refusal.TILL_NOT_CLOSED,
                refusal(closings.closePeriod(counter.station, counter.token(), ClosingKind.MONTH, counter.now)));
        done(close(10_000, 10_000));
        done(closings.closePeriod(counter.station, counter.token(), ClosingKind.MONTH, counter.now));
        assertEquals(
                Refusal.NOTHING_TO_CLOSE,
                refusal(closings.closePeriod(counter.station, counter.token(), ClosingKind.MONTH, counter.now)));
        done(closings.closePeriod(counter.station, counter.token(), ClosingKind.YEAR, counter.now));
    }

    @Test
    void cashMovesForAReasonAndTheDrawerOpensForIt() {
        done(open(10_000));
        Answer none = closings.move(
                counter.station, counter.token(), CashMove.OUT, Optional.of(Money.cents(500)), "", counter.now);
        assertEquals(Refusal.NO_REASON, refusal(none));
        Answer unread =
                closings.move(counter.station, counter.token(), CashMove.OUT, Optional.empty(), "Achat", counter.now);
        assertEquals(Refusal.BAD_AMOUNT, refusal(unread));
        done(closings.move(
                counter.station,
                counter.token(),
                CashMove.IN,
                Optional.of(Money.cents(2_000)),
                "Monnaie",
                counter.now));
        done(closings.move(
                counter.station, counter.token(), CashMove.OUT, Optional.of(Money.cents(650)), "Achat", counter.now));
        assertEquals(Optional.of(Money.cents(11_350)), closings.book().expectedCash());
        assertEquals(List.of(PrintJob.Kind.DRAWER, PrintJob.Kind.DRAWER), waiting());
    }

    @Test
    void chequesGoToTheBankOnce() {
        done(open(10_000));
        assertEquals(
                Refusal.NOTHING_FOR_BANK,
                refusal(closings.bank(counter.station, counter.token(), CashCount.NOTHING, counter.now)));
        done(sell(Tender.CHEQUE, 2_300));
        done(sell(Tender.CASH, 5_000));
        done(sell(Tender.CHEQUE, 700));
        TillFact.CashMoved moved = fact(
                closings.bank(counter.station, counter.token(), cents(5_000), counter.now), TillFact.CashMoved.class);
        assertEquals(
                List.of(2_300L, 700L),
                moved.cheques().stream().map(c -> c.amount().cents()).toList());
        assertEquals(List.of(), closings.cheques());
        assertEquals(Optional.of(Money.cents(10_000)), closings.book().expectedCash());
        assertTrue(waiting().contains(PrintJob.Kind.BANK_SLIP));
    }

    @Test
    void theDrawerOpensWithoutASaleOnlyForAReasonThatIsWrittenDown() {
        assertEquals(
                Refusal.NO_REASON, refusal(closings.openDrawer(counter.station, counter.token(), " ", counter.now)));
        assertEquals(List.of(), waiting());
        TillFact.TechnicalNoted noted = fact(
                closings.openDrawer(counter.station, counter.token(), "Faire de la monnaie", counter.now),
                TillFact.TechnicalNoted.class);
        assertEquals(TechnicalEvent.DRAWER_OPENED, noted.event());
        assertEquals("Faire de la monnaie", noted.detail());
        assertEquals(List.of(PrintJob.Kind.DRAWER), waiting());
    }

    @Test
    void aZThatCameOutIsPrintedAgainAsANumberedDuplicate() {
        done(open(10_000));
        FactId id = done(close(10_000, 10_000)).fact().orElseThrow();
        done(closings.print(counter.station, counter.token(), id, counter.now));
        assertEquals(List.of(PrintJob.Kind.CLOSING), waiting(), "asked twice, printed once");
        printed();
        assertEquals(
                "Le duplicata 1 du Z s’imprime.",
                done(closings.print(counter.station, counter.token(), id, counter.now))
                        .sentence());
        printed();
        done(closings.print(counter.station, counter.token(), id, counter.now));
        List<TillFact.DuplicatePrinted> copies = facts().stream()
                .filter(TillFact.DuplicatePrinted.class::isInstance)
                .map(TillFact.DuplicatePrinted.class::cast)
                .toList();
        assertEquals(List.of(1L, 2L), copies.stream().map(c -> c.number()).toList());
        assertEquals(List.of(1, 2), copies.stream().map(c -> c.copy()).toList());
    }

    private void printed() {
        PrintQueue queue = new PrintQueue(counter.store);
        PrintJob job = queue.begin(queue.waiting(counter.station.code()).getFirst(), counter.now)
                .orElseThrow();
        queue.finish(job, new fr.lamine.hardware.printer.PrintResult.Printed(), true, counter.now);
    }

    /// Float, sales, moves and slips of random days, with the drawer kept beside the books.
    @Test
    void overRandomDaysTheBooksExpectWhatTheDrawerHolds() {
        long seed = 94_110;
        Random random = new Random(seed);
        long drawer = 10_000;
        long tickets = 0;
        for (int day = 0; day < 12; day++) {
            String at = "seed " + seed + ", day " + day;
            done(open(drawer));
            long sold = 0;
            int count = random.nextInt(6);
            for (int i = 0; i < count; i++) {
                long cents = 50L * (1 + random.nextInt(60));
                Tender tender = List.of(Tender.CASH, Tender.CARD, Tender.CHEQUE).get(random.nextInt(3));
                done(sell(tender, cents));
                sold += cents;
                drawer += tender == Tender.CASH ? cents : 0;
            }
            long moved = 1 + random.nextInt(2_000);
            boolean in = random.nextBoolean();
            done(closings.move(
                    counter.station,
                    counter.token(),
                    in ? CashMove.IN : CashMove.OUT,
                    Optional.of(Money.cents(moved)),
                    "Monnaie",
                    counter.now));
            drawer += in ? moved : -moved;
            if (random.nextInt(3) == 0 && drawer > 5_000) {
                done(closings.bank(counter.station, counter.token(), cents(3_000), counter.now));
                drawer -= 3_000;
            }
            long slip = random.nextInt(5) - 2;
            Closing closing = fact(close(drawer + slip, drawer + slip), Closing.class);
            drawer += slip;
            assertEquals(Money.cents(slip), closing.drawer().orElseThrow().difference(), at);
            assertEquals(Money.cents(sold), closing.totals().net(), at);
            assertEquals(count, closing.totals().tickets(), at);
            assertEquals(day + 1, closing.number(), at);
            tickets += count;
            assertEquals(tickets, closing.perpetual().tickets(), at);
            counter.now = counter.now.plus(Duration.ofDays(1 + random.nextInt(9)));
        }
    }
}
