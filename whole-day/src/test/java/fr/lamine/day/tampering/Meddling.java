package fr.lamine.day.tampering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.journal.Chain;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.pos.store.StoreFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The deeds: statements in the database, and files copied about, while nothing runs.
final class Meddling {

    private static final int SLOT = 512;

    private Meddling() {}

    static void sql(Path till, String... statements) throws SQLException {
        try (Connection connection = connect(till);
                var plain = connection.createStatement()) {
            free(connection);
            for (String statement : statements) {
                assertTrue(plain.executeUpdate(statement) > 0, statement);
            }
        }
    }

    /// Changes an amount and the hash of its body, as far as one comes without the key.
    static void forge(Path till, Entry entry) throws SQLException {
        String body = entry.body().replace("\"total\":100", "\"total\":101");
        try (Connection connection = connect(till);
                var update = connection.prepareStatement(
                        "UPDATE journal SET body = ?, body_hash = ? WHERE seq = " + entry.seq())) {
            free(connection);
            update.setString(1, body);
            update.setString(2, Chain.sha256(body.getBytes(StandardCharsets.UTF_8)));
            assertEquals(1, update.executeUpdate());
        }
    }

    /// Signs the whole first generation again; the last entry's moment is another, so that no hash stays.
    ///
    /// @param key the till's own, or one that was made for it and is put in its place
    static void signAgain(Path till, List<Entry> entries, SigningKey key) throws IOException, SQLException {
        List<Entry> again = new ArrayList<>();
        Head head = Head.empty(entries.getFirst().journal());
        for (Entry entry : entries) {
            String body = entry.seq() == 1
                    ? entry.body()
                            .replaceFirst(
                                    "\"publicKey\":\"[^\"]*\"",
                                    "\"publicKey\":\"" + key.verifyingKey().text() + "\"")
                    : entry.body();
            Entry sealed = Chain.seal(head, entry.recordedAt().plusMillis(1), entry.type(), body, key);
            head = head.after(sealed);
            again.add(sealed);
        }
        try (Connection connection = connect(till)) {
            free(connection);
            for (Entry entry : again) {
                try (var update = connection.prepareStatement("""
                        UPDATE journal SET recorded_at = ?, body = ?, body_hash = ?, prev_hash = ?, hash = ?,
                               signature = ?, key_id = ?
                        WHERE seq = ?""")) {
                    update.setString(1, Entry.timeText(entry.recordedAt()));
                    update.setString(2, entry.body());
                    update.setString(3, entry.bodyHash());
                    update.setString(4, entry.prevHash());
                    update.setString(5, entry.hash());
                    update.setString(6, entry.signature());
                    update.setString(7, entry.keyId());
                    update.setLong(8, entry.seq());
                    assertEquals(1, update.executeUpdate());
                }
            }
        }
        Files.writeString(StoreFolders.under(till).keys().resolve("generation-1.key"), key.secretText());
    }

    /// Lets the head file name what the database holds now, as who knows its format can.
    static void rewriteTheHeadFile(Path till) throws IOException, SQLException {
        String hash;
        try (Connection connection = connect(till);
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT hash FROM journal ORDER BY generation DESC, seq DESC LIMIT 1")) {
            rows.next();
            hash = rows.getString(1);
        }
        Path file = StoreFolders.under(till).heads().resolve("head");
        byte[] bytes = Files.readAllBytes(file);
        byte[] forged = new byte[2 * SLOT];
        Arrays.fill(forged, (byte) ' ');
        for (int at = 0; at < bytes.length; at += SLOT) {
            String line = new String(bytes, at, SLOT, StandardCharsets.UTF_8).strip();
            String[] part = line.substring(0, line.lastIndexOf(' ')).split(" ");
            part[4] = hash;
            String said = String.join(" ", part);
            String whole = said + " "
                    + Chain.sha256(said.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
            byte[] slot = whole.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(slot, 0, forged, at, slot.length);
        }
        Files.write(file, forged);
    }

    static void putBack(Path yesterday, Path till, String part) throws IOException {
        delete(till.resolve(part));
        copy(yesterday.resolve(part), till.resolve(part));
    }

    private static Connection connect(Path till) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:" + StoreFolders.under(till).data().resolve("terminal.db"));
    }

    private static void free(Connection connection) throws SQLException {
        try (var plain = connection.createStatement()) {
            plain.execute("DROP TRIGGER IF EXISTS journal_never_changes");
            plain.execute("DROP TRIGGER IF EXISTS journal_never_shrinks");
        }
    }

    static Path copy(Path from, Path to) throws IOException {
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

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
