package fr.lamine.model.money;

/// VAT of one line: `net + tax` is always the amount paid.
///
/// @param basisPoints rate in hundredths of a percent (2000 = 20 %), 0 unless the regime is STANDARD
public record Vat(VatRegime regime, int basisPoints, Money net, Money tax) {

    public Vat {
        if (basisPoints < 0 || basisPoints > 10_000 || (regime != VatRegime.STANDARD && basisPoints != 0)) {
            throw new IllegalArgumentException("VAT of " + basisPoints + " under " + regime);
        }
        if (basisPoints == 0 && !tax.equals(Money.ZERO)) {
            throw new IllegalArgumentException("tax without a rate");
        }
    }

    /// Splits an amount that includes VAT, rounding half up to the cent.
    public static Vat within(Money paid, VatRegime regime, int basisPoints) {
        long divisor = 10_000L + basisPoints;
        long sign = paid.cents() < 0 ? -1 : 1;
        long net = sign * ((Math.abs(paid.cents()) * 10_000L * 2 + divisor) / (2 * divisor));
        return new Vat(regime, basisPoints, Money.cents(net), paid.minus(Money.cents(net)));
    }
}
