package fr.lamine.model;

import java.util.Random;
import java.util.function.Consumer;

/// Property loops: the same seeds each time, and the seed stands in the failure.
public final class Seeded {

    private Seeded() {}

    public static void loop(int times, Consumer<Random> property) {
        for (long seed = 1; seed <= times; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
