package fr.lamine.pos.sync;

import java.util.UUID;

/// What the terminal asks of the office next.
public sealed interface Ask {

    /// @param generation whose key signs
    record SignIn(int generation) implements Ask {}

    record HeadOf(int generation) implements Ask {}

    record EntryAt(int generation, long seq) implements Ask {}

    /// Entries after a number, as many as one batch holds.
    record Send(int generation, long after) implements Ask {}

    /// A person beside a fact, by the number in the outbox.
    record Tell(UUID person) implements Ask {}

    record Reference() implements Ask {}

    /// All is said, until something new happens.
    record Nothing() implements Ask {}
}
