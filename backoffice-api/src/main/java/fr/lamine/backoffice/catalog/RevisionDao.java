package fr.lamine.backoffice.catalog;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Epoch and revision of the reference data. A revision is given under the lock of one row, last in a transaction, so
/// that revisions become visible in their order.
public final class RevisionDao {

    private RevisionDao() {}

    /// @param operators revision at which the operators last changed
    public record State(String epoch, long revision, long operators) {}

    public static Optional<State> find(Handle handle) {
        return handle.createQuery("SELECT epoch, revision, operators_revision FROM reference_state")
                .map((row, _) -> new State(row.getString(1), row.getLong(2), row.getLong(3)))
                .findOne();
    }

    /// @throws IllegalStateException when the office was never opened
    public static State state(Handle handle) {
        return find(handle).orElseThrow(() -> new IllegalStateException("the office has no reference state yet"));
    }

    public static long next(Handle handle) {
        return handle.createQuery("UPDATE reference_state SET revision = revision + 1 RETURNING revision")
                .mapTo(Long.class)
                .one();
    }

    /// Gives the revision under which operators change.
    public static long nextForOperators(Handle handle) {
        return handle.createQuery("""
                UPDATE reference_state SET revision = revision + 1, operators_revision = revision + 1 RETURNING revision""").mapTo(Long.class).one();
    }

    /// Begins an epoch; the revision never goes down.
    public static void begin(Handle handle, String epoch, long atLeast) {
        handle.createUpdate("""
                INSERT INTO reference_state AS s (epoch, revision, operators_revision) VALUES (:epoch, :revision, 0)
                ON CONFLICT (one) DO UPDATE
                SET epoch = excluded.epoch, revision = greatest(s.revision, excluded.revision) + 1""").bind("epoch", epoch).bind("revision", atLeast).execute();
    }
}
