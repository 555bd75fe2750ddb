package fr.lamine.pos.sync;

import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Judge;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.JournalAnswer;
import fr.lamine.model.sync.JournalAnswer.Result;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// An office that keeps what it is sent and does nothing else: enough to tell whether everything arrives, once.
final class OfficeModel {

    private final TerminalId terminal;
    private final Map<JournalId, List<Entry>> journals = new LinkedHashMap<>();
    private final Set<UUID> persons = new HashSet<>();
    private int epoch = 1;

    OfficeModel(TerminalId terminal) {
        this.terminal = terminal;
    }

    void tell(UUID person) {
        persons.add(person);
    }

    Set<UUID> persons() {
        return Set.copyOf(persons);
    }

    String epoch() {
        return "e" + epoch;
    }

    /// Whether the key of a generation is known: the first one by enrolment, others by their opening entry.
    boolean knowsKeyOf(int generation, String keyId) {
        return generation == 1
                || journals.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(e -> e.seq() == 1 && e.keyId().equals(keyId));
    }

    Head head(int generation) {
        return headOf(JournalId.of(terminal, generation));
    }

    Optional<Head> entryAt(int generation, long seq) {
        JournalId main = JournalId.of(terminal, generation);
        return hashAt(main, seq).map(hash -> new Head(main, seq, hash));
    }

    JournalAnswer take(List<Entry> batch) {
        JournalId main = batch.getFirst().journal();
        Optional<JournalId> branch = Optional.empty();
        Result result = Result.TAKEN;
        for (Entry entry : batch) {
            Optional<JournalId> place = place(main, entry);
            if (place.isEmpty()) {
                result = Result.GAP;
                break;
            }
            List<Entry> kept = journals.computeIfAbsent(place.get(), _ -> new ArrayList<>());
            if (kept.stream().noneMatch(e -> e.hash().equals(entry.hash()))) {
                kept.add(entry);
            }
            if (place.get().branch().isPresent()) {
                branch = place;
                result = Result.FORK;
            }
        }
        return new JournalAnswer(result, headOf(main), branch.map(this::headOf), Optional.empty());
    }

    private Optional<JournalId> place(JournalId main, Entry entry) {
        return switch (Judge.judge(headOf(main), entry, seq -> hashAt(main, seq))) {
            case NEXT, KNOWN -> Optional.of(main);
            case FORK, GAP -> branchOf(main, entry).or(() -> newBranch(main, entry));
        };
    }

    private Optional<JournalId> branchOf(JournalId main, Entry entry) {
        return journals.keySet().stream()
                .filter(j -> j.generation() == main.generation() && j.branch().isPresent())
                .filter(j -> hashAt(j, entry.seq()).filter(entry.hash()::equals).isPresent()
                        || headOf(j).seq() + 1 == entry.seq()
                                && headOf(j).hash().equals(entry.prevHash()))
                .findFirst();
    }

    /// A branch begins after an entry that is kept here.
    private Optional<JournalId> newBranch(JournalId main, Entry entry) {
        boolean follows = entry.seq() == 1
                || journals.keySet().stream()
                        .filter(j -> j.generation() == main.generation())
                        .anyMatch(j -> hashAt(j, entry.seq() - 1)
                                .filter(entry.prevHash()::equals)
                                .isPresent());
        return follows ? Optional.of(main.branch(entry.hash().substring(0, 8))) : Optional.empty();
    }

    private Head headOf(JournalId journal) {
        List<Entry> kept = journals.getOrDefault(journal, List.of());
        return kept.isEmpty()
                ? Head.empty(journal)
                : new Head(journal, kept.getLast().seq(), kept.getLast().hash());
    }

    private Optional<String> hashAt(JournalId journal, long seq) {
        return journals.getOrDefault(journal, List.of()).stream()
                .filter(e -> e.seq() == seq)
                .map(Entry::hash)
                .findFirst();
    }

    /// Branches that left another branch, beyond or beside the journal.
    long forksOfForks() {
        return journals.values().stream()
                .map(List::getFirst)
                .filter(first -> first.seq() > 1)
                .filter(first -> journals.entrySet().stream()
                        .filter(j -> j.getKey().branch().isPresent())
                        .filter(j -> j.getKey().generation() == first.generation())
                        .anyMatch(j -> hashAt(j.getKey(), first.seq() - 1)
                                .filter(first.prevHash()::equals)
                                .isPresent()))
                .count();
    }

    long copiesOf(String hash) {
        return all().stream().filter(e -> e.hash().equals(hash)).count();
    }

    List<Entry> all() {
        return journals.values().stream().flatMap(List::stream).toList();
    }

    Map<JournalId, List<Entry>> backup() {
        Map<JournalId, List<Entry>> copy = new LinkedHashMap<>();
        journals.forEach((journal, entries) -> copy.put(journal, List.copyOf(entries)));
        return copy;
    }

    void restore(Map<JournalId, List<Entry>> backup) {
        journals.clear();
        backup.forEach((journal, entries) -> journals.put(journal, new ArrayList<>(entries)));
        epoch++;
    }
}
