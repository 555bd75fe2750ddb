package fr.lamine.pos.weighin;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.measure.Mass;
import fr.lamine.pos.store.TerminalStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The cards of things that are kept for later. A card is no fact: its grams are those of a weigh-in, and taking it up
/// sorts them out again. Cards and photographs stay on this terminal.
final class ParkedThings {

    /// More than anybody looks through.
    static final int MOST = 60;

    /// Taken up, a card is of no use once its weighing cannot be taken back any more.
    private static final Duration KEPT = Duration.ofDays(3);

    private static final String SELECT = """
            SELECT id, grams, reason, photo IS NOT NULL AS pictured, parked_at
            FROM parked_thing WHERE taken_at IS NULL
            """;

    private final TerminalStore store;

    ParkedThings(TerminalStore store) {
        this.store = store;
    }

    /// Oldest first.
    List<ParkedThing> waiting() {
        return store.read(ParkedThings::waiting);
    }

    Optional<ParkedThing> waiting(long id) {
        return store.read(sql -> waiting(sql, id));
    }

    int count() {
        return store.read(ParkedThings::count);
    }

    Optional<Photo> photo(long id) {
        return store.read(sql -> sql.createQuery("SELECT photo FROM parked_thing WHERE id = ? AND photo IS NOT NULL")
                .bind(0, id)
                .mapTo(byte[].class)
                .findOne()
                .flatMap(Photo::of));
    }

    static int count(Handle sql) {
        return sql.createQuery("SELECT count(*) FROM parked_thing WHERE taken_at IS NULL")
                .mapTo(Integer.class)
                .one();
    }

    private static List<ParkedThing> waiting(Handle sql) {
        return sql.createQuery(SELECT + "ORDER BY id")
                .map((row, _) -> new ParkedThing(
                        row.getLong("id"),
                        Mass.grams(row.getLong("grams")),
                        ParkedFor.valueOf(row.getString("reason")),
                        row.getBoolean("pictured"),
                        Instant.parse(row.getString("parked_at"))))
                .list();
    }

    static Optional<ParkedThing> waiting(Handle sql, long id) {
        return waiting(sql).stream().filter(thing -> thing.id() == id).findFirst();
    }

    /// @param weighIn what brought its grams among the unclassified; absent when they lay there already
    static void keep(Handle sql, Mass mass, Parking parking, Optional<FactId> weighIn, Instant now) {
        sql.createUpdate("DELETE FROM parked_thing WHERE taken_at < :before")
                .bind("before", now.minus(KEPT).toString())
                .execute();
        sql.createUpdate("""
                        INSERT INTO parked_thing (grams, reason, photo, parked_at, weigh_in)
                        VALUES (:grams, :reason, :photo, :now, :weighIn)""")
                .bind("grams", mass.grams())
                .bind("reason", parking.reason().name())
                .bind("photo", parking.photo().map(Photo::jpeg).orElse(null))
                .bind("now", now.toString())
                .bind("weighIn", weighIn.map(FactId::toString).orElse(null))
                .execute();
    }

    static void takeUp(Handle sql, long id, FactId weighIn, Instant now) {
        sql.createUpdate("UPDATE parked_thing SET taken_at = :now, taken_by = :weighIn WHERE id = :id")
                .bind("now", now.toString())
                .bind("weighIn", weighIn.toString())
                .bind("id", id)
                .execute();
    }

    /// A weighing was taken back: what it parked is parked no more, what it took up waits again.
    static void reversed(Handle sql, FactId weighIn) {
        sql.execute("DELETE FROM parked_thing WHERE weigh_in = ?", weighIn.toString());
        sql.execute("UPDATE parked_thing SET taken_at = NULL, taken_by = NULL WHERE taken_by = ?", weighIn.toString());
    }
}
