package fr.lamine.model.sync;

import fr.lamine.model.journal.Head;
import java.util.Optional;

/// The office's answer to a batch: always where it stands. The terminal resumes after `head`, even when that went back.
///
/// @param head    the office's head of the generation sent
/// @param branch  when the batch held a fork: head of the branch under which its entries are kept
/// @param receipt the office's signature under `head`
public record JournalAnswer(Result result, Head head, Optional<Head> branch, Optional<Receipt> receipt) {

    public enum Result {
        /// All entries are stored, now or before.
        TAKEN,
        /// An entry contradicts the office's copy; it is stored under the branch. The generation has ended.
        FORK,
        /// Entries before the batch are missing; nothing was stored from the gap on.
        GAP,
        /// An entry's seal does not verify; it and what follows were not stored.
        BROKEN
    }
}
