package fr.lamine.backoffice.online;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Tokens of machines (*accès API*). A token is 32 random bytes: nobody guesses it, so that a plain hash of it is
/// enough.
public final class TokenDao {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "lamine_";

    private TokenDao() {}

    public record Token(
            long id,
            String name,
            String madeBy,
            Instant madeAt,
            Optional<Instant> usedAt,
            Optional<Instant> revokedAt) {}

    /// @return the token, told this once
    static String make(Handle handle, String name, String by, Instant now) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        handle.createUpdate("INSERT INTO api_token (name, hash, made_by, made_at) VALUES (:name, :hash, :by, :now)")
                .bind("name", name)
                .bind("hash", hash(token))
                .bind("by", by)
                .bind("now", now)
                .execute();
        return token;
    }

    static void revoke(Handle handle, long id, Instant now) {
        handle.createUpdate("UPDATE api_token SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    /// @return the name under which the token acts; empty when it is none of ours, or no more
    static Optional<String> use(Handle handle, String token, Instant now) {
        return token.startsWith(PREFIX)
                ? handle.createQuery("""
                        UPDATE api_token SET used_at = :now WHERE hash = :hash AND revoked_at IS NULL RETURNING name""")
                        .bind("hash", hash(token))
                        .bind("now", now)
                        .mapTo(String.class)
                        .findOne()
                : Optional.empty();
    }

    static List<Token> all(Handle handle) {
        return handle.createQuery("SELECT * FROM api_token ORDER BY revoked_at NULLS FIRST, id DESC LIMIT 100")
                .map((row, _) -> new Token(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("made_by"),
                        row.getTimestamp("made_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("used_at")).map(java.sql.Timestamp::toInstant),
                        Optional.ofNullable(row.getTimestamp("revoked_at")).map(java.sql.Timestamp::toInstant)))
                .list();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
