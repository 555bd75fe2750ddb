package fr.lamine.backoffice.person;

import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Person;
import fr.lamine.model.sync.Person.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The table of persons.
public final class PersonDao {

    private static final String CUT_OFF = "lamine";

    private PersonDao() {}

    /// A person who is not erased.
    public record Row(UUID uuid, Person person, TerminalId terminal, Instant receivedAt) {}

    /// @return false when this number was given to somebody before, erased or not
    static boolean insert(Handle handle, UUID uuid, Person person, TerminalId terminal, Instant now) {
        return handle.createUpdate("""
                INSERT INTO person (uuid, kind, words, journal, seq, hash, terminal, received_at)
                VALUES (:uuid, :kind, :words, :journal, :seq, :hash, :terminal, :now) ON CONFLICT DO NOTHING""")
                        .bind("uuid", uuid)
                        .bind("kind", person.kind().name())
                        .bind("words", person.words())
                        .bind("journal", person.fact().journal().toString())
                        .bind("seq", person.fact().seq())
                        .bind("hash", person.hash())
                        .bind("terminal", terminal.code())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /// Who has this number already, its words included if they are still there.
    record Known(Kind kind, Optional<String> words, FactId fact, String hash, TerminalId terminal) {}

    static Known known(Handle handle, UUID uuid) {
        return handle.createQuery("SELECT * FROM person WHERE uuid = :uuid FOR SHARE")
                .bind("uuid", uuid)
                .map((row, _) -> new Known(
                        Kind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getString("words")),
                        fact(row),
                        row.getString("hash"),
                        new TerminalId(row.getString("terminal"))))
                .one();
    }

    public static Optional<Row> find(Handle handle, UUID uuid) {
        return handle.createQuery("SELECT * FROM person WHERE uuid = :uuid AND words IS NOT NULL")
                .bind("uuid", uuid)
                .map((row, _) -> row(row))
                .findOne();
    }

    /// Latest first.
    ///
    /// @param words a part of the words, whatever its case
    static Slice<Row> list(Handle handle, Optional<String> words, int page) {
        String where = """
                WHERE words IS NOT NULL AND (:words::text IS NULL OR position(lower(:words) IN lower(words)) > 0)""";
        long total = handle.createQuery("SELECT count(*) FROM person " + where)
                .bind("words", words.orElse(null))
                .mapTo(Long.class)
                .one();
        return new Slice<>(
                handle.createQuery("SELECT * FROM person " + where
                                + " ORDER BY received_at DESC, uuid LIMIT :rows OFFSET :offset")
                        .bind("words", words.orElse(null))
                        .bind("rows", Slice.ROWS)
                        .bind("offset", Slice.offset(page))
                        .map((row, _) -> row(row))
                        .list(),
                page,
                total);
    }

    /// @return false when there was nothing left to erase
    static boolean erase(Handle handle, UUID uuid, String by, Instant now) {
        return handle.createUpdate("""
                UPDATE person SET words = NULL, erased_at = :now, erased_by = :by
                WHERE uuid = :uuid AND words IS NOT NULL""")
                        .bind("uuid", uuid)
                        .bind("by", by)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /// Erases whose time is over.
    ///
    /// @return how many
    public static int eraseOverdue(Handle handle, Instant now) {
        int erased = 0;
        for (Kind kind : Kind.values()) {
            erased += handle.createUpdate("""
                    UPDATE person SET words = NULL, erased_at = :now, erased_by = :by
                    WHERE kind = :kind AND words IS NOT NULL AND received_at <= :until""")
                    .bind("kind", kind.name())
                    .bind("by", CUT_OFF)
                    .bind("now", now)
                    .bind("until", now.minus(PersonRules.kept(kind)))
                    .execute();
        }
        return erased;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("uuid", UUID.class),
                new Person(
                        Kind.valueOf(row.getString("kind")), row.getString("words"), fact(row), row.getString("hash")),
                new TerminalId(row.getString("terminal")),
                row.getTimestamp("received_at").toInstant());
    }

    private static FactId fact(ResultSet row) throws SQLException {
        return FactId.parse(row.getString("journal") + "/" + row.getLong("seq"));
    }
}
