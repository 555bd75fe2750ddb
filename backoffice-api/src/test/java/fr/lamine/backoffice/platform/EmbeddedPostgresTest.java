package fr.lamine.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EmbeddedPostgresTest {

    private static Path programs;

    private Path folder;

    @BeforeAll
    static void unpackOnce() throws IOException {
        programs = openFolder();
        PostgresBinaries.unpackInto(programs);
    }

    @AfterAll
    static void removePrograms() throws IOException {
        PostgresBinaries.delete(programs);
    }

    private static Path openFolder() throws IOException {
        Path folder = Files.createTempDirectory("lamine-postgres-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        return folder;
    }

    @BeforeEach
    void makeFolder() throws IOException {
        folder = openFolder();
        String name = "postgresql-" + PostgresBinaries.VERSION;
        Files.createSymbolicLink(folder.resolve(name), programs.resolve(name));
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
        assumeTrue(isRoot(), "every other test of this class already runs as an ordinary user");
        Process office = child(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        long server = awaitReady(office);
        assertEquals("nobody", Files.getOwner(folder.resolve("data")).getName());
        office.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertTrue(endsWithin(server, 10), "the server outlived its office");
        try (EmbeddedPostgres again = EmbeddedPostgres.start(folder)) {
            assertEquals("12340", ask(again, "SELECT grams FROM kilos"), "root takes the data over");
        }
    }

    @Test
    void aServerThatLostItsOfficeIsStoppedFirst() throws Exception {
        Path home;
        try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
            execute(first, "CREATE TABLE kilos AS SELECT 12340 AS grams");
            home = PostgresBinaries.unpackInto(folder);
        }
        Process orphan = asServer(
                home.resolve("bin/postgres").toString(),
                "-D",
                folder.resolve("data").toString(),
                "-p",
                Integer.toString(freePort()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=");
        awaitFile(folder.resolve("data/postmaster.pid"));
        try (EmbeddedPostgres again = EmbeddedPostgres.start(folder)) {
            assertTrue(orphan.waitFor(10, TimeUnit.SECONDS), "two servers on one folder");
            assertEquals("12340", ask(again, "SELECT grams FROM kilos"));
        }
    }

    @Test
    void aNumberThatIsAnotherProgramsNowHindersNobody() throws Exception {
        EmbeddedPostgres.start(folder).close();
        Process other = asServer("sleep", "60");
        try {
            Files.writeString(
                    folder.resolve("data/postmaster.pid"),
                    other.pid() + "\n" + folder.resolve("data") + "\n1700000000\n5432\n\n127.0.0.1\n");
            try (EmbeddedPostgres again = EmbeddedPostgres.start(folder)) {
                assertEquals("1", ask(again, "SELECT 1"));
            }
            assertTrue(other.isAlive(), "a program was stopped that is none of ours");
        } finally {
            other.destroy();
        }
    }

    @Test
    void aFirstStartThatWasCutOffIsBegunAnew() throws Exception {
        Files.createDirectories(folder.resolve("data-unfinished/base"));
        Files.writeString(folder.resolve("data-unfinished/PG_VERSION"), "18\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertEquals("1", ask(postgres, "SELECT 1"));
        }
        assertFalse(Files.exists(folder.resolve("data-unfinished")));
    }

    @Test
    void rootIsToldWhenTheServerCannotReachItsFolder() throws Exception {
        assumeTrue(isRoot(), "only root hands the server to another user");
        Path closed = Files.createDirectories(folder.resolve("closed/data"));
        Files.setPosixFilePermissions(closed.getParent(), PosixFilePermissions.fromString("rwx------"));
        IOException refused = assertThrows(IOException.class, () -> EmbeddedPostgres.start(closed));
        assertTrue(refused.getMessage().contains("ne peut pas entrer dans " + closed), refused.getMessage());
    }

    @Test
    void twoWhoUnpackAtOnceEndWithOneCopy() throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Callable<Path> unpack = () -> PostgresBinaries.unpackInto(folder);
            Files.delete(folder.resolve("postgresql-" + PostgresBinaries.VERSION));
            for (Future<Path> home : two.invokeAll(List.of(unpack, unpack))) {
                assertTrue(Files.isExecutable(home.get().resolve("bin/postgres")));
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of("postgresql-" + PostgresBinaries.VERSION),
                    left.map(path -> path.getFileName().toString()).toList());
        }
    }

    /// A program under the account that the server runs under.
    private Process asServer(String... command) throws IOException {
        List<String> words = new ArrayList<>(ServerAccount.choose(folder).prefix());
        words.addAll(List.of(command));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitFile(Path file) throws InterruptedException {
        for (int i = 0; i < 200 && !Files.exists(file); i++) {
            Thread.sleep(50);
        }
        assertTrue(Files.exists(file), file + " did not appear");
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private Process child(List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                prefix.isEmpty() ? System.getProperty("java.class.path") : classPathForAll(),
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
