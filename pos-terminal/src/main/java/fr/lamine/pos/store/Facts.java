package fr.lamine.pos.store;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.site.TerminalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reading facts back, by their identity or from a row that selects `terminal, generation, seq, type, body`.
public final class Facts {

    private Facts() {}

    /// Empty for a fact of another terminal, one that is not there, or one of another type.
    public static <F extends Fact> Optional<F> read(Handle sql, FactId id, Class<F> type) {
        Optional<Entry> entry = JournalTable.entry(sql, id).filter(e -> e.id().equals(id));
        return entry.map(Json::fact).filter(type::isInstance).map(type::cast);
    }

    public static FactId id(ResultSet row) throws SQLException {
        JournalId journal = JournalId.of(new TerminalId(row.getString("terminal")), row.getInt("generation"));
        return new FactId(journal, row.getLong("seq"));
    }

    public static <F extends Fact> F fact(ResultSet row, Class<F> type) throws SQLException {
        return type.cast(Json.readFact(row.getString("type"), row.getString("body")));
    }
}
