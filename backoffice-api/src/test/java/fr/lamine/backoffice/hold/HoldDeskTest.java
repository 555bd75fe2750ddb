package fr.lamine.backoffice.hold;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static fr.lamine.backoffice.TestOffice.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.journal.Rebuild;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.ReturnLine.SoldLine;
import fr.lamine.model.journal.Json;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.HoldRelease;
import fr.lamine.model.sync.LineHold;
import fr.lamine.model.sync.LineHold.LineBack;
import fr.lamine.model.sync.LineHold.LineHeld;
import fr.lamine.model.sync.SoldElsewhere;
import fr.lamine.model.sync.VoucherHold;
import fr.lamine.model.sync.VoucherHold.VoucherHeld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class HoldDeskTest {

    private static final StationCode P1 = new StationCode("P1");
    private static final String VOUCHER = "101-1";

    private final TestTerminal giver = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(NOON);
    private final TestTerminal taker = new TestTerminal("102", ARCUEIL, JournalKind.REAL).open(NOON);
    private final TestTerminal third = new TestTerminal("103", ARCUEIL, JournalKind.REAL).open(NOON);
    private final TestTerminal training = new TestTerminal("990", ARCUEIL, JournalKind.TRAINING).open(NOON);
    private TestOffice office;
    private FactId sold;

    /// Three things were sold at 9 € each, and one of them came back for a voucher.
    @BeforeEach
    void openTheOffice(Database database) {
        office = new TestOffice(database, JournalKind.REAL);
        List.of(giver, taker, third, training).forEach(office::enrol);
        sold = giver.sell(at(1), Tender.CASH, TestFacts.unlabelled(DISHES, 3, 900, 900))
                .id();
        SaleLine line = sale(giver).lines().getFirst();
        giver.add(TestFacts.exchange(
                ARCUEIL,
                at(2),
                giver.totals,
                giver.id,
                List.of(),
                List.of(TestFacts.returned(ARCUEIL, line, 1, Optional.of(new SoldLine(sold, 0)), Area.SHOP)),
                Optional.empty()));
        assertEquals(VOUCHER, sale(giver).givenBack().getFirst().reference().orElseThrow());
        office.take(giver.from(0));
    }

    private static Fact.Sale sale(TestTerminal till) {
        return (Fact.Sale) Json.fact(till.entries.getLast());
    }

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    private Optional<VoucherHeld> hold(TestTerminal till, String ticket, long cents, int minute) {
        var asked = new VoucherHold(VOUCHER, P1, ticket, at(minute), Money.cents(cents));
        return office.database.inTransaction(h -> HoldDesk.hold(h, till.id, asked, at(minute)));
    }

    private long held(TestTerminal till, String ticket, long cents, int minute) {
        return hold(till, ticket, cents, minute).orElseThrow().amount().cents();
    }

    private Optional<LineHeld> holdLine(TestTerminal till, String ticket, int pieces, int minute) {
        var asked = new LineHold(sold, 0, P1, ticket, at(minute), pieces);
        return office.database.inTransaction(h -> HoldDesk.hold(h, till.id, asked, at(minute)));
    }

    private void release(TestTerminal till, String ticket, String subject) {
        office.database.useTransaction(h -> HoldDao.release(h, till.id, ticket, subject));
    }

    /// A sale of some cents paid by the voucher.
    private void spend(TestTerminal till, int minute, int cents) {
        till.add(TestFacts.exchange(
                ARCUEIL,
                at(minute),
                till.totals,
                till.id,
                List.of(TestFacts.unlabelled(DISHES, 1, 300, cents)),
                List.of(),
                Optional.of(VOUCHER)));
    }

    private List<String> givenBackTooMuch() {
        return office.discrepancies().stream()
                .filter(d -> d.matches("(RETURN|VOUCHER).*"))
                .toList();
    }

    @Test
    void askedTwiceForOneTicketItHoldsOnceAndAnotherTicketGetsTheRest() {
        assertEquals(600, held(taker, "ticket-a1", 600, 3));
        assertEquals(
                Optional.of(new VoucherHeld(Money.cents(600), Money.cents(900), 900)),
                hold(taker, "ticket-a1", 600, 4));
        assertEquals(300, held(third, "ticket-b1", 500, 4));
        assertEquals(0, held(giver, "ticket-c1", 100, 4), "the till that gave it out has no more right to it");
        assertEquals(600, held(taker, "ticket-a1", 900, 4), "more than is left is not held");
    }

    @Test
    void aReleaseSaidTwiceGivesBackOnceAndOnlyTheOwnHold() {
        held(taker, "ticket-a1", 600, 3);
        release(third, "ticket-a1", VOUCHER);
        assertEquals(300, held(third, "ticket-b1", 900, 3));
        release(taker, "ticket-a1", VOUCHER);
        release(taker, "ticket-a1", VOUCHER);
        assertEquals(900, held(third, "ticket-b1", 900, 3));
    }

    @Test
    void theSaleUsesItsHoldUpAndWhatIsLeftCanBeHeldAgain() {
        held(taker, "ticket-a1", 600, 3);
        spend(taker, 4, 400);
        office.take(taker.from(0));
        assertEquals(0, office.count("SELECT count(*) FROM hold"));
        assertEquals(500, held(third, "ticket-b1", 900, 5));
    }

    @Test
    void anOlderSaleThatArrivesLateUsesUpNothing() {
        spend(taker, 3, 100);
        held(taker, "ticket-a1", 600, 4);
        office.take(taker.from(0));
        assertEquals(200, held(third, "ticket-b1", 900, 5), "900 less 100 spent less 600 held");
        office.database.useTransaction(h -> Rebuild.all(h, at(6)));
        assertEquals(200, held(third, "ticket-b1", 900, 6), "a rebuild uses up nothing either");
    }

    @Test
    void aTillThatIsNeverHeardAgainGivesUpInTheEnd() {
        held(taker, "ticket-a1", 600, 3);
        int half = (int) HoldDesk.KEPT.toMinutes() / 2;
        assertEquals(300, held(third, "ticket-b1", 900, half));
        release(third, "ticket-b1", VOUCHER);
        assertEquals(900, held(third, "ticket-b1", 900, 3 + (int) HoldDesk.KEPT.toMinutes()));
        assertTrue(HoldDesk.USABLE.compareTo(Duration.ofMinutes(15)) <= 0);
    }

    @Test
    void theGiverMaySpendWhatTheOfficeHasNotHeardOfButNobodyElseMay() {
        var unheard = new VoucherHold("101-7", P1, "ticket-a1", at(3), Money.cents(500));
        assertEquals(Optional.empty(), office.database.inTransaction(h -> HoldDesk.hold(h, taker.id, unheard, at(3))));
        assertEquals(
                Optional.of(Money.cents(500)),
                office.database
                        .inTransaction(h -> HoldDesk.hold(h, giver.id, unheard, at(3)))
                        .map(VoucherHeld::amount));
    }

    @Test
    void aTrainingTillHoldsNothingThatIsReal() {
        assertEquals(Optional.empty(), hold(training, "ticket-t1", 100, 3));
        assertEquals(Optional.empty(), holdLine(training, "ticket-t1", 1, 3));
        assertEquals(900, held(taker, "ticket-a1", 900, 3));
    }

    @Test
    void soldPiecesAreHeldOnceAmongAllTills() {
        SoldElsewhere known = office.database
                .inTransaction(h -> HoldDesk.sale(h, taker.id, sold, at(3)))
                .orElseThrow();
        assertEquals(3, known.sale().lines().getFirst().pieces());
        assertEquals(1, known.back().getFirst().pieces());
        LineHeld held = holdLine(taker, "ticket-a1", 3, 3).orElseThrow();
        assertEquals(2, held.pieces(), "one came back before");
        assertEquals(new LineBack(0, 1, Money.cents(900), held.back().mass(), 0), held.back());
        LineHeld none = holdLine(third, "ticket-b1", 1, 3).orElseThrow();
        assertEquals(0, none.pieces());
        assertEquals(2, none.back().held());
        assertEquals(1, holdLine(taker, "ticket-a1", 1, 3).orElseThrow().pieces(), "fewer after all");
        assertEquals(1, holdLine(third, "ticket-b1", 2, 3).orElseThrow().pieces());
        SaleLine line = known.sale().lines().getFirst();
        taker.add(TestFacts.exchange(
                ARCUEIL,
                at(4),
                taker.totals,
                taker.id,
                List.of(),
                List.of(TestFacts.returned(ARCUEIL, line, 1, Optional.of(new SoldLine(sold, 0)), Area.SHOP)),
                Optional.empty()));
        office.take(taker.from(0));
        assertEquals(1, office.count("SELECT count(*) FROM hold"));
        assertEquals(0, holdLine(giver, "ticket-c1", 1, 5).orElseThrow().pieces());
        release(third, "ticket-b1", HoldRelease.subject(new SoldLine(sold, 0)));
        assertEquals(1, holdLine(giver, "ticket-c1", 1, 5).orElseThrow().pieces());
        assertEquals(List.of(), givenBackTooMuch());
    }

    @Test
    void tillsThatAskAtTheSameMomentNeverGetMoreThanThereIs() throws Exception {
        List<TestTerminal> tills = List.of(giver, taker, third);
        for (int round = 0; round < 20; round++) {
            List<Callable<Long>> asking = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                TestTerminal till = tills.get(i % 3);
                String ticket = "ticket-" + round + "-" + i / 2;
                asking.add(
                        () -> hold(till, ticket, 200, 3).orElseThrow().amount().cents());
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Long> answered : threads.invokeAll(asking)) {
                    answered.get();
                }
            }
            assertEquals(900, office.count("SELECT sum(amount)::bigint FROM hold"), "round " + round);
            office.database.useTransaction(h -> h.execute("DELETE FROM hold"));
        }
    }

    /// Sales that use holds up arrive while others ask.
    @Test
    void aSaleThatArrivesMeanwhileCountsAsAHoldOrAsAUse() throws Exception {
        for (int round = 0; round < 9; round++) {
            int minute = 10 + round;
            held(taker, "ticket-a-" + round, 100, minute);
            spend(taker, minute, 100);
            int from = round == 0 ? 0 : taker.entries.size() - 1;
            String other = "ticket-b-" + round;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var sent = threads.submit(() -> office.take(taker.from(from)));
                var asked = threads.submit(() -> held(third, other, 900, minute));
                sent.get();
                assertEquals(800 - 100L * round, asked.get(), "round " + round);
            }
            release(third, other, VOUCHER);
        }
        assertEquals(List.of(), givenBackTooMuch());
    }
}
