package fr.lamine.pos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Judge;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.till.TechnicalEvent;
import fr.lamine.pos.ExportFile;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.control.TillDays;
import fr.lamine.pos.control.Watch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What a person with the disk of a till may do to it, done on real files. Each deed is named by the start, by verify
/// or
/// by the office; the till sells on, and its next closing says so.
final class TamperingTest {

    private static final int TODAY = 15;

    @TempDir
    Path folder;

    /// The terminal as it stood last night, and as it stands now in the middle of a day.
    private Path yesterday;

    private Path now;
    private List<Entry> office;

    @BeforeEach
    void aTillInTheMiddleOfItsSecondDay() throws IOException {
        Path counter = folder.resolve("counter");
        try (TestCounter till = TestCounter.open(counter)) {
            new TillDays(till).day(4);
        }
        yesterday = copy(counter, folder.resolve("yesterday"));
        try (TestCounter till = TestCounter.open(counter)) {
            till.now = TestCounter.MORNING.plusSeconds(86_400);
            new TillDays(till).open().sell(TODAY);
            office = till.store.entries(1, 0, 1_000);
        }
        now = counter;
    }

    @FunctionalInterface
    private interface Deed {
        void on(Path terminal) throws IOException, SQLException;
    }

    /// @param cause    that the start finds
    /// @param verified what verify says of the export that the till hands out afterwards
    private record AtTheDisk(String name, ContinueCause cause, String verified, Deed deed) {}

    @TestFactory
    Stream<DynamicTest> theStartNamesWhatWasDoneAtTheDisk() {
        return Stream.of(
                        new AtTheDisk(
                                "one byte of a body",
                                ContinueCause.CHAIN_BROKEN,
                                "l’écriture 901/1/12 (ligne 12) a un contenu qui a été changé",
                                sql(
                                        "UPDATE journal SET body = replace(body, 'Vaisselle', 'Vaissellf') WHERE seq = 12")),
                        new AtTheDisk(
                                "one byte of an amount",
                                ContinueCause.CHAIN_BROKEN,
                                "l’écriture 901/1/12 (ligne 12) a un contenu qui a été changé",
                                sql("UPDATE journal SET body = replace(body, ':1800', ':1700') WHERE seq = 12")),
                        new AtTheDisk(
                                "an amount and its hash",
                                ContinueCause.CHAIN_BROKEN,
                                "l’écriture 901/1/12 (ligne 12) a une empreinte fausse",
                                terminal -> forge(terminal, 12)),
                        new AtTheDisk(
                                "one byte of a signature",
                                ContinueCause.CHAIN_BROKEN,
                                "l’écriture 901/1/12 (ligne 12) a une signature fausse",
                                sql("UPDATE journal SET signature = substr(signature, 1, 20)"
                                        + " || CASE substr(signature, 21, 1) WHEN 'A' THEN 'B' ELSE 'A' END"
                                        + " || substr(signature, 22) WHERE seq = 12")),
                        new AtTheDisk(
                                "a middle entry taken out",
                                ContinueCause.CHAIN_BROKEN,
                                "l’écriture 901/1/13 (ligne 12) ne suit pas l’écriture précédente",
                                sql("DELETE FROM journal WHERE seq = 12")),
                        new AtTheDisk(
                                "the last entry taken off",
                                ContinueCause.STORE_BEHIND_HEAD,
                                "l’écriture 901/2/1 (ligne 24) ne s’enchaîne pas",
                                sql("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)")),
                        new AtTheDisk(
                                "the last ten entries taken off",
                                ContinueCause.STORE_BEHIND_HEAD,
                                "l’écriture 901/2/1 (ligne 15) ne s’enchaîne pas",
                                sql("DELETE FROM journal WHERE seq > (SELECT max(seq) FROM journal) - 10")),
                        new AtTheDisk(
                                "two entries swapped",
                                ContinueCause.CHAIN_BROKEN,
                                "l’écriture 901/1/12 (ligne 12) a une empreinte fausse",
                                sql(
                                        "UPDATE journal SET seq = 9999 WHERE seq = 12",
                                        "UPDATE journal SET seq = 12 WHERE seq = 14",
                                        "UPDATE journal SET seq = 14 WHERE seq = 9999")),
                        new AtTheDisk(
                                "everything signed again with a new key",
                                ContinueCause.STORE_BEHIND_HEAD,
                                "l’écriture 901/1/1 (ligne 1) est signée par une clé inconnue",
                                this::signAgain),
                        new AtTheDisk(
                                "yesterday's database put back",
                                ContinueCause.STORE_BEHIND_HEAD,
                                "l’écriture 901/2/1 (ligne 9) ne s’enchaîne pas",
                                terminal -> putBack(terminal, "data")))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    Path terminal = copy(now, folder.resolve("meddled"));
                    String fingerprint = fingerprint(terminal);
                    row.deed().on(terminal);
                    try (TestCounter till = TestCounter.open(terminal)) {
                        assertEquals(Optional.of(row.cause()), till.report.ended());
                        watch(till).started(till.report);
                        assertEquals(2, till.store.head().journal().generation());
                        TillFact.Closing closing = sellOnAndClose(till);
                        assertEquals(1, closing.failures(), "the closing says so");
                        assertEquals(5 + TODAY, till.store.totals().tickets(), "no ticket number is given twice");
                        String said = ExportFile.verified(till, folder.resolve("export.jsonl"), fingerprint);
                        assertTrue(said.contains(row.verified()), said);
                    } finally {
                        Files.deleteIfExists(folder.resolve("export.jsonl"));
                        delete(terminal);
                    }
                }));
    }

    /// Whoever holds disk, keys and head file leaves no trace here; the office and the enrolment sheet know better.
    @Test
    void everythingSignedAgainWithTheHeadFileIsKnownToTheOfficeAndTheSheet() throws Exception {
        String sheet = fingerprint(now);
        signAgain(now);
        try (TestCounter till = TestCounter.open(now)) {
            witness(now, till.store.head(), till.store.totals());
        }
        try (TestCounter till = TestCounter.open(now)) {
            Entry first = till.store.entries(1, 0, 1).getFirst();
            assertEquals(Judge.Verdict.FORK, judged(first));
            String said = ExportFile.verified(till, folder.resolve("export.jsonl"), sheet);
            assertTrue(said.contains("l’écriture 901/1/1 (ligne 1) est signée par une clé inconnue"), said);
        }
    }

    @Test
    void yesterdayPutBackWithItsHeadFileIsKnownToTheOffice() throws Exception {
        putBack(now, "data");
        putBack(now, "heads");
        try (TestCounter till = TestCounter.open(now)) {
            assertEquals(Optional.empty(), till.report.ended(), "nothing here tells");
            new TillDays(till).open().sell(1);
            Entry sold = last(till);
            assertEquals(Judge.Verdict.FORK, judged(sold), "a real sale under a number that the office holds");
            officeEnds(till);
            assertEquals(1, sellOnAndClose(till).failures());
        }
    }

    @Test
    void aCloneIsKnownToTheOfficeAsSoonAsBothHaveSold() throws Exception {
        Path clone = copy(now, folder.resolve("clone"));
        try (TestCounter till = TestCounter.open(now)) {
            new TillDays(till).sell(2);
            assertEquals(
                    Judge.Verdict.NEXT,
                    judged(till.store.entries(1, office.size(), 1).getFirst()));
            office = till.store.entries(1, 0, 1_000);
        }
        try (TestCounter till = TestCounter.open(clone)) {
            assertEquals(Optional.empty(), till.report.ended(), "a clone finds itself sound");
            till.now = till.now.plusSeconds(1);
            new TillDays(till).sell(1);
            assertEquals(Judge.Verdict.FORK, judged(last(till)));
            officeEnds(till);
            assertEquals(1, sellOnAndClose(till).failures());
        }
    }

    @Test
    void aClockSetBackIsWrittenDown() throws Exception {
        try (TestCounter till = TestCounter.open(now)) {
            till.now = last(till).recordedAt().minusSeconds(3_600);
            watch(till).started(till.report);
            TillFact.TechnicalNoted noted = (TillFact.TechnicalNoted) Json.fact(last(till));
            assertEquals(TechnicalEvent.CLOCK_JUMP, noted.event());
            assertEquals(1, till.store.head().journal().generation());
        }
    }

    @Test
    void anExportWithoutItsTailIsNotGood() throws Exception {
        try (TestCounter till = TestCounter.open(now)) {
            Path file = folder.resolve("export.jsonl");
            String good = ExportFile.verified(till, file, fingerprint(now));
            assertTrue(good.contains("OK : "), good);
            List<String> lines = Files.readAllLines(file);
            for (int kept : new int[] {lines.size() - 1, lines.size() - 10}) {
                Files.write(file, lines.subList(0, kept));
                String said = ExportFile.verify(file, fingerprint(now));
                assertTrue(said.contains("sa fin peut manquer"), said);
                assertFalse(said.contains("OK : "), said);
            }
        }
    }

    private static Watch watch(TestCounter till) {
        return new Watch(till.store, at -> till.station.machineContext(till.book.current(), at), () -> till.now);
    }

    /// Opens the till where it was closed, sells a ticket and closes.
    private static TillFact.Closing sellOnAndClose(TestCounter till) {
        till.now = TestCounter.MORNING.plusSeconds(90_000);
        TillDays days = new TillDays(till);
        if (till.store.book().session().isEmpty()) {
            days.open();
        }
        return days.closing(days.sell(1).close());
    }

    /// What the office makes of an entry that arrives.
    private Judge.Verdict judged(Entry entry) {
        Entry last = office.getLast();
        return Judge.judge(
                new Head(last.journal(), last.seq(), last.hash()),
                entry,
                seq -> Optional.of(office.get((int) seq - 1).hash()));
    }

    /// What the sync does when the office answers with a fork.
    private void officeEnds(TestCounter till) {
        Entry last = office.getLast();
        assertTrue(till.store.endGeneration(
                till.station.machineContext(till.book.current(), till.now),
                1,
                ContinueCause.FORK,
                Optional.of(new Head(last.journal(), last.seq(), last.hash()))));
    }

    private static Entry last(TestCounter till) {
        Head head = till.store.head();
        return till.store
                .entries(head.journal().generation(), head.seq() - 1, 1)
                .getFirst();
    }

    private static String fingerprint(Path terminal) {
        return new KeyFolder(StoreFolders.under(terminal).keys())
                .key(1)
                .orElseThrow()
                .verifyingKey()
                .fingerprint();
    }

    /// Changes an amount and the hash of its body, as far as one comes without the key.
    private void forge(Path terminal, int seq) throws SQLException {
        String body = office.get(seq - 1).body().replace(":1800", ":1700");
        try (Connection connection = connect(terminal);
                var update =
                        connection.prepareStatement("UPDATE journal SET body = ?, body_hash = ? WHERE seq = " + seq)) {
            free(connection);
            update.setString(1, body);
            update.setString(2, Chain.sha256(body.getBytes(StandardCharsets.UTF_8)));
            assertEquals(1, update.executeUpdate());
        }
    }

    /// Makes a key of one's own and signs the whole journal with it, a ticket less on the way.
    private void signAgain(Path terminal) throws IOException, SQLException {
        SigningKey own = SigningKey.generate();
        List<Entry> again = new ArrayList<>();
        Head head = Head.empty(JournalId.parse("901/1"));
        for (Entry entry : office) {
            String body = entry.seq() == 1
                    ? entry.body()
                            .replaceFirst(
                                    "\"publicKey\":\"[^\"]*\"",
                                    "\"publicKey\":\"" + own.verifyingKey().text() + "\"")
                    : entry.body();
            Entry sealed = Chain.seal(head, entry.recordedAt(), entry.type(), body, own);
            head = head.after(sealed);
            again.add(sealed);
        }
        try (Connection connection = connect(terminal)) {
            free(connection);
            for (Entry entry : again) {
                try (var update = connection.prepareStatement("UPDATE journal SET body = ?, body_hash = ?,"
                        + " prev_hash = ?, hash = ?, signature = ?, key_id = ? WHERE seq = ?")) {
                    update.setString(1, entry.body());
                    update.setString(2, entry.bodyHash());
                    update.setString(3, entry.prevHash());
                    update.setString(4, entry.hash());
                    update.setString(5, entry.signature());
                    update.setString(6, entry.keyId());
                    update.setLong(7, entry.seq());
                    assertEquals(1, update.executeUpdate());
                }
            }
        }
        Files.writeString(StoreFolders.under(terminal).keys().resolve("generation-1.key"), own.secretText());
    }

    private static void witness(Path terminal, Head head, PerpetualTotals totals) throws IOException {
        try (HeadFile file = new HeadFile(StoreFolders.under(terminal).heads(), _ -> {})) {
            file.read();
            file.write(new HeadWitness(head, totals));
        }
    }

    private void putBack(Path terminal, String part) throws IOException {
        delete(terminal.resolve(part));
        copy(yesterday.resolve(part), terminal.resolve(part));
    }

    private static Deed sql(String... statements) {
        return terminal -> {
            try (Connection connection = connect(terminal);
                    var plain = connection.createStatement()) {
                free(connection);
                for (String statement : statements) {
                    assertTrue(plain.executeUpdate(statement) > 0, statement);
                }
            }
        };
    }

    private static Connection connect(Path terminal) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:" + StoreFolders.under(terminal).data().resolve("terminal.db"));
    }

    private static void free(Connection connection) throws SQLException {
        try (var plain = connection.createStatement()) {
            plain.execute("DROP TRIGGER IF EXISTS journal_never_changes");
            plain.execute("DROP TRIGGER IF EXISTS journal_never_shrinks");
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return to;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }
}
