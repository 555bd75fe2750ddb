package fr.lamine.backoffice.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of forms that were taken, each by its one-time token, with what came of it.
final class PostedFormDao {

    private static final Duration KEPT = Duration.ofDays(7);

    private PostedFormDao() {}

    static Optional<Long> answered(Handle handle, String token) {
        return handle.createQuery("SELECT revision FROM posted_form WHERE token = :token")
                .bind("token", token)
                .mapTo(Long.class)
                .findOne();
    }

    static void note(Handle handle, String token, long revision, Instant now) {
        handle.createUpdate("DELETE FROM posted_form WHERE at < :before")
                .bind("before", now.minus(KEPT))
                .execute();
        handle.createUpdate("INSERT INTO posted_form (token, revision, at) VALUES (:token, :revision, :now)")
                .bind("token", token)
                .bind("revision", revision)
                .bind("now", now)
                .execute();
    }
}
