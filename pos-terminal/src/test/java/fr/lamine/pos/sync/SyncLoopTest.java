package fr.lamine.pos.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.journal.Entry;
import fr.lamine.model.money.Money;
import fr.lamine.model.sync.Person;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.person.PersonOutbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SyncLoopTest {

    private static final SyncLoop.Pace QUICK =
            new SyncLoop.Pace(Duration.ofMillis(50), Duration.ofMillis(10), Duration.ofMillis(40));

    @TempDir
    Path root;

    @TempDir
    Path elsewhere;

    private TestCounter counter;

    @BeforeEach
    void openTheShop() {
        counter = TestCounter.open(root).openTill();
    }

    @AfterEach
    void closeTheShop() {
        counter.close();
    }

    private SyncLoop loop(URI office) {
        return new SyncLoop(
                counter.store,
                counter.book,
                new OfficeClient(office, counter.store.identity().terminal()),
                counter.station,
                () -> counter.now,
                QUICK);
    }

    private void assertAllAtTheOfficeOnce(TestOffice office) {
        for (int generation : counter.store.generations()) {
            for (Entry entry : counter.store.entries(generation, 0, 10_000)) {
                assertEquals(1, office.model.copiesOf(entry.hash()), entry.id().toString());
            }
        }
    }

    @Test
    void whatWasSoldWithoutAnOfficeArrivesWhenItComesBack() throws Exception {
        int port = freePort();
        counter.sell(230, Money.cents(100));
        try (SyncLoop loop = loop(URI.create("http://127.0.0.1:" + port))) {
            assertFalse(loop.talkUntilQuiet(3));
            SyncStatus away = loop.status();
            assertFalse(away.reachable());
            assertEquals(232, away.unsent());
            assertEquals(Optional.of(TestCounter.MORNING), away.unsentSince());
            assertEquals(Optional.empty(), away.trouble());

            try (TestOffice office = new TestOffice(port)) {
                assertTrue(loop.talkUntilQuiet(100));
                assertAllAtTheOfficeOnce(office);
                assertEquals(new SyncStatus(true, 0, Optional.empty(), Optional.empty()), loop.status());
                assertEquals("e1", counter.book.current().epoch());
            }
        }
    }

    @Test
    void aSaleRingsTheLoop() throws Exception {
        try (TestOffice office = new TestOffice(0);
                SyncLoop loop = loop(office.address())) {
            CountDownLatch arrived = new CountDownLatch(1);
            loop.onChange(() -> {
                if (office.model.head(1).seq() == 7) {
                    arrived.countDown();
                }
            });
            loop.start();
            counter.sell(5, Money.cents(100));
            assertTrue(arrived.await(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void anOfficeInAnyMoodLosesNothing() throws Exception {
        try (TestOffice office = new TestOffice(0);
                SyncLoop loop = loop(office.address())) {
            counter.sell(3, Money.cents(100));
            for (int status : new int[] {500, 503, 429, 401, 404, 400, 413, 200, 302}) {
                office.moods.add(new TestOffice.Mood(status, "<html>désolé</html>"));
                loop.talkUntilQuiet(12);
                counter.sell(1, Money.cents(100));
            }
            office.forgetSessions();
            int before = office.sessions();
            assertTrue(loop.talkUntilQuiet(60));
            assertTrue(office.sessions() > before, "an expired session is opened again");
            assertAllAtTheOfficeOnce(office);
        }
    }

    @Test
    void aRestoredTerminalForksAndGoesOnInANewGeneration() throws Exception {
        try (TestOffice office = new TestOffice(0)) {
            counter.sell(2, Money.cents(100));
            closeTheShop();
            copy(root, elsewhere.resolve("copy"));
            openTheShop();
            counter.sell(3, Money.cents(100));
            try (SyncLoop loop = loop(office.address())) {
                assertTrue(loop.talkUntilQuiet(60));
            }
            closeTheShop();
            root = elsewhere.resolve("copy");
            openTheShop();
            assertEquals(Optional.empty(), counter.report.ended(), "nothing here can tell");
            counter.sell(1, Money.cents(100));
            try (SyncLoop loop = loop(office.address())) {
                List<String> said = new ArrayList<>();
                loop.onEnding(said::add);
                assertTrue(loop.talkUntilQuiet(60));
                assertEquals(List.of(1, 2), counter.store.generations());
                assertEquals(List.of("le bureau détient des écritures que ce poste n’a plus, jusqu’à 901/1/7."), said);
                counter.sell(1, Money.cents(100));
                assertTrue(loop.talkUntilQuiet(60));
                assertAllAtTheOfficeOnce(office);
                assertEquals(0, loop.status().unsent());
            }
        }
    }

    private UUID note(String drawer) {
        return counter.store.write(
                counter.now,
                writing -> PersonOutbox.put(
                        writing.sql(),
                        Person.Kind.CHEQUE_DRAWER,
                        drawer,
                        counter.store.entries(1, 0, 1).getFirst().id(),
                        counter.now));
    }

    private List<UUID> untold() {
        return counter.store.read(PersonOutbox::waiting);
    }

    @Test
    void aPersonWaitsOverARestartIsToldAfterTheFactsAndThenForgotten() throws Exception {
        UUID drawer = note("Tireur d’essai");
        closeTheShop();
        openTheShop();
        assertEquals(List.of(drawer), untold());
        try (TestOffice office = new TestOffice(0);
                SyncLoop loop = loop(office.address())) {
            office.loses = 1;
            assertTrue(loop.talkUntilQuiet(20));
            assertEquals(List.of(2L, 2L), office.headsWhenTold, "first the facts, and again after a lost answer");
            Person told = office.persons.get(drawer);
            assertEquals("Tireur d’essai", told.words());
            assertEquals(counter.store.hashAt(1, 1), Optional.of(told.hash()));
            assertEquals(List.of(), untold());
            assertFalse(
                    Files.readString(root.resolve("data/terminal.db"), StandardCharsets.ISO_8859_1)
                            .contains("Tireur"),
                    "what the office has is overwritten here");
        }
    }

    @Test
    void aPersonWhomTheOfficeRefusesHoldsNothingBackAndIsSaid() throws Exception {
        try (TestOffice office = new TestOffice(0)) {
            UUID refused = note("Premier");
            UUID taken = note("Second");
            office.refuses = Set.of(refused);
            try (SyncLoop loop = loop(office.address())) {
                assertTrue(loop.talkUntilQuiet(30));
                assertEquals(Set.of(taken), office.persons.keySet());
                assertEquals(List.of(refused), untold());
                assertEquals(
                        Optional.of("Le bureau refuse ce que ce poste envoie. Prévenez le bureau."),
                        loop.status().trouble());
            }
            office.refuses = Set.of();
            try (SyncLoop loop = loop(office.address())) {
                assertTrue(loop.talkUntilQuiet(30));
                assertEquals(Set.of(refused, taken), office.persons.keySet());
                assertEquals(List.of(), untold());
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
