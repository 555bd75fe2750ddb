package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.item.CheckedLabel;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.stock.Area;
import fr.lamine.model.text.French;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.labelling.LabelRequest;
import fr.lamine.pos.labelling.Labels;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Question;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.till.GiveRules.Wanted;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What leaves free of charge is kilos with a reason, and no euro.
final class GivingTest {

    private static final CategoryCode DISHES = new CategoryCode("vaisselle");
    private static final ItemCode ELSEWHERE = ItemCode.of(902, 17);
    private static final Optional<GiftReason> SCHOOL = Optional.of(GiftReason.SCHOOL);

    @TempDir
    Path root;

    private TestCounter counter;
    private Till till;
    private Giving giving;

    @BeforeEach
    void openTheShop() {
        counter = TestCounter.open(root).openTill();
        till = new Till(counter.commands);
        giving = new Giving(counter.commands);
    }

    @AfterEach
    void closeTheShop() {
        counter.close();
    }

    private ItemCode label(int pieces) {
        Answer made = new Labels(counter.commands)
                .make(
                        counter.station,
                        counter.token(),
                        new LabelRequest(
                                DISHES,
                                "Assiettes",
                                pieces,
                                French.parseEuros("3"),
                                French.parseEuros("3"),
                                new LabelRequest.MassFrom.Scale(Optional.empty()),
                                Area.SORTING,
                                false),
                        TestCounter.scale(1_300),
                        counter.now);
        FactId id = ((Answer.Done) done(made)).fact().orElseThrow();
        return ((Fact.Labelled) counter.store.fact(id).orElseThrow()).code();
    }

    private static Wanted labelled(ItemCode code) {
        return new Wanted(Optional.of(code), Optional.empty(), Optional.empty());
    }

    private static Wanted category(String code) {
        return new Wanted(Optional.empty(), Optional.empty(), Optional.of(new CategoryCode(code)));
    }

    private Answer give(Wanted wanted, int pieces, Optional<GiftReason> reason, boolean confirmed) {
        return giving.give(counter.station, counter.token(), wanted, pieces, reason, confirmed, counter.now);
    }

    private TillFact.GivenAway given(Answer answer) {
        FactId id = ((Answer.Done) done(answer)).fact().orElseThrow();
        return (TillFact.GivenAway) counter.store.fact(id).orElseThrow();
    }

    private static Answer done(Answer answer) {
        return assertInstanceOf(Answer.Done.class, answer, answer::toString);
    }

    private static Refusal refusal(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer, answer::toString).refusal();
    }

    private static Question question(Answer answer) {
        return assertInstanceOf(Answer.Asked.class, answer, answer::toString).question();
    }

    @Test
    void aLabelIsGivenAwayByItsGramsAndIsGoneThen() {
        ItemCode code = label(1);
        TillFact.GivenAway fact = given(give(labelled(code), 1, SCHOOL, false));
        assertEquals(Optional.of(code), fact.item());
        assertEquals(Mass.grams(1_300), fact.mass());
        assertEquals(new MassProvenance.Label(), fact.provenance());
        assertEquals("École", fact.reason());
        Answer scanned = till.scan(counter.station, ScannedCode.parse(code.digits(), List.of()), counter.now);
        assertEquals(Question.SOLD_ALREADY, question(scanned));
    }

    @Test
    void goodsWithoutALabelLeaveByTheAverageOfTheirCategory() {
        TillFact.GivenAway fact = given(give(category("vaisselle"), 4, Optional.of(GiftReason.SOCIAL_AID), false));
        assertEquals(Optional.empty(), fact.item());
        assertEquals(4, fact.pieces());
        assertEquals(Mass.grams(1_600), fact.mass());
        assertEquals(new MassProvenance.Average(3), fact.provenance());
    }

    @Test
    void aLabelThatNobodyHereKnowsLeavesByItsQrOrByItsCategory() {
        CheckedLabel qr = new CheckedLabel(ELSEWHERE, Money.cents(450), DISHES, Mass.grams(820), 1);
        TillFact.GivenAway byQr =
                given(give(new Wanted(Optional.of(ELSEWHERE), Optional.of(qr), Optional.empty()), 1, SCHOOL, false));
        assertEquals(Mass.grams(820), byQr.mass());
        Wanted named = new Wanted(Optional.of(ItemCode.of(902, 18)), Optional.empty(), Optional.of(DISHES));
        TillFact.GivenAway byCategory = given(give(named, 1, SCHOOL, false));
        assertEquals(named.item(), byCategory.item());
        assertEquals(Mass.grams(400), byCategory.mass());
    }

    @Test
    void aGiftMovesNoEuroAndTakesNoNumber() {
        PerpetualTotals before = counter.store.totals();
        OpenTicket open = opened();
        given(give(category("meuble"), 1, SCHOOL, false));
        assertEquals(before, counter.store.totals());
        assertEquals(open, till.ticket(counter.station), "the customer at the counter is not touched by it");
    }

    private OpenTicket opened() {
        till.addCategory(counter.station, counter.token(), DISHES, French.parseEuros("2"), 1, counter.now);
        return till.ticket(counter.station);
    }

    @Test
    void everyRefusalGivesNothingAway() {
        record Row(Refusal refusal, Answer answer) {}
        long before = counter.store.head().seq();
        for (Row row : List.of(
                new Row(Refusal.NOTHING_TO_GIVE, give(Wanted.NOTHING, 1, SCHOOL, false)),
                new Row(Refusal.NOTHING_TO_GIVE, give(category("licorne"), 1, SCHOOL, false)),
                new Row(Refusal.NOTHING_TO_GIVE, give(labelled(ELSEWHERE), 1, SCHOOL, false)),
                new Row(Refusal.BAD_PIECES, give(category("vaisselle"), 0, SCHOOL, false)),
                new Row(Refusal.BAD_PIECES, give(category("vaisselle"), 10_000, SCHOOL, false)),
                new Row(Refusal.NO_REASON, give(category("vaisselle"), 1, Optional.empty(), false)))) {
            assertEquals(row.refusal(), refusal(row.answer()), row.toString());
        }
        counter.station.signIn(TestCounter.SORTER);
        assertEquals(Refusal.NOT_YOUR_MODE, refusal(give(category("vaisselle"), 1, SCHOOL, false)));
        assertEquals(before, counter.store.head().seq());
    }

    @Test
    void nothingIsGivenAwayFromAClosedTill() {
        try (TestCounter closed = TestCounter.open(root.resolve("closed"))) {
            Answer answer = new Giving(closed.commands)
                    .give(closed.station, closed.token(), category("vaisselle"), 1, SCHOOL, false, closed.now);
            assertEquals(Refusal.TILL_CLOSED, refusal(answer));
        }
    }

    @Test
    void moreThanIsLeftIsAskedAboutAndGivenAllTheSame() {
        ItemCode code = label(2);
        till.scan(counter.station, ScannedCode.parse(code.digits(), List.of()), counter.now);
        assertEquals(Question.MORE_THAN_LEFT, question(give(labelled(code), 2, SCHOOL, false)));
        assertEquals(2, given(give(labelled(code), 2, SCHOOL, true)).pieces());
        assertEquals(Question.GONE_ALREADY, question(give(labelled(code), 1, SCHOOL, false)));
    }

    @Test
    void aDoubleTapGivesOnce() {
        String token = counter.token();
        Answer first = giving.give(counter.station, token, category("vaisselle"), 1, SCHOOL, false, counter.now);
        long after = counter.store.head().seq();
        assertEquals(first, giving.give(counter.station, token, category("vaisselle"), 1, SCHOOL, false, counter.now));
        assertEquals(after, counter.store.head().seq());
    }
}
