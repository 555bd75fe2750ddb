package fr.lamine.pos.operator;

import com.password4j.Argon2Function;
import com.password4j.Password;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.till.TechnicalEvent;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.store.Writing;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/// Signing in and out. One try at a time, so that many at once cannot outrun the wait.
public final class SignIns {

    private static final int FORMS_KEPT = 50;

    private final TerminalStore store;
    private final ReferenceBook book;
    private final ReentrantLock oneTry = new ReentrantLock();
    private final Map<String, Answer> refused = new LinkedHashMap<>();

    public SignIns(TerminalStore store, ReferenceBook book) {
        this.store = store;
        this.book = book;
    }

    /// Puts a person at the station; the journal notes who works there.
    public Answer signIn(Station station, OperatorCode who, String pin, Instant now) {
        oneTry.lock();
        try {
            Answer answer = tried(who, pin, now);
            if (answer instanceof Answer.Done) {
                enter(station, who, now);
            }
            return answer;
        } finally {
            oneTry.unlock();
        }
    }

    /// Whether the PIN is right; nobody is signed in by it. It takes long on purpose, so it is asked where it holds
    /// nobody
    /// up.
    ///
    /// @param form a wrong PIN that comes twice by one form is one wrong PIN
    public Answer verify(String form, OperatorCode who, String pin, Instant now) {
        oneTry.lock();
        try {
            if (refused.containsKey(form)) {
                return refused.get(form);
            }
            Answer answer = tried(who, pin, now);
            if (answer instanceof Answer.Refused) {
                refused.put(form, answer);
                if (refused.size() > FORMS_KEPT) {
                    refused.remove(refused.keySet().iterator().next());
                }
            }
            return answer;
        } finally {
            oneTry.unlock();
        }
    }

    /// Somebody whose PIN was right comes to the station.
    void enter(Station station, OperatorCode who, Instant now) {
        book.current().operator(who).ifPresent(person -> {
            store.write(now, writing -> note(writing, station, who, TechnicalEvent.SIGN_IN, now));
            station.signIn(person);
        });
    }

    /// Checks a PIN once, so that the first person of the day does not wait for it to be learnt.
    public void warmUp() {
        book.current().operators().stream().findFirst().ifPresent(person -> isRight("0000", person.pinHash()));
    }

    private Answer tried(OperatorCode who, String pin, Instant now) {
        Optional<Operator> known = book.current().operator(who);
        if (known.isEmpty()) {
            return Refusal.UNKNOWN_OPERATOR.with();
        }
        Duration left = remaining(who, now);
        if (left.isPositive()) {
            return Refusal.WAIT.with(SignInRules.words(left));
        }
        if (!isRight(pin, known.get().pinHash())) {
            store.write(now, writing -> countFailure(writing.sql(), who, now));
            return Refusal.WRONG_PIN.with();
        }
        store.write(now, writing -> forgive(writing.sql(), who));
        return Answer.done("Bonjour " + known.get().displayName());
    }

    public void signOut(Station station, Instant now) {
        station.operator().ifPresent(person -> {
            store.write(now, writing -> note(writing, station, person.code(), TechnicalEvent.SIGN_OUT, now));
            station.signOut();
        });
    }

    private FactId note(Writing writing, Station station, OperatorCode who, TechnicalEvent event, Instant now) {
        Context outside = station.context(who, book.current(), now);
        Context context =
                writing.book().session().map(s -> outside.in(s.name())).orElse(outside);
        return writing.append(new TillFact.TechnicalNoted(context, event, ""));
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

    private static int forgive(Handle sql, OperatorCode who) {
        return sql.execute("DELETE FROM sign_in_delay WHERE operator = ?", who.code());
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
