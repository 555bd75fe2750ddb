package fr.lamine.model.till;

import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;

/// Money of one kind that is no turnover.
public record ExtraTotal(ExtraLine.Kind kind, Money amount) {

    public ExtraTotal {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a total of " + kind + " below zero");
        }
    }
}
