package fr.lamine.model.sync;

import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.journal.Keys.VerifyingKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The office's word that it holds a journal up to a head: the terminal keeps it and exports it.
///
/// @param keyId     of the office's key
/// @param signature over `lamine-receipt-1`, journal, seq, hash and time, a line each
public record Receipt(Head head, Instant at, String keyId, String signature) {

    public Receipt {
        if (!at.equals(at.truncatedTo(ChronoUnit.MILLIS)) || signature.length() > 200) {
            throw new IllegalArgumentException("time or signature of a receipt out of bounds");
        }
    }

    public static Receipt sign(Head head, Instant now, SigningKey officeKey) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        return new Receipt(head, at, officeKey.verifyingKey().keyId(), officeKey.sign(text(head, at)));
    }

    public boolean isSignedBy(VerifyingKey officeKey) {
        return officeKey.keyId().equals(keyId) && officeKey.verifies(text(head, at), signature);
    }

    private static String text(Head head, Instant at) {
        return String.join(
                "\n",
                "lamine-receipt-1",
                head.journal().toString(),
                Long.toString(head.seq()),
                head.hash(),
                Entry.timeText(at));
    }
}
