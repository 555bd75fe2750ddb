package fr.lamine.model.sale;

import fr.lamine.model.money.Money;

/// What the customer handed over in one means of payment, above zero.
public record TenderLine(Tender tender, Money amount) {

    public TenderLine {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a tender of " + amount);
        }
    }
}
