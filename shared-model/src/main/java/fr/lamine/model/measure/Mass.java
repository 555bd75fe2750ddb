package fr.lamine.model.measure;

/// A mass in whole grams, exact; negative only as a balance or a correction. Bounded to ±10 000 000 tonnes so that no
/// sum of a century of weighings can overflow unnoticed: arithmetic beyond the bound throws [ArithmeticException].
public record Mass(long grams) implements Comparable<Mass> {

    public static final long MAX_GRAMS = 10_000_000_000_000L;
    public static final Mass ZERO = new Mass(0);

    public Mass {
        if (grams > MAX_GRAMS || grams < -MAX_GRAMS) {
            throw new ArithmeticException("mass out of bounds: " + grams + " g");
        }
    }

    public static Mass grams(long grams) {
        return new Mass(grams);
    }

    public Mass plus(Mass other) {
        return new Mass(Math.addExact(grams, other.grams));
    }

    public Mass minus(Mass other) {
        return new Mass(Math.subtractExact(grams, other.grams));
    }

    public Mass times(long count) {
        return new Mass(Math.multiplyExact(grams, count));
    }

    /// Whole grams of one piece out of `pieces`, rounded down; the remainder stays with the lot.
    public Mass perPiece(int pieces) {
        return new Mass(Math.floorDiv(grams, pieces));
    }

    public Mass negated() {
        return new Mass(-grams);
    }

    public boolean isPositive() {
        return grams > 0;
    }

    public boolean isNegative() {
        return grams < 0;
    }

    @Override
    public int compareTo(Mass other) {
        return Long.compare(grams, other.grams);
    }

    @Override
    public String toString() {
        return grams + " g";
    }
}
