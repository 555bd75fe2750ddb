package fr.lamine.model.money;

/// An amount in whole euro cents, exact; negative for what goes back to the customer. Bounded to ±10 billion euros:
/// arithmetic beyond the bound throws [ArithmeticException].
public record Money(long cents) implements Comparable<Money> {

    public static final long MAX_CENTS = 1_000_000_000_000L;
    public static final Money ZERO = new Money(0);

    public Money {
        if (cents > MAX_CENTS || cents < -MAX_CENTS) {
            throw new ArithmeticException("amount out of bounds: " + cents + " cents");
        }
    }

    public static Money cents(long cents) {
        return new Money(cents);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    public Money times(long count) {
        return new Money(Math.multiplyExact(cents, count));
    }

    public Money negated() {
        return new Money(-cents);
    }

    public Money abs() {
        return cents < 0 ? negated() : this;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    @Override
    public String toString() {
        return cents + " c";
    }
}
