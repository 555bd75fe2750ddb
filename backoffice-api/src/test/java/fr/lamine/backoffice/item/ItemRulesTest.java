package fr.lamine.backoffice.item;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.item.Taking.Asked;
import fr.lamine.backoffice.item.Taking.Way;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ItemRulesTest {

    private static final ItemCode CODE = ItemCode.of(101, 7);
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static Label label(int pieces, long grams) {
        return new Label(
                FactId.parse("101/1/5"),
                AT,
                DAY,
                TestFacts.ARCUEIL,
                CODE,
                TestFacts.DISHES,
                "Assiettes",
                pieces,
                Mass.grams(grams),
                Mass.grams(grams / pieces),
                Money.cents(200),
                Money.cents(500),
                Account.place(TestFacts.ARCUEIL, Area.SHOP),
                Optional.empty());
    }

    private static Taking sold(int minute, int pieces, long grams, long cents) {
        return sold(minute, pieces, grams, cents, TestFacts.DISHES);
    }

    private static Taking sold(int minute, int pieces, long grams, long cents, CategoryCode category) {
        return new Taking(
                FactId.parse("102/1/" + (100 + minute)),
                1,
                AT.plusSeconds(60L * minute),
                DAY,
                TestFacts.ARCUEIL,
                pieces,
                Mass.grams(grams),
                Way.SOLD,
                Optional.of(new Asked(category, Money.cents(cents), PriceOrigin.LABEL, Money.cents(cents * pieces))));
    }

    private static List<Kind> kinds(ItemFold fold) {
        return fold.discrepancies().stream().map(Discrepancy::kind).toList();
    }

    @ParameterizedTest(name = "{0} pieces of {1} g, sold {2}: {3} g left over")
    @CsvSource({
        "3, 1000, 3,     1",
        "3, 1000, 1 2,   1",
        "3, 1000, 1 1 1, 1",
        "3, 1000, 1 1,   0",
        "3, 999,  1 2,   0",
        "1, 250,  1,     0",
        "3, 1000, 2 2,   1",
        "2, 1001, 1 1 1, 1"
    })
    void whatIsLeftOverIsPostedWhenTheLotIsEmpty(int pieces, long grams, String sales, long left) {
        int[] sold = Arrays.stream(sales.split(" ")).mapToInt(Integer::parseInt).toArray();
        List<Taking> takings = new ArrayList<>();
        for (int i = 0; i < sold.length; i++) {
            takings.add(sold(i, sold[i], sold[i] * (grams / pieces), 200));
        }
        ItemFold fold = ItemRules.fold(CODE, List.of(label(pieces, grams)), takings);
        assertEquals(
                left, fold.remainder().map(p -> p.movement().mass().grams()).orElse(0L));
        fold.remainder()
                .ifPresent(p -> assertEquals(
                        "place:ARCUEIL:SHOP → adjustment:ARCUEIL:ROUNDING",
                        p.movement().from().code() + " → " + p.movement().to().code()));
        Collections.reverse(takings);
        assertEquals(fold, ItemRules.fold(CODE, List.of(label(pieces, grams)), takings));
    }

    @Test
    void gramsSoldBeyondTheLabelComeBackFromRounding() {
        ItemFold fold = ItemRules.fold(CODE, List.of(label(1, 250)), List.of(sold(0, 1, 400, 200)));
        var movement = fold.remainder().orElseThrow().movement();
        assertEquals(150, movement.mass().grams());
        assertEquals("adjustment:ARCUEIL:ROUNDING", movement.from().code());
    }

    @Test
    void oneThingSoldTwiceAndALotOversoldAreNamedApart() {
        assertEquals(
                List.of(Kind.SOLD_TWICE),
                kinds(ItemRules.fold(
                        CODE, List.of(label(1, 250)), List.of(sold(0, 1, 250, 200), sold(5, 1, 250, 200)))));
        assertEquals(
                List.of(Kind.OVERSOLD),
                kinds(ItemRules.fold(
                        CODE, List.of(label(3, 999)), List.of(sold(0, 2, 666, 200), sold(5, 2, 666, 200)))));
    }

    private static Taking returned(int minute, int pieces, long grams) {
        return new Taking(
                FactId.parse("102/1/" + (100 + minute)),
                1,
                AT.plusSeconds(60L * minute),
                DAY,
                TestFacts.ARCUEIL,
                pieces,
                Mass.grams(grams),
                Way.BACK,
                Optional.empty());
    }

    @Test
    void aReturnedItemIsSoldAgainAndIsNotSoldTwice() {
        ItemFold fold = ItemRules.fold(
                CODE, List.of(label(1, 250)), List.of(sold(0, 1, 250, 200), returned(5, 1, 250), sold(9, 1, 250, 200)));
        assertEquals(List.of(), kinds(fold));
        assertEquals(1, fold.sold());
        assertEquals(
                List.of(Kind.SOLD_TWICE),
                kinds(ItemRules.fold(
                        CODE,
                        List.of(label(1, 250)),
                        List.of(sold(0, 1, 250, 200), sold(5, 1, 250, 200), returned(9, 1, 250)))),
                "brought back too late");
    }

    @Test
    void whatIsLeftOverWaitsUntilALotIsEmptyForGood() {
        List<Label> lot = List.of(label(3, 1_000));
        Taking first = sold(0, 3, 999, 200);
        Taking back = returned(5, 1, 333);
        assertEquals(
                Optional.empty(),
                ItemRules.fold(CODE, lot, List.of(first, back)).remainder());
        ItemFold again = ItemRules.fold(CODE, lot, List.of(first, back, sold(9, 1, 333, 200)));
        assertEquals(1, again.remainder().orElseThrow().movement().mass().grams());
        assertEquals(FactId.parse("102/1/109"), again.remainder().orElseThrow().fact());
        assertEquals(2, ItemRules.fold(CODE, lot, List.of(first, back)).sold());
    }

    @Test
    void aSaleWithoutALabelIsUnknownAndALabelAfterwardsSettlesIt() {
        List<Taking> sale = List.of(sold(-30, 1, 250, 200));
        assertEquals(List.of(Kind.UNKNOWN_LABEL), kinds(ItemRules.fold(CODE, List.of(), sale)));
        assertEquals(List.of(), kinds(ItemRules.fold(CODE, List.of(label(1, 250)), sale)));
    }

    @Test
    void aPriceUnlikeTheLabelsIsNamedLineByLine() {
        ItemFold fold =
                ItemRules.fold(CODE, List.of(label(3, 999)), List.of(sold(0, 1, 333, 150), sold(1, 1, 333, 200)));
        assertEquals(List.of(Kind.PRICE_DIFFERS), kinds(fold));
        assertEquals("102/1/100#1", fold.discrepancies().getFirst().subject());
    }

    @Test
    void aCategoryUnlikeTheLabelsIsNamedOnceTheLabelIsKnown() {
        List<Taking> keyed = List.of(sold(-30, 1, 250, 200, TestFacts.BOOKS));
        assertEquals(List.of(Kind.UNKNOWN_LABEL), kinds(ItemRules.fold(CODE, List.of(), keyed)));
        ItemFold fold = ItemRules.fold(CODE, List.of(label(1, 250)), keyed);
        assertEquals(List.of(Kind.CATEGORY_DIFFERS), kinds(fold));
        assertEquals("102/1/70#1", fold.discrepancies().getFirst().subject());
    }

    @Test
    void aWholeLotAtItsLotPriceIsRight() {
        Taking lot = new Taking(
                FactId.parse("102/1/10"),
                1,
                AT,
                DAY,
                TestFacts.ARCUEIL,
                3,
                Mass.grams(999),
                Way.SOLD,
                Optional.of(new Asked(TestFacts.DISHES, Money.cents(200), PriceOrigin.LOT, Money.cents(500))));
        assertEquals(List.of(), kinds(ItemRules.fold(CODE, List.of(label(3, 999)), List.of(lot))));
    }

    @Test
    void aNewLabelTakesPiecesFromTheOldOneAndEmptiesItWithoutASale() {
        Taking relabelled = new Taking(
                FactId.parse("101/1/9"),
                0,
                AT.plusSeconds(60),
                DAY,
                TestFacts.ARCUEIL,
                2,
                Mass.grams(667),
                Way.RELABELLED,
                Optional.empty());
        ItemFold fold = ItemRules.fold(CODE, List.of(label(3, 1_000)), List.of(sold(0, 1, 333, 200), relabelled));
        assertEquals(List.of(), kinds(fold));
        assertEquals(1, fold.sold());
        assertEquals(2, fold.relabelled());
        assertEquals(Optional.empty(), fold.remainder());
    }

    @Test
    void aThingGivenAwayIsGoneAndSellingItAfterwardsIsOneTooMany() {
        Taking given = new Taking(
                FactId.parse("102/1/101"),
                0,
                AT.plusSeconds(60),
                DAY,
                TestFacts.ARCUEIL,
                1,
                Mass.grams(250),
                Way.GIVEN,
                Optional.empty());
        ItemFold fold = ItemRules.fold(CODE, List.of(label(1, 250)), List.of(given));
        assertEquals(List.of(), kinds(fold));
        assertEquals(0, fold.sold());
        assertEquals(1, fold.given());
        ItemFold sold = ItemRules.fold(CODE, List.of(label(1, 250)), List.of(sold(5, 1, 250, 200), given));
        assertEquals(List.of(Kind.SOLD_TWICE), kinds(sold));
        assertEquals(
                "L’article " + CODE.spaced() + " a été vendu alors qu’il était déjà parti.",
                sold.discrepancies().getFirst().text());
        assertEquals(List.of(Kind.UNKNOWN_LABEL), kinds(ItemRules.fold(CODE, List.of(), List.of(given))));
    }

    private static Taking voided(int minute, int pieces, long grams) {
        return new Taking(
                FactId.parse("103/1/" + (100 + minute)),
                0,
                AT.plusSeconds(60L * minute),
                DAY,
                TestFacts.ARCUEIL,
                pieces,
                Mass.grams(grams),
                Way.VOIDED,
                Optional.empty());
    }

    @Test
    void aVoidedLabelSellsNoMoreWhateverComesFirst() {
        ItemFold voided =
                ItemRules.fold(CODE, List.of(label(3, 1_000)), List.of(sold(0, 1, 333, 200), voided(5, 2, 666)));
        assertEquals(List.of(), kinds(voided));
        assertEquals(2, voided.voided());
        assertEquals(Optional.of(DAY), voided.voidedOn());
        assertEquals(1, voided.remainder().orElseThrow().movement().mass().grams());
        record Row(List<Taking> takings, String text) {}
        for (Row row : List.of(
                new Row(
                        List.of(voided(5, 1, 250), sold(9, 1, 250, 200)),
                        "L’article %s a été vendu alors que son étiquette était annulée."),
                new Row(
                        List.of(sold(3, 1, 250, 200), voided(5, 1, 250)),
                        "L’étiquette %s a été annulée alors que l’article était déjà parti."),
                new Row(List.of(voided(5, 1, 250), voided(6, 1, 250)), "L’étiquette %s a été annulée deux fois."))) {
            for (List<Taking> arrived : List.of(row.takings(), row.takings().reversed())) {
                ItemFold fold = ItemRules.fold(CODE, List.of(label(1, 250)), arrived);
                assertEquals(List.of(Kind.VOIDED_LABEL), kinds(fold));
                assertEquals(
                        row.text().formatted(CODE.spaced()),
                        fold.discrepancies().getFirst().text());
                assertEquals(Optional.empty(), fold.remainder());
            }
        }
        assertEquals(List.of(Kind.UNKNOWN_LABEL), kinds(ItemRules.fold(CODE, List.of(), List.of(voided(5, 1, 250)))));
    }

    @Test
    void aCodeGivenTwiceKeepsItsFirstLabel() {
        Label first = label(1, 250);
        Label second = new Label(
                FactId.parse("101/2/3"),
                AT.plusSeconds(9),
                DAY,
                TestFacts.ARCUEIL,
                CODE,
                TestFacts.BOOKS,
                "Livre",
                1,
                Mass.grams(90),
                Mass.grams(90),
                Money.cents(50),
                Money.cents(50),
                Account.place(TestFacts.ARCUEIL, Area.SHOP),
                Optional.empty());
        ItemFold fold = ItemRules.fold(CODE, List.of(second, first), List.of());
        assertEquals(Optional.of(first), fold.label());
        assertEquals(List.of(Kind.LABELLED_TWICE), kinds(fold));
    }
}
