package fr.lamine.backoffice.journal;

import fr.lamine.model.journal.Head;
import fr.lamine.model.sync.Receipt;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The receipts that the office gave.
public final class ReceiptDao {

    private ReceiptDao() {}

    public static Optional<Receipt> find(Handle handle, Head head) {
        return handle.createQuery("""
                SELECT at, key_id, signature FROM office_receipt
                WHERE journal = :journal AND seq = :seq AND hash = :hash""")
                .bind("journal", head.journal().toString())
                .bind("seq", head.seq())
                .bind("hash", head.hash())
                .map((row, _) -> new Receipt(head, row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3)))
                .findOne();
    }

    public static void add(Handle handle, Receipt receipt) {
        handle.createUpdate("""
                INSERT INTO office_receipt (journal, seq, hash, at, key_id, signature)
                VALUES (:journal, :seq, :hash, :at, :keyId, :signature) ON CONFLICT (journal, seq) DO NOTHING""")
                .bind("journal", receipt.head().journal().toString())
                .bind("seq", receipt.head().seq())
                .bind("hash", receipt.head().hash())
                .bind("at", receipt.at())
                .bind("keyId", receipt.keyId())
                .bind("signature", receipt.signature())
                .execute();
    }
}
