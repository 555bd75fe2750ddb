package fr.lamine.pos.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.sqlite.SQLiteConfig;

/// The file of the store, and how it is written: a commit is on the disk before it returns.
final class Database {

    private Database() {}

    /// @param crashPoint told before and after each statement
    static Handle open(StoreFolders folders, Consumer<String> crashPoint) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(5_000);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        try {
            Connection connection =
                    config.createConnection("jdbc:sqlite:" + folders.data().resolve("terminal.db"));
            Jdbi jdbi = Jdbi.create(connection);
            jdbi.setStatementBuilderFactory(_ -> new KeptStatements());
            jdbi.setSqlLogger(new SqlLogger() {
                @Override
                public void logBeforeExecution(StatementContext context) {
                    crashPoint.accept("before " + context.getRenderedSql());
                }

                @Override
                public void logAfterExecution(StatementContext context) {
                    crashPoint.accept("after " + context.getRenderedSql());
                }
            });
            return jdbi.open();
        } catch (SQLException e) {
            throw new IllegalStateException("the store cannot be opened", e);
        }
    }
}
