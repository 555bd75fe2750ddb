package fr.lamine.pos.sync;

import fr.lamine.model.journal.Head;
import fr.lamine.model.sync.JournalAnswer;
import java.util.Optional;

/// What came back for an [Ask].
public sealed interface Reply {

    record SignedIn() implements Reply {}

    /// The office does not know the key, or the session is over.
    record NotSignedIn() implements Reply {}

    record HeadIs(Head head) implements Reply {}

    record EntryIs(Optional<Head> head) implements Reply {}

    /// @param lastSent number of the last entry of the batch
    record Took(JournalAnswer answer, long lastSent) implements Reply {}

    /// The person is known there, or was erased there.
    record Told() implements Reply {}

    /// @param epoch    of the office
    /// @param complete nothing more is waiting there
    record ReferenceTaken(String epoch, boolean complete) implements Reply {}

    /// The office does not understand: only a person can tell why.
    record Misunderstood() implements Reply {}

    /// No answer, or none in time. What was asked may have been done.
    record Lost() implements Reply {}
}
