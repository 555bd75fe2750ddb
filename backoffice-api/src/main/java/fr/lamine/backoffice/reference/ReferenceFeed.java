package fr.lamine.backoffice.reference;

import fr.lamine.backoffice.catalog.CatalogDao;
import fr.lamine.backoffice.catalog.RevisionDao;
import fr.lamine.backoffice.catalog.RevisionDao.State;
import fr.lamine.backoffice.item.ItemFeedDao;
import fr.lamine.backoffice.item.ItemFeedDao.Changed;
import fr.lamine.backoffice.journal.JournalDao;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.ReceiptWays;
import fr.lamine.model.sync.ReferenceAnswer;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What a terminal is told of the reference data. Many items come over several answers: a terminal asks again until
/// the revision stays the same.
public final class ReferenceFeed {

    static final int ITEMS = 2_000;

    private final OfficeJournal office;
    private final EpochFile epochFile;
    private final ReceiptWays receipts;

    public ReferenceFeed(OfficeJournal office, EpochFile epochFile) {
        this(office, epochFile, ReceiptWays.NONE);
    }

    public ReferenceFeed(OfficeJournal office, EpochFile epochFile, ReceiptWays receipts) {
        this.office = office;
        this.epochFile = epochFile;
        this.receipts = receipts;
    }

    /// @param handle in a transaction that sees one state of the database throughout
    /// @param epoch  that the terminal holds, if it holds any
    /// @param since  revision of the last answer it holds
    public ReferenceAnswer answer(Handle handle, TerminalId terminal, Optional<String> epoch, long since) {
        State state = RevisionDao.state(handle);
        boolean whole = since == 0
                || since > state.revision()
                || epoch.filter(state.epoch()::equals).isEmpty();
        long from = whole ? 0 : since;
        Changed items = ItemFeedDao.changed(handle, from, state.revision(), ITEMS);
        Optional<CatalogDao.Dated> catalog = CatalogDao.current(handle);
        epochFile.note(state);
        return new ReferenceAnswer(
                state.epoch(),
                items.revision(),
                whole,
                JournalDao.latest(handle, terminal),
                catalog.map(CatalogDao.Dated::revision).orElse(0L),
                catalog.filter(c -> whole || c.revision() > from).map(CatalogDao.Dated::catalog),
                whole || state.operators() > from ? Optional.of(OperatorDao.all(handle)) : Optional.empty(),
                List.copyOf(items.items()),
                office.head(handle),
                receipts);
    }
}
