package fr.lamine.model.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.Seeded;
import org.junit.jupiter.api.Test;

final class MoneyTest {

    @Test
    void nothingGoesBeyondTheBound() {
        Money most = Money.cents(Money.MAX_CENTS);
        assertThrows(ArithmeticException.class, () -> Money.cents(Money.MAX_CENTS + 1));
        assertThrows(ArithmeticException.class, () -> most.plus(Money.cents(1)));
        assertThrows(ArithmeticException.class, () -> most.negated().minus(Money.cents(1)));
        assertThrows(ArithmeticException.class, () -> most.times(3));
        assertThrows(ArithmeticException.class, () -> Money.cents(2).times(Long.MAX_VALUE));
        assertEquals(most, most.negated().abs());
    }

    @Test
    void arithmeticIsThatOfExactNumbers() {
        Seeded.loop(2_000, random -> {
            long a = random.nextLong(-100_000_000, 100_000_000);
            long b = random.nextLong(-100_000_000, 100_000_000);
            int n = random.nextInt(-1_000, 1_000);
            Money sum = Money.cents(a).plus(Money.cents(b));
            assertEquals(a + b, sum.cents());
            assertEquals(Money.cents(b), sum.minus(Money.cents(a)));
            assertEquals(a * n, Money.cents(a).times(n).cents());
            assertEquals(Math.abs(a), Money.cents(a).abs().cents());
            assertEquals(Long.signum(a - b), Integer.signum(Money.cents(a).compareTo(Money.cents(b))));
            assertTrue(!sum.isPositive() || !sum.isNegative());
        });
    }
}
