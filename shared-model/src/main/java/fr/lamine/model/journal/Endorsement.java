package fr.lamine.model.journal;

import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.journal.Keys.VerifyingKey;

/// The word of a generation's key for the key of the next one.
public final class Endorsement {

    private Endorsement() {}

    public static String sign(JournalId next, VerifyingKey nextKey, SigningKey previous) {
        return previous.sign(text(next, nextKey));
    }

    public static boolean holds(JournalId next, VerifyingKey nextKey, VerifyingKey previous, String endorsement) {
        return previous.verifies(text(next, nextKey), endorsement);
    }

    private static String text(JournalId next, VerifyingKey nextKey) {
        return "lamine-next-key-1\n" + next + "\n" + nextKey.text();
    }
}
