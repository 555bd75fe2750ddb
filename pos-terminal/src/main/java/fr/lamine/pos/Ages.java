package fr.lamine.pos;

import java.time.Duration;

/// How long ago something was, as people say it.
final class Ages {

    private Ages() {}

    /// `40 s`, `3 min`, `5 h`, `12 j`; a clock that went back says `0 s`.
    static String words(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return seconds + "\u202fs";
        }
        if (seconds < 3_600) {
            return seconds / 60 + "\u202fmin";
        }
        return seconds < 48 * 3_600 ? seconds / 3_600 + "\u202fh" : seconds / 86_400 + "\u202fj";
    }
}
