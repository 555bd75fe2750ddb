package fr.lamine.pos.sync;

import fr.lamine.model.journal.Head;
import fr.lamine.pos.person.PersonOutbox;
import fr.lamine.pos.store.TerminalStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// The journals of this terminal's store.
///
/// @param passedBy persons whom the office did not take, until the next start
record StoredJournals(TerminalStore store, Set<UUID> passedBy) implements LocalJournals {

    @Override
    public Optional<UUID> untold() {
        return store.read(PersonOutbox::waiting).stream()
                .filter(uuid -> !passedBy.contains(uuid))
                .findFirst();
    }

    @Override
    public List<Integer> generations() {
        return store.generations();
    }

    @Override
    public List<Integer> keyed() {
        return IntStream.rangeClosed(1, running())
                .filter(generation -> store.key(generation).isPresent())
                .boxed()
                .toList();
    }

    @Override
    public long lastSeq(int generation) {
        return store.headOf(generation).map(Head::seq).orElse(0L);
    }

    @Override
    public Optional<String> hashAt(int generation, long seq) {
        return store.hashAt(generation, seq);
    }
}
