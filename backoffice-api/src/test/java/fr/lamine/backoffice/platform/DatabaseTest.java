package fr.lamine.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class DatabaseTest {

    @Test
    void twoThatWaitForEachOtherBothComeToAnEnd(Database database) throws Exception {
        database.useTransaction(handle -> handle.execute("CREATE TABLE drawer (id int PRIMARY KEY, cents bigint)"));
        database.useTransaction(handle -> handle.execute("INSERT INTO drawer VALUES (1, 0), (2, 0)"));
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger begun = new AtomicInteger();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> up = () -> move(database, 1, 2, bothHoldOne, begun);
            Callable<Boolean> down = () -> move(database, 2, 1, bothHoldOne, begun);
            for (Future<Boolean> done : two.invokeAll(List.of(up, down))) {
                assertTrue(done.get());
            }
        }
        assertEquals(3, begun.get(), "one of the two was not given up and run again");
        assertEquals(
                "2,2",
                database.inTransaction(handle -> handle.createQuery("SELECT string_agg(cents::text, ',') FROM drawer")
                        .mapTo(String.class)
                        .one()));
    }

    private static boolean move(
            Database database, int first, int second, CyclicBarrier bothHoldOne, AtomicInteger begun) throws Exception {
        return database.<Boolean, Exception>inTransaction(handle -> {
            boolean early = begun.incrementAndGet() <= 2;
            add(handle, first);
            if (early) {
                bothHoldOne.await(10, TimeUnit.SECONDS);
            }
            add(handle, second);
            return true;
        });
    }

    private static void add(Handle handle, int drawer) {
        handle.execute("UPDATE drawer SET cents = cents + 1 WHERE id = ?", drawer);
    }

    @Test
    void aQuarrelWithoutEndIsGivenUp(Database database) {
        assertEquals(6, timesTried(database, "40001"));
    }

    @Test
    void aFaultIsNotTriedAgain(Database database) {
        assertEquals(1, timesTried(database, "23505"));
    }

    private static int timesTried(Database database, String state) {
        AtomicInteger tries = new AtomicInteger();
        assertThrows(
                JdbiException.class,
                () -> database.useTransaction(handle -> {
                    tries.incrementAndGet();
                    handle.execute("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '" + state + "'; END $$");
                }));
        return tries.get();
    }

    @Test
    void anAbsentDatabaseIsSaidInAPlainSentence() {
        UncheckedIOException absent = assertThrows(
                UncheckedIOException.class,
                () -> Database.open("jdbc:postgresql://127.0.0.1:1/none?password=hidden", "a", "b"));
        String sentence = absent.getCause().getMessage();
        assertTrue(sentence.contains("jdbc:postgresql://127.0.0.1:1/none"), sentence);
        assertFalse(sentence.contains("hidden"), sentence);
    }
}
