package fr.lamine.pos.store;

import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.journal.Head;
import org.jdbi.v3.core.Handle;

/// Where the journal and the books stand after the last entry.
record Standing(Head head, TillBook book) {

    /// Of a store whose journal is open.
    static Standing of(Handle handle) {
        return new Standing(JournalTable.head(handle).orElseThrow(), Projections.book(handle));
    }

    HeadWitness witness() {
        return new HeadWitness(head, book.perpetual());
    }
}
