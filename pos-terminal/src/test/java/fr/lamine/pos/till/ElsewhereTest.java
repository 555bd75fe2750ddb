package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.fact.ReturnLine.SoldLine;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.journal.Json;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.sync.HoldRelease;
import fr.lamine.model.sync.LineHold.LineBack;
import fr.lamine.model.sync.LineHold.LineHeld;
import fr.lamine.model.sync.Role;
import fr.lamine.model.sync.VoucherHold.VoucherHeld;
import fr.lamine.model.till.TechnicalEvent;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.store.Reservations;
import fr.lamine.pos.store.Reservations.Reservation;
import fr.lamine.pos.sync.OfficeWord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What other tills gave out or sold comes to this one, by each word that the office can have for it.
final class ElsewhereTest {

    private static final CategoryCode DISHES = new CategoryCode("vaisselle");
    private static final String FOREIGN = "902-4";
    private static final OfficeWord<VoucherHeld> AWAY = new OfficeWord.Away<>();

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

    private void key(long cents) {
        done(till.addCategory(
                counter.station,
                counter.token(),
                DISHES,
                Optional.of(Money.cents(cents)),
                1,
                new Grounds(Optional.of("Prix convenu"), Optional.of(TestCounter.MANAGER.code())),
                counter.now));
    }

    /// The office holds so much of a voucher for the open ticket, of all that is left.
    private OfficeWord<VoucherHeld> held(String voucher, long cents, long left) {
        counter.store.write(counter.now, w -> {
            String ticket = Reservations.ticket(w.sql(), counter.station.code());
            Reservations.keep(
                    w.sql(),
                    counter.station.code(),
                    new Reservation(ticket, voucher, cents, counter.now.plus(Duration.ofMinutes(15))));
            return ticket;
        });
        return new OfficeWord.Said<>(new VoucherHeld(Money.cents(cents), Money.cents(left), 900));
    }

    private List<String> over() {
        return counter.store.read(sql -> Reservations.over(sql, counter.now)).stream()
                .map(Reservation::subject)
                .toList();
    }

    private Answer voucher(String code, OfficeWord<VoucherHeld> word) {
        return till.voucher(counter.station, Optional.empty(), code, word, counter.now);
    }

    private Answer cash(long cents) {
        return till.tender(counter.station, counter.token(), Tender.CASH, Optional.of(Money.cents(cents)), counter.now);
    }

    /// @return its code
    private String ownVoucher(long cents) {
        key(cents);
        FactId sale = recorded(till.pay(
                counter.station,
                counter.token(),
                List.of(new TenderLine(Tender.CARD, Money.cents(cents))),
                counter.now));
        done(returns.bringBack(
                counter.station,
                counter.token(),
                new SoldLine(sale, 0),
                1,
                ReturnReason.UNSUITABLE,
                new OfficeWord.Alone<>(),
                counter.now));
        FactId refund = recorded(till.refund(counter.station, counter.token(), Tender.VOUCHER, counter.now));
        return till.sale(refund)
                .orElseThrow()
                .givenBack()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    @Test
    void anotherTillsVoucherPaysWhatTheOfficeHoldsAndTheSaleUsesItUp() {
        key(600);
        done(voucher(FOREIGN, held(FOREIGN, 400, 400)));
        assertEquals(200, till.ticket(counter.station).due().cents());
        assertEquals(Refusal.VOUCHER_SPENT, refusal(voucher(FOREIGN, held(FOREIGN, 400, 400))));
        Fact.Sale sale = till.sale(recorded(cash(200))).orElseThrow();
        assertEquals(
                TenderLine.voucher(FOREIGN, Money.cents(400)), sale.tenders().getFirst());
        assertEquals(List.of(), over(), "nothing is to be given up");
    }

    @Test
    void whatTheOfficeSaysDecidesAboutAnotherTillsVoucher() {
        assertEquals(Refusal.EMPTY_TICKET, refusal(voucher(FOREIGN, AWAY)));
        key(600);
        assertEquals(Refusal.VOUCHER_ELSEWHERE, refusal(voucher(FOREIGN, AWAY)));
        assertEquals(Refusal.VOUCHER_ELSEWHERE, refusal(voucher(FOREIGN, new OfficeWord.Alone<>())));
        assertEquals(Refusal.VOUCHER_UNHEARD, refusal(voucher(FOREIGN, new OfficeWord.Unknown<>())));
        assertEquals(Refusal.VOUCHER_SPENT, refusal(voucher(FOREIGN, held(FOREIGN, 0, 0))));
        assertEquals(Refusal.UNKNOWN_VOUCHER, refusal(voucher("902-04", AWAY)));
    }

    @Test
    void whatNoTicketWantsAnyMoreIsGivenUpOverARestartToo() {
        key(600);
        done(voucher(FOREIGN, held(FOREIGN, 400, 400)));
        assertEquals(List.of(), over());
        done(till.takeBackTenders(counter.station, counter.token(), counter.now));
        assertEquals(List.of(FOREIGN), over());
        done(voucher(FOREIGN, held(FOREIGN, 400, 400)));
        assertEquals(List.of(), over(), "scanned again it is wanted again");
        done(till.abandon(counter.station, counter.token(), counter.now));
        assertEquals(List.of(FOREIGN), over());
        closeTheShop();
        openTheShop();
        assertEquals(List.of(FOREIGN), over());
        key(600);
        held("902-5", 100, 100);
        assertEquals(Refusal.VOUCHER_ELSEWHERE, refusal(voucher("902-5", AWAY)));
        assertTrue(over().contains("902-5"), "an answer that came too late");
    }

    @Test
    void aHoldThatLastedTooLongIsAskedForAgain() {
        key(600);
        done(voucher(FOREIGN, held(FOREIGN, 400, 400)));
        counter.now = counter.now.plus(Duration.ofMinutes(16));
        assertEquals(List.of(FOREIGN), over());
        assertEquals(Refusal.VOUCHER_HOLD_OVER, refusal(cash(200)));
        done(till.takeBackTenders(counter.station, counter.token(), counter.now));
        done(voucher(FOREIGN, held(FOREIGN, 400, 400)));
        recorded(cash(200));
    }

    @Test
    void withoutTheOfficeAnOwnVoucherIsTakenUpToACap() {
        String big = ownVoucher(9_000);
        key(8_000);
        done(voucher(big, AWAY));
        assertEquals(3_000, till.ticket(counter.station).due().cents());
        assertEquals(Refusal.VOUCHER_CAPPED, refusal(voucher(big, AWAY)));
        recorded(cash(3_000));
    }

    @Test
    void whatOthersSpentOfAnOwnVoucherIsRememberedWithoutTheOffice() {
        String own = ownVoucher(900);
        key(500);
        done(voucher(own, held(own, 300, 300)));
        assertEquals(200, till.ticket(counter.station).due().cents(), "six euros were spent at another till");
        done(till.takeBackTenders(counter.station, counter.token(), counter.now));
        done(voucher(own, AWAY));
        assertEquals(200, till.ticket(counter.station).due().cents());
    }

    @Test
    void anOwnSaleComesBackWithoutTheOfficeInItsTenderButUnverified() {
        key(500);
        FactId sale = recorded(cash(500));
        done(returns.bringBack(
                counter.station,
                counter.token(),
                new SoldLine(sale, 0),
                1,
                ReturnReason.BROKEN,
                new OfficeWord.Away<>(),
                counter.now));
        ReturnLine line = till.ticket(counter.station).returns().getFirst();
        assertFalse(line.verified(), "another till may have taken it back meanwhile");
        assertEquals(List.of(Tender.CASH, Tender.VOUCHER), returns.refundable(till.ticket(counter.station)));
        recorded(till.refund(counter.station, counter.token(), Tender.CASH, counter.now));
    }

    @Test
    void anotherTillsSaleComesBackWithoutTheOfficeForAVoucherOnAManagersWord() {
        SoldLine line = new SoldLine(FactId.parse("902/1/7"), 0);
        done(unseen(line, 450));
        ReturnLine back = till.ticket(counter.station).returns().getFirst();
        assertFalse(back.verified());
        assertEquals(Optional.of(line), back.of());
        assertEquals(List.of(Tender.VOUCHER), returns.refundable(till.ticket(counter.station)));
        assertEquals(
                Refusal.NOT_SO_REFUNDED,
                refusal(till.refund(counter.station, counter.token(), Tender.CASH, counter.now)));
        FactId refund = recorded(till.refund(counter.station, counter.token(), Tender.VOUCHER, counter.now));
        TillFact.TechnicalNoted noted =
                counter.store.entries(refund.journal().generation(), refund.seq() - 2, 1).stream()
                        .map(Json::fact)
                        .map(TillFact.TechnicalNoted.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertEquals(TechnicalEvent.MANAGER_ALLOWED, noted.event());
        assertEquals(Refusal.BAD_PRICE, refusal(unseen(line, 0)));
    }

    /// The office holds a piece of a line for the open ticket.
    private OfficeWord<LineHeld> held(SoldLine line) {
        held(HoldRelease.subject(line), 1, 1);
        return new OfficeWord.Said<>(new LineHeld(1, new LineBack(0, 0, Money.ZERO, Mass.ZERO, 0), 900));
    }

    private SoldLine bringBackOnHold() {
        key(500);
        SoldLine line = new SoldLine(recorded(cash(500)), 0);
        done(returns.bringBack(
                counter.station, counter.token(), line, 1, ReturnReason.BROKEN, held(line), counter.now));
        done(new Holds(counter.commands).hold(counter.station, counter.token(), counter.now));
        return line;
    }

    @Test
    void aTicketOnHoldKeepsWhatTheOfficeHoldsForIt() {
        SoldLine line = bringBackOnHold();
        key(600);
        done(voucher(FOREIGN, held(FOREIGN, 400, 400)));
        recorded(cash(200));
        assertEquals(List.of(), over(), "the next customer's sale uses up only its own");
        Holds holds = new Holds(counter.commands);
        done(holds.resume(
                counter.station, counter.token(), holds.waiting().getFirst().id(), counter.now));
        FactId refund = recorded(till.refund(counter.station, counter.token(), Tender.CASH, counter.now));
        assertTrue(till.sale(refund).orElseThrow().returns().getFirst().verified());
        assertEquals(List.of(), over());
        assertEquals(Optional.empty(), reserved(line));
    }

    @Test
    void aTicketAbandonedOnHoldGivesUpWhatTheOfficeHolds() {
        SoldLine line = bringBackOnHold();
        assertEquals(List.of(), over());
        done(counter.commands.run(counter.station, Optional.of(counter.token()), counter.now, Role.CASHIER, work -> {
            Holds.abandonAll(work);
            return Answer.done("");
        }));
        assertEquals(List.of(HoldRelease.subject(line)), over());
    }

    @Test
    void whatTheOfficeHoldsForATicketThatIsGoneMeanwhileIsGivenUp() {
        key(600);
        String ticket = counter.store.write(counter.now, w -> Reservations.ticket(w.sql(), counter.station.code()));
        recorded(cash(600));
        key(700);
        counter.store.write(counter.now, w -> {
            Reservations.keep(
                    w.sql(),
                    counter.station.code(),
                    new Reservation(ticket, FOREIGN, 400, counter.now.plus(Duration.ofMinutes(15))));
            return ticket;
        });
        assertEquals(List.of(FOREIGN), over());
        assertEquals(
                Optional.empty(),
                counter.store.read(sql -> Reservations.of(sql, counter.station.code(), FOREIGN)),
                "the next ticket does not count on it");
    }

    private Optional<Reservation> reserved(SoldLine line) {
        return counter.store.read(sql -> Reservations.of(sql, counter.station.code(), HoldRelease.subject(line)));
    }

    private Answer unseen(SoldLine line, long cents) {
        return returns.bringBackUnverified(
                counter.station,
                counter.token(),
                Optional.of(line),
                DISHES,
                Optional.of(Money.cents(cents)),
                ReturnReason.BROKEN,
                TestCounter.MANAGER.code(),
                counter.now);
    }
}
