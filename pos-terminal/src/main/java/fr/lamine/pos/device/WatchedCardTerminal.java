package fr.lamine.pos.device;

import fr.lamine.hardware.cardterminal.CardResult;
import fr.lamine.hardware.cardterminal.CardTerminal;
import fr.lamine.model.money.Money;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A card terminal with what is known of its link. While it is away it is looked for; once it is there it is left in
/// peace, for some take one connection at a time.
final class WatchedCardTerminal implements CardTerminal {

    private static final long TURN_MILLIS = 10_000;
    private static final long CLOSING_MILLIS = 2_000;

    private final CardTerminal terminal;
    private final Runnable onChange;
    private final Semaphore asked = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private volatile Optional<Boolean> last = Optional.empty();

    WatchedCardTerminal(String name, CardTerminal terminal, Runnable onChange) {
        this.terminal = terminal;
        this.onChange = onChange;
        this.thread = Thread.ofVirtual().name("watch " + name).unstarted(this::watch);
    }

    void start() {
        thread.start();
    }

    /// Empty before its link was tried.
    Optional<Boolean> last() {
        return last;
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean there = isThere();
                if (there) {
                    asked.acquire();
                } else {
                    asked.tryAcquire(TURN_MILLIS, TimeUnit.MILLISECONDS);
                }
                asked.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean found(boolean there) {
        boolean changed = !last.equals(Optional.of(there));
        last = Optional.of(there);
        if (changed && !closed) {
            onChange.run();
        }
        return there;
    }

    @Override
    public boolean isThere() {
        return found(terminal.isThere());
    }

    @Override
    public CardResult pay(Money amount, String reference, Duration patience) {
        CardResult result = terminal.pay(amount, reference, patience);
        switch (result) {
            case CardResult.Paid _, CardResult.Declined _ -> found(true);
            case CardResult.Unreachable _ -> {
                found(false);
                asked.release();
            }
            case CardResult.Unknown _ -> asked.release();
        }
        return result;
    }

    @Override
    public void giveUp() {
        terminal.giveUp();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        terminal.close();
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
