package fr.lamine.backoffice.terminal;

import fr.lamine.backoffice.catalog.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The page of the terminals.
///
/// @param code    just made, shown once; empty otherwise
/// @param refusal why a code was not made; empty otherwise
/// @param form    what was typed
public record TerminalView(
        Names names,
        Instant now,
        List<TerminalListDao.Row> terminals,
        List<TerminalListDao.Waiting> waiting,
        String code,
        String refusal,
        Map<String, String> form) {

    private static final Duration SILENT = Duration.ofDays(2);
    private static final Duration LATE = Duration.ofMinutes(15);

    /// How long a terminal has said nothing.
    public enum Contact {
        NEVER,
        FRESH,
        LATE,
        SILENT
    }

    public Contact contact(TerminalListDao.Row terminal) {
        if (terminal.lastSeen().isEmpty()) {
            return Contact.NEVER;
        }
        Duration ago = Duration.between(terminal.lastSeen().get(), now);
        return ago.compareTo(SILENT) >= 0 ? Contact.SILENT : ago.compareTo(LATE) >= 0 ? Contact.LATE : Contact.FRESH;
    }

    public String typed(String field) {
        return form.getOrDefault(field, "");
    }
}
