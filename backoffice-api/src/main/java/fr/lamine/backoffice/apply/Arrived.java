package fr.lamine.backoffice.apply;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Entry;

/// A stored entry whose fact is to be applied.
///
/// @param journal the journal that keeps it: the entry's own, or a branch of it
/// @param kind    of the terminal, as the office enrolled it
public record Arrived(JournalId journal, Entry entry, JournalKind kind) {

    public FactId id() {
        return new FactId(journal, entry.seq());
    }
}
