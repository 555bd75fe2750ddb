package fr.lamine.backoffice.access;

import java.time.Duration;

/// How long a login must wait after wrong tries.
final class SignInRules {

    static final int FREE_TRIES = 3;
    static final Duration LONGEST = Duration.ofMinutes(15);

    /// A login that nobody tried for so long starts anew.
    static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private SignInRules() {}

    /// @param wrongTries in a row, the last one included
    static Duration delayAfter(int wrongTries) {
        if (wrongTries < FREE_TRIES) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(5L << Math.min(wrongTries - FREE_TRIES, 10));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
