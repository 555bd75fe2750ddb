package fr.lamine.model.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.lamine.model.measure.MassProvenance.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WeightTest {

    private static final MassProvenance TYPED = new MassProvenance.Typed();

    @Test
    void theNetIsTheGrossLessTheTare() {
        Weight weight = Weight.of(Mass.grams(13_540), Mass.grams(1_200), Optional.of("BAC-GRIS"), TYPED);
        assertEquals(Mass.grams(12_340), weight.net());
        assertEquals(Mass.ZERO, Weight.untared(Mass.grams(5), TYPED).tare());
    }

    @ParameterizedTest
    @CsvSource({"1200, 1200, 0", "1000, 1200, -200", "0, 0, 0", "1000, -1, 1001", "1000, 100, 901", "-5, 0, -5"})
    void aWeightThatDoesNotAddUpOrHoldsNothingIsRefused(long gross, long tare, long net) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Weight(Mass.grams(gross), Mass.grams(tare), Mass.grams(net), Optional.empty(), TYPED));
    }

    @Test
    void aContainerIsACode() {
        for (String code : List.of("", "deux mots", "x".repeat(21), "é")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Weight.of(Mass.grams(9), Mass.ZERO, Optional.of(code), TYPED),
                    code);
        }
    }

    @Test
    void everyProvenanceHasItsWord() {
        assertEquals(
                List.of(Kind.values()),
                List.of(
                        weighed("SOL-1", "ST,GS,+001.000kg").kind(),
                        new MassProvenance.Typed().kind(),
                        new MassProvenance.Label().kind(),
                        new MassProvenance.Average(3).kind(),
                        new MassProvenance.Share().kind()));
    }

    @Test
    void aScaleWithoutNameOrWithAnEndlessFrameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> weighed("", "x"));
        assertThrows(IllegalArgumentException.class, () -> weighed("S".repeat(41), "x"));
        assertThrows(IllegalArgumentException.class, () -> weighed("S", "x".repeat(201)));
    }

    private static MassProvenance weighed(String scale, String frame) {
        return new MassProvenance.Weighed(
                scale, AccuracyClass.III, Optional.of(LocalDate.of(2027, 5, 31)), frame, false);
    }
}
