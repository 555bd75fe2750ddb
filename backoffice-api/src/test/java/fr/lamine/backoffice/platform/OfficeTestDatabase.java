package fr.lamine.backoffice.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// A real database of its own for each test method that asks for a [Database]: cut from a migrated template in some ten
/// milliseconds. One server for the run: the embedded one, or
///
/// - any PostgreSQL, by the environment `LAMINE_TEST_JDBC_URL`, `LAMINE_TEST_JDBC_USER`, `LAMINE_TEST_JDBC_PASSWORD`
///   (the URL names a database whose user may create others);
/// - a container, by `-Dlamine.test.database=testcontainers`: it needs a container engine and is not part of our runs.
public final class OfficeTestDatabase implements ParameterResolver, AfterEachCallback {

    private static final Namespace SPACE = Namespace.create(OfficeTestDatabase.class);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TEMPLATE =
            "lamine_template_" + ProcessHandle.current().pid();

    private static Optional<Server> server = Optional.empty();

    /// @param url of the database that the administrator connects to
    record Server(String url, String user, String password) {
        String urlOf(String database) {
            return url.replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1");
        }

        void execute(String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url, user, password);
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    /// @param name of the database, dropped after the test
    private record Lent(String name, Database database) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(SPACE)
                .computeIfAbsent("lent", _ -> lend(), Lent.class)
                .database();
    }

    @Override
    public void afterEach(ExtensionContext test) throws SQLException {
        Lent lent = test.getStore(SPACE).remove("lent", Lent.class);
        if (lent != null) {
            giveBack(lent.name(), lent.database());
        }
    }

    /// For tests that need a second database, such as a rebuilt one; close it with [#giveBack].
    public static Database another() {
        return lend().database();
    }

    private static void giveBack(String name, Database database) throws SQLException {
        database.close();
        server().execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static Lent lend() {
        Server server = server();
        String name = TEMPLATE.replace("template", "test") + "_" + COUNT.incrementAndGet();
        try {
            server.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
        return new Lent(name, Database.open(server.urlOf(name), server.user(), server.password()));
    }

    static synchronized Server server() {
        if (server.isEmpty()) {
            Server started = start();
            prepare(started);
            server = Optional.of(started);
        }
        return server.get();
    }

    private static Server start() {
        String url = System.getenv("LAMINE_TEST_JDBC_URL");
        if (url != null) {
            return new Server(url, System.getenv("LAMINE_TEST_JDBC_USER"), System.getenv("LAMINE_TEST_JDBC_PASSWORD"));
        }
        if ("testcontainers".equals(System.getProperty("lamine.test.database"))) {
            @SuppressWarnings("resource") // stopped by Testcontainers itself when this process ends
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
            container.start();
            return new Server(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }
        return embedded();
    }

    private static Server embedded() {
        try {
            Path folder = Files.createTempDirectory("lamine-test-");
            Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                postgres.close();
                try {
                    PostgresBinaries.delete(folder);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }));
            return new Server(postgres.jdbcUrl(), postgres.user(), postgres.password());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void prepare(Server server) {
        try {
            server.execute("CREATE DATABASE " + TEMPLATE);
            try (Database template = Database.open(server.urlOf(TEMPLATE), server.user(), server.password())) {
                template.migrate();
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> dropTemplate(server)));
        } catch (SQLException e) {
            throw new IllegalStateException("no template database", e);
        }
    }

    private static void dropTemplate(Server server) {
        if (System.getenv("LAMINE_TEST_JDBC_URL") == null) {
            return;
        }
        try {
            server.execute("DROP DATABASE IF EXISTS " + TEMPLATE);
        } catch (SQLException e) {
            throw new IllegalStateException("the template database stays behind", e);
        }
    }
}
