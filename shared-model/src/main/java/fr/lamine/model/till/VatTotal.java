package fr.lamine.model.till;

import fr.lamine.model.money.Money;
import fr.lamine.model.money.VatRegime;

/// Sales less returns under one regime and rate: sums over lines, so `net + tax` is always `paid`.
///
/// @param basisPoints rate in hundredths of a percent
/// @param paid        VAT included; below zero when more was returned than sold
public record VatTotal(VatRegime regime, int basisPoints, Money paid, Money net, Money tax) {

    public VatTotal {
        if (!net.plus(tax).equals(paid) || basisPoints < 0 || basisPoints > 10_000) {
            throw new IllegalArgumentException(net + " and " + tax + " are not " + paid);
        }
    }

    VatTotal plus(Money morePaid, Money moreNet) {
        return new VatTotal(
                regime, basisPoints, paid.plus(morePaid), net.plus(moreNet), tax.plus(morePaid.minus(moreNet)));
    }

    VatTotal plus(VatTotal other) {
        return plus(other.paid, other.net);
    }

    boolean isOf(VatRegime other, int rate) {
        return regime == other && basisPoints == rate;
    }
}
