package fr.lamine.hardware.cardterminal;

import fr.lamine.model.money.Money;
import java.time.Duration;

/// Takes one payment at a time.
public interface CardTerminal extends AutoCloseable {

    /// Blocks until the terminal has answered or `patience` is over. `amount` is positive; `reference` (at most 12
    /// digits) comes back in the answer and lets a doubt be cleared.
    CardResult pay(Money amount, String reference, Duration patience);

    /// Waits no longer for the payment under way, from whichever thread: its result is [CardResult.Unknown]. The
    /// terminal itself is not told, only its own red key stops it.
    void giveUp();

    /// Whether it can be reached now; nothing is sent. While a payment is under way it is not disturbed.
    boolean isThere();

    @Override
    void close();
}
