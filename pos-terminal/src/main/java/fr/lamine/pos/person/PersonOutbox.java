package fr.lamine.pos.person;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.journal.Json;
import fr.lamine.model.sync.Person;
import fr.lamine.model.sync.Person.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Who waits to be told to the office.
public final class PersonOutbox {

    private PersonOutbox() {}

    /// Notes a person beside a fact, in the transaction of the fact or later. The number given to it may stand in
    /// facts.
    ///
    /// @param words such that the kind admits them
    /// @param fact  recorded by this terminal
    public static UUID put(Handle sql, Kind kind, String words, FactId fact, Instant now) {
        String hash = sql.createQuery("SELECT hash FROM journal WHERE generation = :generation AND seq = :seq")
                .bind("generation", fact.journal().generation())
                .bind("seq", fact.seq())
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("no fact of this terminal: " + fact));
        UUID uuid = UUID.randomUUID();
        sql.execute(
                "INSERT INTO person_outbox (uuid, person, told_at) VALUES (?, ?, ?)",
                uuid.toString(),
                Json.write(new Person(kind, words, fact, hash)),
                now.toString());
        return uuid;
    }

    /// In the order in which they were noted.
    public static List<UUID> waiting(Handle sql) {
        return sql.createQuery("SELECT uuid FROM person_outbox ORDER BY id")
                .mapTo(String.class)
                .map(UUID::fromString)
                .list();
    }

    public static Optional<Person> find(Handle sql, UUID uuid) {
        return sql.createQuery("SELECT person FROM person_outbox WHERE uuid = :uuid")
                .bind("uuid", uuid.toString())
                .mapTo(String.class)
                .findOne()
                .map(text -> Json.read(text, Person.class));
    }

    /// The office has them.
    public static void forget(Handle sql, UUID uuid) {
        sql.execute("DELETE FROM person_outbox WHERE uuid = ?", uuid.toString());
    }
}
