package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.cardterminal.CardResult;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.TenderLine.Word;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.till.CardPayment.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Payments over the card terminal on real files, with restarts at the worst moments.
final class CardsTest {

    private static final Money PRICE = Money.cents(300);

    @TempDir
    Path root;

    private TestCounter counter;
    private Till till;
    private Cards cards;
    private final List<CardPayment> sent = new ArrayList<>();

    @BeforeEach
    void openTheShop() {
        start();
        till.addCategory(
                counter.station, counter.token(), new CategoryCode("livre"), Optional.of(PRICE), 1, counter.now);
    }

    private void start() {
        counter = TestCounter.open(root).openTill();
        till = new Till(counter.commands);
        cards = new Cards(till);
        cards.recover(counter.now);
    }

    private void restart() {
        counter.close();
        start();
    }

    @AfterEach
    void closeTheShop() {
        counter.close();
    }

    private Answer ask(String token) {
        return cards.ask(counter.station, token, Optional.of(PRICE), sent::add, counter.now);
    }

    private Answer came(CardResult result) {
        return cards.came(counter.station, sent.getFirst(), result, counter.now);
    }

    private Answer say(boolean accepted) {
        return cards.say(counter.station, counter.token(), accepted, counter.now);
    }

    private static Refusal refusal(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer, answer::toString).refusal();
    }

    @Test
    void aTicketIsNotPutAsideWhileItsCardPaymentIsOpen() {
        ask(counter.token());
        Holds holds = new Holds(counter.commands);
        assertEquals(Refusal.CARD_PENDING, refusal(holds.hold(counter.station, counter.token(), counter.now)));
        came(new CardResult.Declined("Refusé."));
        assertInstanceOf(Answer.Done.class, holds.hold(counter.station, counter.token(), counter.now));
        long waiting = holds.waiting().getFirst().id();
        till.addCategory(
                counter.station, counter.token(), new CategoryCode("livre"), Optional.of(PRICE), 1, counter.now);
        ask(counter.token());
        assertEquals(
                Refusal.CARD_PENDING, refusal(holds.resume(counter.station, counter.token(), waiting, counter.now)));
    }

    private State state() {
        return cards.open(counter.station).orElseThrow().state();
    }

    private Fact.Sale last() {
        return till.lastSales(1).getFirst().fact();
    }

    @Test
    void aPaymentIsWrittenDownBeforeItIsSent() {
        cards.ask(
                counter.station,
                counter.token(),
                Optional.of(PRICE),
                payment -> {
                    sent.add(payment);
                    assertEquals(State.ASKED, state());
                },
                counter.now);
        assertEquals(1, sent.size());
    }

    @Test
    void aProcessThatComesBackAsksAPersonAndSendsNothing() {
        String token = counter.token();
        ask(token);
        restart();
        assertEquals(State.DOUBTFUL, state());
        ask(token);
        assertEquals(Refusal.CARD_PENDING, refusal(ask(counter.token())));
        assertEquals(1, sent.size());
        assertInstanceOf(Answer.Done.class, say(true));
        assertEquals(Word.AFTER_DOUBT, last().tenders().getFirst().word());
        restart();
        assertTrue(cards.open(counter.station).isEmpty());
        assertEquals(Refusal.NO_CARD_DOUBT, refusal(say(true)));
        assertEquals(1, till.lastSales(5).size());
    }

    @Test
    void anAnswerAfterANoIsSaidAndChangesNothing() {
        ask(counter.token());
        cards.giveUp(counter.station, counter.token(), counter.now);
        say(false);
        assertEquals(Refusal.CARD_PAID_LATE, refusal(came(new CardResult.Paid(PRICE, "77"))));
        assertEquals(List.of(), till.lastSales(1));
    }

    @Test
    void anAnswerThatComesWhileAPersonThinksIsBelieved() {
        ask(counter.token());
        cards.giveUp(counter.station, counter.token(), counter.now);
        assertInstanceOf(Answer.Done.class, came(new CardResult.Paid(PRICE, "77")));
        assertEquals(Word.DEVICE, last().tenders().getFirst().word());
        assertEquals(Refusal.NO_CARD_DOUBT, refusal(say(true)));
    }

    @Test
    void aYesBeforeTheAnswerIsCountedOnce() {
        ask(counter.token());
        cards.giveUp(counter.station, counter.token(), counter.now);
        say(true);
        assertInstanceOf(Answer.Done.class, came(new CardResult.Paid(PRICE, "77")));
        assertEquals(1, till.lastSales(5).size());
    }

    @Test
    void moneyThatWasTakenStaysOnTheTicketWhenTheTillMayNotSellAnyMore() {
        ask(counter.token());
        counter.now = counter.now.plus(Duration.ofDays(1));
        assertEquals(Refusal.TILL_LEFT_OPEN, refusal(came(new CardResult.Paid(PRICE, "77"))));
        OpenTicket ticket = till.ticket(counter.station);
        assertEquals(Word.DEVICE, ticket.tenders().getFirst().word());
        assertEquals(Money.ZERO, ticket.due());
        assertEquals(
                Refusal.CARD_TAKEN,
                refusal(till.abandon(counter.station, counter.token(), counter.now)),
                "it is not forgotten by the way");
        counter.now = counter.now.minus(Duration.ofDays(1));
        assertInstanceOf(Answer.Done.class, new Tendering(till).finish(counter.station, counter.token(), counter.now));
        assertEquals(Optional.of("77"), last().tenders().getFirst().reference());
    }

    @Test
    void whatCannotBePaidIsNeverSent() {
        assertEquals(
                Refusal.MORE_THAN_DUE,
                refusal(cards.ask(
                        counter.station, counter.token(), Optional.of(Money.cents(301)), sent::add, counter.now)));
        assertEquals(
                Refusal.BAD_AMOUNT,
                refusal(cards.ask(counter.station, counter.token(), Optional.empty(), sent::add, counter.now)));
        till.abandon(counter.station, counter.token(), counter.now);
        assertEquals(Refusal.EMPTY_TICKET, refusal(ask(counter.token())));
        counter.station.signOut();
        assertEquals(Refusal.NOT_SIGNED_IN, refusal(ask(counter.token())));
        assertEquals(List.of(), sent);
    }
}
