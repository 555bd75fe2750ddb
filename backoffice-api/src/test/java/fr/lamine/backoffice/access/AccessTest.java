package fr.lamine.backoffice.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.access.Access.PasswordChange;
import fr.lamine.backoffice.access.Access.SignIn;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.sync.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class AccessTest {

    private static final User MANAGER = new User("awa", "Awa D.", Role.MANAGER);

    private Database database;
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    @BeforeEach
    void hire(Database database) {
        this.database = database;
        access().put(MANAGER, "juste-mot");
    }

    /// A new one each time, as after a restart: nothing is kept in memory.
    private Access access() {
        return new Access(database, () -> now);
    }

    @Test
    void theRightPasswordOpensASessionThatEndsByItself() {
        SignIn.Opened opened = assertInstanceOf(SignIn.Opened.class, access().signIn("awa", "juste-mot"));
        assertEquals(Optional.of(MANAGER), access().userOf(opened.token()));
        now = now.plus(Access.SESSION);
        assertEquals(Optional.empty(), access().userOf(opened.token()));
    }

    @Test
    void signingOutClosesTheSession() {
        SignIn.Opened opened = assertInstanceOf(SignIn.Opened.class, access().signIn("awa", "juste-mot"));
        access().signOut(opened.token());
        assertEquals(Optional.empty(), access().userOf(opened.token()));
    }

    @Test
    void theDelayAfterWrongPasswordsOutlivesARestart() {
        for (int i = 1; i <= 3; i++) {
            assertInstanceOf(SignIn.Wrong.class, access().signIn("awa", "faux"), "try " + i);
        }
        assertEquals(new SignIn.Waiting(Duration.ofSeconds(5)), access().signIn("awa", "juste-mot"));
        now = now.plusSeconds(5);
        assertInstanceOf(SignIn.Opened.class, access().signIn("awa", "juste-mot"));
    }

    @Test
    void aNewOfficeIsEnteredByOneAdministratorAndNeverByASecond() {
        assertEquals(Optional.empty(), access().hireFirstAdministrator());
        database.useTransaction(handle -> handle.execute("DELETE FROM office_user"));
        String password = access().hireFirstAdministrator().orElseThrow();
        SignIn.Opened opened = assertInstanceOf(SignIn.Opened.class, access().signIn("admin", password));
        assertEquals(Role.ADMIN, opened.user().role());
    }

    @Test
    void manyTriesAtOncePassTheDelayNoFasterThanOneAfterTheOther() throws Exception {
        List<Callable<SignIn>> tries = Collections.nCopies(24, () -> access().signIn("awa", "faux"));
        List<SignIn> answers = new ArrayList<>();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<SignIn> answer : crowd.invokeAll(tries)) {
                answers.add(answer.get());
            }
        }
        assertEquals(
                SignInRules.FREE_TRIES,
                answers.stream().filter(SignIn.Wrong.class::isInstance).count(),
                answers.toString());
    }

    @Test
    void whatCannotBeALoginIsRefusedAndLeavesNothingBehind() {
        assertEquals(new SignIn.Wrong(Duration.ZERO), access().signIn("' OR 1=1 --", "faux"));
        assertEquals(0, count("sign_in_delay"));
    }

    @Test
    void triesOfLongAgoAreForgotten() {
        access().signIn("personne", "faux");
        now = now.plus(SignInRules.FORGOTTEN_AFTER).plusSeconds(1);
        access().signIn("quelquun", "faux");
        assertEquals(1, count("sign_in_delay"));
    }

    @Test
    void aNewPasswordEndsTheSessionsOfTheOldOne() {
        SignIn.Opened opened = assertInstanceOf(SignIn.Opened.class, access().signIn("awa", "juste-mot"));
        access().put(MANAGER, "autre-mot");
        assertEquals(Optional.empty(), access().userOf(opened.token()));
        assertInstanceOf(SignIn.Wrong.class, access().signIn("awa", "juste-mot"));
        assertInstanceOf(SignIn.Opened.class, access().signIn("awa", "autre-mot"));
    }

    @Test
    void sessionsThatEndedDoNotPileUp() {
        access().signIn("awa", "juste-mot");
        now = now.plus(Access.SESSION);
        access().signIn("awa", "juste-mot");
        assertEquals(1, count("browser_session"));
    }

    @Test
    void aPersonGivesHerselfAPassword() {
        SignIn.Opened before = assertInstanceOf(SignIn.Opened.class, access().signIn("awa", "juste-mot"));
        assertEquals(new PasswordChange.Wrong(Duration.ZERO), access().changePassword(MANAGER, "faux", "un-autre-mot"));
        assertEquals(new PasswordChange.TooWeak(), access().changePassword(MANAGER, "juste-mot", "court"));
        PasswordChange.Changed changed = assertInstanceOf(
                PasswordChange.Changed.class, access().changePassword(MANAGER, "juste-mot", "un-autre-mot"));
        assertEquals(Optional.empty(), access().userOf(before.token()));
        assertEquals(Optional.of(MANAGER), access().userOf(changed.session().token()));
        assertInstanceOf(SignIn.Wrong.class, access().signIn("awa", "juste-mot"));
        assertInstanceOf(SignIn.Opened.class, access().signIn("awa", "un-autre-mot"));
    }

    private long count(String table) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void anUnknownLoginIsToldNothingElseThanAWrongPassword() {
        assertEquals(access().signIn("awa", "faux"), access().signIn("personne", "faux"));
    }

    @Test
    void noPasswordOrTokenStandsInTheDatabase() {
        SignIn.Opened opened = assertInstanceOf(SignIn.Opened.class, access().signIn("awa", "juste-mot"));
        boolean found = database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM office_user u WHERE u::text LIKE '%juste-mot%')
                            OR EXISTS (SELECT FROM browser_session s WHERE s::text LIKE '%' || :token || '%')
                        """)
                        .bind("token", opened.token())
                        .mapTo(Boolean.class)
                        .one());
        assertTrue(!found, "a secret stands in clear");
    }
}
