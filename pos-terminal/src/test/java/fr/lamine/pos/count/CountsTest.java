package fr.lamine.pos.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.Movements;
import fr.lamine.model.fact.SiteFact.Counted;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.stock.CountedItem;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.goods.GoodsRules;
import fr.lamine.pos.scale.GrossWeight;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Counts on a real store.
final class CountsTest {

    private static final ItemCode LAMP = ItemCode.of(102, 7);
    private static final ItemCode VASE = ItemCode.of(102, 8);

    @TempDir
    Path root;

    private TestCounter counter;
    private Counts counts;

    @BeforeEach
    void open() {
        counter = TestCounter.open(root);
        counts = new Counts(counter.commands);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private Answer scan(ItemCode code) {
        counter.now = counter.now.plusSeconds(30);
        return counts.scan(counter.station, ScannedCode.parse(code.digits(), List.of()), counter.now);
    }

    private void begin(Optional<String> family) {
        assertInstanceOf(Answer.Done.class, counts.begin(counter.station, counter.token(), family, counter.now));
    }

    private Counted finish() {
        counter.now = counter.now.plusSeconds(30);
        Answer.Done done =
                assertInstanceOf(Answer.Done.class, counts.finish(counter.station, counter.token(), counter.now));
        FactId id = done.fact().orElseThrow();
        return (Counted) counter.store.fact(id).orElseThrow();
    }

    private static void refused(Refusal expected, Answer answer) {
        assertEquals(expected, assertInstanceOf(Answer.Refused.class, answer).refusal());
    }

    @Test
    void eachThingIsCountedAtItsOwnMoment() {
        Instant began = counter.now;
        begin(Optional.empty());
        scan(LAMP);
        Instant first = counter.now;
        scan(VASE);
        refused(Refusal.UNKNOWN_SCANNED, scan(VASE));
        Counted fact = finish();
        assertEquals(began, fact.begun());
        assertEquals(List.of(), fact.categories());
        assertEquals(
                List.of(
                        new CountedItem(LAMP, 1, first, first),
                        new CountedItem(VASE, 1, first.plusSeconds(30), first.plusSeconds(30))),
                fact.items());
        assertEquals(List.of(), Movements.of(fact), "a count moves nothing");
    }

    @Test
    void aFamilyIsCountedByAllItsCategories() {
        begin(Optional.of("Loisirs"));
        Counted fact = finish();
        assertEquals(
                counter.book.current().catalog().categories().stream()
                        .filter(c -> c.family().equals("Loisirs"))
                        .map(c -> c.code())
                        .toList(),
                fact.categories());
        assertEquals(0, fact.items().size(), "an empty shelf is counted too");
        refused(
                Refusal.UNKNOWN_CATEGORY,
                counts.begin(counter.station, counter.token(), Optional.of("Rien"), counter.now));
    }

    @Test
    void looseGoodsAreCountedOnTheScale() {
        begin(Optional.empty());
        counts.change(
                counter.station,
                Optional.of(counter.token()),
                counter.now,
                l -> GoodsRules.weighed(
                        l,
                        new CategoryCode("livre"),
                        GrossWeight.take(JournalKind.DEMO, TestCounter.scale(8_000), Optional.empty(), counter.now),
                        Optional.empty(),
                        counter.book.current().catalog(),
                        counter.now));
        assertEquals(8_000, finish().loose().getFirst().weight().net().grams());
    }

    @Test
    void nothingThatWasCountedIsLostWithThePower() {
        begin(Optional.empty());
        scan(LAMP);
        counter.close();
        open();
        assertEquals(1, counts.open(counter.station).orElseThrow().goods().pieces());
        refused(Refusal.FINISH_LIST, counts.begin(counter.station, counter.token(), Optional.empty(), counter.now));
        assertInstanceOf(Answer.Done.class, counts.abandon(counter.station, counter.token(), counter.now));
        refused(Refusal.NO_COUNT, counts.finish(counter.station, counter.token(), counter.now));
        refused(Refusal.NO_COUNT, scan(LAMP));
    }
}
