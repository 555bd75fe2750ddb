package fr.lamine.backoffice.receipt;

import fr.lamine.model.fact.FactId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The table of receipts on their way by e-mail.
public final class MailDao {

    private MailDao() {}

    public enum State {
        WAITING,
        SENT,
        GIVEN_UP
    }

    /// @param trouble of the last attempt
    public record Progress(State state, int attempts, Optional<MailTrouble> trouble) {}

    public static Optional<Progress> of(Handle handle, UUID uuid) {
        return handle.createQuery("SELECT state, attempts, trouble FROM receipt_mail WHERE uuid = :uuid")
                .bind("uuid", uuid)
                .map((row, _) -> new Progress(
                        State.valueOf(row.getString(1)),
                        row.getInt(2),
                        Optional.ofNullable(row.getString(3)).map(MailTrouble::valueOf)))
                .findOne();
    }

    /// How many did not go out and will not by themselves, their addresses not yet erased.
    public static long givenUp(Handle handle) {
        return handle.createQuery("""
                SELECT count(*) FROM receipt_mail m JOIN person p USING (uuid)
                WHERE m.state = 'GIVEN_UP' AND p.words IS NOT NULL""").mapTo(Long.class).one();
    }

    /// Every address that came since goes onto the list, once.
    static void gather(Handle handle, Instant now) {
        handle.createUpdate("""
                INSERT INTO receipt_mail (uuid, state, attempts, next_at)
                SELECT uuid, 'WAITING', 0, :now FROM person p
                WHERE kind = 'RECEIPT_ADDRESS' AND words IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM receipt_mail m WHERE m.uuid = p.uuid)
                ON CONFLICT DO NOTHING""").bind("now", now).execute();
    }

    /// @param attempts this one included
    /// @param hash     of the sale's entry
    record Letter(UUID uuid, String address, FactId sale, String hash, int attempts) {}

    /// Takes the letter that has waited longest; nobody else takes it while the hold lasts.
    static Optional<Letter> take(Handle handle, Duration hold, Instant now) {
        return handle.createQuery("""
                UPDATE receipt_mail m SET attempts = m.attempts + 1, next_at = :until
                FROM person p
                WHERE p.uuid = m.uuid AND m.uuid = (
                    SELECT d.uuid FROM receipt_mail d JOIN person known USING (uuid)
                    WHERE d.state = 'WAITING' AND d.next_at <= :now AND known.words IS NOT NULL
                    ORDER BY d.next_at, d.uuid LIMIT 1 FOR UPDATE OF d SKIP LOCKED)
                RETURNING m.uuid, p.words, p.journal, p.seq, p.hash, m.attempts""")
                .bind("until", now.plus(hold))
                .bind("now", now)
                .map((row, _) -> new Letter(
                        row.getObject("uuid", UUID.class),
                        row.getString("words"),
                        FactId.parse(row.getString("journal") + "/" + row.getLong("seq")),
                        row.getString("hash"),
                        row.getInt("attempts")))
                .findOne();
    }

    static void sent(Handle handle, UUID uuid) {
        handle.createUpdate("UPDATE receipt_mail SET state = 'SENT', trouble = NULL WHERE uuid = :uuid")
                .bind("uuid", uuid)
                .execute();
    }

    /// @param next absent when it is given up
    static void notSent(Handle handle, UUID uuid, MailTrouble trouble, Optional<Instant> next) {
        handle.createUpdate("""
                UPDATE receipt_mail SET state = :state, trouble = :trouble, next_at = coalesce(:next, next_at)
                WHERE uuid = :uuid""")
                .bind("uuid", uuid)
                .bind("state", next.isPresent() ? State.WAITING.name() : State.GIVEN_UP.name())
                .bind("trouble", trouble.name())
                .bind("next", next.orElse(null))
                .execute();
    }
}
