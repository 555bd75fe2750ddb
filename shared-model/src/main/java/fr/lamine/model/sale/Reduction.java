package fr.lamine.model.sale;

import fr.lamine.model.money.Money;
import java.util.Optional;

/// What came off the price of a line, above zero (*remise*).
///
/// @param basisPoints the share that was asked for, in hundredths of a percent; absent when an amount was
/// @param reason      what the cashier said, or the campaign's code
public record Reduction(Kind kind, Optional<Integer> basisPoints, Money amount, String reason) {

    public enum Kind {
        /// Given to this line by a person.
        LINE,
        /// This line's share of what a person took off the ticket.
        TICKET,
        CAMPAIGN,
        /// The label has hung for long.
        AGE
    }

    public Reduction {
        if (!amount.isPositive() || reason.isBlank() || reason.length() > 60) {
            throw new IllegalArgumentException("amount or reason of a reduction out of bounds");
        }
        if (basisPoints.isPresent() && (basisPoints.get() < 1 || basisPoints.get() > 10_000)) {
            throw new IllegalArgumentException("a reduction of " + basisPoints.get());
        }
    }

    /// The share of an amount, rounded half up to the cent.
    public static Money share(Money of, int basisPoints) {
        return Money.cents((of.cents() * basisPoints + 5_000) / 10_000);
    }
}
