package fr.lamine.day.simulation;

import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;

/// A PostgreSQL server for one class of tests, whose databases can be copied and thrown away like files.
final class TestServer implements AutoCloseable {

    private static final String TEMPLATE = "house_template";

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final AtomicInteger given = new AtomicInteger();

    private TestServer(Path folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    static TestServer start() {
        try {
            Path folder = Files.createTempDirectory("lamine-house-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            TestServer server = new TestServer(folder, EmbeddedPostgres.start(folder));
            server.execute("CREATE DATABASE " + TEMPLATE);
            try (Database template = server.open(TEMPLATE)) {
                template.migrate();
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A migrated, empty database.
    String create() {
        return copy(TEMPLATE);
    }

    /// A copy of a database to which nobody is connected.
    String copy(String database) {
        String name = "house_" + given.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + database);
        return name;
    }

    Database open(String database) {
        String url = postgres.jdbcUrl(database);
        String lazily = url + (url.contains("?") ? "&" : "?") + "options=-c%20synchronous_commit=off";
        return Database.open(lazily, postgres.user(), postgres.password());
    }

    void drop(String database) {
        execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    private void execute(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        postgres.close();
        Folders.delete(folder);
    }

    /// Whole folders, as an administrator copies them.
    static final class Folders {

        private Folders() {}

        static void copy(Path from, Path to) {
            try (var paths = Files.walk(from)) {
                for (Path path : paths.toList()) {
                    Path target = to.resolve(from.relativize(path).toString());
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(path, target);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static void delete(Path root) {
            try (var paths = Files.walk(root)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
