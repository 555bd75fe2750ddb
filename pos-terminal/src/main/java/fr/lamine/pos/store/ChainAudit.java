package fr.lamine.pos.store;

import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads the whole journal again behind the running counter, at its start: a generation that is broken further back
/// than the start looks is ended like any other.
public final class ChainAudit {

    private final TerminalStore store;
    private final Supplier<Context> context;
    private final Consumer<String> listener;
    private final Thread thread = Thread.ofVirtual().name("audit").unstarted(this::run);
    private volatile int checked;
    private volatile Optional<Integer> broken = Optional.empty();

    /// @param context of the entry that begins a generation, if one is needed
    /// @param listener told once of each generation that is found broken: what is wrong, in French
    public ChainAudit(TerminalStore store, Supplier<Context> context, Consumer<String> listener) {
        this.listener = listener;
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

    /// A generation that was ended because it was broken is no news at every further start.
    private boolean isKnown(int generation) {
        return store.generations().stream()
                .filter(later -> later > generation)
                .findFirst()
                .flatMap(later ->
                        store.fact(new FactId(JournalId.of(store.identity().terminal(), later), 1)))
                .filter(fact -> fact instanceof Fact.JournalContinues c
                        && c.previousGeneration() == generation
                        && c.cause() == ContinueCause.CHAIN_BROKEN)
                .isPresent();
    }

    private void run() {
        List<Integer> generations = store.generations();
        for (int generation : generations) {
            Optional<String> unsound = store.unsound(generation);
            if (unsound.isPresent()) {
                broken = broken.or(() -> Optional.of(generation));
                boolean ended =
                        store.endGeneration(context.get(), generation, ContinueCause.CHAIN_BROKEN, Optional.empty());
                if (ended || !isKnown(generation)) {
                    listener.accept(unsound.get());
                }
            }
            checked++;
        }
    }
}
