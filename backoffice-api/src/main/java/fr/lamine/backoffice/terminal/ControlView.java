package fr.lamine.backoffice.terminal;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.till.ClosingKind;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What a controller is shown of one terminal, as the office holds it.
///
/// @param version of the program that wrote the last entry; empty when that cannot be read
public record ControlView(
        Names names,
        ControlDao.Enrolled terminal,
        List<ControlDao.Journal> journals,
        Optional<String> version,
        List<ControlDao.Closed> closings) {

    private static final int CLOSINGS = 10;

    static Optional<ControlView> of(Handle handle, TerminalId terminal) {
        return ControlDao.find(handle, terminal).map(enrolled -> {
            List<ControlDao.Journal> journals = ControlDao.journals(handle, terminal);
            return new ControlView(
                    Names.of(handle),
                    enrolled,
                    journals,
                    journals.stream().findFirst().flatMap(j -> ControlDao.version(handle, j.head())),
                    ControlDao.closings(handle, terminal, CLOSINGS));
        });
    }

    /// Copies of the journal that contradict it.
    public long branches() {
        return journals.stream()
                .filter(j -> j.head().journal().branch().isPresent())
                .count();
    }

    /// The period that the command names as an example: the last day closed, or everything.
    public String period() {
        return closings.stream()
                .filter(c -> c.fact().kind() == ClosingKind.DAY)
                .map(c -> c.fact().period())
                .findFirst()
                .orElse("tout");
    }

    public String command() {
        return "./lamine verify archive.zip --key " + terminal.firstKey().fingerprint();
    }
}
