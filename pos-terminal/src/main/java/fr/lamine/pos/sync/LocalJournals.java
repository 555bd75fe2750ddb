package fr.lamine.pos.sync;

import java.util.List;
import java.util.Optional;

/// What the state machine may know of this terminal's own journals; never empty.
public interface LocalJournals {

    /// Ascending; the last one runs.
    List<Integer> generations();

    long lastSeq(int generation);

    /// Hash of an own entry; empty for a number that was not given here.
    Optional<String> hashAt(int generation, long seq);

    default int running() {
        return generations().getLast();
    }
}
