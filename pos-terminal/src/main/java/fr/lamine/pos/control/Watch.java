package fr.lamine.pos.control;

import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.till.TechnicalEvent;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.store.TerminalStore.StartReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Writes down what happens to the till itself: its journal found changed, its clock set, its program replaced, its
/// office out of reach.
public final class Watch implements AutoCloseable {

    private static final Duration PACE = Duration.ofMinutes(1);

    private final TerminalStore store;
    private final Function<Instant, Context> context;
    private final InstantSource clock;
    private final OfficeWatch office = new OfficeWatch();
    private Optional<Instant> lastLook = Optional.empty();
    private Optional<Thread> thread = Optional.empty();

    /// @param context of an entry that the machine makes by itself
    public Watch(TerminalStore store, Function<Instant, Context> context, InstantSource clock) {
        this.store = store;
        this.context = context;
        this.clock = clock;
    }

    /// What the start found, once it has found it.
    public void started(StartReport report) {
        Instant now = clock.instant();
        report.ended().ifPresent(_ -> note(TechnicalEvent.INTEGRITY_FAILURE, "Au démarrage : " + report.said(), now));
        report.before().ifPresent(before -> {
            ClockRule.jump(before.recordedAt(), now).ifPresent(detail -> note(TechnicalEvent.CLOCK_JUMP, detail, now));
            changedVersion(before, context.apply(now).appVersion())
                    .ifPresent(detail -> note(TechnicalEvent.VERSION_CHANGED, detail, now));
        });
        lastLook = Optional.of(now);
    }

    /// What an audit behind the running counter, or the talk with the office, found.
    public void found(String detail) {
        note(TechnicalEvent.INTEGRITY_FAILURE, detail, clock.instant());
    }

    /// Looks at clock and office once a minute until it is closed.
    ///
    /// @param reachable whether the office answered last time
    public Watch look(BooleanSupplier reachable) {
        thread = Optional.of(Thread.ofVirtual().name("watch").start(() -> {
            try {
                while (true) {
                    Thread.sleep(PACE);
                    look(reachable.getAsBoolean());
                }
            } catch (InterruptedException e) {
                // The counter closes.
                Thread.currentThread().interrupt();
            }
        }));
        return this;
    }

    void look(boolean reachable) {
        Instant now = clock.instant();
        lastLook.flatMap(before -> ClockRule.jump(before, now))
                .ifPresent(detail -> note(TechnicalEvent.CLOCK_JUMP, detail, now));
        lastLook = Optional.of(now);
        Optional<Instant> silentSince = office.silentSince();
        office.seen(reachable, now).ifPresent(event -> note(event, sinceWords(silentSince), now));
    }

    private void note(TechnicalEvent event, String detail, Instant now) {
        store.write(now, writing -> writing.append(new TillFact.TechnicalNoted(context.apply(now), event, detail)));
    }

    private static String sinceWords(Optional<Instant> since) {
        return since.map(at -> "Bureau hors d’atteinte depuis " + Entry.timeText(at))
                .orElse("");
    }

    private static Optional<String> changedVersion(Entry before, String now) {
        try {
            String was = Json.fact(before).context().appVersion();
            return was.equals(now) ? Optional.empty() : Optional.of("De la version " + was + " à la version " + now);
        } catch (Json.Unreadable e) {
            // An entry that cannot be read was written by another version than this one.
            return Optional.of("D’une version inconnue à la version " + now);
        }
    }

    @Override
    public void close() {
        thread.ifPresent(Thread::interrupt);
    }
}
