package fr.lamine.backoffice.accounting;

import fr.lamine.model.money.Money;

/// One line of an entry: an amount on one side, never on both.
///
/// @param account six digits
/// @param label   why, as the books show it
public record EntryLine(Ledger ledger, String account, String label, Money debit, Money credit) {

    public EntryLine {
        if (debit.isNegative() || credit.isNegative() || debit.isPositive() == credit.isPositive()) {
            throw new IllegalArgumentException("a debit of " + debit + " and a credit of " + credit);
        }
    }

    /// Debit less credit.
    public Money balance() {
        return debit.minus(credit);
    }
}
