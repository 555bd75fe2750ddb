package fr.lamine.backoffice.closing;

import fr.lamine.model.fact.Fact.JournalContinues;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What a terminal itself had written when it wrote an entry: the journal of the entry up to it, and before that the
/// journals it goes on from. A copy that diverged is in another line.
record Lineage(List<FactId> ends) {

    /// The first entry of a journal, and where it says that it goes on from.
    private record Link(int generation, long seq, String hash) {}

    Lineage {
        ends = List.copyOf(ends);
    }

    static Lineage of(Handle handle, FactId last) {
        List<FactId> ends = new ArrayList<>();
        Optional<FactId> end = Optional.of(last);
        while (end.isPresent()) {
            ends.add(end.get());
            end = before(handle, end.get().journal());
        }
        return new Lineage(ends);
    }

    private static Optional<FactId> before(Handle handle, JournalId journal) {
        return handle.createQuery("""
                SELECT e.generation, e.seq, e.prev_hash, e.type, e.body
                FROM journal_head h JOIN journal_entry e ON e.journal = h.journal AND e.seq = h.first_seq
                WHERE h.journal = :journal""")
                .bind("journal", journal.toString())
                .map((row, _) -> link(row))
                .findOne()
                .flatMap(link -> link)
                .map(link -> entry(handle, journal, link));
    }

    private static Optional<Link> link(ResultSet row) throws SQLException {
        if (row.getLong("seq") > 1) {
            return Optional.of(new Link(row.getInt("generation"), row.getLong("seq") - 1, row.getString("prev_hash")));
        }
        String body = new String(row.getBytes("body"), StandardCharsets.UTF_8);
        try {
            return Json.readFact(row.getString("type"), body) instanceof JournalContinues c && c.previousSeq() > 0
                    ? Optional.of(new Link(c.previousGeneration(), c.previousSeq(), c.previousHash()))
                    : Optional.empty();
        } catch (Json.Unreadable e) {
            return Optional.empty(); // of a later version than this one: the line begins here until it can be read
        }
    }

    /// An entry that is not here yet stands for the journal itself up to its number.
    private static FactId entry(Handle handle, JournalId of, Link link) {
        return handle.createQuery("""
                SELECT journal || '/' || seq FROM journal_entry
                WHERE terminal = :terminal AND generation = :generation AND seq = :seq AND hash = :hash""")
                .bind("terminal", of.terminal().code())
                .bind("generation", link.generation())
                .bind("seq", link.seq())
                .bind("hash", link.hash())
                .mapTo(String.class)
                .findFirst()
                .map(FactId::parse)
                .orElseGet(() -> new FactId(JournalId.of(of.terminal(), link.generation()), link.seq()));
    }

    List<String> journals() {
        return ends.stream().map(end -> end.journal().toString()).toList();
    }

    List<Long> seqs() {
        return ends.stream().map(FactId::seq).toList();
    }
}
