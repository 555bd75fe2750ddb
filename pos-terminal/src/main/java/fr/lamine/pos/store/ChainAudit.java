package fr.lamine.pos.store;

import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.ContinueCause;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads the whole journal again behind the running counter, at its start: a generation that is broken further back
/// than the start looks is ended like any other.
public final class ChainAudit {

    private final TerminalStore store;
    private final Supplier<Context> context;
    private final Thread thread = Thread.ofVirtual().name("audit").unstarted(this::run);
    private volatile int checked;
    private volatile Optional<Integer> broken = Optional.empty();

    /// @param context of the entry that begins a generation, if one is needed
    public ChainAudit(TerminalStore store, Supplier<Context> context) {
        this.store = store;
        this.context = context;
    }

    public ChainAudit start() {
        thread.start();
        return this;
    }

    /// Generations read so far.
    public int checked() {
        return checked;
    }

    /// The first generation found not to be as it was sealed.
    public Optional<Integer> broken() {
        return broken;
    }

    public void join() throws InterruptedException {
        thread.join();
    }

    private void run() {
        List<Integer> generations = store.generations();
        for (int generation : generations) {
            if (!store.isSound(generation)) {
                broken = broken.or(() -> Optional.of(generation));
                store.endGeneration(context.get(), generation, ContinueCause.CHAIN_BROKEN, Optional.empty());
            }
            checked++;
        }
    }
}
