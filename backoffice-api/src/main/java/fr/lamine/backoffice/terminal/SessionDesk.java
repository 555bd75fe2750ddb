package fr.lamine.backoffice.terminal;

import fr.lamine.backoffice.journal.KeyDao;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.TerminalSession;
import fr.lamine.model.sync.TerminalSession.Answer;
import fr.lamine.model.sync.TerminalSession.Challenge;
import fr.lamine.model.sync.TerminalSession.Opened;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How a terminal signs in: it signs a challenge with a key that the office knows as its own; no clock is trusted.
public final class SessionDesk {

    static final Duration CHALLENGE_HOLDS = Duration.ofMinutes(2);
    static final Duration SESSION_HOLDS = Duration.ofHours(1);

    private static final int SECRET_BYTES = 32;
    private static final int OPEN_CHALLENGES = 50;

    private final SecureRandom random = new SecureRandom();

    /// Empty for an unknown terminal.
    public Optional<Challenge> challenge(Handle handle, TerminalId terminal, Instant now) {
        if (terminal.isOffice() || !TerminalDao.isEnrolled(handle, terminal)) {
            return Optional.empty();
        }
        handle.createUpdate("""
                DELETE FROM terminal_challenge
                WHERE expires_at <= :now OR challenge IN (
                    SELECT challenge FROM terminal_challenge WHERE terminal = :terminal
                    ORDER BY expires_at DESC OFFSET :most)""")
                .bind("now", now)
                .bind("terminal", terminal.code())
                .bind("most", OPEN_CHALLENGES)
                .execute();
        String challenge = secret();
        handle.createUpdate("""
                INSERT INTO terminal_challenge (challenge, terminal, expires_at)
                VALUES (:challenge, :terminal, :expires)""")
                .bind("challenge", challenge)
                .bind("terminal", terminal.code())
                .bind("expires", now.plus(CHALLENGE_HOLDS))
                .execute();
        return Optional.of(new Challenge(challenge));
    }

    /// Empty when the challenge does not hold or the answer is not signed by a key of this terminal. A challenge is
    /// used up by the first answer, right or wrong.
    public Optional<Opened> open(Handle handle, TerminalId terminal, Answer answer, Instant now) {
        int used = handle.createUpdate("""
                DELETE FROM terminal_challenge
                WHERE challenge = :challenge AND terminal = :terminal AND expires_at > :now""")
                .bind("challenge", answer.challenge())
                .bind("terminal", terminal.code())
                .bind("now", now)
                .execute();
        String text = TerminalSession.signedText(terminal, answer.challenge());
        boolean known = used == 1
                && KeyDao.find(handle, terminal, answer.keyId())
                        .filter(key -> key.verifies(text, answer.signature()))
                        .isPresent();
        if (!known) {
            return Optional.empty();
        }
        handle.createUpdate("DELETE FROM terminal_session WHERE expires_at <= :now")
                .bind("now", now)
                .execute();
        String token = secret();
        handle.createUpdate("""
                INSERT INTO terminal_session (token_hash, terminal, expires_at) VALUES (:token, :terminal, :expires)""")
                .bind("token", hash(token))
                .bind("terminal", terminal.code())
                .bind("expires", now.plus(SESSION_HOLDS))
                .execute();
        return Optional.of(new Opened(token, (int) SESSION_HOLDS.toSeconds()));
    }

    /// Whose session a token is.
    public Optional<TerminalId> terminal(Handle handle, String token, Instant now) {
        return handle.createQuery("""
                SELECT terminal FROM terminal_session WHERE token_hash = :token AND expires_at > :now""")
                .bind("token", hash(token))
                .bind("now", now)
                .map((row, _) -> new TerminalId(row.getString(1)))
                .findOne();
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String token) {
        return Chain.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
