package fr.lamine.pos.labelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.printer.Document;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.ItemState;
import fr.lamine.model.text.French;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.labelling.LabelRequest.MassFrom;
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

final class LabelsTest {

    private static final CategoryCode DISHES = new CategoryCode("vaisselle");
    private static final MassFrom SCALE = new MassFrom.Scale(Optional.empty());

    @TempDir
    Path root;

    private TestCounter counter;
    private Labels labels;

    @BeforeEach
    void openTheWorkshop() {
        counter = TestCounter.open(root);
        counter.station.signIn(TestCounter.SORTER);
        labels = new Labels(counter.commands);
    }

    @AfterEach
    void closeTheWorkshop() {
        counter.close();
    }

    private static LabelRequest request(String title, int pieces, String price, MassFrom mass) {
        return new LabelRequest(
                DISHES, title, pieces, French.parseEuros(price), Optional.empty(), mass, Area.SORTING, false);
    }

    private Answer make(LabelRequest request, long grams) {
        return labels.make(counter.station, counter.token(), request, TestCounter.scale(grams), counter.now);
    }

    private Fact.Labelled made(Answer answer) {
        FactId id = assertInstanceOf(Answer.Done.class, answer, answer::toString)
                .fact()
                .orElseThrow();
        return (Fact.Labelled) counter.store.fact(id).orElseThrow();
    }

    @Test
    void aLabelGetsTheNextCodeItsMassAndItsJob() {
        Fact.Labelled first = made(make(request("Théière", 1, "4,50", SCALE), 820));
        Fact.Labelled second = made(make(request("", 6, "0.50", SCALE), 1_300));
        assertEquals("0490100000015", first.code().digits());
        assertEquals(2, second.code().serial());
        assertEquals(Mass.grams(820), first.mass());
        assertInstanceOf(MassProvenance.Weighed.class, first.provenance());
        assertEquals(Mass.grams(216), second.pieceMass());
        assertEquals(Money.cents(300), second.lotPrice());
        assertEquals("Vaisselle", second.title());
        assertEquals("place:ARCUEIL:SHOP", second.to().code());
        PrintJob job =
                new PrintQueue(counter.store).waiting(counter.station.code()).getFirst();
        assertEquals(PrintJob.Kind.LABEL, job.kind());
        assertEquals(2, labels.last(5).size());
        assertEquals(second, labels.last(1).getFirst().fact());
    }

    @Test
    void theMassMayBeTypedOrTakenFromTheTable() {
        Fact.Labelled typed = made(make(request("", 2, "1", new MassFrom.Typed(Mass.grams(1_001))), 0));
        assertEquals(new MassProvenance.Typed(), typed.provenance());
        assertEquals(Mass.grams(500), typed.pieceMass());
        Fact.Labelled average = made(make(request("", 3, "1", new MassFrom.Average()), 0));
        assertEquals(Mass.grams(1_200), average.mass());
        assertEquals(new MassProvenance.Average(3), average.provenance());
    }

    @Test
    void everyRefusalLeavesTheNextCodeUngiven() {
        record Row(Refusal refusal, LabelRequest request, long grams) {}
        LabelRequest badLot = new LabelRequest(
                DISHES, "", 2, French.parseEuros("1"), Optional.of(Money.cents(1_000_000)), SCALE, Area.SORTING, false);
        LabelRequest unknown = new LabelRequest(
                new CategoryCode("licorne"),
                "",
                1,
                French.parseEuros("1"),
                Optional.empty(),
                SCALE,
                Area.SORTING,
                false);
        Row[] rows = {
            new Row(Refusal.UNKNOWN_CATEGORY, unknown, 500),
            new Row(Refusal.BAD_TITLE, request("x".repeat(61), 1, "1", SCALE), 500),
            new Row(Refusal.BAD_TITLE, request("a\tb", 1, "1", SCALE), 500),
            new Row(Refusal.BAD_PIECES, request("", 0, "1", SCALE), 500),
            new Row(Refusal.BAD_PIECES, request("", 10_000, "1", SCALE), 500),
            new Row(Refusal.BAD_PRICE, request("", 1, "cher", SCALE), 500),
            new Row(Refusal.BAD_PRICE, request("", 1, "10000", SCALE), 500),
            new Row(Refusal.BAD_PRICE, badLot, 500),
            new Row(Refusal.NOTHING_THERE, request("", 1, "1", SCALE), 0),
            new Row(Refusal.BELOW_TARE, request("", 1, "1", new MassFrom.Scale(Optional.of("BAC-GRIS"))), 1_000),
            new Row(Refusal.UNKNOWN_CONTAINER, request("", 1, "1", new MassFrom.Scale(Optional.of("SAC"))), 1_000),
            new Row(Refusal.BAD_WEIGHT, request("", 1, "1", new MassFrom.Typed(Mass.ZERO)), 0),
            new Row(Refusal.TOO_LIGHT, request("", 900, "1", SCALE), 899)
        };
        for (Row row : rows) {
            Answer answer = make(row.request(), row.grams());
            assertEquals(
                    row.refusal(),
                    assertInstanceOf(Answer.Refused.class, answer, row.toString())
                            .refusal(),
                    row.toString());
        }
        assertEquals(0, counter.store.totals().labels());
        assertTrue(labels.last(1).isEmpty());
    }

    @Test
    void anUnusualMassIsAskedAbout() {
        Answer asked = make(request("", 1, "1", SCALE), 80_001);
        assertEquals(
                Question.UNUSUAL_WEIGHT,
                assertInstanceOf(Answer.Asked.class, asked).question());
    }

    @Test
    void theQrOnThePaperSellsOnePieceAnywhere() {
        Fact.Labelled label = made(make(request("Assiettes", 6, "0,50", SCALE), 1_300));
        Document paper = LabelPaper.of(label, counter.book.current().catalog(), JournalKind.DEMO);
        Document.Qr qr = paper.blocks().stream()
                .filter(Document.Qr.class::isInstance)
                .map(Document.Qr.class::cast)
                .findFirst()
                .orElseThrow();
        var scanned = assertInstanceOf(ScannedCode.ItemLabel.class, ScannedCode.parse(qr.text(), List.of()));
        assertEquals(label.code(), scanned.code());
        assertEquals(Money.cents(50), scanned.label().orElseThrow().price());
        assertEquals(Mass.grams(216), scanned.label().orElseThrow().piece());
        assertEquals(6, scanned.label().orElseThrow().pieces());
        assertTrue(paper.blocks().contains(Document.Line.centered("FACTICE")));
    }

    private static LabelRequest stuck(ItemCode code) {
        return new LabelRequest(
                DISHES,
                "Vase",
                1,
                French.parseEuros("3"),
                Optional.empty(),
                SCALE,
                Area.SORTING,
                Optional.of(code),
                false);
    }

    @Test
    void aThingIsRegisteredUnderTheCodeThatSticksOnItAndNothingIsPrinted() {
        ItemCode sheet = ItemCode.of(0, 12);
        assertTrue(labels.isFree(sheet));
        assertFalse(labels.isFree(ItemCode.of(101, 12)));
        Fact.Labelled vase = made(make(stuck(sheet), 900));
        assertEquals(sheet, vase.code());
        assertEquals(List.of(), new PrintQueue(counter.store).waiting(counter.station.code()));
        assertFalse(labels.isFree(sheet));
        Answer again = make(stuck(sheet), 900);
        assertEquals(
                Refusal.CODE_TAKEN,
                assertInstanceOf(Answer.Refused.class, again).refusal());
        assertEquals(1, made(make(request("", 1, "1", SCALE), 500)).code().serial());
    }

    @Test
    void aCodeThatTheOfficeKnowsIsNotGivenToAnotherThing() {
        ItemCode sheet = ItemCode.of(0, 13);
        counter.receive(
                2,
                List.of(new ItemState(
                        sheet,
                        DISHES,
                        "Lampe",
                        TestCounter.ARCUEIL,
                        1,
                        0,
                        Mass.grams(900),
                        Mass.grams(900),
                        Money.cents(600),
                        Money.cents(600))));
        Answer answer = make(stuck(sheet), 900);
        assertEquals(
                "Ce code est déjà celui de « Lampe ».",
                assertInstanceOf(Answer.Refused.class, answer).sentence());
    }

    private Answer priceTags(CategoryCode category, String price, int count, String token) {
        return labels.priceTags(counter.station, token, category, French.parseEuros(price), count, counter.now);
    }

    @Test
    void priceTagsAreQueuedOneByOneAndNothingIsRecorded() {
        String token = counter.token();
        assertInstanceOf(Answer.Done.class, priceTags(DISHES, "0,50", 3, token));
        assertInstanceOf(Answer.Done.class, priceTags(DISHES, "0,50", 3, token));
        List<PrintJob> jobs = new PrintQueue(counter.store).waiting(counter.station.code());
        assertEquals(
                List.of("T-vaisselle-50", "T-vaisselle-50", "T-vaisselle-50"),
                jobs.stream().map(job -> job.tag().orElseThrow()).toList());
        assertTrue(jobs.stream().allMatch(job -> job.kind() == PrintJob.Kind.PRICE_TAG));
        assertEquals(0, counter.store.totals().labels());
    }

    @Test
    void priceTagsWithoutAPriceOrPastAHundredAreRefused() {
        record Row(Refusal refusal, String category, String price, int count) {}
        for (Row row : List.of(
                new Row(Refusal.UNKNOWN_CATEGORY, "licorne", "1", 1),
                new Row(Refusal.BAD_PRICE, "vaisselle", "cher", 1),
                new Row(Refusal.BAD_PRICE, "vaisselle", "0", 1),
                new Row(Refusal.BAD_PRICE, "vaisselle", "10000", 1),
                new Row(Refusal.TOO_MANY_TAGS, "vaisselle", "1", 0),
                new Row(Refusal.TOO_MANY_TAGS, "vaisselle", "1", 101))) {
            Answer answer = priceTags(new CategoryCode(row.category()), row.price(), row.count(), counter.token());
            assertEquals(
                    row.refusal(),
                    assertInstanceOf(Answer.Refused.class, answer, row.toString())
                            .refusal());
        }
        assertEquals(List.of(), new PrintQueue(counter.store).waiting(counter.station.code()));
    }

    @Test
    void aLabelIsPrintedAgainUnderItsOwnCode() {
        FactId id = assertInstanceOf(Answer.Done.class, make(request("", 1, "1", SCALE), 500))
                .fact()
                .orElseThrow();
        Answer again = labels.printAgain(counter.station, counter.token(), id, counter.now);
        assertInstanceOf(Answer.Done.class, again);
        assertEquals(1, counter.store.totals().labels());
        assertEquals(
                2, new PrintQueue(counter.store).waiting(counter.station.code()).size());
        assertEquals(
                Refusal.UNKNOWN_LABEL,
                assertInstanceOf(
                                Answer.Refused.class,
                                labels.printAgain(
                                        counter.station, counter.token(), FactId.parse("901/1/1"), counter.now))
                        .refusal());
    }
}
