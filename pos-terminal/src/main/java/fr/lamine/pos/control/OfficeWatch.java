package fr.lamine.pos.control;

import fr.lamine.model.till.TechnicalEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a silence of the office is worth an entry: after ten minutes of it, so that a weak line does not fill the
/// journal. For one thread.
final class OfficeWatch {

    static final Duration PATIENCE = Duration.ofMinutes(10);

    private Optional<Instant> silentSince = Optional.empty();
    private boolean noted;

    Optional<TechnicalEvent> seen(boolean reachable, Instant now) {
        if (reachable) {
            boolean ends = noted;
            silentSince = Optional.empty();
            noted = false;
            return ends ? Optional.of(TechnicalEvent.OFFLINE_ENDED) : Optional.empty();
        }
        silentSince = silentSince.or(() -> Optional.of(now));
        boolean begins = !noted && Duration.between(silentSince.get(), now).compareTo(PATIENCE) >= 0;
        noted |= begins;
        return begins ? Optional.of(TechnicalEvent.OFFLINE_BEGAN) : Optional.empty();
    }

    Optional<Instant> silentSince() {
        return silentSince;
    }
}
