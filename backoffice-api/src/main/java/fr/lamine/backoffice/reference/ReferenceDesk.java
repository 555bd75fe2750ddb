package fr.lamine.backoffice.reference;

import fr.lamine.backoffice.catalog.CatalogDao;
import fr.lamine.backoffice.catalog.RevisionDao;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.Operator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Where managers change what counters go by. A catalog is a fact; operators are small records beside the facts, since
/// a name must stay erasable.
public final class ReferenceDesk {

    private final OfficeJournal office;

    public ReferenceDesk(OfficeJournal office) {
        this.office = office;
    }

    public Optional<CatalogDao.Dated> catalog(Handle handle) {
        return CatalogDao.current(handle);
    }

    /// @return the revision from which counters go by this catalog
    public long setCatalog(Handle handle, OperatorCode manager, Catalog catalog, Instant now) {
        office.lock(handle);
        long revision = RevisionDao.next(handle);
        office.append(handle, new Fact.ReferenceChanged(office.context(handle, manager, now), revision, catalog), now);
        return revision;
    }

    public List<Operator> operators(Handle handle) {
        return OperatorDao.all(handle);
    }

    /// Adds a person, or changes one under the same code.
    public void putOperator(Handle handle, Operator operator) {
        OperatorDao.put(handle, operator);
        RevisionDao.nextForOperators(handle);
    }

    public void removeOperator(Handle handle, OperatorCode code) {
        OperatorDao.remove(handle, code);
        RevisionDao.nextForOperators(handle);
    }
}
