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

/// Signing in and out. Every answer of [#signIn] to a wrong login costs the same time as to a wrong password.
public final class Access {

    static final Duration SESSION = Duration.ofHours(12);

    private static final Argon2Function ARGON = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
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

    public Access(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Argon2id, 19 MiB, two passes, encoded with its parameters.
    public static String hash(String secret) {
        return Password.hash(secret).addRandomSalt(16).with(ARGON).getResult();
    }

    public void put(User user, String password) {
        String hashed = hash(password);
        database.useTransaction(handle -> new AccessDao(handle).put(user, hashed));
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

    public SignIn signIn(String login, String password) {
        Instant now = clock.instant();
        Optional<Delay> delay = database.inTransaction(handle -> new AccessDao(handle).delay(login));
        if (delay.isPresent() && now.isBefore(delay.get().notBefore())) {
            return new SignIn.Waiting(Duration.between(now, delay.get().notBefore()));
        }
        Optional<Account> account = database.inTransaction(handle -> new AccessDao(handle).account(login));
        boolean right = Password.check(
                        password, account.map(Account::passwordHash).orElse(NOBODY))
                .with(ARGON);
        return right && account.isPresent() ? open(account.get().user(), now) : wrong(login, now);
    }

    public Optional<User> userOf(String token) {
        return database.inTransaction(handle -> new AccessDao(handle).inSession(hashOf(token), clock.instant()));
    }

    public void signOut(String token) {
        database.useTransaction(handle -> new AccessDao(handle).closeSession(hashOf(token), clock.instant()));
    }

    private SignIn open(User user, Instant now) {
        String token = secret(32);
        database.useTransaction(handle -> {
            AccessDao dao = new AccessDao(handle);
            dao.forgetDelay(user.login());
            dao.openSession(hashOf(token), user.login(), now.plus(SESSION));
        });
        return new SignIn.Opened(token, user);
    }

    private SignIn wrong(String login, Instant now) {
        return database.inTransaction(handle -> {
            AccessDao dao = new AccessDao(handle);
            int tries = dao.delay(login).map(Delay::wrongTries).orElse(0) + 1;
            Duration wait = SignInRules.delayAfter(tries);
            dao.putDelay(login, new Delay(tries, now.plus(wait)));
            return new SignIn.Wrong(wait);
        });
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
