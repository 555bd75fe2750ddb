package fr.lamine.backoffice.receipt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How often an e-mail is tried.
final class MailRules {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private MailRules() {}

    /// How long to wait after so many attempts; empty once it is enough.
    static Optional<Duration> pause(int attempts) {
        return attempts <= PAUSES.size() ? Optional.of(PAUSES.get(attempts - 1)) : Optional.empty();
    }
}
