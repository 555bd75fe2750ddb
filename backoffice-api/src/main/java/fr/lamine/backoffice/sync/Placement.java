package fr.lamine.backoffice.sync;

import fr.lamine.backoffice.journal.JournalDao.Held;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Judge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the entries of one batch belong: on the journal itself, or on a branch that forked away from it.
final class Placement {

    private static final int BRANCH_NAME = 8;

    /// What to do with an entry.
    sealed interface Place {
        /// Verify and store it on this journal.
        record Onto(JournalId journal) implements Place {}

        /// It is already kept on this journal.
        record Known(JournalId journal) implements Place {}

        /// Entries before it are missing.
        record Missing() implements Place {}
    }

    private final JournalId main;
    private final Map<JournalId, Head> heads = new LinkedHashMap<>();
    private final Map<JournalId, Head> moved = new LinkedHashMap<>();
    private final List<Held> held;

    /// @param heads of the generation and its branches
    /// @param held  entries of the generation and its branches under the numbers of the batch and the one before
    Placement(JournalId main, Collection<Head> heads, Collection<Held> held) {
        this.main = main;
        heads.forEach(h -> this.heads.put(h.journal(), h));
        this.heads.putIfAbsent(main, Head.empty(main));
        this.held = new ArrayList<>(held);
    }

    Place place(Entry entry) {
        Judge.Verdict verdict = Judge.judge(heads.get(main), entry, seq -> hashAt(main, seq));
        return switch (verdict) {
            case NEXT -> new Place.Onto(main);
            case KNOWN -> new Place.Known(main);
            case FORK, GAP -> onBranch(entry).or(() -> newBranch(entry)).orElseGet(Place.Missing::new);
        };
    }

    /// A branch begins after an entry that is kept here, on the journal or on a branch of it; one that would begin in
    /// mid-air misses what comes before.
    private Optional<Place> newBranch(Entry entry) {
        boolean follows = entry.seq() == 1
                || held.stream()
                        .anyMatch(h -> h.seq() == entry.seq() - 1 && h.hash().equals(entry.prevHash()));
        return follows
                ? Optional.of(new Place.Onto(main.branch(entry.hash().substring(0, BRANCH_NAME))))
                : Optional.empty();
    }

    void stored(JournalId journal, Entry entry) {
        Head head = new Head(journal, entry.seq(), entry.hash());
        heads.put(journal, head);
        moved.put(journal, head);
        held.add(new Held(journal, entry.seq(), entry.hash()));
    }

    Head head() {
        return heads.get(main);
    }

    Head head(JournalId journal) {
        return heads.get(journal);
    }

    /// Heads that entries of this batch moved.
    Collection<Head> moved() {
        return moved.values();
    }

    private Optional<Place> onBranch(Entry entry) {
        for (Head head : heads.values()) {
            if (head.journal().equals(main)) {
                continue;
            }
            if (hashAt(head.journal(), entry.seq()).filter(entry.hash()::equals).isPresent()) {
                return Optional.of(new Place.Known(head.journal()));
            }
            if (entry.seq() == head.seq() + 1 && entry.prevHash().equals(head.hash())) {
                return Optional.of(new Place.Onto(head.journal()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> hashAt(JournalId journal, long seq) {
        return held.stream()
                .filter(h -> h.journal().equals(journal) && h.seq() == seq)
                .map(Held::hash)
                .findFirst();
    }
}
