package fr.lamine.pos.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.printer.Document;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.Movements;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.SiteFact.TransferReceived;
import fr.lamine.model.fact.SiteFact.TransferSent;
import fr.lamine.model.item.CheckedLabel;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.CarriedItem;
import fr.lamine.model.sync.ItemState;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.goods.GoodsRules;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.scale.GrossWeight;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Transfers on a real store, without an office.
final class TransfersTest {

    private static final CategoryCode DISHES = new CategoryCode("vaisselle");
    private static final SiteCode GENTILLY = new SiteCode("GENTILLY");
    private static final ItemCode LAMP = ItemCode.of(102, 7);
    private static final ItemCode GLASSES = ItemCode.of(102, 8);
    private static final ItemCode NEVER_SEEN = ItemCode.of(333, 1);

    @TempDir
    Path root;

    private TestCounter counter;
    private Transfers transfers;

    @BeforeEach
    void open() {
        counter = TestCounter.open(root);
        transfers = new Transfers(counter.commands);
        counter.receive(2, List.of(item(LAMP, "Lampe", 1, 1_000), item(GLASSES, "Verres", 6, 1_204)));
    }

    private static ItemState item(ItemCode code, String title, int pieces, long grams) {
        return new ItemState(
                code,
                DISHES,
                title,
                TestCounter.ARCUEIL,
                pieces,
                0,
                Mass.grams(grams),
                Mass.grams(grams / pieces),
                Money.cents(300),
                Money.cents(300));
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private Answer scan(String text) {
        counter.now = counter.now.plusSeconds(2);
        return transfers.scan(counter.station, ScannedCode.parse(text, List.of()), counter.now);
    }

    private static String said(Answer answer) {
        return assertInstanceOf(Answer.Done.class, answer, answer.sentence()).sentence();
    }

    private static void refused(Refusal expected, Answer answer) {
        assertEquals(expected, assertInstanceOf(Answer.Refused.class, answer).refusal());
    }

    private void send() {
        said(transfers.send(counter.station, counter.token(), GENTILLY, counter.now));
    }

    private Answer finish(String token) {
        return transfers.finish(counter.station, token, counter.now);
    }

    private OpenTransfer list() {
        return transfers.open(counter.station).orElseThrow();
    }

    private FactId recorded(Answer answer) {
        return assertInstanceOf(Answer.Done.class, answer, answer.sentence())
                .fact()
                .orElseThrow();
    }

    @Test
    void whatIsScannedLeavesWithASlipThatNamesTheFactItself() {
        send();
        assertEquals("Lampe, 1,000\u202fkg.", said(scan(LAMP.digits())));
        assertEquals("Verres, 0,200\u202fkg.", said(scan(GLASSES.digits())));
        assertEquals("Verres, 2 sur 6.", said(scan(GLASSES.digits())));
        said(transfers.change(
                counter.station,
                Optional.of(counter.token()),
                counter.now,
                l -> GoodsRules.weighed(
                        l,
                        DISHES,
                        GrossWeight.take(JournalKind.DEMO, TestCounter.scale(5_200), Optional.empty(), counter.now),
                        Optional.of("BAC-GRIS"),
                        counter.book.current().catalog(),
                        counter.now)));
        String token = counter.token();
        FactId id = recorded(finish(token));
        assertEquals(id, recorded(finish(token)), "a second post sends nothing more");
        TransferSent fact = (TransferSent) counter.store.fact(id).orElseThrow();
        assertEquals("T-901-%d-%d".formatted(id.journal().generation(), id.seq()), fact.transfer());
        assertEquals(
                List.of(
                        new CarriedItem(LAMP, 1, Optional.of(new CarriedItem.Known(DISHES, Mass.grams(1_000)))),
                        new CarriedItem(GLASSES, 2, Optional.of(new CarriedItem.Known(DISHES, Mass.grams(400))))),
                fact.items());
        assertInstanceOf(
                MassProvenance.Weighed.class, fact.loose().getFirst().weight().provenance());
        assertEquals(3, Movements.of(fact).size());
        assertEquals(Optional.empty(), transfers.open(counter.station));
        PrintJob job =
                new PrintQueue(counter.store).waiting(counter.station.code()).getLast();
        assertEquals(PrintJob.Kind.TRANSFER, job.kind());
        Document slip = TransferPaper.of(fact, counter.book.current().catalog(), JournalKind.DEMO);
        assertTrue(slip.blocks().contains(new Document.Code128(fact.transfer())), slip.toString());
        assertTrue(slip.blocks().toString().contains("Gentilly"), slip.toString());
        assertEquals(fact.transfer(), transfers.last(5).getFirst().transfer());
    }

    /// The digits of a label that this counter never heard of do not say whether it stands on a lot; its QR does.
    @Test
    void aLotThatIsUnknownHereIsCountedOnceItsQrIsRead() {
        send();
        said(scan(NEVER_SEEN.digits()));
        refused(Refusal.UNKNOWN_SCANNED, scan(NEVER_SEEN.digits()));
        assertEquals("Vaisselle, 0,300\u202fkg. 1 sur 3.", said(scanQr(NEVER_SEEN, 3)));
        assertEquals(1, list().goods().pieces(), "it may be the very piece whose digits were read");
        said(scan(NEVER_SEEN.digits()));
        said(scanQr(NEVER_SEEN, 3));
        refused(Refusal.LOT_COMPLETE, scan(NEVER_SEEN.digits()));
        assertEquals(900, list().goods().mass().grams());
    }

    @Test
    void aSingleThingThatIsUnknownHereIsOnTheListOnce() {
        send();
        said(scan(NEVER_SEEN.digits()));
        said(scanQr(NEVER_SEEN, 1));
        refused(Refusal.ALREADY_SCANNED, scan(NEVER_SEEN.digits()));
        refused(Refusal.ALREADY_SCANNED, scanQr(NEVER_SEEN, 1));
        assertEquals(1, list().goods().pieces());
    }

    private Answer scanQr(ItemCode code, int pieces) {
        counter.now = counter.now.plusSeconds(2);
        CheckedLabel label = new CheckedLabel(code, Money.cents(300), DISHES, Mass.grams(300), pieces);
        return transfers.scan(counter.station, new ScannedCode.ItemLabel(code, Optional.of(label)), counter.now);
    }

    @Test
    void nothingThatWasScannedIsLostWithThePower() {
        send();
        scan(LAMP.digits());
        counter.close();
        open();
        assertEquals(1, list().goods().pieces());
        assertEquals(Optional.of(GENTILLY), list().to());
        recorded(finish(counter.token()));
        counter.close();
        open();
        assertEquals(Optional.empty(), transfers.open(counter.station));
        assertEquals(1, transfers.last(5).size());
    }

    @Test
    void aThingIsOnTheListOnceAndALotUpToItsNumber() {
        send();
        scan(LAMP.digits());
        refused(Refusal.ALREADY_SCANNED, scan(LAMP.digits()));
        scan(GLASSES.digits());
        said(transfers.change(
                counter.station,
                Optional.of(counter.token()),
                counter.now,
                l -> GoodsRules.whole(l, GLASSES, counter.now)));
        assertEquals(7, list().goods().pieces());
        refused(Refusal.LOT_COMPLETE, scan(GLASSES.digits()));
    }

    @Test
    void aLabelThatNobodyHereKnowsTravelsAllTheSame() {
        send();
        assertTrue(said(scan(NEVER_SEEN.digits())).contains("inconnue"));
        TransferSent fact = (TransferSent)
                counter.store.fact(recorded(finish(counter.token()))).orElseThrow();
        assertEquals(List.of(new CarriedItem(NEVER_SEEN, 1, Optional.empty())), fact.items());
        assertEquals(List.of(), Movements.of(fact), "the office finds its mass");
    }

    @Test
    void theQrOfALabelTellsWhatItWeighs() {
        send();
        CheckedLabel label = new CheckedLabel(NEVER_SEEN, Money.cents(200), DISHES, Mass.grams(750), 1);
        assertEquals("Vaisselle, 0,750\u202fkg.", said(scan(label.text())));
        assertEquals(Mass.grams(750), list().goods().mass());
    }

    @Test
    void looseGoodsGoByTheAverageWhereNoScaleIs() {
        send();
        said(transfers.change(
                counter.station,
                Optional.of(counter.token()),
                counter.now,
                l -> GoodsRules.averaged(l, DISHES, 10, counter.book.current().catalog(), 3, counter.now)));
        TransferSent fact = (TransferSent)
                counter.store.fact(recorded(finish(counter.token()))).orElseThrow();
        assertEquals(Mass.grams(4_000), fact.loose().getFirst().weight().net());
        assertEquals(
                new MassProvenance.Average(3), fact.loose().getFirst().weight().provenance());
        send();
        refused(
                Refusal.BAD_PIECES,
                transfers.change(
                        counter.station,
                        Optional.of(counter.token()),
                        counter.now,
                        l -> GoodsRules.averaged(
                                l, DISHES, 0, counter.book.current().catalog(), 3, counter.now)));
    }

    @Test
    void whatComesIsScannedUnderTheCodeOfItsSlip() {
        said(transfers.receive(counter.station, Optional.empty(), "T-102-1-42", counter.now));
        scan(LAMP.digits());
        FactId id = recorded(finish(counter.token()));
        TransferReceived fact = (TransferReceived) counter.store.fact(id).orElseThrow();
        assertEquals("T-102-1-42", fact.transfer());
        assertEquals("transit:T-102-1-42", Movements.of(fact).getFirst().from().code());
        assertEquals(
                0, new PrintQueue(counter.store).waiting(counter.station.code()).size());
    }

    @Test
    void oneListIsFinishedBeforeAnotherBegins() {
        send();
        said(transfers.receive(counter.station, Optional.empty(), "T-102-1-42", counter.now));
        scan(LAMP.digits());
        refused(Refusal.FINISH_LIST, transfers.receive(counter.station, Optional.empty(), "T-102-1-43", counter.now));
        refused(Refusal.FINISH_LIST, transfers.send(counter.station, counter.token(), GENTILLY, counter.now));
        refused(Refusal.FINISH_LIST, transfers.back(counter.station, counter.token(), counter.now));
        assertEquals(1, list().goods().pieces());
        said(transfers.receive(counter.station, Optional.empty(), "T-102-1-42", counter.now));
        assertEquals(1, list().goods().pieces(), "the same slip again changes nothing");
        said(transfers.abandon(counter.station, counter.token(), counter.now));
        assertEquals(List.of(), transfers.last(5));
    }

    @Test
    void aWrongScanIsSaidInAPlainSentence() {
        refused(Refusal.NO_TRANSFER, scan(LAMP.digits()));
        send();
        for (String other : List.of("M-123", "V-901-5", "3017620422003", "C-BAC-GRIS")) {
            refused(Refusal.NOT_AN_ITEM, scan(other));
        }
        refused(Refusal.NOTHING_SCANNED, finish(counter.token()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"T-1-1-1", "x", "T-102-1", "T-102-1-42-7"})
    void aCodeThatIsNoSlipIsRefused(String code) {
        refused(Refusal.BAD_TRANSFER, transfers.receive(counter.station, Optional.empty(), code, counter.now));
    }

    @Test
    void goodsAreSentToAnotherSiteOnly() {
        for (SiteCode no : List.of(TestCounter.ARCUEIL, new SiteCode("NULLE-PART"))) {
            refused(Refusal.UNKNOWN_SITE, transfers.send(counter.station, counter.token(), no, counter.now));
        }
    }

    @Test
    void theSlipIsHadAgain() {
        send();
        scan(LAMP.digits());
        FactId id = recorded(finish(counter.token()));
        said(transfers.printAgain(counter.station, counter.token(), id, counter.now));
        assertEquals(
                2, new PrintQueue(counter.store).waiting(counter.station.code()).size());
        refused(
                Refusal.UNKNOWN_TRANSFER,
                transfers.printAgain(counter.station, counter.token(), FactId.parse("901/1/1"), counter.now));
        assertTrue(SiteFact.isTransfer(transfers.last(1).getFirst().transfer()));
    }
}
