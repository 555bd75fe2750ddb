package fr.lamine.pos.store;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/// Keeps what the database has prepared for the next time: a till says the same few sentences all day. Used under the
/// store's lock.
final class KeptStatements implements StatementBuilder {

    private static final int MOST = 200;

    private final StatementBuilder plain = new DefaultStatementBuilder();
    private final Map<String, PreparedStatement> kept = new HashMap<>();

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return plain.create(connection, context);
    }

    /// One that is in use is out of the house: the same sentence within its answers gets another.
    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement ready = context.isReturningGeneratedKeys() ? null : kept.remove(sql);
        return ready != null ? ready : plain.create(connection, sql, context);
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return plain.createCall(connection, sql, context);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        // one that failed was closed by the database
        if (statement instanceof PreparedStatement prepared
                && !prepared.isClosed()
                && kept.size() < MOST
                && !kept.containsKey(sql)) {
            prepared.clearParameters();
            kept.put(sql, prepared);
        } else {
            statement.close();
        }
    }

    @Override
    public void close(Connection connection) {
        kept.values().forEach(KeptStatements::close);
        kept.clear();
    }

    private static void close(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a statement cannot be closed", e);
        }
    }
}
