package fr.lamine.model.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MassTest {

    @ParameterizedTest
    @CsvSource({"1000, 3, 333", "999, 1000, 0", "-1000, 3, -334", "7, 7, 1", "0, 4, 0"})
    void aPieceIsRoundedDown(long grams, int pieces, long each) {
        assertEquals(Mass.grams(each), Mass.grams(grams).perPiece(pieces));
    }

    @Test
    void nothingGoesBeyondTheBound() {
        Mass most = Mass.grams(Mass.MAX_GRAMS);
        assertEquals(Mass.ZERO, most.plus(most.negated()));
        assertThrows(ArithmeticException.class, () -> Mass.grams(Mass.MAX_GRAMS + 1));
        assertThrows(ArithmeticException.class, () -> Mass.grams(-Mass.MAX_GRAMS - 1));
        assertThrows(ArithmeticException.class, () -> most.plus(Mass.grams(1)));
        assertThrows(ArithmeticException.class, () -> most.negated().minus(Mass.grams(1)));
        assertThrows(ArithmeticException.class, () -> most.times(2));
        assertThrows(ArithmeticException.class, () -> most.times(Long.MAX_VALUE));
        assertThrows(ArithmeticException.class, () -> Mass.grams(1).perPiece(0));
    }

    @Test
    void zeroIsNeitherPositiveNorNegative() {
        assertFalse(Mass.ZERO.isPositive() || Mass.ZERO.isNegative());
        assertTrue(Mass.grams(1).isPositive() && Mass.grams(-1).isNegative());
        assertTrue(Mass.grams(2).compareTo(Mass.grams(-3)) > 0);
    }

    @Test
    void arithmeticIsThatOfExactNumbers() {
        Seeded.loop(2_000, random -> {
            long a = random.nextLong(-1_000_000_000, 1_000_000_000);
            long b = random.nextLong(-1_000_000_000, 1_000_000_000);
            int pieces = random.nextInt(1, 10_000);
            assertEquals(a + b, Mass.grams(a).plus(Mass.grams(b)).grams());
            assertEquals(Mass.grams(a), Mass.grams(a).plus(Mass.grams(b)).minus(Mass.grams(b)));
            Mass left = Mass.grams(a).minus(Mass.grams(a).perPiece(pieces).times(pieces));
            assertTrue(left.grams() >= 0 && left.grams() < pieces, "left over: " + left);
        });
    }
}
