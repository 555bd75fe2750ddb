package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.CheckedLabel;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.ItemState;
import fr.lamine.model.text.French;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.labelling.LabelRequest;
import fr.lamine.pos.labelling.LabelRequest.MassFrom;
import fr.lamine.pos.labelling.Labels;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Question;
import fr.lamine.pos.station.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TillTest {

    private static final CategoryCode DISHES = new CategoryCode("vaisselle");
    private static final ItemCode ELSEWHERE = ItemCode.of(902, 17);

    @TempDir
    Path root;

    private TestCounter counter;
    private Till till;

    @BeforeEach
    void openTheShop() {
        counter = TestCounter.open(root).openTill();
        till = new Till(counter.commands);
    }

    @AfterEach
    void closeTheShop() {
        counter.close();
    }

    private void restart() {
        counter.close();
        openTheShop();
    }

    private static Refusal refusal(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer, answer::toString).refusal();
    }

    private static Question question(Answer answer) {
        return assertInstanceOf(Answer.Asked.class, answer, answer::toString).question();
    }

    private static Answer done(Answer answer) {
        return assertInstanceOf(Answer.Done.class, answer, answer::toString);
    }

    private static Optional<Money> euros(String text) {
        return French.parseEuros(text);
    }

    private Answer scan(ItemCode code) {
        return scan(code.digits());
    }

    private Answer scan(String text) {
        return till.scan(counter.station, ScannedCode.parse(text, List.of()), counter.now);
    }

    private Answer key(String price) {
        return till.addCategory(
                counter.station, counter.token(), DISHES, euros(price), 1, Grounds.of("Prix convenu"), counter.now);
    }

    private Answer pay(Tender tender, String amount) {
        return till.pay(
                counter.station,
                counter.token(),
                List.of(new TenderLine(tender, euros(amount).orElseThrow())),
                counter.now);
    }

    private Fact.Sale sale(Answer answer) {
        FactId id = assertInstanceOf(Answer.Done.class, answer, answer::toString)
                .fact()
                .orElseThrow();
        return assertInstanceOf(Fact.Sale.class, counter.store.fact(id).orElseThrow());
    }

    private ItemCode label(int pieces, String price, String lotPrice) {
        Answer made = new Labels(counter.commands)
                .make(
                        counter.station,
                        counter.token(),
                        new LabelRequest(
                                DISHES,
                                "Assiettes",
                                pieces,
                                euros(price),
                                euros(lotPrice),
                                new MassFrom.Scale(Optional.empty()),
                                Area.SORTING,
                                false),
                        TestCounter.scale(1_300),
                        counter.now);
        FactId id = ((Answer.Done) done(made)).fact().orElseThrow();
        return ((Fact.Labelled) counter.store.fact(id).orElseThrow()).code();
    }

    private TicketLine only() {
        assertEquals(1, till.ticket(counter.station).lines().size());
        return till.ticket(counter.station).lines().getFirst();
    }

    @Test
    void aLabelMadeHereIsSoldByItsPriceAndItsGrams() {
        ItemCode code = label(1, "3,00", "3,00");
        done(scan(code));
        Fact.Sale sale = sale(pay(Tender.CASH, "5,00"));
        assertEquals(Money.cents(200), sale.change());
        assertEquals(LineOrigin.KNOWN_LABEL, sale.lines().getFirst().origin());
        assertEquals(Mass.grams(1_300), sale.lines().getFirst().mass());
        assertEquals(Optional.of(code), sale.lines().getFirst().item());
        assertEquals(1, sale.ticket());
        assertEquals(Money.cents(300), counter.store.totals().net());
        assertTrue(till.ticket(counter.station).lines().isEmpty());
    }

    @Test
    void aWholeLotGoesAtItsLotPriceAndAPartOfItByThePiece() {
        ItemCode lot = label(6, "0,50", "2,00");
        done(scan(lot));
        assertEquals(Money.cents(50), only().total());
        done(till.changePieces(counter.station, counter.token(), only().id(), 5, counter.now));
        assertEquals(Money.cents(250), only().total());
        done(scan(lot));
        assertEquals(Money.cents(200), only().total());
        Fact.Sale sale = sale(pay(Tender.CARD, "2,00"));
        assertEquals(PriceOrigin.LOT, sale.lines().getFirst().price());
        assertEquals(Mass.grams(6 * 216), sale.lines().getFirst().mass());
    }

    @Test
    void theRestOfABrokenLotHasNoLotPrice() {
        ItemCode lot = label(3, "1,00", "2,00");
        done(scan(lot));
        sale(pay(Tender.CASH, "1,00"));
        done(scan(lot));
        done(scan(lot));
        assertEquals(Money.cents(200), only().total());
        assertEquals(
                PriceOrigin.LABEL,
                sale(pay(Tender.CASH, "2,00")).lines().getFirst().price());
    }

    @Test
    void aThingSoldAlreadyIsAskedAboutAndSoldAtTheSecondScan() {
        ItemCode code = label(1, "3,00", "3,00");
        done(scan(code));
        assertEquals(Question.SOLD_ALREADY, soldThenScanned(code));
        done(scan(code));
        assertEquals(1, only().pieces());
        sale(pay(Tender.CASH, "3,00"));
    }

    private Question soldThenScanned(ItemCode code) {
        sale(pay(Tender.CASH, "3,00"));
        return question(scan(code));
    }

    @Test
    void theSameThingScannedTwiceIsAskedAboutOnce() {
        ItemCode code = label(1, "3,00", "3,00");
        done(scan(code));
        assertEquals(Question.ON_TICKET_ALREADY, question(scan(code)));
        done(key("1,00"));
        assertEquals(Question.ON_TICKET_ALREADY, question(scan(code)), "another action in between is no yes");
        done(scan(code));
        assertEquals(2, till.ticket(counter.station).piecesOf(code));
    }

    @Test
    void moreThanIsLeftIsAskedAboutAndThenTaken() {
        ItemCode lot = label(3, "1,00", "3,00");
        done(scan(lot));
        int line = only().id();
        assertEquals(
                Question.MORE_THAN_LEFT,
                question(till.changePieces(counter.station, counter.token(), line, 4, counter.now)));
        done(till.changePieces(counter.station, counter.token(), line, 4, counter.now));
        assertEquals(4, only().pieces());
    }

    @Test
    void aLabelNeverSeenHereIsSoldByItsQr() {
        String qr = new CheckedLabel(ELSEWHERE, Money.cents(450), DISHES, Mass.grams(820), 1).text();
        done(scan(qr));
        Fact.Sale sale = sale(pay(Tender.CHEQUE, "4,50"));
        assertEquals(LineOrigin.FROM_LABEL, sale.lines().getFirst().origin());
        assertEquals(Mass.grams(820), sale.lines().getFirst().mass());
        assertEquals(new MassProvenance.Label(), sale.lines().getFirst().provenance());
    }

    @Test
    void aLabelNeverSeenHereWithoutQrIsKeyedFromWhatIsPrinted() {
        assertEquals(Question.KEY_LABEL, question(scan(ELSEWHERE)));
        assertEquals(
                Refusal.BAD_PRICE,
                refusal(till.keyLabel(
                        counter.station, counter.token(), ELSEWHERE, DISHES, euros("gratuit"), counter.now)));
        done(till.keyLabel(counter.station, counter.token(), ELSEWHERE, DISHES, euros("1.50"), counter.now));
        Fact.Sale sale = sale(pay(Tender.CASH, "1,50"));
        assertEquals(LineOrigin.KEYED_LABEL, sale.lines().getFirst().origin());
        assertEquals(Optional.of(ELSEWHERE), sale.lines().getFirst().item());
        assertEquals(new MassProvenance.Average(3), sale.lines().getFirst().provenance());
        assertEquals(Mass.grams(400), sale.lines().getFirst().mass());
    }

    @Test
    void theOfficesItemIsKnownHereAndItsOldStateNeverUnsells() {
        ItemState item = new ItemState(
                ELSEWHERE,
                DISHES,
                "Théière",
                TestCounter.ARCUEIL,
                1,
                0,
                Mass.grams(900),
                Mass.grams(900),
                Money.cents(600),
                Money.cents(600));
        counter.receive(2, List.of(item));
        done(scan(ELSEWHERE));
        assertEquals("Théière", only().label());
        sale(pay(Tender.CASH, "10"));
        counter.receive(3, List.of(item));
        assertEquals(Question.SOLD_ALREADY, question(scan(ELSEWHERE)));
    }

    @Test
    void aPriceTagSellsItsCategoryAtItsPriceWhateverTheGridSays() {
        done(scan("T-vaisselle-37"));
        done(scan("]C1T-vaisselle-37"));
        assertEquals(2, only().pieces());
        assertEquals(PriceOrigin.LABEL, only().price());
        assertEquals(new MassProvenance.Average(3), only().provenance());
        done(key("1,00"));
        done(scan("T-vaisselle-100"));
        assertEquals(3, till.ticket(counter.station).lines().size());
        Fact.Sale sale = sale(pay(Tender.CASH, "5"));
        assertEquals(LineOrigin.CATEGORY_KEY, sale.lines().getFirst().origin());
        assertEquals(Optional.empty(), sale.lines().getFirst().item());
        assertEquals(Money.cents(74), sale.lines().getFirst().total());
        assertEquals(Refusal.UNKNOWN_CATEGORY, refusal(scan("T-licorne-100")));
    }

    @Test
    void aCategoryKeySaysWhetherItsPriceWasPosted() {
        done(key("2,00"));
        assertEquals(PriceOrigin.GRID, only().price());
        done(till.changePrice(counter.station, counter.token(), only().id(), euros("2,10"), counter.now));
        assertEquals(PriceOrigin.TYPED, only().price());
        done(till.changePrice(counter.station, counter.token(), only().id(), euros("1.00"), counter.now));
        assertEquals(PriceOrigin.GRID, only().price());
    }

    @Test
    void everyRefusalOfTheTicketLeavesItAsItWas() {
        done(key("2,00"));
        OpenTicket before = till.ticket(counter.station);
        int line = only().id();
        record Row(Refusal refusal, Answer answer) {}
        Row[] rows = {
            new Row(Refusal.BAD_PRICE, key("1,5O")),
            new Row(Refusal.BAD_PRICE, key("10000,00")),
            new Row(Refusal.BAD_PRICE, key("1,234")),
            new Row(Refusal.BAD_PIECES, pieces(line, 0)),
            new Row(Refusal.BAD_PIECES, pieces(line, 10_000)),
            new Row(Refusal.NO_SUCH_LINE, pieces(99, 2)),
            new Row(Refusal.NO_SUCH_LINE, till.removeLine(counter.station, counter.token(), 99, counter.now)),
            new Row(
                    Refusal.NO_SUCH_LINE,
                    till.changePrice(counter.station, counter.token(), 99, euros("1"), counter.now)),
            new Row(
                    Refusal.UNKNOWN_CATEGORY,
                    till.addCategory(
                            counter.station, counter.token(), new CategoryCode("licorne"), euros("1"), 1, counter.now)),
            new Row(
                    Refusal.BAD_PIECES,
                    till.addCategory(counter.station, counter.token(), DISHES, euros("1"), 0, counter.now)),
            new Row(Refusal.UNKNOWN_CODE, scan("n'importe quoi")),
            new Row(Refusal.UNKNOWN_CODE, scan("9782070360024")),
            new Row(Refusal.NOT_FOR_THE_TILL, scan("C-BAC-GRIS")),
            new Row(Refusal.NOT_PAID, pay(Tender.CASH, "1,99")),
            new Row(Refusal.MORE_THAN_DUE, pay(Tender.CARD, "2,01")),
            new Row(
                    Refusal.BAD_AMOUNT,
                    till.tender(counter.station, counter.token(), Tender.CASH, euros("vingt"), counter.now)),
            new Row(
                    Refusal.UNKNOWN_SALE,
                    till.receipt(counter.station, counter.token(), FactId.parse("901/1/1"), counter.now))
        };
        for (Row row : rows) {
            assertEquals(row.refusal(), refusal(row.answer()), row.toString());
        }
        assertEquals(before, till.ticket(counter.station));
        assertEquals(0, counter.store.totals().tickets());
    }

    private Answer pieces(int line, int pieces) {
        return till.changePieces(counter.station, counter.token(), line, pieces, counter.now);
    }

    @Test
    void anEmptyTicketIsNotPaidAndASorterDoesNotSell() {
        assertEquals(Refusal.EMPTY_TICKET, refusal(pay(Tender.CASH, "1,00")));
        counter.station.signIn(TestCounter.SORTER);
        assertEquals(Refusal.NOT_YOUR_MODE, refusal(key("1,00")));
    }

    @Test
    void aFullTicketTakesNoFurtherLine() {
        for (int i = 0; i < Fact.MAX_LINES; i++) {
            done(key("0,50"));
        }
        assertEquals(Refusal.TICKET_FULL, refusal(key("0,50")));
        assertEquals(Fact.MAX_LINES, sale(pay(Tender.CASH, "100")).lines().size());
    }

    @Test
    void noMoreCashIsKeptThanTheLawAllows() {
        done(key("900,00"));
        done(key("300,00"));
        assertEquals(Refusal.CASH_CAP, refusal(pay(Tender.CASH, "1200")));
        done(till.tender(counter.station, counter.token(), Tender.CARD, euros("200"), counter.now));
        assertEquals(Refusal.TICKET_BEING_PAID, refusal(key("1,00")));
        Fact.Sale sale = sale(till.tender(counter.station, counter.token(), Tender.CASH, euros("1050"), counter.now));
        assertEquals(Money.cents(5_000), sale.change());
        assertEquals(2, sale.tenders().size());
    }

    @Test
    void aPaymentInPartsCanBeTakenBack() {
        done(key("9,00"));
        done(till.tender(counter.station, counter.token(), Tender.CARD, euros("4"), counter.now));
        assertEquals(Money.cents(500), till.ticket(counter.station).due());
        assertEquals(Refusal.NOTHING_TO_UNDO, refusal(afterTakingBack()));
        for (int i = 0; i < Fact.MAX_TENDERS; i++) {
            done(till.tender(counter.station, counter.token(), Tender.CARD, euros("0,10"), counter.now));
        }
        assertEquals(
                Refusal.TOO_MANY_TENDERS,
                refusal(till.tender(counter.station, counter.token(), Tender.CARD, euros("0,10"), counter.now)));
    }

    private Answer afterTakingBack() {
        done(till.takeBackTenders(counter.station, counter.token(), counter.now));
        assertEquals(Money.cents(900), till.ticket(counter.station).due());
        return till.undo(counter.station, counter.token(), counter.now);
    }

    @Test
    void theLastChangeIsUndoneOnce() {
        done(key("1,00"));
        done(key("2,00"));
        done(till.removeLine(
                counter.station,
                counter.token(),
                till.ticket(counter.station).lines().getFirst().id(),
                counter.now));
        done(till.undo(counter.station, counter.token(), counter.now));
        assertEquals(Money.cents(300), till.ticket(counter.station).total());
        assertEquals(Refusal.NOTHING_TO_UNDO, refusal(till.undo(counter.station, counter.token(), counter.now)));
        done(till.abandon(counter.station, counter.token(), counter.now));
        assertEquals(OpenTicket.EMPTY, till.ticket(counter.station));
    }

    @Test
    void aDoubleClickPaysOnce() {
        done(key("2,00"));
        String token = counter.token();
        List<TenderLine> cash = List.of(new TenderLine(Tender.CASH, Money.cents(500)));
        Answer first = till.pay(counter.station, token, cash, counter.now);
        Answer second = till.pay(counter.station, token, cash, counter.now);
        assertEquals(first, second);
        assertEquals(1, counter.store.totals().tickets());
    }

    @Test
    void theOpenTicketOutlivesARestartAndAnotherOperator() {
        done(key("2,00"));
        OpenTicket before = till.ticket(counter.station);
        counter.station.signOut();
        restart();
        assertEquals(before, till.ticket(counter.station));
    }

    @Test
    void fiveTicketsAcrossRestartsAreNumberedWithoutAGap() {
        for (int ticket = 1; ticket <= 5; ticket++) {
            done(key("1,00"));
            assertEquals(ticket, sale(pay(Tender.CASH, "1,00")).ticket());
            restart();
        }
        assertEquals(5, counter.store.totals().tickets());
        assertEquals(Money.cents(500), counter.store.totals().absolute());
        assertEquals(5, till.lastSales(10).size());
        assertEquals(5, till.lastSales(1).getFirst().fact().ticket());
    }

    @Test
    void theDrawerWaitsForTheCommitAndTheReceiptForTheCustomersWish() {
        PrintQueue queue = new PrintQueue(counter.store);
        done(key("2,00"));
        Answer paid = pay(Tender.CARD, "2,00");
        assertEquals(List.of(), queue.waiting(counter.station.code()));
        FactId id = ((Answer.Done) paid).fact().orElseThrow();
        done(till.receipt(counter.station, counter.token(), id, counter.now));
        done(till.receipt(counter.station, counter.token(), id, counter.now));
        PrintJob only = queue.waiting(counter.station.code()).getFirst();
        assertEquals(List.of(only), queue.waiting(counter.station.code()), "asked twice, printed once");
        assertEquals(PrintJob.Kind.RECEIPT, only.kind());
        PrintJob job = queue.begin(only, counter.now).orElseThrow();
        assertEquals(1, job.copy());
        queue.finish(job, new PrintResult.Doubtful(PrinterState.UNREACHABLE), true, counter.now);
        assertEquals(
                Refusal.RECEIPT_IN_DOUBT, refusal(till.receipt(counter.station, counter.token(), id, counter.now)));
        queue.answer(job.id(), true, counter.now);
        Answer again = done(till.receipt(counter.station, counter.token(), id, counter.now));
        assertEquals("Le duplicata 1 s’imprime.", again.sentence());
        PrintJob second = queue.waiting(counter.station.code()).getFirst();
        assertEquals(2, queue.begin(second, counter.now).orElseThrow().copy());
    }

    @Test
    void cashOpensTheDrawer() {
        done(key("2,00"));
        sale(pay(Tender.CASH, "2,00"));
        PrintJob only =
                new PrintQueue(counter.store).waiting(counter.station.code()).getFirst();
        assertEquals(PrintJob.Kind.DRAWER, only.kind());
    }
}
