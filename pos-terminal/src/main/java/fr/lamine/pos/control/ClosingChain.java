package fr.lamine.pos.control;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.fiscal.Running;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.pos.store.TerminalStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The closings of this till, found from the last one back: each names the one before it.
public final class ClosingChain {

    private static final int MOST = 5_000;

    private final TerminalStore store;

    public ClosingChain(TerminalStore store) {
        this.store = store;
    }

    /// @param fact the closing that the entry holds
    public record Closed(FactId id, TillFact.Closing fact) {}

    /// The last closings of a kind, the newest first.
    public List<Closed> last(ClosingKind kind, int limit) {
        return back(kind).limit(limit).toList();
    }

    /// What an archive of a period spans; a day may have been closed more than once.
    ///
    /// @param before the closing before the period, empty when the journal begins in it
    record Span(Optional<FactId> before, FactId last) {}

    /// @param period `2026-11-23`, `2026-11` or `2026`
    Optional<Span> of(String period) {
        List<Closed> found = new ArrayList<>();
        for (ClosingKind kind : ClosingKind.values()) {
            if (kind.isPeriod(period)) {
                back(kind)
                        .takeWhile(c -> c.fact().period().compareTo(period) >= 0)
                        .filter(c -> c.fact().period().equals(period))
                        .forEach(found::add);
            }
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(
                        found.getLast().fact().previous(), found.getFirst().id()));
    }

    private Stream<Closed> back(ClosingKind kind) {
        TillBook book = store.book();
        Running running = switch (kind) {
            case DAY -> book.day();
            case MONTH -> book.month();
            case YEAR -> book.year();
        };
        return Stream.iterate(
                        closed(running.previous()),
                        Optional::isPresent,
                        c -> closed(c.get().fact().previous()))
                .limit(MOST)
                .flatMap(Optional::stream);
    }

    private Optional<Closed> closed(Optional<FactId> id) {
        return id.flatMap(at -> store.fact(at)
                .filter(TillFact.Closing.class::isInstance)
                .map(fact -> new Closed(at, (TillFact.Closing) fact)));
    }
}
