package fr.lamine.pos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Endorsement;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.JournalCheck;
import fr.lamine.model.journal.Keys.VerifyingKey;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.till.TechnicalEvent;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Station;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TerminalStoreTest {

    @TempDir
    Path root;

    private static Fact.Labelled label(TestCounter counter, ItemCode code) {
        var place = Account.place(TestCounter.ARCUEIL, Area.SORTING);
        return new Fact.Labelled(
                counter.station.context(TestCounter.CASHIER.code(), counter.book.current(), counter.now),
                code,
                new CategoryCode("vaisselle"),
                "Vase",
                1,
                Mass.grams(700),
                Mass.grams(700),
                new MassProvenance.Typed(),
                Money.cents(300),
                Money.cents(300),
                place,
                Account.place(TestCounter.ARCUEIL, Area.SHOP),
                Optional.empty());
    }

    private static ItemCode labelOne(TestCounter counter) {
        return counter.store.write(counter.now, writing -> {
            ItemCode code = writing.nextItemCode();
            writing.append(label(counter, code));
            return code;
        });
    }

    private void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve("data/terminal.db"));
                var plain = connection.createStatement()) {
            plain.execute("DROP TRIGGER IF EXISTS journal_never_changes");
            plain.execute("DROP TRIGGER IF EXISTS journal_never_shrinks");
            plain.execute(statement);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }

    private static Fact.JournalContinues opening(TestCounter counter) {
        Entry first = counter.store
                .entries(counter.store.head().journal().generation(), 0, 1)
                .getFirst();
        return (Fact.JournalContinues) counter.store.fact(first.id()).orElseThrow();
    }

    @Test
    void aNewTerminalOpensItsJournalAndFindsItSoundEverAfter() {
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(1, counter.store.head().seq());
            labelOne(counter);
        }
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(Optional.empty(), counter.report.ended());
            assertEquals(
                    new JournalId(TerminalId.of(901), 1, Optional.empty()),
                    counter.store.head().journal());
            JournalCheck check = new JournalCheck(Optional.empty());
            for (Entry entry : counter.store.entries(1, 0, 100)) {
                assertEquals(Optional.empty(), check.next(entry));
            }
            assertEquals(2, check.entries());
        }
    }

    @Test
    void whatThrowsInATransactionLeavesNoTrace() {
        try (TestCounter counter = TestCounter.open(root)) {
            Head before = counter.store.head();
            assertThrows(
                    IllegalStateException.class,
                    () -> counter.store.write(counter.now, writing -> {
                        writing.append(label(counter, writing.nextItemCode()));
                        throw new IllegalStateException("the screen state could not be kept");
                    }));
            assertEquals(before, counter.store.head());
            assertEquals(0, counter.store.totals().labels());
            labelOne(counter);
            assertEquals(before.seq() + 1, counter.store.head().seq());
        }
    }

    @Test
    void anEntryIsNeverChangedNorTakenAway() {
        try (TestCounter counter = TestCounter.open(root)) {
            for (String forbidden : List.of("UPDATE journal SET body = '{}'", "DELETE FROM journal")) {
                assertThrows(
                        RuntimeException.class,
                        () -> counter.store.write(
                                counter.now, writing -> writing.sql().execute(forbidden)),
                        forbidden);
            }
            assertEquals(1, counter.store.head().seq());
        }
    }

    @Test
    void aSecondProcessOrAnotherTerminalIsTurnedAway() {
        try (TestCounter counter = TestCounter.open(root)) {
            assertThrows(RuntimeException.class, () -> TerminalStore.open(counter.folders, counter.store.identity()));
            assertThrows(
                    IllegalStateException.class,
                    () -> new KeyFolder(counter.folders.keys()).keep(TestCounter.identity(902, JournalKind.DEMO)));
        }
    }

    @Test
    void terminalsOfNineHundredAreForTrainingAndDemoAndNoOthers() {
        assertThrows(IllegalArgumentException.class, () -> TestCounter.identity(901, JournalKind.REAL));
        assertThrows(IllegalArgumentException.class, () -> TestCounter.identity(101, JournalKind.DEMO));
        assertEquals(
                JournalKind.REAL, TestCounter.identity(101, JournalKind.REAL).kind());
    }

    @Test
    void theKeysAreForTheServiceAlone() throws IOException {
        try (TestCounter counter = TestCounter.open(root)) {
            for (String file : List.of("generation-1.key", "terminal.json")) {
                assertEquals(
                        "[OWNER_READ, OWNER_WRITE]",
                        Files.getPosixFilePermissions(counter.folders.keys().resolve(file)).stream()
                                .sorted()
                                .toList()
                                .toString());
            }
        }
    }

    @Test
    void whatIsReadFromTheJournalIsTheSameAfterARebuild() throws SQLException {
        ItemCode last;
        try (TestCounter counter = TestCounter.open(root)) {
            labelOne(counter);
            last = labelOne(counter);
        }
        sql("UPDATE projection SET version = 0");
        sql("DELETE FROM own_label");
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(2, counter.store.totals().labels());
            assertEquals(2, last.serial());
            assertEquals(
                    2L,
                    counter.store
                            .read(sql -> sql.createQuery("SELECT count(*) FROM own_label")
                                    .mapTo(Long.class)
                                    .one())
                            .longValue());
        }
    }

    @Test
    void oneEntryMoreThanTheHeadFileIsNormalAndMended() throws IOException {
        try (TestCounter counter = TestCounter.open(root)) {
            labelOne(counter);
            copy(counter.folders.heads(), root.resolve("heads-before"));
            labelOne(counter);
        }
        copy(root.resolve("heads-before"), root.resolve("heads"));
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(Optional.empty(), counter.report.ended());
        }
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(Optional.empty(), counter.report.ended(), "the head file was mended");
        }
    }

    @Test
    void aRestoredCopyBeginsAGenerationAndGivesNoNumberTwice() throws IOException {
        ItemCode lost;
        try (TestCounter counter = TestCounter.open(root)) {
            labelOne(counter);
        }
        copy(root.resolve("data"), root.resolve("backup"));
        try (TestCounter counter = TestCounter.open(root)) {
            labelOne(counter);
            lost = labelOne(counter);
        }
        delete(root.resolve("data"));
        copy(root.resolve("backup"), root.resolve("data"));
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(Optional.of(ContinueCause.STORE_BEHIND_HEAD), counter.report.ended());
            Fact.JournalContinues opening = opening(counter);
            assertEquals(4, opening.previousSeq(), "the head file remembers the entries that are gone");
            assertTrue(opening.endorsement().isPresent());
            assertEquals(lost.serial() + 1, labelOne(counter).serial());
        }
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(Optional.empty(), counter.report.ended(), "it begins one generation, not one a start");
            assertEquals(2, counter.store.head().journal().generation());
        }
    }

    @Test
    void aCopyPutBackWithItsHeadFileAcrossAGenerationIsNoticedByTheKeys() throws IOException {
        int first;
        try (TestCounter counter = TestCounter.open(root)) {
            first = labelOne(counter).serial();
        }
        copy(root.resolve("data"), root.resolve("backup/data"));
        copy(root.resolve("heads"), root.resolve("backup/heads"));
        for (int lost = 2; lost <= 4; lost++) {
            try (TestCounter counter = TestCounter.open(root)) {
                endGeneration(counter);
                labelOne(counter);
            }
            delete(root.resolve("data"));
            delete(root.resolve("heads"));
            copy(root.resolve("backup"), root);
            try (TestCounter counter = TestCounter.open(root)) {
                assertEquals(Optional.of(ContinueCause.STORE_BEHIND_HEAD), counter.report.ended());
                assertEquals(2 * lost - 1, counter.store.head().journal().generation());
                Fact.JournalContinues opening = opening(counter);
                assertEquals(2 * lost - 2, opening.previousGeneration(), "the one that is gone");
                assertEquals(0, opening.previousSeq(), "and nobody knows how far it went");
                assertTrue(Endorsement.holds(
                        counter.store.head().journal(),
                        VerifyingKey.parse(opening.publicKey()),
                        counter.store.key(1).orElseThrow().verifyingKey(),
                        opening.endorsement().orElseThrow()));
                assertTrue(labelOne(counter).serial() > first + 1_000, "a label of the lost generation comes twice");
            }
            try (TestCounter counter = TestCounter.open(root)) {
                assertEquals(Optional.empty(), counter.report.ended());
            }
        }
    }

    private static void endGeneration(TestCounter counter) {
        counter.store.endGeneration(
                counter.station.machineContext(counter.book.current(), counter.now),
                counter.store.head().journal().generation(),
                ContinueCause.FORK,
                Optional.empty());
    }

    @Test
    void aGenerationThatNeverBeganIsNotMissed() {
        StoreFolders folders;
        TerminalIdentity identity;
        try (TestCounter counter = TestCounter.open(root)) {
            folders = counter.folders;
            identity = counter.store.identity();
            labelOne(counter);
        }
        try (TerminalStore store = TerminalStore.open(folders, identity, step -> {
            if (step.startsWith("before INSERT INTO journal")) {
                throw new IllegalStateException("the current fails here");
            }
        })) {
            Context context = machine(store);
            store.start(context);
            assertThrows(
                    IllegalStateException.class,
                    () -> store.endGeneration(context, 1, ContinueCause.FORK, Optional.empty()));
            assertTrue(Files.exists(folders.keys().resolve("generation-2.draft")));
        }
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(Optional.empty(), counter.report.ended());
            endGeneration(counter);
            assertEquals(2, counter.store.head().journal().generation());
            assertEquals(ContinueCause.FORK, opening(counter).cause());
        }
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(Optional.empty(), counter.report.ended());
        }
    }

    @Test
    void labelsThatOnlyTheOfficeRemembersAreLeftOut() {
        try (TestCounter counter = TestCounter.open(root)) {
            int known = labelOne(counter).serial();
            Head here = counter.store.head();
            Head office = new Head(here.journal(), here.seq() + 7, "ab".repeat(32));
            counter.store.endGeneration(
                    counter.station.machineContext(counter.book.current(), counter.now),
                    1,
                    ContinueCause.OFFICE_AHEAD,
                    Optional.of(office));
            assertEquals(known + 7 + 1, labelOne(counter).serial(), "any of the seven may have been a label");
        }
    }

    @Test
    void labelsThatAnotherBranchMayHaveGivenAreLeftOut() {
        try (TestCounter counter = TestCounter.open(root)) {
            int known = labelOne(counter).serial();
            counter.store.endGeneration(
                    counter.station.machineContext(counter.book.current(), counter.now),
                    1,
                    ContinueCause.FORK,
                    Optional.empty());
            assertEquals(known + 100_000 + 1, labelOne(counter).serial(), "nobody here knows the other branch");
        }
    }

    @Test
    void whatTheOfficeHasNeverSeenDoesNotSpeakForAKey() throws IOException {
        try (TestCounter counter = TestCounter.open(root)) {
            labelOne(counter);
        }
        copy(root.resolve("data"), root.resolve("backup"));
        for (int lost = 2; lost <= 4; lost++) {
            try (TestCounter counter = TestCounter.open(root)) {
                labelOne(counter);
            }
            delete(root.resolve("data"));
            copy(root.resolve("backup"), root.resolve("data"));
            try (TestCounter counter = TestCounter.open(root)) {
                JournalId journal = counter.store.head().journal();
                assertEquals(lost, journal.generation());
                Fact.JournalContinues opening = opening(counter);
                assertTrue(Endorsement.holds(
                        journal,
                        VerifyingKey.parse(opening.publicKey()),
                        counter.store.key(1).orElseThrow().verifyingKey(),
                        opening.endorsement().orElseThrow()));
            }
        }
    }

    @Test
    void aCutTailBeginsAGeneration() throws SQLException {
        try (TestCounter counter = TestCounter.open(root)) {
            labelOne(counter);
            labelOne(counter);
        }
        sql("DELETE FROM journal WHERE seq = 3");
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(Optional.of(ContinueCause.STORE_BEHIND_HEAD), counter.report.ended());
            assertEquals(3, opening(counter).previousSeq());
        }
    }

    @Test
    void aChangedEntryBeginsAGenerationThatStaysSound() throws SQLException {
        try (TestCounter counter = TestCounter.open(root)) {
            for (int i = 0; i < 5; i++) {
                labelOne(counter);
            }
        }
        sql("UPDATE journal SET body = replace(body, '700', '900') WHERE seq = 3");
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(Optional.of(ContinueCause.CHAIN_BROKEN), counter.report.ended());
            assertEquals(6, labelOne(counter).serial());
        }
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(Optional.empty(), counter.report.ended());
        }
    }

    /// The screens do not wait for the check; whoever records does.
    @Test
    void nothingIsRecordedBeforeTheLastEntriesHaveBeenChecked() throws SQLException {
        StoreFolders folders;
        TerminalIdentity identity;
        try (TestCounter counter = TestCounter.open(root)) {
            folders = counter.folders;
            identity = counter.store.identity();
            for (int i = 0; i < 5; i++) {
                labelOne(counter);
            }
        }
        sql("UPDATE journal SET body = replace(body, '700', '900') WHERE seq = 3");
        try (TerminalStore store = TerminalStore.open(folders, identity)) {
            Context context = machine(store);
            List<String> order = new CopyOnWriteArrayList<>();
            store.startBeside(() -> context, report -> {
                order.add(report.ended().toString());
                store.write(TestCounter.MORNING, writing -> writing.append(noted(context, "first")));
            });
            FactId second = store.write(TestCounter.MORNING, writing -> writing.append(noted(context, "second")));
            assertEquals(List.of("Optional[CHAIN_BROKEN]"), order);
            assertEquals(2, second.journal().generation());
            assertEquals(3, second.seq());
        }
    }

    @Test
    void aStartThatFailsBesideTheScreensLetsNobodyRecordAndIsTold() {
        StoreFolders folders;
        TerminalIdentity identity;
        try (TestCounter counter = TestCounter.open(root)) {
            folders = counter.folders;
            identity = counter.store.identity();
        }
        try (TerminalStore store = TerminalStore.open(folders, identity)) {
            Context context = machine(store);
            store.startBeside(
                    () -> {
                        throw new IllegalStateException("no key, no journal");
                    },
                    _ -> {});
            assertThrows(
                    IllegalStateException.class,
                    () -> store.write(TestCounter.MORNING, writing -> writing.append(noted(context, "never"))));
            assertThrows(IllegalStateException.class, store::awaitStart);
            assertEquals(1, store.head().journal().generation());
        }
    }

    private static Context machine(TerminalStore store) {
        TerminalIdentity identity = store.identity();
        return new Station(identity.site(), identity.station(), "0.1.0")
                .machineContext(new ReferenceBook(store).current(), TestCounter.MORNING);
    }

    private static TillFact.TechnicalNoted noted(Context context, String detail) {
        return new TillFact.TechnicalNoted(context, TechnicalEvent.CLOCK_JUMP, detail);
    }

    @Test
    void aLostStoreALostHeadFileAndALostKeyEachBeginAGeneration() throws IOException {
        try (TestCounter counter = TestCounter.open(root)) {
            labelOne(counter);
        }
        delete(root.resolve("data"));
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(Optional.of(ContinueCause.STORE_BEHIND_HEAD), counter.report.ended());
            assertEquals(2, labelOne(counter).serial());
        }
        delete(root.resolve("heads"));
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(Optional.of(ContinueCause.STORE_BEHIND_HEAD), counter.report.ended());
            assertEquals(3, counter.store.head().journal().generation());
        }
        Files.delete(root.resolve("keys/generation-3.key"));
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(Optional.of(ContinueCause.CHAIN_BROKEN), counter.report.ended());
            Fact.JournalContinues opening = opening(counter);
            assertFalse(opening.endorsement().isPresent(), "a lost key endorses nobody");
            assertEquals(2, opening.totals().labels());
        }
    }

    @Test
    void aTornHeadFileFallsBackToTheWriteBefore() throws IOException {
        try (TestCounter counter = TestCounter.open(root)) {
            labelOne(counter);
        }
        Path head = root.resolve("heads/head");
        byte[] bytes = Files.readAllBytes(head);
        // the second commit was the second turn, written into the first slot
        bytes[40] ^= 1;
        Files.write(head, bytes);
        try (TestCounter counter = TestCounter.open(root)) {
            assertEquals(Optional.empty(), counter.report.ended());
        }
    }
}
