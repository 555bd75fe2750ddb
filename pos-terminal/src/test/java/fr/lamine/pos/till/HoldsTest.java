package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.closing.Closings;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tickets on hold, on a real store.
final class HoldsTest {

    private static final CategoryCode DISHES = new CategoryCode("vaisselle");

    @TempDir
    Path root;

    private TestCounter counter;
    private Till till;
    private Holds holds;

    @BeforeEach
    void openTheShop() {
        counter = TestCounter.open(root).openTill();
        till = new Till(counter.commands);
        holds = new Holds(counter.commands);
    }

    @AfterEach
    void closeTheShop() {
        counter.close();
    }

    private void restart() {
        counter.close();
        openTheShop();
    }

    private void key(long cents) {
        till.addCategory(
                counter.station,
                counter.token(),
                DISHES,
                Optional.of(Money.cents(cents)),
                1,
                Grounds.of("Prix convenu"),
                counter.now);
    }

    private Answer hold() {
        return holds.hold(counter.station, counter.token(), counter.now);
    }

    private Answer resume(long id) {
        return holds.resume(counter.station, counter.token(), id, counter.now);
    }

    private static Refusal refusal(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer, answer::toString).refusal();
    }

    private Money total() {
        return till.ticket(counter.station).total();
    }

    private <F extends Fact> List<F> facts(Class<F> type) {
        return counter.store.entries(1, 0, 100).stream()
                .map((Entry entry) -> Json.fact(entry))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, 0, EMPTY_TICKET",
        "1, true,  0, TICKET_BEING_PAID",
        "1, false, 8, TOO_MANY_HELD",
        "1, false, 7, ",
        "1, false, 0, "
    })
    void whatIsBeingPaidOrHoldsNothingStaysWhereItIs(int lines, boolean paying, int waiting, Refusal expected) {
        for (int i = 0; i < lines; i++) {
            key(150);
        }
        OpenTicket ticket = till.ticket(counter.station);
        OpenTicket judged = paying ? ticket.paying(List.of(new TenderLine(Tender.CARD, Money.cents(1)))) : ticket;
        assertEquals(
                Optional.ofNullable(expected),
                HoldRules.hold(judged, waiting, false).map(HoldsTest::refusal));
    }

    @Test
    void severalWaitWithTheirTimeTheirPersonTheirLinesAndTheirTotal() {
        key(100);
        key(250);
        Instant first = counter.now;
        hold();
        counter.now = counter.now.plusSeconds(90);
        key(700);
        counter.station.signIn(TestCounter.MANAGER);
        hold();
        List<HeldTicket> waiting = holds.waiting();
        assertEquals(2, waiting.size());
        assertEquals("AWA", waiting.getFirst().operator().code());
        assertEquals(first, waiting.getFirst().at());
        assertEquals(2, waiting.getFirst().ticket().allLines());
        assertEquals(Money.cents(350), waiting.getFirst().ticket().total());
        assertEquals("LEA", waiting.getLast().operator().code());
        assertEquals(Money.ZERO, total(), "another one begins");
        assertTrue(facts(TillFact.TicketAbandoned.class).isEmpty(), "nothing was dropped");
    }

    @Test
    void itOutlivesTheProcessAndIsPaidLikeAnyOther() {
        key(150);
        hold();
        restart();
        HeldTicket held = holds.waiting().getFirst();
        assertEquals(Money.cents(150), held.ticket().total());
        assertInstanceOf(Answer.Done.class, resume(held.id()));
        restart();
        assertEquals(Money.cents(150), total());
        assertEquals(List.of(), holds.waiting());
        till.pay(counter.station, counter.token(), List.of(new TenderLine(Tender.CASH, Money.cents(150))), counter.now);
        assertEquals(Money.cents(150), counter.store.totals().net());
    }

    @Test
    void takingOneBackPutsTheOpenOneAsideInItsTurn() {
        key(100);
        hold();
        key(900);
        long first = holds.waiting().getFirst().id();
        resume(first);
        assertEquals(Money.cents(100), total());
        assertEquals(
                List.of(Money.cents(900)),
                holds.waiting().stream().map(h -> h.ticket().total()).toList());
        assertEquals(Refusal.NO_SUCH_HELD, refusal(resume(first)), "somebody has it already");
    }

    @Test
    void aFormSentTwicePutsOneTicketAside() {
        key(100);
        String token = counter.token();
        holds.hold(counter.station, token, counter.now);
        key(200);
        holds.hold(counter.station, token, counter.now);
        assertEquals(1, holds.waiting().size());
        assertEquals(Money.cents(200), total());
    }

    @Test
    void theDayIsClosedOverThemAndEachIsAbandonedUnderItsOwnFact() {
        key(100);
        hold();
        key(250);
        hold();
        Answer closed = new Closings(counter.commands)
                .closeDay(
                        counter.station,
                        counter.token(),
                        CashCount.fewest(TestCounter.FLOAT),
                        TestCounter.FLOAT,
                        Optional.empty(),
                        false,
                        counter.now);
        assertTrue(closed.sentence().endsWith("Les 2 tickets en attente sont abandonnés."), closed.sentence());
        assertEquals(
                List.of(Money.cents(100), Money.cents(250)),
                facts(TillFact.TicketAbandoned.class).stream()
                        .map(TillFact.TicketAbandoned::total)
                        .toList());
        TillFact.Closing z = facts(TillFact.Closing.class).getFirst();
        assertEquals(ClosingKind.DAY, z.kind());
        assertEquals(2, z.totals().voided(), "the Z counts them");
        assertEquals(List.of(), holds.waiting());
        restart();
        assertEquals(Money.ZERO, total());
    }
}
