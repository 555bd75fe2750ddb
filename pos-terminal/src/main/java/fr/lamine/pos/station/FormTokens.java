package fr.lamine.pos.station;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Forms that were answered, with their answer, for a day.
final class FormTokens {

    private static final Duration KEPT = Duration.ofDays(1);

    private FormTokens() {}

    static Optional<Answer> answerTo(Handle sql, String token) {
        return sql.createQuery("SELECT answer FROM form_token WHERE token = :token")
                .bind("token", token)
                .mapTo(String.class)
                .findOne()
                .map(Answer::parse);
    }

    static void keep(Handle sql, String token, Instant now, Answer answer) {
        sql.execute(
                "DELETE FROM form_token WHERE answered_at < ?", now.minus(KEPT).toString());
        sql.execute(
                "INSERT INTO form_token (token, answered_at, answer) VALUES (?, ?, ?)",
                token,
                now.toString(),
                answer.text());
    }
}
