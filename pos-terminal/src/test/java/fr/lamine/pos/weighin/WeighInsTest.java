package fr.lamine.pos.weighin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Source;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WeighInsTest {

    private static final WeighInRequest DISHES = new WeighInRequest(
            new CategoryCode("vaisselle"),
            new Journey.TakenIn(Source.DROP_OFF, Area.SORTING),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    @TempDir
    Path root;

    private static FactId id(Answer answer) {
        return assertInstanceOf(Answer.Done.class, answer).fact().orElseThrow();
    }

    private static Refusal refusal(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer).refusal();
    }

    @Test
    void aSecondPostOfTheSameFormAnswersAsTheFirstAndRecordsNothingMore() {
        try (TestCounter counter = TestCounter.open(root)) {
            WeighIns weighIns = new WeighIns(counter.commands);
            String token = counter.token();
            Answer first = weighIns.record(counter.station, token, DISHES, TestCounter.scale(12_340), counter.now);
            Answer second = weighIns.record(counter.station, token, DISHES, TestCounter.scale(9_999), counter.now);
            assertEquals(first, second);
            assertEquals(1, weighIns.last(10).size());
            assertEquals(
                    Mass.grams(12_340),
                    weighIns.last(1).getFirst().fact().weight().net());
        }
    }

    @Test
    void aRefusedWeightLeavesNothingBehindAndIsRefusedAgainForTheSameForm() {
        try (TestCounter counter = TestCounter.open(root)) {
            WeighIns weighIns = new WeighIns(counter.commands);
            long before = counter.store.head().seq();
            String token = counter.token();
            for (int click = 0; click < 2; click++) {
                assertEquals(
                        Refusal.NOTHING_THERE,
                        refusal(weighIns.record(counter.station, token, DISHES, TestCounter.scale(0), counter.now)));
            }
            assertEquals(before, counter.store.head().seq());
        }
    }

    @Test
    void aWeighingIsTakenBackOnceWholeAndOnItsOwnDay() {
        try (TestCounter counter = TestCounter.open(root)) {
            WeighIns weighIns = new WeighIns(counter.commands);
            FactId id = id(
                    weighIns.record(counter.station, counter.token(), DISHES, TestCounter.scale(2_000), counter.now));
            FactId other = id(
                    weighIns.record(counter.station, counter.token(), DISHES, TestCounter.scale(3_000), counter.now));
            FactId reversal = id(weighIns.reverse(counter.station, counter.token(), id, counter.now));
            Fact.WeighInReversed fact =
                    (Fact.WeighInReversed) counter.store.fact(reversal).orElseThrow();
            assertEquals(id, fact.weighIn());
            assertEquals(Mass.grams(2_000), fact.weight().net());
            assertTrue(weighIns.last(2).getLast().reversed());

            assertEquals(
                    Refusal.ALREADY_REVERSED,
                    refusal(weighIns.reverse(counter.station, counter.token(), id, counter.now)));
            assertEquals(
                    Refusal.TOO_OLD,
                    refusal(weighIns.reverse(
                            counter.station, counter.token(), other, counter.now.plus(Duration.ofDays(1)))));
            for (String unknown : new String[] {"901/1/1", "901/1/999", "902/1/" + other.seq(), "901/2/2"}) {
                assertEquals(
                        Refusal.UNKNOWN_WEIGH_IN,
                        refusal(weighIns.reverse(counter.station, counter.token(), FactId.parse(unknown), counter.now)),
                        unknown);
            }
        }
    }

    @Test
    void nobodyWeighsWithoutSigningIn() {
        try (TestCounter counter = TestCounter.open(root)) {
            counter.station.signOut();
            assertEquals(
                    Refusal.NOT_SIGNED_IN,
                    refusal(new WeighIns(counter.commands)
                            .record(counter.station, counter.token(), DISHES, TestCounter.scale(2_000), counter.now)));
        }
    }

    @Test
    void aTokenThatNoFormOfOursCarriesIsABadRequest() {
        try (TestCounter counter = TestCounter.open(root)) {
            WeighIns weighIns = new WeighIns(counter.commands);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> weighIns.record(counter.station, "x'; DROP", DISHES, TestCounter.scale(2_000), counter.now));
        }
    }
}
