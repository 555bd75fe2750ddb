package fr.lamine.backoffice.receipt;

import fr.lamine.backoffice.catalog.CatalogDao;
import fr.lamine.backoffice.fact.EntryDao;
import fr.lamine.backoffice.fact.StoredEntry;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.receipt.Issue;
import fr.lamine.model.receipt.ReceiptLine;
import fr.lamine.model.receipt.ReceiptText;
import fr.lamine.model.site.TerminalId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The text of a sale's receipt, as the office shows and sends it.
///
/// @param ticket its number
record Electronic(long ticket, List<ReceiptLine> lines) {

    /// Empty while the sale is not here, and for an entry that is no sale.
    ///
    /// @param hashStart beginning of the entry's hash
    static Optional<Electronic> of(Handle handle, TerminalId terminal, int generation, long seq, String hashStart) {
        return EntryDao.find(handle, terminal, generation, seq, hashStart)
                .flatMap(stored -> sale(stored).map(sale -> of(handle, stored.entry(), sale)));
    }

    private static Optional<Sale> sale(StoredEntry stored) {
        return stored.fact().filter(Sale.class::isInstance).map(Sale.class::cast);
    }

    private static Electronic of(Handle handle, Entry entry, Sale sale) {
        Catalog catalog = CatalogDao.at(handle, sale.context().referenceRevision())
                .or(() -> CatalogDao.current(handle))
                .map(CatalogDao.Dated::catalog)
                .orElseGet(StartingCatalog::read);
        return new Electronic(
                sale.ticket(),
                ReceiptText.of(entry, sale, catalog, kind(handle, entry.terminal()), new Issue.Electronic()));
    }

    private static JournalKind kind(Handle handle, TerminalId terminal) {
        return handle.createQuery("SELECT kind FROM terminal WHERE terminal = :terminal")
                .bind("terminal", terminal.code())
                .map((row, _) -> JournalKind.valueOf(row.getString(1)))
                .one();
    }
}
