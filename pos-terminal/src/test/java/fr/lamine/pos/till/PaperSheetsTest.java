package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.money.Money;
import fr.lamine.model.receipt.Issue;
import fr.lamine.model.receipt.ReceiptLine;
import fr.lamine.model.receipt.ReceiptText;
import fr.lamine.model.sale.PaperSale;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
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

/// The paper sheet, entered on a real store.
final class PaperSheetsTest {

    private static final CategoryCode DISHES = new CategoryCode("vaisselle");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

    @TempDir
    Path root;

    private TestCounter counter;
    private Till till;
    private PaperSheets sheets;

    @BeforeEach
    void openTheShop() {
        counter = TestCounter.open(root).openTill();
        till = new Till(counter.commands);
        sheets = new PaperSheets(counter.commands);
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

    private Answer pay(long cents) {
        return till.pay(
                counter.station,
                counter.token(),
                List.of(new TenderLine(Tender.CASH, Money.cents(cents))),
                counter.now);
    }

    private Fact.Sale sale(Answer paid) {
        return (Fact.Sale) counter.store
                .fact(assertInstanceOf(Answer.Done.class, paid, paid::toString)
                        .fact()
                        .orElseThrow())
                .orElseThrow();
    }

    private Answer begin(String sheet, LocalDate day) {
        return sheets.begin(counter.station, counter.token(), Optional.of(sheet), Optional.of(day), counter.now);
    }

    private Answer line(int line) {
        return sheets.line(counter.station, counter.token(), line, counter.now);
    }

    private static Refusal refusal(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer, answer::toString).refusal();
    }

    private static Optional<Refusal> refusals(Optional<Answer> answer) {
        return answer.map(PaperSheetsTest::refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, ",
        "2026-11-24, PAPER_DAY_TO_COME",
        "2026-10-23, ",
        "2026-10-22, PAPER_TOO_OLD",
        "2025-11-23, PAPER_TOO_OLD"
    })
    void aSheetIsOfADayThatHasComeAndIsNotLongGone(LocalDate day, Refusal expected) {
        assertEquals(Optional.ofNullable(expected), refusals(PaperRules.day(day, TODAY)));
    }

    @ParameterizedTest
    @CsvSource({
        "2311, 2026-11-23",
        "2112, 2026-12-21",
        "3012, 2025-12-30",
        "0101, 2026-01-01",
        "2902, ",
        "3113, ",
        "23, ",
        "0000, "
    })
    void aDayIsTypedByItsDayAndMonth(String typed, LocalDate expected) {
        assertEquals(Optional.ofNullable(expected), PaperRules.day(typed, TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, BAD_SHEET_LINE",
        "1, false, ",
        "99, false, ",
        "100, false, BAD_SHEET_LINE",
        "7, true, LINE_ENTERED"
    })
    void aLineStandsOnTheSheetAndIsEnteredOnce(int line, boolean entered, Refusal expected) {
        assertEquals(Optional.ofNullable(expected), refusals(PaperRules.line(line, entered)));
    }

    @Test
    void eachSheetIsPrintedUnderANumberOfItsOwn() {
        assertEquals(
                "901-0001",
                sheets.print(counter.station, counter.token(), counter.now).sentence());
        restart();
        String token = counter.token();
        assertEquals(
                "901-0002", sheets.print(counter.station, token, counter.now).sentence());
        assertEquals(
                "901-0002", sheets.print(counter.station, token, counter.now).sentence(), "the same form");
        assertEquals(List.of("901-0002", "901-0001"), sheets.printed());
        assertTrue(sheets.wasPrinted("901-0001"));
        assertEquals(List.of(false, false), List.of(sheets.wasPrinted("901-0003"), sheets.wasPrinted("902-0001")));
    }

    @Test
    void eachTicketIsALineWithItsOwnDayAndCountsInTheOpenPeriod() {
        begin("901-0001", SATURDAY);
        key(150);
        Fact.Sale first = sale(pay(150));
        assertEquals(Optional.of(new PaperSale(SATURDAY, "901-0001", 1)), first.paper());
        assertEquals(TODAY, first.context().businessDay());
        restart();
        key(200);
        assertEquals(
                Optional.of(new PaperSale(SATURDAY, "901-0001", 2)),
                sale(pay(200)).paper());
        assertEquals(
                Money.cents(350), counter.store.book().totals(ClosingKind.DAY).net());
        sheets.end(counter.station, counter.token(), counter.now);
        key(100);
        assertEquals(Optional.empty(), sale(pay(100)).paper());
    }

    @Test
    void aLineIsEnteredOnceAlsoAfterARestartAndEnteredLinesAreSkipped() {
        begin("901-0001", SATURDAY);
        line(2);
        key(150);
        pay(150);
        assertEquals(Refusal.LINE_ENTERED, refusal(line(2)));
        restart();
        assertEquals(Refusal.LINE_ENTERED, refusal(line(2)));
        line(1);
        key(100);
        pay(100);
        assertEquals(3, sheets.entry(counter.station).orElseThrow().line(), "line 2 stands in the journal");
        sheets.end(counter.station, counter.token(), counter.now);
        begin("901-0001", SATURDAY);
        assertEquals(3, sheets.entry(counter.station).orElseThrow().line());
    }

    @Test
    void aTicketOfTodayNeverBecomesALineNorALineATicketOfToday() {
        key(100);
        assertEquals(Refusal.TICKET_OPEN, refusal(begin("901-0001", SATURDAY)));
        Holds holds = new Holds(counter.commands);
        holds.hold(counter.station, counter.token(), counter.now);
        begin("901-0001", SATURDAY);
        assertEquals(Refusal.SHEET_OPEN, refusal(holds.resume(counter.station, counter.token(), 1, counter.now)));
        key(200);
        assertEquals(Refusal.SHEET_OPEN, refusal(holds.hold(counter.station, counter.token(), counter.now)));
        assertEquals(Refusal.TICKET_OPEN, refusal(sheets.end(counter.station, counter.token(), counter.now)));
    }

    @Test
    void theReceiptSaysItsOwnDayItsSheetAndItsLine() {
        begin("901-0001", SATURDAY);
        key(150);
        Answer paid = pay(150);
        Fact.Sale sale = sale(paid);
        long seq = ((Answer.Done) paid).fact().orElseThrow().seq();
        String said = ReceiptText.of(
                        counter.store.entries(1, seq - 1, 1).getFirst(),
                        sale,
                        counter.book.current().catalog(),
                        JournalKind.DEMO,
                        new Issue.Electronic())
                .stream()
                .map(ReceiptLine::toString)
                .reduce("", String::concat);
        assertTrue(said.contains("Vente du 21/11/2026, saisie plus tard"), said);
        assertTrue(said.contains("Feuille 901-0001, ligne 1"), said);
    }

    @Test
    void withoutASheetNoLineIsChosen() {
        assertEquals(Refusal.NO_SHEET, refusal(line(3)));
        assertEquals(
                Refusal.BAD_SHEET,
                refusal(sheets.begin(
                        counter.station, counter.token(), Optional.empty(), Optional.of(SATURDAY), counter.now)));
        assertEquals(
                Refusal.BAD_PAPER_DAY,
                refusal(sheets.begin(
                        counter.station, counter.token(), Optional.of("901-0001"), Optional.empty(), counter.now)));
    }
}
