package fr.lamine.model.fact;

import fr.lamine.model.site.TerminalId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One journal: a generation of a terminal, or a branch of it that forked away and is kept under its own name.
/// Text: `901/1`, or `901/1~1a2b3c4d` for a branch (first 8 hex digits of the hash of its first entry).
public record JournalId(TerminalId terminal, int generation, Optional<String> branch) implements Comparable<JournalId> {

    private static final Pattern TEXT = Pattern.compile("([A-Z0-9]+)/([1-9][0-9]*)(?:~([0-9a-f]{8}))?");

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
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a journal: " + text);
        }
        return new JournalId(
                new TerminalId(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Optional.ofNullable(matcher.group(3)));
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
