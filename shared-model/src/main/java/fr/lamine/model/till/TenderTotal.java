package fr.lamine.model.till;

import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;

/// Money taken and given back in one means of payment, both zero or more; change is off what was taken.
public record TenderTotal(Tender tender, Money taken, Money givenBack) {

    public TenderTotal {
        if (taken.isNegative() || givenBack.isNegative()) {
            throw new IllegalArgumentException("a total of " + tender + " below zero");
        }
    }

    public Money balance() {
        return taken.minus(givenBack);
    }

    TenderTotal plus(Money moreTaken, Money moreGivenBack) {
        return new TenderTotal(tender, taken.plus(moreTaken), givenBack.plus(moreGivenBack));
    }
}
