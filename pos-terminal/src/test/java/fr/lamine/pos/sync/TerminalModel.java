package fr.lamine.pos.sync;

import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.site.TerminalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// The journals of a terminal, in memory, that can be put back from a copy.
final class TerminalModel implements LocalJournals {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final TerminalId terminal;
    private final TreeMap<Integer, List<Entry>> journals = new TreeMap<>();
    private SigningKey key = SigningKey.generate();
    private final Set<UUID> persons = new LinkedHashSet<>();
    private int recorded;

    TerminalModel(TerminalId terminal) {
        this.terminal = terminal;
        begin(1);
    }

    private void begin(int generation) {
        journals.put(generation, new ArrayList<>());
        record();
    }

    void nextGeneration() {
        key = SigningKey.generate();
        begin(running() + 1);
    }

    void note(UUID person) {
        persons.add(person);
    }

    void forget(UUID person) {
        persons.remove(person);
    }

    @Override
    public Optional<UUID> untold() {
        return persons.stream().findFirst();
    }

    void record() {
        recorded++;
        List<Entry> entries = journals.lastEntry().getValue();
        JournalId journal = JournalId.of(terminal, running());
        Head head = entries.isEmpty()
                ? Head.empty(journal)
                : new Head(journal, entries.getLast().seq(), entries.getLast().hash());
        entries.add(Chain.seal(head, NOW, "thing.1", "{\"n\":" + recorded + "}", key));
    }

    String keyIdOf(int generation) {
        return journals.get(generation).getFirst().keyId();
    }

    List<Entry> after(int generation, long seq, int limit) {
        return journals.get(generation).stream()
                .filter(e -> e.seq() > seq)
                .limit(limit)
                .toList();
    }

    List<Entry> all() {
        return journals.values().stream().flatMap(List::stream).toList();
    }

    record Copy(Map<Integer, List<Entry>> journals, SigningKey key) {}

    Copy backup() {
        Map<Integer, List<Entry>> copy = new TreeMap<>();
        journals.forEach((generation, entries) -> copy.put(generation, List.copyOf(entries)));
        return new Copy(copy, key);
    }

    void restore(Copy copy) {
        journals.clear();
        copy.journals().forEach((generation, entries) -> journals.put(generation, new ArrayList<>(entries)));
        key = copy.key();
    }

    @Override
    public List<Integer> generations() {
        return List.copyOf(journals.keySet());
    }

    @Override
    public long lastSeq(int generation) {
        return journals.get(generation).getLast().seq();
    }

    @Override
    public Optional<String> hashAt(int generation, long seq) {
        return journals.getOrDefault(generation, List.of()).stream()
                .filter(e -> e.seq() == seq)
                .map(Entry::hash)
                .findFirst();
    }
}
