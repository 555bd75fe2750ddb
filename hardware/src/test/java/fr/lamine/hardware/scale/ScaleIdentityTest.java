package fr.lamine.hardware.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.lamine.hardware.scale.ScaleReading.Basis;
import fr.lamine.hardware.scale.ScaleReading.Overload;
import fr.lamine.hardware.scale.ScaleReading.Stable;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.model.measure.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScaleIdentityTest {

    private static final ScaleIdentity BENCH = new ScaleIdentity(
            "B1",
            "Balance du tri",
            AccuracyClass.III,
            Mass.grams(60_000),
            Mass.grams(400),
            Mass.grams(20),
            Optional.of(LocalDate.of(2027, 3, 31)),
            false);

    @Test
    void theStickerIsGoodOnItsLastDayAndNotOnTheNext() {
        assertEquals(true, BENCH.isVerifiedOn(LocalDate.of(2027, 3, 31)));
        assertEquals(false, BENCH.isVerifiedOn(LocalDate.of(2027, 4, 1)));
        assertEquals(false, ScaleIdentity.emulated("E1", "Balance").isVerifiedOn(LocalDate.of(2026, 11, 23)));
    }

    @Test
    void nineDivisionsAboveTheMaximumAreAWeightAndOneGramMoreIsNot() {
        Stable last = new Stable(Mass.grams(60_180), Basis.GROSS, "raw", Instant.EPOCH);
        assertSame(last, BENCH.judged(last));
        assertInstanceOf(
                Overload.class, BENCH.judged(new Stable(Mass.grams(60_181), Basis.GROSS, "raw", Instant.EPOCH)));
    }

    @Test
    void aWeightBelowZeroCannotBeMade() {
        assertThrows(
                IllegalArgumentException.class, () -> new Stable(Mass.grams(-1), Basis.GROSS, "raw", Instant.EPOCH));
    }

    @Test
    void aPlateThatMakesNoSenseIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ScaleIdentity(
                        "B1",
                        "Balance",
                        AccuracyClass.III,
                        Mass.grams(400),
                        Mass.grams(60_000),
                        Mass.grams(20),
                        Optional.empty(),
                        false));
    }
}
