package fr.lamine.backoffice.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.postgres.PostgresPlugin;

/// The office's database, open. Safe for use by several threads; one transaction a request, opened at the edge.
public final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private static final Duration CONNECTION_LIMIT = Duration.ofSeconds(10);
    private static final int TRIES = 6;
    private static final int VALID_SECONDS = 2;
    private static final String DEADLOCK = "40P01";
    private static final String NOT_SERIALISABLE = "40001";

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
    }

    /// @throws UncheckedIOException with a plain French sentence in its cause when the database does not let us in
    public static Database open(String jdbcUrl, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_LIMIT.toMillis());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "lamine");
        try {
            return new Database(new HikariDataSource(config));
        } catch (HikariPool.PoolInitializationException e) {
            throw new UncheckedIOException(new IOException(
                    "La base de données ne répond pas, ou n’accepte pas le mot de passe : "
                            + jdbcUrl.replaceFirst("\\?.*", ""),
                    e));
        }
    }

    /// Brings the tables to the form that this version needs.
    ///
    /// @return whether tables that held something were changed: what is derived must then be built again
    public boolean migrate() {
        MigrateResult result = Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return result.migrationsExecuted > 0 && result.initialSchemaVersion != null;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /// Runs the work in one transaction. When the database gives one of two quarrelling transactions up, it is run
    /// again from its beginning, so the work must have no effect outside the database.
    public <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws X {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(work);
            } catch (JdbiException e) {
                if (attempt == TRIES || !mayBeTriedAgain(e)) {
                    throw e;
                }
            }
            pause(attempt);
        }
    }

    public <X extends Exception> void useTransaction(HandleConsumer<X> work) throws X {
        inTransaction((Handle handle) -> {
            work.useHandle(handle);
            return true;
        });
    }

    /// True when the database takes a question right now.
    public boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(VALID_SECONDS);
        } catch (SQLException e) {
            return false; // that is the answer
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static boolean mayBeTriedAgain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (DEADLOCK.equals(sql.getSQLState()) || NOT_SERIALISABLE.equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5, 20L * attempt + 10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two tries of a transaction", e);
        }
    }
}
