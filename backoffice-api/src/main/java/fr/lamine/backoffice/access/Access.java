package fr.lamine.backoffice.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import fr.lamine.backoffice.access.AccessDao.Account;
import fr.lamine.backoffice.access.AccessDao.Delay;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.sync.Role;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Signing in and out. Every answer of [#signIn] to a wrong login costs the same time as to a wrong password.
public final class Access {

    static final Duration SESSION = Duration.ofHours(12);

    private static final Argon2Function ARGON = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    /// Each hash takes 19 MiB, and anybody may ask for one.
    private static final Semaphore HASHING = new Semaphore(4);
    private static final String NOBODY = hash("nobody has this password");

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /// What came of an attempt.
    public sealed interface SignIn {
        record Opened(String token, User user) implements SignIn {}

        record Wrong(Duration pause) implements SignIn {}

        record Waiting(Duration pause) implements SignIn {}
    }

    /// What came of the wish for another password.
    public sealed interface PasswordChange {
        int LEAST_LENGTH = 10;

        record Changed(SignIn.Opened session) implements PasswordChange {}

        record TooWeak() implements PasswordChange {}

        record Wrong(Duration pause) implements PasswordChange {}

        record Waiting(Duration pause) implements PasswordChange {}
    }

    private sealed interface Try {
        record Counted(Duration pause) implements Try {}

        record TooEarly(Duration pause) implements Try {}
    }

    public Access(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Argon2id, 19 MiB, two passes, encoded with its parameters.
    public static String hash(String secret) {
        HASHING.acquireUninterruptibly();
        try {
            return Password.hash(secret).addRandomSalt(16).with(ARGON).getResult();
        } finally {
            HASHING.release();
        }
    }

    private static boolean matches(String secret, String hash) {
        HASHING.acquireUninterruptibly();
        try {
            return Password.check(secret, hash).with(ARGON);
        } finally {
            HASHING.release();
        }
    }

    /// Hires a person or gives her a new password, which ends her sessions.
    public void put(User user, String password) {
        String hashed = hash(password);
        database.useTransaction(handle -> {
            AccessDao dao = new AccessDao(handle);
            dao.put(user, hashed);
            dao.closeSessionsOf(user.login());
        });
    }

    public boolean anybody() {
        return database.inTransaction(handle -> new AccessDao(handle).anybody());
    }

    /// Lets a new office be entered: an administrator with a password that is shown once.
    ///
    /// @return the password, or empty when somebody can enter already
    public Optional<String> hireFirstAdministrator() {
        if (anybody()) {
            return Optional.empty();
        }
        String password = secret(12);
        put(new User("admin", "Administration", Role.ADMIN), password);
        return Optional.of(password);
    }

    /// Counts the try as a wrong one before it looks at the password, so that many tries at once pass the delay no
    /// faster than one after the other.
    public SignIn signIn(String login, String password) {
        Instant now = clock.instant();
        if (!User.LOGIN.matcher(login).matches()) {
            matches(password, NOBODY);
            return new SignIn.Wrong(Duration.ZERO);
        }
        Try counted = database.inTransaction(handle -> count(new AccessDao(handle), login, now));
        return switch (counted) {
            case Try.TooEarly(var pause) -> new SignIn.Waiting(pause);
            case Try.Counted(var pause) -> {
                Optional<Account> account = database.inTransaction(handle -> new AccessDao(handle).account(login));
                boolean right =
                        matches(password, account.map(Account::passwordHash).orElse(NOBODY));
                yield right && account.isPresent() ? open(account.get().user(), now) : new SignIn.Wrong(pause);
            }
        };
    }

    private static Try count(AccessDao dao, String login, Instant now) {
        Duration first = SignInRules.delayAfter(1);
        if (dao.beginDelay(login, new Delay(1, now.plus(first)))) {
            dao.forgetDelaysBefore(now.minus(SignInRules.FORGOTTEN_AFTER));
            return new Try.Counted(first);
        }
        Delay delay = dao.lockedDelay(login).orElse(new Delay(0, now));
        if (now.isBefore(delay.notBefore())) {
            return new Try.TooEarly(Duration.between(now, delay.notBefore()));
        }
        int tries = delay.wrongTries() + 1;
        Duration pause = SignInRules.delayAfter(tries);
        dao.putDelay(login, new Delay(tries, now.plus(pause)));
        return new Try.Counted(pause);
    }

    /// A person gives herself a new password: all her sessions end, and one opens anew.
    public PasswordChange changePassword(User user, String current, String fresh) {
        if (fresh.length() < PasswordChange.LEAST_LENGTH || fresh.equals(current)) {
            return new PasswordChange.TooWeak();
        }
        return switch (signIn(user.login(), current)) {
            case SignIn.Wrong(var pause) -> new PasswordChange.Wrong(pause);
            case SignIn.Waiting(var pause) -> new PasswordChange.Waiting(pause);
            case SignIn.Opened(var _, var known) -> {
                put(known, fresh);
                yield new PasswordChange.Changed(open(known, clock.instant()));
            }
        };
    }

    public Optional<User> userOf(String token) {
        return database.inTransaction(handle -> new AccessDao(handle).inSession(hashOf(token), clock.instant()));
    }

    public void signOut(String token) {
        database.useTransaction(handle -> new AccessDao(handle).closeSession(hashOf(token)));
    }

    private SignIn.Opened open(User user, Instant now) {
        String token = secret(32);
        database.useTransaction(handle -> {
            AccessDao dao = new AccessDao(handle);
            dao.forgetDelay(user.login());
            dao.closeSessionsBefore(now);
            dao.openSession(hashOf(token), user.login(), now.plus(SESSION));
        });
        return new SignIn.Opened(token, user);
    }

    private String secret(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hashOf(String token) {
        return Chain.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
