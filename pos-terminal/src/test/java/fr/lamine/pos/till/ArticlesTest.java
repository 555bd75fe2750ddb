package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scale.ScaleReading.Basis;
import fr.lamine.hardware.scale.ScaleReading.Cause;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.item.CheckedLabel;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.text.French;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Question;
import fr.lamine.pos.station.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Articles of the house, gifts, members' cards and weighed lines, on a counter with the starting catalog.
final class ArticlesTest {

    private static final CategoryCode DISHES = new CategoryCode("vaisselle");

    @TempDir
    Path root;

    private TestCounter counter;
    private Till till;
    private Articles articles;

    @BeforeEach
    void openTheShop() {
        counter = TestCounter.open(root).openTill();
        till = new Till(counter.commands);
        articles = new Articles(till);
    }

    @AfterEach
    void closeTheShop() {
        counter.close();
    }

    private static Optional<Money> euros(String text) {
        return French.parseEuros(text);
    }

    private Answer add(String article, String amount) {
        return articles.add(counter.station, counter.token(), article, euros(amount), counter.now);
    }

    private Answer dishes(int pieces) {
        return till.addCategory(counter.station, counter.token(), DISHES, euros("2,00"), pieces, counter.now);
    }

    private Answer roundUp(String to) {
        return articles.roundUp(counter.station, counter.token(), euros(to), counter.now);
    }

    private Answer scan(String text) {
        return till.scan(counter.station, ScannedCode.parse(text, List.of()), counter.now);
    }

    private Answer weigh(Optional<CounterScale> scale, Optional<Mass> typed) {
        return articles.weigh(
                counter.station,
                counter.token(),
                ticket().lines().getLast().id(),
                Optional.empty(),
                scale,
                typed,
                counter.now);
    }

    private OpenTicket ticket() {
        return till.ticket(counter.station);
    }

    private Fact.Sale sold(Tender tender) {
        Answer paid = till.pay(
                counter.station, counter.token(), List.of(new TenderLine(tender, ticket().total())), counter.now);
        return (Fact.Sale) counter.store
                .fact(((Answer.Done) done(paid)).fact().orElseThrow())
                .orElseThrow();
    }

    private static Answer done(Answer answer) {
        return assertInstanceOf(Answer.Done.class, answer, answer::toString);
    }

    private static Refusal refusal(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer, answer::toString).refusal();
    }

    @Test
    void eachArticleGoesOntoTheTicketByItsKind() {
        done(add("SAC", ""));
        done(add("PRIX-LIBRE", "2,50"));
        done(add("REPARATION", "12"));
        done(add("ADHESION", ""));
        done(add("DON", "3"));
        Fact.Sale sale = sold(Tender.CARD);
        record Row(String label, LineOrigin origin, PriceOrigin price, long cents, long grams) {}
        assertEquals(
                List.of(
                        new Row("Sac de textile", LineOrigin.CATEGORY_KEY, PriceOrigin.ARTICLE, 500, 3_000),
                        new Row("Prix libre", LineOrigin.CATEGORY_KEY, PriceOrigin.FREE, 250, 1_000),
                        new Row("Réparation", LineOrigin.SERVICE_KEY, PriceOrigin.TYPED, 1_200, 0)),
                sale.lines().stream()
                        .map(l -> new Row(
                                l.label(),
                                l.origin(),
                                l.price(),
                                l.total().cents(),
                                l.mass().grams()))
                        .toList());
        assertEquals(
                List.of(
                        new ExtraLine(ExtraLine.Kind.DUES, "Adhésion", Money.cents(1_000), Optional.empty()),
                        new ExtraLine(ExtraLine.Kind.GIFT, "Don", Money.cents(300), Optional.empty())),
                sale.extras());
        assertEquals(Money.cents(3_250), sale.total());
        assertEquals(Money.cents(1_950), counter.store.totals().net(), "dues and gifts are no turnover");
    }

    @Test
    void everyRefusalOfAnArticleLeavesTheTicketAsItWas() {
        done(add("SAC", ""));
        done(add("PRIX-LIBRE", "2,50"));
        done(add("REPARATION", "12"));
        done(dishes(1));
        OpenTicket before = ticket();
        int bag = before.lines().getFirst().id();
        int free = before.lines().get(1).id();
        record Row(Refusal refusal, Answer answer) {}
        Row[] rows = {
            new Row(Refusal.UNKNOWN_ARTICLE, add("LICORNE", "1")),
            new Row(Refusal.BAD_AMOUNT, add("PRIX-LIBRE", "")),
            new Row(Refusal.BAD_AMOUNT, add("PRIX-LIBRE", "1,234")),
            new Row(Refusal.BAD_AMOUNT, add("DON", "10000")),
            new Row(Refusal.BAD_AMOUNT, add("DON", "0")),
            new Row(Refusal.FREE_OF_CHARGE, add("PRIX-LIBRE", "0")),
            new Row(Refusal.ARTICLE_PRICE, price(bag, "0,50")),
            new Row(Refusal.FREE_OF_CHARGE, price(free, "0")),
            new Row(Refusal.NOT_ROUNDED, roundUp("24,00")),
            new Row(Refusal.NOT_ROUNDED, roundUp("")),
            new Row(Refusal.NO_SUCH_LINE, till.removeExtra(counter.station, counter.token(), 0, counter.now)),
            new Row(Refusal.UNKNOWN_CODE, scan("M-" + "9".repeat(41)))
        };
        for (Row row : rows) {
            assertEquals(row.refusal(), refusal(row.answer()), row.toString());
        }
        assertEquals(before, ticket());
        done(till.tender(counter.station, counter.token(), Tender.CARD, euros("1"), counter.now));
        assertEquals(Refusal.TICKET_BEING_PAID, refusal(add("DON", "1")));
        assertEquals(Refusal.TICKET_BEING_PAID, refusal(roundUp("25,00")));
        assertEquals(Refusal.TICKET_BEING_PAID, refusal(scan("M-0042")));
    }

    private Answer price(int line, String price) {
        return till.changePrice(counter.station, counter.token(), line, euros(price), counter.now);
    }

    @Test
    void whatTheCustomerOrTheCashierSaysIsChangedWithoutAReasonOrAManager() {
        done(add("PRIX-LIBRE", "40"));
        done(add("REPARATION", "30"));
        for (TicketLine line : ticket().lines()) {
            done(price(line.id(), "0,50"));
        }
        assertEquals(
                List.of(PriceOrigin.FREE, PriceOrigin.TYPED),
                ticket().lines().stream().map(TicketLine::price).toList());
        assertEquals(Money.cents(100), ticket().total());
    }

    @Test
    void aDoubleTapAddsOneArticle() {
        String token = counter.token();
        Answer first = articles.add(counter.station, token, "ADHESION", Optional.empty(), counter.now);
        assertEquals(first, articles.add(counter.station, token, "ADHESION", Optional.empty(), counter.now));
        assertEquals(Money.cents(1_000), ticket().total());
    }

    @Test
    void aTicketIsRoundedUpToTheNextEuroOrTheNextFive() {
        record Row(long total, List<Long> to) {}
        for (Row row : List.of(
                new Row(0, List.of()),
                new Row(-250, List.of()),
                new Row(1, List.of(100L, 500L)),
                new Row(99, List.of(100L, 500L)),
                new Row(100, List.of(500L)),
                new Row(460, List.of(500L)),
                new Row(500, List.of()),
                new Row(1_260, List.of(1_300L, 1_500L)),
                new Row(1_300, List.of(1_500L)))) {
            assertEquals(
                    row.to(),
                    ArticleRules.roundings(Money.cents(row.total())).stream()
                            .map(Money::cents)
                            .toList(),
                    row.toString());
        }
    }

    @Test
    void theRoundingIsAGiftOfWhatIsMissing() {
        done(add("PRIX-LIBRE", "12,60"));
        done(roundUp("13,00"));
        assertEquals(Refusal.NOT_ROUNDED, refusal(roundUp("13,00")), "it is round already");
        Fact.Sale sale = sold(Tender.CASH);
        assertEquals(Money.cents(1_300), sale.total());
        assertEquals(
                List.of(new ExtraLine(ExtraLine.Kind.GIFT, "Arrondi solidaire", Money.cents(40), Optional.empty())),
                sale.extras());
    }

    @Test
    void aHouseThatTakesNoGiftsRoundsNothingUp() {
        Catalog without = new Catalog(
                List.of(),
                List.of(),
                List.of(),
                counter.book.current().catalog().vatRegime());
        OpenTicket ticket = OpenTicket.EMPTY.with(
                new ExtraLine(ExtraLine.Kind.DUES, "Adhésion", Money.cents(1_050), Optional.empty()));
        assertEquals(
                Refusal.UNKNOWN_ARTICLE,
                refusal(ArticleRules.roundUp(ticket, euros("11"), without).answer()));
    }

    @Test
    void theCardOfAMemberGoesWithTheSaleAndWithNothingAfterIt() {
        done(scan("M-2026-0041"));
        done(add("ADHESION", ""));
        done(scan("M-2026-0042"));
        counter.close();
        openTheShop();
        assertEquals(Optional.of("2026-0042"), ticket().member(), "after a restart");
        assertEquals(Optional.of("2026-0042"), sold(Tender.CASH).member());
        done(add("ADHESION", ""));
        assertEquals(Optional.empty(), sold(Tender.CASH).member());
    }

    @Test
    void aCardShownByMistakeIsUndoneOrTakenAway() {
        done(scan("M-1"));
        done(scan("M-2"));
        done(till.undo(counter.station, counter.token(), counter.now));
        assertEquals(Optional.of("1"), ticket().member());
        done(dishes(1));
        done(articles.withoutMember(counter.station, counter.token(), counter.now));
        assertEquals(Optional.empty(), sold(Tender.CASH).member());
    }

    @Test
    void theScaleTellsWhatALineWeighsAndNeverMovesItsPrice() {
        done(dishes(3));
        done(weigh(TestCounter.scale(1_000), Optional.empty()));
        SaleLine line = sold(Tender.CASH).lines().getFirst();
        assertEquals(Mass.grams(1_000), line.mass(), "to the gram, though three pieces do not share it evenly");
        assertEquals(Money.cents(600), line.total());
        MassProvenance.Weighed weighed = assertInstanceOf(MassProvenance.Weighed.class, line.provenance());
        assertEquals("SOL-1", weighed.scale());
        assertTrue(weighed.rawFrame().startsWith("ST,GS"), weighed.rawFrame());
    }

    @Test
    void otherPiecesThanWereWeighedCountByTheirAverageAgain() {
        done(dishes(3));
        done(weigh(TestCounter.scale(1_000), Optional.empty()));
        till.changePieces(
                counter.station, counter.token(), ticket().lines().getFirst().id(), 2, counter.now);
        SaleLine line = sold(Tender.CASH).lines().getFirst();
        assertEquals(Mass.grams(800), line.mass());
        assertInstanceOf(MassProvenance.Average.class, line.provenance());
    }

    @Test
    void noReadingIsTakenThatAWeighInWouldNotTake() {
        done(dishes(1));
        OpenTicket before = ticket();
        record Row(Refusal refusal, Answer answer) {}
        Row[] rows = {
            new Row(Refusal.NO_SCALE, weigh(Optional.empty(), Optional.empty())),
            new Row(
                    Refusal.UNSTABLE,
                    weighing(new ScaleReading.Unstable(Mass.grams(900), Basis.GROSS, "", counter.now))),
            new Row(Refusal.UNSTABLE, weighing(new ScaleReading.Moving("", counter.now))),
            new Row(Refusal.UNDER_ZERO, weighing(new ScaleReading.UnderZero("", counter.now))),
            new Row(Refusal.OVERLOAD, weighing(new ScaleReading.Overload("", counter.now))),
            new Row(Refusal.STALE, weighing(new ScaleReading.NotReady(Cause.STALE, counter.now))),
            new Row(Refusal.NOTHING_THERE, weigh(TestCounter.scale(0), Optional.empty())),
            new Row(Refusal.SCALE_WORKS, weigh(TestCounter.scale(900), Optional.of(Mass.grams(850)))),
            new Row(Refusal.BAD_WEIGHT, weigh(Optional.empty(), Optional.of(Mass.ZERO)))
        };
        for (Row row : rows) {
            assertEquals(row.refusal(), refusal(row.answer()), row.toString());
        }
        assertEquals(before, ticket());
        done(weigh(Optional.empty(), Optional.of(Mass.grams(850))));
        assertInstanceOf(
                MassProvenance.Typed.class, sold(Tender.CASH).lines().getFirst().provenance());
    }

    private Answer weighing(ScaleReading reading) {
        return weigh(
                Optional.of(new CounterScale(ScaleIdentity.emulated("SOL-1", "Balance"), _ -> reading)),
                Optional.empty());
    }

    @Test
    void anUnusualWeightIsAskedAboutAndTakenTheSecondTime() {
        done(dishes(1));
        Answer first = weigh(TestCounter.scale(190_000), Optional.empty());
        assertEquals(
                Question.UNUSUAL_WEIGHT,
                assertInstanceOf(Answer.Asked.class, first, first::toString).question());
        done(weigh(TestCounter.scale(190_000), Optional.empty()));
        assertEquals(Mass.grams(190_000), ticket().lines().getFirst().mass());
    }

    @Test
    void whatHasALabelOrNoMassIsNotWeighed() {
        done(add("REPARATION", "12"));
        assertEquals(Refusal.NOT_WEIGHED, refusal(weigh(TestCounter.scale(900), Optional.empty())));
        done(scan(new CheckedLabel(ItemCode.of(902, 17), Money.cents(450), DISHES, Mass.grams(820), 1).text()));
        assertEquals(Refusal.NOT_WEIGHED, refusal(weigh(TestCounter.scale(900), Optional.empty())));
        assertEquals(
                List.of(0L, 820L),
                ticket().lines().stream().map(l -> l.mass().grams()).toList());
        assertEquals(
                List.of(Refusal.NO_SUCH_LINE),
                Stream.of(articles.weigh(
                                counter.station,
                                counter.token(),
                                99,
                                Optional.empty(),
                                TestCounter.scale(900),
                                Optional.empty(),
                                counter.now))
                        .map(ArticlesTest::refusal)
                        .toList());
    }
}
