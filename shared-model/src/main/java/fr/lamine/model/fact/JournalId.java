package fr.lamine.model.fact;

import fr.lamine.model.site.TerminalId;
import java.util.Optional;

/// One journal: a generation of a terminal, or a branch of it that forked away and is kept under its own name.
/// Text: `901/1`, or `901/1~1a2b3c4d` for a branch (first 8 hex digits of the hash of its first entry).
public record JournalId(TerminalId terminal, int generation, Optional<String> branch) implements Comparable<JournalId> {

    public JournalId {
        if (generation < 1 || branch.isPresent() && !branch.get().matches("[0-9a-f]{8}")) {
            throw new IllegalArgumentException("not a journal: " + terminal + "/" + generation + " " + branch);
        }
    }

    public static JournalId of(TerminalId terminal, int generation) {
        return new JournalId(terminal, generation, Optional.empty());
    }

    public JournalId branch(String name) {
        return new JournalId(terminal, generation, Optional.of(name));
    }

    /// @throws IllegalArgumentException when the text names no journal
    public static JournalId parse(String text) {
        int slash = text.indexOf('/');
        int tilde = text.indexOf('~');
        if (slash < 0) {
            throw new IllegalArgumentException("not a journal: " + text);
        }
        String generation = text.substring(slash + 1, tilde < 0 ? text.length() : tilde);
        return new JournalId(
                new TerminalId(text.substring(0, slash)),
                Integer.parseInt(generation),
                tilde < 0 ? Optional.empty() : Optional.of(text.substring(tilde + 1)));
    }

    @Override
    public int compareTo(JournalId other) {
        int byTerminal = terminal.compareTo(other.terminal);
        int byGeneration = Integer.compare(generation, other.generation);
        return byTerminal != 0
                ? byTerminal
                : byGeneration != 0 ? byGeneration : branch.orElse("").compareTo(other.branch.orElse(""));
    }

    @Override
    public String toString() {
        return terminal + "/" + generation + branch.map(b -> "~" + b).orElse("");
    }
}
