package fr.lamine.backoffice.sheet;

import fr.lamine.backoffice.catalog.RevisionDao;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.site.OperatorCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// The tables of codes printed before there is a thing to stick them on. They are of the office alone and outlive every
/// rebuild.
public final class SheetDao {

    /// The terminal whose codes the office gives.
    public static final int OFFICE = 0;

    /// After a restore the office does not know what it gave since its backup: so many codes are left out.
    static final int LEFT_OUT = 5_000;

    private SheetDao() {}

    /// Codes given at once, on one or several sheets.
    ///
    /// @param used how many of them name a thing by now
    public record Batch(int first, int last, SheetLayout layout, OperatorCode operator, Instant at, int used) {

        public List<ItemCode> codes() {
            return IntStream.rangeClosed(first, last)
                    .mapToObj(serial -> ItemCode.of(OFFICE, serial))
                    .toList();
        }

        public int count() {
            return last - first + 1;
        }
    }

    /// Gives the next codes, under the lock of the counter's row: no number is given twice and none is left out, but
    /// after a restore. The same form sent twice gets the same codes.
    ///
    /// @return the first serial; empty when there are not so many left
    static Optional<Integer> give(
            Handle handle, String token, SheetLayout layout, int sheets, OperatorCode operator, Instant now) {
        record Counter(int next, String epoch) {}
        Counter counter = handle.createQuery("SELECT next, epoch FROM preprinted_counter FOR UPDATE")
                .map((row, _) -> new Counter(row.getInt("next"), row.getString("epoch")))
                .one();
        Optional<Integer> given = handle.createQuery("SELECT first_serial FROM preprinted WHERE token = :token")
                .bind("token", token)
                .mapTo(Integer.class)
                .findOne();
        if (given.isPresent()) {
            return given;
        }
        String epoch = RevisionDao.state(handle).epoch();
        boolean restored = !counter.epoch().isEmpty() && !counter.epoch().equals(epoch);
        int first = restored ? Math.max(counter.next(), lastSeen(handle) + 1) + LEFT_OUT : counter.next();
        int last = first + sheets * layout.labels() - 1;
        if (last > ItemCode.MAX_SERIAL) {
            return Optional.empty();
        }
        handle.createUpdate("""
                INSERT INTO preprinted (first_serial, last_serial, layout, operator, at, token)
                VALUES (:first, :last, :layout, :operator, :now, :token)""")
                .bind("first", first)
                .bind("last", last)
                .bind("layout", layout.text())
                .bind("operator", operator.code())
                .bind("now", now)
                .bind("token", token)
                .execute();
        handle.createUpdate("UPDATE preprinted_counter SET next = :next, epoch = :epoch")
                .bind("next", last + 1)
                .bind("epoch", epoch)
                .execute();
        return Optional.of(first);
    }

    /// The highest serial of the office that a fact names.
    private static int lastSeen(Handle handle) {
        return handle.createQuery("SELECT max(code) FROM item WHERE code BETWEEN :from AND :to")
                .bind("from", ItemCode.of(OFFICE, 0).digits())
                .bind("to", ItemCode.of(OFFICE, ItemCode.MAX_SERIAL).digits())
                .mapTo(String.class)
                .findOne()
                .map(digits -> new ItemCode(digits).serial())
                .orElse(0);
    }

    static Optional<Batch> find(Handle handle, int first) {
        return handle.createQuery(BATCHES + " WHERE first_serial = :first")
                .bind("first", first)
                .map((row, _) -> batch(row, handle))
                .findOne();
    }

    /// Newest first.
    static List<Batch> last(Handle handle, int count) {
        return handle.createQuery(BATCHES + " ORDER BY first_serial DESC LIMIT :count")
                .bind("count", count)
                .map((row, _) -> batch(row, handle))
                .list();
    }

    private static final String BATCHES = "SELECT first_serial, last_serial, layout, operator, at FROM preprinted";

    private static Batch batch(ResultSet row, Handle handle) throws SQLException {
        int first = row.getInt("first_serial");
        int last = row.getInt("last_serial");
        return new Batch(
                first,
                last,
                SheetLayout.parse(row.getString("layout")).orElseThrow(),
                new OperatorCode(row.getString("operator")),
                row.getTimestamp("at").toInstant(),
                used(handle, first, last));
    }

    private static int used(Handle handle, int first, int last) {
        return handle.createQuery("SELECT count(*) FROM item WHERE labelled AND code BETWEEN :from AND :to")
                .bind("from", ItemCode.of(OFFICE, first).digits())
                .bind("to", ItemCode.of(OFFICE, last).digits())
                .mapTo(Integer.class)
                .one();
    }
}
