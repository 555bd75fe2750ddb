package fr.lamine.pos.sync;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the state machine may know of this terminal's own journals; never empty.
public interface LocalJournals {

    /// Ascending; the last one runs.
    List<Integer> generations();

    long lastSeq(int generation);

    /// Hash of an own entry; empty for a number that was not given here.
    Optional<String> hashAt(int generation, long seq);

    /// Generations whose keys are here and may sign in, ascending; more than [#generations] when a store was lost.
    default List<Integer> keyed() {
        return generations();
    }

    /// A person whom the office is to be told of next.
    default Optional<UUID> untold() {
        return Optional.empty();
    }

    default int running() {
        return generations().getLast();
    }
}
