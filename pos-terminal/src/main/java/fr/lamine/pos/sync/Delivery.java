package fr.lamine.pos.sync;

import fr.lamine.model.journal.Head;

/// How far the delivery of one generation is.
public sealed interface Delivery {

    /// The office has not been asked yet where it stands.
    record Unasked() implements Delivery {}

    /// The office's head is not an entry of ours: looking for the last entry that both sides share.
    ///
    /// @param office  the office's head
    /// @param common  a number up to which both are the same
    /// @param differs a number, above `common`, at which they are not
    record Searching(Head office, long common, long differs) implements Delivery {

        /// The number to ask about next: our own last one first, then halfway.
        long probe(long ownLast) {
            return differs == ownLast + 1 ? ownLast : common + (differs - common) / 2;
        }
    }

    /// The office holds everything up to and including this number.
    record From(long after) implements Delivery {}

    /// The office does not take the entry after this number; only a person can tell why.
    record Refused(long after) implements Delivery {}
}
