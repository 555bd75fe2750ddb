package fr.lamine.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EmbeddedPostgresTest {

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("lamine-postgres-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @AfterEach
    void removeFolder() throws IOException {
        PostgresBinaries.delete(folder);
    }

    @Test
    void aSecondStartFindsTheData() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
            execute(first, "CREATE TABLE kilos (grams bigint)");
            execute(first, "INSERT INTO kilos VALUES (12340)");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(folder)) {
            assertEquals("12340", ask(second, "SELECT grams FROM kilos"));
        }
    }

    @Test
    void itIsSafeForRealData() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertEquals("on", ask(postgres, "SHOW fsync"));
            assertEquals("on", ask(postgres, "SHOW synchronous_commit"));
            assertEquals("on", ask(postgres, "SHOW data_checksums"));
            assertEquals("127.0.0.1", ask(postgres, "SHOW listen_addresses"));
            assertEquals(
                    "C.UTF-8", ask(postgres, "SELECT datlocale FROM pg_database WHERE datname = current_database()"));
            assertEquals(
                    "0", ask(postgres, "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"));
            assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guess"));
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))));
        }
    }

    @Test
    void twoOfficesNeverShareOneFolder() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
            IOException refused = assertThrows(IOException.class, () -> EmbeddedPostgres.start(folder));
            assertTrue(refused.getMessage().contains("déjà ouvertes"), refused.getMessage());
            assertEquals("1", ask(first, "SELECT 1"));
        }
    }

    @Test
    void aKilledOfficeLeavesNoServerAndLosesNothing() throws Exception {
        Process office = child(List.of());
        long server = awaitReady(office);
        office.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertTrue(endsWithin(server, 10), "the server outlived its office");
        try (EmbeddedPostgres again = EmbeddedPostgres.start(folder)) {
            assertEquals("12340", ask(again, "SELECT grams FROM kilos"));
        }
    }

    @Test
    void anOrdinaryUserRunsItToo() throws Exception {
        if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            return; // then every other test of this class already runs as one
        }
        Process office = child(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        awaitReady(office);
        assertEquals("nobody", Files.getOwner(folder.resolve("data")).getName());
        office.destroy();
        assertTrue(office.waitFor(20, TimeUnit.SECONDS));
    }

    private Process child(List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPathForAll(),
                "-Djava.io.tmpdir=" + folder,
                OfficeThatWaits.class.getName(),
                folder.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /// The ordinary user cannot read root's repository, so the class path is laid where everybody can.
    private String classPathForAll() throws IOException {
        List<String> copied = new ArrayList<>();
        for (String element : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            Path source = Path.of(element);
            Path target = folder.resolve("classpath").resolve(copied.size() + "-" + source.getFileName());
            if (Files.isDirectory(source)) {
                copyFolder(source, target);
            } else if (Files.exists(source)) {
                Files.createDirectories(target.getParent());
                Files.copy(source, target);
            }
            copied.add(target.toString());
        }
        return String.join(java.io.File.pathSeparator, copied);
    }

    private static void copyFolder(Path source, Path target) throws IOException {
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path path : paths.toList()) {
                Path copy = target.resolve(source.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy);
            }
        }
    }

    /// @return the process of its server
    private static long awaitReady(Process office) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(office.getInputStream(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("READY ")) {
                return Long.parseLong(line.substring(6));
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("the office did not start:\n" + said);
    }

    private static boolean endsWithin(long pid, int seconds) throws InterruptedException {
        for (int i = 0; i < seconds * 20; i++) {
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    static final class OfficeThatWaits {
        private OfficeThatWaits() {}

        public static void main(String[] args) throws Exception {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]));
            execute(postgres, "CREATE TABLE kilos (grams bigint)");
            execute(postgres, "INSERT INTO kilos VALUES (12340)");
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            System.out.println("READY " + postgres.pid());
            Thread.sleep(60_000);
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertTrue(rows.next(), sql);
            String answer = rows.getString(1);
            assertFalse(rows.next(), sql);
            return answer;
        }
    }
}
