package fr.lamine.pos.closing;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.fact.TillFact.TechnicalNoted;
import fr.lamine.model.journal.Json;
import fr.lamine.model.till.TechnicalEvent;
import fr.lamine.pos.store.Facts;
import fr.lamine.pos.store.TerminalStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What the journal says of itself between two closings of a kind: that it was found changed, where it went on, and
/// that the clock was set.
public final class Anomalies {

    private Anomalies() {}

    /// @return one sentence each, oldest first, beginning with the entry that says so
    public static List<String> before(TerminalStore store, FactId closing, Closing fact) {
        return store.read(sql -> sql
                .createQuery("""
                        SELECT terminal, generation, seq, type, body FROM journal
                        WHERE (generation, seq) > (:afterGeneration, :afterSeq)
                          AND (generation, seq) < (:generation, :seq)
                          AND (type LIKE 'technical-noted.%' OR type LIKE 'journal-continues.%')
                        ORDER BY generation, seq""")
                .bind(
                        "afterGeneration",
                        fact.previous().map(id -> id.journal().generation()).orElse(0))
                .bind("afterSeq", fact.previous().map(FactId::seq).orElse(0L))
                .bind("generation", closing.journal().generation())
                .bind("seq", closing.seq())
                .map((row, _) -> said(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<String> said(ResultSet row) throws SQLException {
        FactId id = Facts.id(row);
        try {
            return said(id, Facts.fact(row, Fact.class)).map(text -> id + " : " + text);
        } catch (Json.Unreadable e) {
            // Somebody wrote into the entry that would have said it.
            return Optional.of(id + " : écriture illisible");
        }
    }

    private static Optional<String> said(FactId id, Fact fact) {
        if (fact instanceof Fact.JournalContinues c) {
            return Optional.of("le journal reprend après l’écriture %s/%d/%d"
                    .formatted(id.journal().terminal(), c.previousGeneration(), c.previousSeq()));
        }
        boolean matters = fact instanceof TechnicalNoted noted
                && (noted.event() == TechnicalEvent.INTEGRITY_FAILURE || noted.event() == TechnicalEvent.CLOCK_JUMP);
        return matters ? Optional.of(((TechnicalNoted) fact).detail()) : Optional.empty();
    }
}
