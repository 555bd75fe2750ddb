package fr.lamine.backoffice.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL of our own, safe for real data: fsync on, checksums, password, loopback only, data in a folder that is
/// found again at the next start. It lives as long as this process and not longer, even when this process is killed.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String USER = "lamine";
    private static final String DATABASE = "lamine";
    private static final String STARTING_UP = "57P03";
    private static final int START_TRIES = 3;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 20;

    private final Process server;
    private final int port;
    private final String password;
    private final FileLock lock;

    private EmbeddedPostgres(Process server, int port, String password, FileLock lock) {
        this.server = server;
        this.port = port;
        this.password = password;
        this.lock = lock;
    }

    /// Starts the server on the data of a folder, which it makes when there is none.
    ///
    /// @throws IOException with a plain French sentence when it cannot be done
    public static EmbeddedPostgres start(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        Files.createDirectories(root);
        FileLock lock = lock(root.resolve("office.lock"));
        try {
            return start(root, lock);
        } catch (IOException | RuntimeException e) {
            lock.acquiredBy().close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Path root, FileLock lock) throws IOException {
        ServerAccount account = ServerAccount.choose(root);
        Path programs = PostgresBinaries.unpackInto(root);
        Path data = root.resolve("data");
        stopOrphan(data);
        String password = secret(root.resolve("password"), account);
        if (!Files.exists(data)) {
            initialise(programs, data, root.resolve("password"), account);
        }
        account.takeOver(data);
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Process server = launch(programs, data, root.resolve("server.log"), port, account);
            EmbeddedPostgres postgres = new EmbeddedPostgres(server, port, password, lock);
            try {
                postgres.awaitReady(root.resolve("server.log"));
                postgres.createDatabase();
                return postgres;
            } catch (IOException | RuntimeException e) {
                boolean gone = !server.isAlive();
                stop(server.toHandle());
                if (!gone || attempt == START_TRIES) {
                    throw e;
                }
                // Somebody may have taken the free port before the server did.
            }
        }
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    long pid() {
        return server.pid();
    }

    /// Stops the server in an orderly way; open transactions are rolled back.
    @Override
    public void close() {
        try {
            stop(server.toHandle());
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL could not be stopped", e);
        }
    }

    private static FileLock lock(Path file) throws IOException {
        FileChannel channel = open(file);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (java.nio.channels.OverlappingFileLockException e) {
            channel.close();
            throw new IOException(inUse(file), e);
        }
        channel.close();
        throw new IOException(inUse(file));
    }

    private static FileChannel open(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (AccessDeniedException e) {
            throw new IOException("Ce dossier de données appartient à un autre utilisateur : " + file.getParent(), e);
        }
    }

    private static String inUse(Path file) {
        return "Ces données sont déjà ouvertes par un autre bureau : " + file.getParent();
    }

    /// Whoever holds the lock is the only office here, so a server that still runs on this data has lost its own.
    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,10}")) {
            return;
        }
        Optional<ProcessHandle> named =
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
        if (named.filter(process -> runsOn(process, data)).isPresent()) {
            stop(named.get());
        } else if (named.isPresent()) {
            // After a power cut the number may be another program's, and the server would not start for it.
            Files.delete(pidFile);
        }
    }

    private static boolean runsOn(ProcessHandle process, Path data) {
        try {
            String command = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return command.contains("postgres") && command.contains(data.toString());
        } catch (IOException e) {
            // The process ended while we looked: then it runs on nothing.
            return false;
        }
    }

    private static void stop(ProcessHandle process) throws IOException {
        signal(process, "INT");
        if (!ended(process)) {
            signal(process, "QUIT");
            if (!ended(process)) {
                throw new IOException("PostgreSQL (processus " + process.pid() + ") ne s’arrête pas.");
            }
        }
    }

    private static boolean ended(ProcessHandle process) {
        CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            return !process.isAlive();
        }
    }

    private static void signal(ProcessHandle process, String signal) throws IOException {
        // The shell's own kill: a small machine has no other. That the process has just ended by itself is no fault.
        List<String> kill = List.of("sh", "-c", "kill -" + signal + " " + process.pid());
        if (process.isAlive() && !Programs.succeeds(kill) && process.isAlive()) {
            throw new IOException("PostgreSQL (processus " + process.pid() + ") ne se laisse pas arrêter.");
        }
    }

    private static String secret(Path file, ServerAccount account) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path fresh = Files.createTempFile(
                    file.getParent(),
                    "password",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, HexFormat.of().formatHex(random));
            account.give(fresh);
            Files.move(fresh, file);
        }
        return Files.readString(file).strip();
    }

    /// A first start that is killed half way leaves no half of a database: the folder gets its name at the end.
    private static void initialise(Path programs, Path data, Path passwordFile, ServerAccount account)
            throws IOException {
        Path fresh = data.resolveSibling("data-unfinished");
        PostgresBinaries.delete(fresh);
        Files.createDirectory(fresh);
        account.give(fresh);
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        Programs.run(command);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The kernel stops the server when the thread that started it ends, so that thread waits for the server.
    private static Process launch(Path programs, Path data, Path log, int port, ServerAccount account)
            throws IOException {
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        account.give(log);
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(List.of(
                "setsid",
                programs.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=100",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "log_min_messages=warning"));
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("postgres-keeper").start(() -> {
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
                started.complete(process);
                process.waitFor();
            } catch (IOException e) {
                started.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return started.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL started", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IOException(
                    "PostgreSQL n’a pas pu démarrer : " + e.getCause().getMessage(), e);
        }
    }

    private void awaitReady(Path log) throws IOException {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (true) {
            try (Connection connection = connect("postgres")) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                boolean recovering = STARTING_UP.equals(e.getSQLState());
                if (!server.isAlive() || !recovering && Instant.now().isAfter(limit)) {
                    throw new IOException("PostgreSQL n’a pas démarré ; voir " + log, e);
                }
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL started", e);
        }
    }

    private void createDatabase() throws IOException {
        try (Connection connection = connect("postgres");
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                try (var creation = connection.createStatement()) {
                    creation.execute("CREATE DATABASE " + DATABASE);
                }
            }
        } catch (SQLException e) {
            throw new IOException("La base de données n’a pas pu être créée.", e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, password);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
