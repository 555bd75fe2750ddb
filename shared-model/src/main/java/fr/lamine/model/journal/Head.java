package fr.lamine.model.journal;

import fr.lamine.model.fact.JournalId;

/// Where a journal stands: the number and hash of its last entry; seq 0 and 64 zeros before the first.
public record Head(JournalId journal, long seq, String hash) {

    public static final String NO_HASH = "0".repeat(64);

    public Head {
        if (seq < 0 || !hash.matches("[0-9a-f]{64}") || seq == 0 && !hash.equals(NO_HASH)) {
            throw new IllegalArgumentException("not a head: " + seq + " " + hash);
        }
    }

    public static Head empty(JournalId journal) {
        return new Head(journal, 0, NO_HASH);
    }

    public Head after(Entry entry) {
        return new Head(journal, entry.seq(), entry.hash());
    }
}
