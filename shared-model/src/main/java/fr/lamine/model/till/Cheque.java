package fr.lamine.model.till;

import fr.lamine.model.money.Money;

/// A cheque on the slip that goes to the bank; whose it is stands in no journal.
public record Cheque(String number, String bank, Money amount, long ticket) {

    public Cheque {
        if (!number.matches("[!-~]{1,40}") || bank.length() > 40 || !amount.isPositive() || ticket < 1) {
            throw new IllegalArgumentException("number, bank or amount of a cheque out of bounds");
        }
    }
}
