package fr.lamine.model.fact;

/// The identity of a fact: its journal and its number there, from 1. Text: `901/1/42`.
public record FactId(JournalId journal, long seq) implements Comparable<FactId> {

    public FactId {
        if (seq < 1) {
            throw new IllegalArgumentException("not a fact: " + journal + "/" + seq);
        }
    }

    /// @throws IllegalArgumentException when the text names no fact
    public static FactId parse(String text) {
        int slash = text.lastIndexOf('/');
        String seq = text.substring(slash + 1);
        if (slash < 0 || !seq.matches("[1-9][0-9]*")) {
            throw new IllegalArgumentException("not a fact: " + text);
        }
        return new FactId(JournalId.parse(text.substring(0, slash)), Long.parseLong(seq));
    }

    @Override
    public int compareTo(FactId other) {
        int byJournal = journal.compareTo(other.journal);
        return byJournal != 0 ? byJournal : Long.compare(seq, other.seq);
    }

    @Override
    public String toString() {
        return journal + "/" + seq;
    }
}
