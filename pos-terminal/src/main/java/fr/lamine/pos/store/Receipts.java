package fr.lamine.pos.store;

import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Json;
import fr.lamine.model.sync.Receipt;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The office's word on how far it holds this terminal's journals: kept for ever, and handed out with archives.
public final class Receipts {

    private Receipts() {}

    public static void keep(Handle sql, Receipt receipt) {
        sql.execute(
                "INSERT OR REPLACE INTO receipt (journal, seq, receipt) VALUES (?, ?, ?)",
                receipt.head().journal().toString(),
                receipt.head().seq(),
                Json.write(receipt));
    }

    static Optional<Receipt> last(Handle sql, JournalId journal) {
        return sql.createQuery("SELECT receipt FROM receipt WHERE journal = :journal ORDER BY seq DESC LIMIT 1")
                .bind("journal", journal.toString())
                .mapTo(String.class)
                .map(text -> Json.read(text, Receipt.class))
                .findOne();
    }

    static List<Receipt> between(Handle sql, JournalId journal, long from, long to) {
        return sql.createQuery("""
                        SELECT receipt FROM receipt WHERE journal = :journal AND seq BETWEEN :from AND :to
                        ORDER BY seq""")
                .bind("journal", journal.toString())
                .bind("from", from)
                .bind("to", to)
                .mapTo(String.class)
                .map(text -> Json.read(text, Receipt.class))
                .list();
    }
}
