package fr.lamine.pos.control;

import fr.lamine.model.journal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When the clock of the machine is not to be believed: it went back, or on by more than a shop is ever closed without
/// anybody looking.
final class ClockRule {

    static final Duration LONGEST = Duration.ofHours(36);

    private ClockRule() {}

    /// @param before a moment that was: the last entry's, or the last look at the clock
    /// @return what the journal keeps of it, in French
    static Optional<String> jump(Instant before, Instant now) {
        if (now.isBefore(before)) {
            return Optional.of("Horloge en arrière : de " + Entry.timeText(before) + " à " + Entry.timeText(now));
        }
        return Duration.between(before, now).compareTo(LONGEST) > 0
                ? Optional.of(
                        "Horloge en avant de plus de 36 h : de " + Entry.timeText(before) + " à " + Entry.timeText(now))
                : Optional.empty();
    }
}
