package fr.lamine.pos.station;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.pos.reference.Reference;
import fr.lamine.pos.store.Writing;
import org.jdbi.v3.core.Handle;

/// What a command has in its hands while it works: one transaction, the circumstances, the reference data.
public record Work(Writing writing, Context context, Reference reference) {

    public Handle sql() {
        return writing.sql();
    }

    /// The running books of the till, what this command has recorded included.
    public TillBook book() {
        return writing.book();
    }

    public Catalog catalog() {
        return reference.catalog();
    }
}
