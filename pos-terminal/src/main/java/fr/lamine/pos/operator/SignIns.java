package fr.lamine.pos.operator;

import com.password4j.Argon2Function;
import com.password4j.Password;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.TerminalStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/// Signing in and out. One try at a time, so that many at once cannot outrun the wait.
public final class SignIns {

    private final TerminalStore store;
    private final ReferenceBook book;
    private final ReentrantLock oneTry = new ReentrantLock();

    public SignIns(TerminalStore store, ReferenceBook book) {
        this.store = store;
        this.book = book;
    }

    public Answer signIn(Station station, OperatorCode who, String pin, Instant now) {
        Optional<Operator> known = book.current().operator(who);
        if (known.isEmpty()) {
            return Refusal.UNKNOWN_OPERATOR.with();
        }
        oneTry.lock();
        try {
            Duration left = remaining(who, now);
            if (left.isPositive()) {
                return Refusal.WAIT.with(SignInRules.words(left));
            }
            if (!isRight(pin, known.get().pinHash())) {
                store.write(now, writing -> countFailure(writing.sql(), who, now));
                return Refusal.WRONG_PIN.with();
            }
            store.write(
                    now, writing -> writing.sql().execute("DELETE FROM sign_in_delay WHERE operator = ?", who.code()));
            station.signIn(known.get());
            return Answer.done("Bonjour " + known.get().displayName());
        } finally {
            oneTry.unlock();
        }
    }

    public void signOut(Station station) {
        station.signOut();
    }

    /// What this person still has to wait, zero when a PIN may be tried now.
    public Duration remaining(OperatorCode who, Instant now) {
        return store.read(sql -> sql.createQuery(
                        "SELECT failures, last_failed_at FROM sign_in_delay WHERE operator = :who")
                .bind("who", who.code())
                .map((row, _) -> SignInRules.remaining(
                        row.getInt("failures"), Instant.parse(row.getString("last_failed_at")), now))
                .findOne()
                .orElse(Duration.ZERO));
    }

    private static int countFailure(Handle sql, OperatorCode who, Instant now) {
        return sql.execute("""
                INSERT INTO sign_in_delay (operator, failures, last_failed_at) VALUES (?, 1, ?)
                ON CONFLICT (operator) DO UPDATE SET failures = min(failures + 1, 1000),
                  last_failed_at = excluded.last_failed_at""", who.code(), now.toString());
    }

    private static boolean isRight(String pin, String hash) {
        return pin.matches("[0-9]{4,8}") && Password.check(pin, hash).with(Argon2Function.getInstanceFromHash(hash));
    }
}
