package fr.lamine.pos.store;

import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.journal.Head;

/// What the start of a terminal finds in its store.
sealed interface StartFinding {

    /// Nothing was ever recorded here.
    record Fresh() implements StartFinding {}

    /// Store and head file agree, or differ by the one entry that a crash may leave unwitnessed.
    ///
    /// @param mend true when the head file must be written again
    record Sound(boolean mend) implements StartFinding {}

    /// The generation cannot go on.
    ///
    /// @param last the last entry that anything here knows of
    record Ended(ContinueCause cause, Head last) implements StartFinding {}
}
