package fr.lamine.backoffice.stock;

/// What is added to a total.
record Sums(long grams, long pieces, long movements) {

    Sums plus(Sums other) {
        return new Sums(
                Math.addExact(grams, other.grams),
                Math.addExact(pieces, other.pieces),
                Math.addExact(movements, other.movements));
    }

    boolean isNothing() {
        return grams == 0 && pieces == 0 && movements == 0;
    }
}
