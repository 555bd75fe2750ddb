package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.printer.Document;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.Movements;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.PickUp;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Outcome;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.sync.OfficeWord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Goods that are paid now and collected later, and deposits, on a real store.
final class PickUpsTest {

    private static final CategoryCode FURNITURE = new CategoryCode("meuble");
    private static final PickUp WAITS =
            new PickUp(SaleCodes.NO_PICK_UP, "Réserve", "À démonter", Optional.of(LocalDate.of(2026, 12, 7)));

    @TempDir
    Path root;

    private TestCounter counter;
    private Till till;
    private PickUps pickUps;
    private Deposits deposits;

    @BeforeEach
    void openTheShop() {
        counter = TestCounter.open(root).openTill();
        till = new Till(counter.commands);
        pickUps = new PickUps(counter.commands);
        deposits = new Deposits(counter.commands);
    }

    @AfterEach
    void closeTheShop() {
        counter.close();
    }

    private void restart() {
        counter.close();
        openTheShop();
    }

    private int key(long cents) {
        till.addCategory(
                counter.station,
                counter.token(),
                FURNITURE,
                Optional.of(Money.cents(cents)),
                1,
                Grounds.of("Prix convenu"),
                counter.now);
        return till.ticket(counter.station).lines().getLast().id();
    }

    private Answer later(int line) {
        return pickUps.later(counter.station, counter.token(), line, Optional.of(WAITS), counter.now);
    }

    private FactId pay(TenderLine... tenders) {
        Answer paid = till.pay(counter.station, counter.token(), List.of(tenders), counter.now);
        return assertInstanceOf(Answer.Done.class, paid, paid::toString).fact().orElseThrow();
    }

    private Fact.Sale sale(FactId id) {
        return (Fact.Sale) counter.store.fact(id).orElseThrow();
    }

    private Answer collect(String code) {
        return pickUps.collect(counter.station, counter.token(), code, counter.now);
    }

    private static Refusal refusal(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer, answer::toString).refusal();
    }

    /// A sofa that is collected later, beside a chair that is not; the sofa is the second line of ticket 1.
    private FactId soldForLater() {
        key(700);
        later(key(12_000));
        return pay(new TenderLine(Tender.CARD, Money.cents(12_700)));
    }

    @Test
    void itWaitsUnderTheCodeOfItsTicketAndLineAndItsSlipsComeAtOnce() {
        FactId sold = soldForLater();
        Fact.Sale sale = sale(sold);
        assertEquals(Optional.empty(), sale.lines().getFirst().pickUp());
        assertEquals("P-901-1-2", sale.lines().getLast().pickUp().orElseThrow().code());
        assertEquals(
                Account.place(TestCounter.ARCUEIL, Area.RESERVED),
                Movements.of(sale).getLast().to());
        assertTrue(
                new PrintQueue(counter.store).last(PrintJob.Kind.PICK_UP, sold).isPresent());
        assertEquals(
                List.of("P-901-1-2"),
                pickUps.waiting().stream().map(w -> w.pickUp().code()).toList());
    }

    @Test
    void itIsHandedOverOnceAlsoAfterARestart() {
        FactId sold = soldForLater();
        restart();
        Answer collected = collect("P-901-1-2");
        FactId id = assertInstanceOf(Answer.Done.class, collected, collected::toString)
                .fact()
                .orElseThrow();
        TillFact.Collected fact = (TillFact.Collected) counter.store.fact(id).orElseThrow();
        assertEquals(sold, fact.sale());
        assertEquals(1, fact.line());
        assertEquals(Account.gone(Outcome.SOLD), Movements.of(fact).getFirst().to());
        restart();
        Answer again = collect("P-901-1-2");
        assertEquals(Refusal.COLLECTED_ALREADY, refusal(again));
        assertEquals("C’est déjà retiré, le 23/11/2026.", again.sentence());
        assertEquals(List.of(), pickUps.waiting());
    }

    @Test
    void aFormSentTwiceHandsOverOnce() {
        soldForLater();
        String token = counter.token();
        Answer first = pickUps.collect(counter.station, token, "P-901-1-2", counter.now);
        assertEquals(first, pickUps.collect(counter.station, token, "P-901-1-2", counter.now));
    }

    @ParameterizedTest
    @CsvSource({
        "P-902-1-2, PICK_UP_ELSEWHERE",
        "P-901-1-1, UNKNOWN_PICK_UP",
        "P-901-9-1, UNKNOWN_PICK_UP",
        "P-000-0-0, PICK_UP_ELSEWHERE"
    })
    void whatDoesNotWaitHereIsRefusedInWords(String code, Refusal expected) {
        soldForLater();
        assertEquals(expected, refusal(collect(code)));
    }

    @Test
    void nothingChangesOnATicketThatIsBeingPaidAndAnAbsentLineIsSaid() {
        int line = key(700);
        assertEquals(Refusal.NO_SUCH_LINE, refusal(later(line + 5)));
        till.tender(counter.station, counter.token(), Tender.CARD, Optional.of(Money.cents(100)), counter.now);
        assertEquals(Refusal.TICKET_BEING_PAID, refusal(later(line)));
    }

    @Test
    void whoTakesItAlongAfterAllGetsNoSlip() {
        int line = key(700);
        later(line);
        pickUps.later(counter.station, counter.token(), line, Optional.empty(), counter.now);
        FactId sold = pay(new TenderLine(Tender.CARD, Money.cents(700)));
        assertEquals(Optional.empty(), new PrintQueue(counter.store).last(PrintJob.Kind.PICK_UP, sold));
        assertEquals(List.of(), pickUps.waiting());
    }

    @Test
    void theSlipSaysWhatWhereInWhichStateUntilWhenAndItsCode() {
        Document slip = PickUpPaper.of(
                        sale(soldForLater()), "901", counter.book.current().catalog(), JournalKind.DEMO)
                .orElseThrow();
        assertTrue(slip.blocks().contains(new Document.Code128("P-901-1-2")));
        String said = slip.blocks().stream()
                .filter(Document.Line.class::isInstance)
                .map(block -> ((Document.Line) block).text())
                .reduce("", (a, b) -> a + "\n" + b);
        for (String words : List.of(
                "Bon de retrait",
                "VENDU",
                "FACTICE",
                "Meuble",
                "Lieu\u202f: Réserve",
                "État\u202f: À démonter",
                "À retirer avant le 07/12/2026",
                "Payé le 23/11/2026, ticket 901-1")) {
            assertTrue(said.contains(words), words + " in " + said);
        }
        assertEquals(
                2, slip.blocks().stream().filter(Document.Cut.class::isInstance).count(), "one is stuck on the goods");
    }

    @Test
    void aDepositIsNoTurnoverAndPaysItsPartWhenTheRestIsPaid() {
        int line = key(12_000);
        deposits.take(counter.station, counter.token(), line, Optional.of(Money.cents(3_000)), counter.now);
        FactId first = pay(new TenderLine(Tender.CASH, Money.cents(3_000)));
        Fact.Sale sale = sale(first);
        ExtraLine deposit = sale.extras().getFirst();
        assertEquals(ExtraLine.Kind.DEPOSIT, deposit.kind());
        assertEquals(Optional.of("901-1"), deposit.code());
        assertEquals(1, sale.totalsAfter().vouchers());
        assertEquals(Money.ZERO, sale.totalsAfter().net());
        assertTrue(
                deposit.label().startsWith("Acompte ") && deposit.label().endsWith(" sur 120,00\u202f€"),
                deposit.label());
        assertTrue(
                new PrintQueue(counter.store).last(PrintJob.Kind.VOUCHER, first).isPresent());
        Document paper = VoucherPaper.of(sale, counter.book.current().catalog(), JournalKind.DEMO)
                .orElseThrow();
        assertTrue(paper.blocks().contains(Document.Line.title("Acompte")));
        assertTrue(paper.blocks().contains(new Document.Code128("V-901-1")));
        restart();
        key(12_000);
        voucher();
        assertEquals(Money.cents(9_000), till.ticket(counter.station).due());
        Answer paid = till.tender(
                counter.station, counter.token(), Tender.CARD, Optional.of(Money.cents(9_000)), counter.now);
        assertInstanceOf(Answer.Done.class, paid);
        assertEquals(Money.cents(12_000), counter.store.totals().net());
        key(500);
        assertEquals(Refusal.VOUCHER_SPENT, refusal(voucher()));
    }

    private Answer voucher() {
        return till.voucher(counter.station, Optional.empty(), "901-1", new OfficeWord.Alone<>(), counter.now);
    }

    @ParameterizedTest
    @CsvSource({"0, BAD_AMOUNT", "-5, BAD_AMOUNT", "12000, BAD_DEPOSIT", "12001, BAD_DEPOSIT", "11999, ", "1, "})
    void aDepositLiesBetweenNothingAndThePrice(long cents, Refusal expected) {
        int line = key(12_000);
        Change change = DepositRules.judge(till.ticket(counter.station), line, Optional.of(Money.cents(cents)));
        assertEquals(
                Optional.ofNullable(expected),
                change.answer() instanceof Answer.Refused(var why, var _, var _) ? Optional.of(why) : Optional.empty());
    }
}
