package fr.lamine.model.till;

import fr.lamine.model.money.Money;
import fr.lamine.model.site.OperatorCode;
import java.util.Optional;

/// Cash expected against cash counted at the end of a session.
///
/// @param opening    the opening cash (*fond de caisse*)
/// @param in         put in for another reason than a sale
/// @param out        taken out, to the bank or for another reason
/// @param sales      cash taken less change and refunds; may be below zero
/// @param expected   `opening + in − out + sales`
/// @param difference `counted − expected`; data, not an error
/// @param approvedBy the manager who accepted a difference beyond the threshold
/// @param left       what stays in the drawer for the next session
public record DrawerCheck(
        Money opening,
        Money in,
        Money out,
        Money sales,
        Money expected,
        CashCount counted,
        Money difference,
        Optional<OperatorCode> approvedBy,
        Money left) {

    public DrawerCheck {
        if (opening.isNegative() || in.isNegative() || out.isNegative() || left.isNegative()) {
            throw new IllegalArgumentException("an amount of a drawer below zero");
        }
        if (!opening.plus(in).minus(out).plus(sales).equals(expected)) {
            throw new IllegalArgumentException(
                    "expected %s is not %s + %s − %s + %s".formatted(expected, opening, in, out, sales));
        }
        if (!counted.total().minus(expected).equals(difference)) {
            throw new IllegalArgumentException(counted.total() + " counted, " + expected + " expected: " + difference);
        }
        if (left.compareTo(counted.total()) > 0) {
            throw new IllegalArgumentException("more left than counted");
        }
    }

    public static DrawerCheck of(
            Money opening,
            Money in,
            Money out,
            Money sales,
            CashCount counted,
            Optional<OperatorCode> approvedBy,
            Money left) {
        Money expected = opening.plus(in).minus(out).plus(sales);
        return new DrawerCheck(
                opening, in, out, sales, expected, counted, counted.total().minus(expected), approvedBy, left);
    }
}
