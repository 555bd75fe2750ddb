package fr.lamine.pos.operator;

import java.time.Duration;
import java.time.Instant;

/// How long a person waits after wrong PINs.
public final class SignInRules {

    private static final int FREE_TRIES = 2;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int DOUBLINGS_TO_LONGEST = 8;

    private SignInRules() {}

    /// Two slips are free; from the third on, 5 s, doubling each time up to a quarter of an hour.
    public static Duration waitAfter(int failures) {
        if (failures <= FREE_TRIES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE_TRIES - 1, DOUBLINGS_TO_LONGEST);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /// What is left to wait; a clock that went back never makes it longer than the whole wait.
    public static Duration remaining(int failures, Instant lastFailedAt, Instant now) {
        Duration wait = waitAfter(failures);
        Duration left = wait.minus(Duration.between(lastFailedAt, now));
        if (left.compareTo(wait) > 0) {
            return wait;
        }
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// `8 s`, `2 min`.
    public static String words(Duration left) {
        long seconds = (left.toMillis() + 999) / 1000;
        return seconds < 60 ? seconds + "\u202fs" : (seconds + 59) / 60 + "\u202fmin";
    }
}
