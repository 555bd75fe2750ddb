package fr.lamine.pos.till;

import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Reduction;
import java.util.Optional;

/// What is to come off a price, before it is known how much that makes: a share or an amount, never both.
///
/// @param basisPoints in hundredths of a percent
/// @param reason      what the cashier said, or the campaign's name
record Off(Reduction.Kind kind, Optional<Integer> basisPoints, Optional<Money> amount, String reason) {

    Off {
        if (basisPoints.isPresent() == amount.isPresent() || reason.isBlank() || reason.length() > 60) {
            throw new IllegalArgumentException("a share or an amount, with a reason: " + reason);
        }
        if (basisPoints.isPresent() && (basisPoints.get() < 1 || basisPoints.get() > 10_000)
                || amount.isPresent() && !amount.get().isPositive()) {
            throw new IllegalArgumentException("a reduction of " + basisPoints + amount);
        }
    }

    static Off share(Reduction.Kind kind, int basisPoints, String reason) {
        return new Off(kind, Optional.of(basisPoints), Optional.empty(), reason);
    }

    static Off amount(Reduction.Kind kind, Money amount, String reason) {
        return new Off(kind, Optional.empty(), Optional.of(amount), reason);
    }

    /// Nobody asked for it: the campaign or the label's age did.
    boolean isAutomatic() {
        return kind == Reduction.Kind.AGE || kind == Reduction.Kind.CAMPAIGN;
    }

    /// Whether it is more than a share of a price. A share is never more than itself, whichever way its cent is
    /// rounded.
    ///
    /// @param most in hundredths of a percent
    boolean exceeds(Money price, int most) {
        return basisPoints
                .map(share -> share > most)
                .orElseGet(() -> amount.orElseThrow().cents() * 10_000 > price.cents() * most);
    }

    /// What it takes off a price, never more than there is.
    Money of(Money price) {
        Money asked = basisPoints.map(share -> Reduction.share(price, share)).orElseGet(amount::orElseThrow);
        return asked.compareTo(price) > 0 ? price : asked;
    }
}
