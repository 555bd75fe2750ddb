package fr.lamine.backoffice.access;

import fr.lamine.model.sync.Role;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

final class AccessDao {

    /// @param wrongTries in a row
    record Delay(int wrongTries, Instant notBefore) {}

    record Account(User user, String passwordHash) {}

    private final Handle handle;

    AccessDao(Handle handle) {
        this.handle = handle;
    }

    Optional<Account> account(String login) {
        return handle.createQuery(
                        "SELECT login, display_name, role, password_hash FROM office_user WHERE login = :login")
                .bind("login", login)
                .map((row, _) -> new Account(
                        new User(row.getString(1), row.getString(2), Role.valueOf(row.getString(3))), row.getString(4)))
                .findOne();
    }

    void put(User user, String passwordHash) {
        handle.createUpdate("""
                        INSERT INTO office_user (login, display_name, role, password_hash)
                        VALUES (:login, :name, :role, :hash)
                        ON CONFLICT (login) DO UPDATE
                        SET display_name = excluded.display_name, role = excluded.role,
                            password_hash = excluded.password_hash
                        """)
                .bind("login", user.login())
                .bind("name", user.displayName())
                .bind("role", user.role().name())
                .bind("hash", passwordHash)
                .execute();
    }

    boolean anybody() {
        return handle.createQuery("SELECT EXISTS (SELECT FROM office_user)")
                .mapTo(Boolean.class)
                .one();
    }

    /// @return false when there is a delay already
    boolean beginDelay(String login, Delay delay) {
        return handle.createUpdate("""
                        INSERT INTO sign_in_delay (login, wrong_tries, not_before) VALUES (:login, :tries, :until)
                        ON CONFLICT (login) DO NOTHING
                        """)
                        .bind("login", login)
                        .bind("tries", delay.wrongTries())
                        .bind("until", delay.notBefore().atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /// Nobody else tries this login until the transaction ends.
    Optional<Delay> lockedDelay(String login) {
        return handle.createQuery("SELECT wrong_tries, not_before FROM sign_in_delay WHERE login = :login FOR UPDATE")
                .bind("login", login)
                .map((row, _) -> new Delay(
                        row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .findOne();
    }

    void putDelay(String login, Delay delay) {
        handle.createUpdate("""
                        INSERT INTO sign_in_delay (login, wrong_tries, not_before) VALUES (:login, :tries, :until)
                        ON CONFLICT (login) DO UPDATE
                        SET wrong_tries = excluded.wrong_tries, not_before = excluded.not_before
                        """)
                .bind("login", login)
                .bind("tries", delay.wrongTries())
                .bind("until", delay.notBefore().atOffset(ZoneOffset.UTC))
                .execute();
    }

    void forgetDelay(String login) {
        handle.createUpdate("DELETE FROM sign_in_delay WHERE login = :login")
                .bind("login", login)
                .execute();
    }

    void forgetDelaysBefore(Instant limit) {
        handle.createUpdate("DELETE FROM sign_in_delay WHERE not_before < :limit")
                .bind("limit", limit.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void openSession(String tokenHash, String login, Instant expires) {
        handle.createUpdate(
                        "INSERT INTO browser_session (token_hash, login, expires_at) VALUES (:hash, :login, :until)")
                .bind("hash", tokenHash)
                .bind("login", login)
                .bind("until", expires.atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<User> inSession(String tokenHash, Instant now) {
        return handle.createQuery("""
                        SELECT u.login, u.display_name, u.role
                        FROM browser_session s JOIN office_user u USING (login)
                        WHERE s.token_hash = :hash AND s.expires_at > :now
                        """)
                .bind("hash", tokenHash)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, _) -> new User(row.getString(1), row.getString(2), Role.valueOf(row.getString(3))))
                .findOne();
    }

    void closeSession(String tokenHash) {
        handle.createUpdate("DELETE FROM browser_session WHERE token_hash = :hash")
                .bind("hash", tokenHash)
                .execute();
    }

    void closeSessionsOf(String login) {
        handle.createUpdate("DELETE FROM browser_session WHERE login = :login")
                .bind("login", login)
                .execute();
    }

    void closeSessionsBefore(Instant limit) {
        handle.createUpdate("DELETE FROM browser_session WHERE expires_at <= :limit")
                .bind("limit", limit.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
