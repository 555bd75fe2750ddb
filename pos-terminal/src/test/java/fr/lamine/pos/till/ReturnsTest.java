package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.journal.Head;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.ItemState;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Question;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.sync.OfficeWord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReturnsTest {

    private static final CategoryCode DISHES = new CategoryCode("vaisselle");
    private static final ItemCode LAMP = ItemCode.of(902, 17);

    @TempDir
    Path root;

    private TestCounter counter;
    private Till till;
    private Returns returns;

    @BeforeEach
    void openTheShop() {
        counter = TestCounter.open(root).openTill();
        till = new Till(counter.commands);
        returns = new Returns(counter.commands);
        counter.receive(
                2,
                List.of(new ItemState(
                        LAMP,
                        DISHES,
                        "Lampe",
                        TestCounter.ARCUEIL,
                        1,
                        0,
                        Mass.grams(900),
                        Mass.grams(900),
                        Money.cents(800),
                        Money.cents(800))));
    }

    @AfterEach
    void closeTheShop() {
        counter.close();
    }

    private static FactId recorded(Answer answer) {
        return assertInstanceOf(Answer.Done.class, answer, answer::toString)
                .fact()
                .orElseThrow();
    }

    private static void done(Answer answer) {
        assertInstanceOf(Answer.Done.class, answer, answer::toString);
    }

    private static Refusal refusal(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer, answer::toString).refusal();
    }

    private Fact.Sale sale(FactId id) {
        return till.sale(id).orElseThrow();
    }

    private Answer scanLamp() {
        return till.scan(counter.station, ScannedCode.parse(LAMP.digits(), List.of()), counter.now);
    }

    private void key(long cents, int pieces) {
        done(till.addCategory(
                counter.station,
                counter.token(),
                DISHES,
                Optional.of(Money.cents(cents)),
                pieces,
                new Grounds(Optional.of("Prix convenu"), Optional.of(TestCounter.MANAGER.code())),
                counter.now));
    }

    private FactId pay(Tender tender, long cents) {
        return recorded(till.pay(
                counter.station, counter.token(), List.of(new TenderLine(tender, Money.cents(cents))), counter.now));
    }

    private Answer bringBack(FactId sale, int line, int pieces, ReturnReason reason) {
        return returns.bringBack(
                counter.station,
                counter.token(),
                new ReturnLine.SoldLine(sale, line),
                pieces,
                reason,
                new OfficeWord.Alone<>(),
                counter.now);
    }

    private Answer refund(Tender tender) {
        return till.refund(counter.station, counter.token(), tender, counter.now);
    }

    @Test
    void aReturnedItemStandsOnTheShelfAgainAndIsSoldWithoutAQuestion() {
        done(scanLamp());
        FactId sold = pay(Tender.CASH, 1_000);
        Answer.Asked asked = assertInstanceOf(Answer.Asked.class, scanLamp());
        assertEquals(Question.SOLD_ALREADY, asked.question());
        done(bringBack(sold, 0, 1, ReturnReason.UNSUITABLE));
        Fact.Sale back = sale(recorded(refund(Tender.CASH)));
        assertEquals(-800, back.total().cents());
        assertEquals(List.of(new TenderLine(Tender.CASH, Money.cents(800))), back.givenBack());
        assertEquals(0, back.totalsAfter().net().cents());
        assertEquals(1_600, back.totalsAfter().absolute().cents());
        ReturnLine line = back.returns().getFirst();
        assertTrue(line.verified());
        assertEquals(Optional.of(new ReturnLine.SoldLine(sold, 0)), line.of());
        assertEquals(Area.SHOP, line.to().area());
        done(scanLamp());
        pay(Tender.CARD, 800);
    }

    @Test
    void whatGoesToSortingIsNotOnTheShelf() {
        done(scanLamp());
        FactId sold = pay(Tender.CASH, 1_000);
        done(bringBack(sold, 0, 1, ReturnReason.BROKEN));
        recorded(refund(Tender.CASH));
        assertInstanceOf(Answer.Asked.class, scanLamp());
    }

    @Test
    void anExchangePaysTheDifferenceOnOneTicket() {
        key(300, 1);
        FactId sold = pay(Tender.CASH, 300);
        done(bringBack(sold, 0, 1, ReturnReason.UNSUITABLE));
        done(scanLamp());
        assertEquals(500, till.ticket(counter.station).due().cents());
        Fact.Sale exchange = sale(pay(Tender.CASH, 1_000));
        assertEquals(500, exchange.change().cents());
        assertEquals(1, exchange.returns().size());
        assertEquals(1, exchange.lines().size());
        assertEquals(Refusal.ALL_RETURNED, refusal(bringBack(sold, 0, 1, ReturnReason.MISTAKE)));
    }

    @Test
    void everyRefusalIsSaidOnce() {
        key(200, 3);
        FactId card = pay(Tender.CARD, 600);
        assertEquals(Refusal.NO_SUCH_LINE, refusal(bringBack(card, 1, 1, ReturnReason.BROKEN)));
        assertEquals(Refusal.BAD_PIECES, refusal(bringBack(card, 0, 0, ReturnReason.BROKEN)));
        assertEquals(Refusal.MORE_THAN_SOLD, refusal(bringBack(card, 0, 4, ReturnReason.BROKEN)));
        assertEquals(Refusal.NOTHING_TO_REFUND, refusal(refund(Tender.CASH)));
        done(bringBack(card, 0, 2, ReturnReason.BROKEN));
        assertEquals(Refusal.MORE_THAN_SOLD, refusal(bringBack(card, 0, 2, ReturnReason.BROKEN)));
        assertEquals(Refusal.NOT_SO_REFUNDED, refusal(refund(Tender.CASH)), "it was paid by card");
        assertEquals(Refusal.NOT_SO_REFUNDED, refusal(refund(Tender.CHEQUE)));
        assertEquals(Refusal.REFUND_FIRST, refusal(till.pay(counter.station, counter.token(), List.of(), counter.now)));
        recorded(refund(Tender.CARD));
        done(bringBack(card, 0, 1, ReturnReason.BROKEN));
        assertEquals(Refusal.ALL_RETURNED, refusal(bringBack(card, 0, 1, ReturnReason.BROKEN)));
        assertEquals(Refusal.NO_SUCH_LINE, refusal(returns.keep(counter.station, counter.token(), 1, counter.now)));
        done(returns.keep(counter.station, counter.token(), 0, counter.now));
        assertTrue(till.ticket(counter.station).holdsNothing());
        assertEquals(Refusal.UNKNOWN_SALE, refusal(bringBack(FactId.parse("901/1/1"), 0, 1, ReturnReason.BROKEN)));
        assertEquals(
                FactId.parse("902/1/7"),
                assertInstanceOf(Returns.Foreign.class, returns.find("902-1-7")).sale());
        assertEquals(
                Refusal.UNKNOWN_SALE,
                assertInstanceOf(Returns.NotHere.class, returns.find("901-1-999"))
                        .why()
                        .refusal());
        assertEquals(
                card,
                assertInstanceOf(Returns.Sold.class, returns.find("901-1-" + card.seq()))
                        .sale());
    }

    private String voucherGivenBack() {
        key(900, 1);
        done(bringBack(pay(Tender.CHEQUE, 900), 0, 1, ReturnReason.DAMAGED));
        return sale(recorded(refund(Tender.VOUCHER)))
                .givenBack()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    @Test
    void vouchersThatAnotherBranchMayHaveGivenAreLeftOut() {
        assertEquals("901-1", voucherGivenBack());
        counter.store.endGeneration(
                counter.station.machineContext(counter.book.current(), counter.now),
                1,
                ContinueCause.FORK,
                Optional.empty());
        assertEquals("901-100002", voucherGivenBack(), "two papers with one number could both be spent");
    }

    @Test
    void vouchersThatOnlyTheOfficeRemembersAreLeftOut() {
        assertEquals("901-1", voucherGivenBack());
        Head here = counter.store.head();
        counter.store.endGeneration(
                counter.station.machineContext(counter.book.current(), counter.now),
                1,
                ContinueCause.OFFICE_AHEAD,
                Optional.of(new Head(here.journal(), here.seq() + 2, "ab".repeat(32))));
        assertEquals("901-422", voucherGivenBack(), "each of the two may have been a ticket full of vouchers");
    }

    @Test
    void aVoucherIsPrintedScannedSpentInPartsAndNeverTwice() {
        key(900, 1);
        FactId cheque = pay(Tender.CHEQUE, 900);
        done(bringBack(cheque, 0, 1, ReturnReason.DAMAGED));
        assertEquals(List.of(Tender.VOUCHER), returns.refundable(till.ticket(counter.station)));
        FactId refund = recorded(refund(Tender.VOUCHER));
        assertEquals(
                List.of(TenderLine.voucher("901-1", Money.cents(900))),
                sale(refund).givenBack());
        assertEquals(1, sale(refund).totalsAfter().vouchers());
        assertTrue(new PrintQueue(counter.store)
                .last(PrintJob.Kind.VOUCHER, refund)
                .isPresent());

        assertEquals(Refusal.EMPTY_TICKET, refusal(voucher("901-1")));
        key(600, 1);
        assertEquals(Refusal.UNKNOWN_VOUCHER, refusal(voucher("901-2")));
        assertEquals(Refusal.UNKNOWN_VOUCHER, refusal(voucher("901-x")));
        assertEquals(Refusal.VOUCHER_ELSEWHERE, refusal(voucher("902-1")));
        Fact.Sale first = sale(recorded(voucher("901-1")));
        assertEquals(List.of(TenderLine.voucher("901-1", Money.cents(600))), first.tenders());
        key(500, 1);
        done(voucher("901-1"));
        assertEquals(200, till.ticket(counter.station).due().cents(), "three euros were left on it");
        assertEquals(Refusal.VOUCHER_SPENT, refusal(voucher("901-1")));
        recorded(
                till.tender(counter.station, counter.token(), Tender.CASH, Optional.of(Money.cents(200)), counter.now));
        key(100, 1);
        assertEquals(Refusal.VOUCHER_SPENT, refusal(voucher("901-1")));
    }

    private Answer voucher(String code) {
        return till.voucher(counter.station, Optional.empty(), code, new OfficeWord.Alone<>(), counter.now);
    }

    /// Whatever comes back in whatever steps: never more pieces or cents than were sold, and all pieces together give
    /// back all cents and all grams.
    @Test
    void verifiedRefundsNeverExceedWhatWasSold() {
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            int lines = 1 + random.nextInt(3);
            for (int i = 0; i < lines; i++) {
                key(1 + random.nextInt(500), 1 + random.nextInt(7));
            }
            long paid = till.ticket(counter.station).total().cents();
            FactId sold = pay(Tender.CASH, paid);
            Fact.Sale sale = sale(sold);
            Map<Integer, int[]> back = new HashMap<>();
            Map<Integer, Long> grams = new HashMap<>();
            long given = 0;
            for (int step = 0; step < 60; step++) {
                int line = random.nextInt(lines);
                Answer answer = bringBack(sold, line, 1 + random.nextInt(3), ReturnReason.UNSUITABLE);
                if (answer instanceof Answer.Refused || random.nextInt(3) > 0) {
                    continue;
                }
                if (till.ticket(counter.station).total().isNegative()) {
                    given += settle(sale, back, grams, Tender.CASH);
                }
            }
            if (!till.ticket(counter.station).holdsNothing()
                    && till.ticket(counter.station).total().isNegative()) {
                given += settle(sale, back, grams, Tender.CASH);
            }
            assertTrue(given <= paid, "seed " + seed + " gave back " + given + " of " + paid);
            boolean whole = true;
            for (int i = 0; i < lines; i++) {
                SaleLine line = sale.lines().get(i);
                int pieces = back.getOrDefault(i, new int[1])[0];
                assertTrue(pieces <= line.pieces(), "seed " + seed + " line " + i);
                whole &= pieces == line.pieces();
                if (pieces == line.pieces()) {
                    assertEquals(line.mass().grams(), grams.get(i), "seed " + seed + " grams of line " + i);
                }
            }
            if (whole) {
                assertEquals(paid, given, "seed " + seed);
            }
        }
    }

    private long settle(Fact.Sale sale, Map<Integer, int[]> back, Map<Integer, Long> grams, Tender tender) {
        Fact.Sale refund = sale(recorded(refund(tender)));
        for (ReturnLine line : refund.returns()) {
            int index = line.of().orElseThrow().line();
            back.computeIfAbsent(index, _ -> new int[1])[0] += line.pieces();
            grams.merge(index, line.mass().grams(), Long::sum);
        }
        assertEquals(refund.total(), refund.returned().negated());
        return refund.returned().cents();
    }
}
