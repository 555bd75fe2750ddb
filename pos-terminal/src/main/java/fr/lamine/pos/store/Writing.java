package fr.lamine.pos.store;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.FactTypes;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.sale.PerpetualTotals;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// One transaction of the store: facts recorded and state changed in it are committed together. Valid only inside
/// [TerminalStore#write].
public final class Writing {

    private final Handle handle;
    private final Instant now;
    private final SigningKey key;
    private final TillBook before;
    private Head head;
    private TillBook book;
    private Optional<FactId> last = Optional.empty();

    Writing(Handle handle, Instant now, Standing standing, SigningKey key) {
        this.handle = handle;
        this.now = now;
        this.head = standing.head();
        this.before = standing.book();
        this.book = before;
        this.key = key;
    }

    public Handle sql() {
        return handle;
    }

    public Instant now() {
        return now;
    }

    /// Seals a fact as the next entry and posts it to what is read from the journal.
    public FactId append(Fact fact) {
        Entry entry = Chain.seal(head, now, FactTypes.typeOf(fact), Json.writeFact(fact), key);
        JournalTable.insert(handle, entry);
        Projections.apply(handle, entry.id(), fact);
        book = book.after(entry.id(), fact);
        head = head.after(entry);
        last = Optional.of(entry.id());
        return entry.id();
    }

    /// The numbers given so far, this transaction's included.
    public PerpetualTotals totals() {
        return book.perpetual();
    }

    /// The running books of this till, this transaction's facts included.
    public TillBook book() {
        return book;
    }

    /// The code that the next label gets; it is given by appending the `Labelled` that bears it.
    public ItemCode nextItemCode() {
        return ItemCode.of(head.journal().terminal(), totals().afterLabel().labels());
    }

    /// The identity that the next fact gets.
    public FactId nextId() {
        return new FactId(head.journal(), head.seq() + 1);
    }

    /// Keeps the books, once for all that was recorded.
    Standing end() {
        if (!book.equals(before)) {
            Projections.keep(handle, book);
        }
        return new Standing(head, book);
    }

    boolean hasRecorded() {
        return last.isPresent();
    }
}
