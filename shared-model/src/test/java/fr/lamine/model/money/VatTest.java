package fr.lamine.model.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.Seeded;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class VatTest {

    /// The last two rows stand exactly between two cents.
    @ParameterizedTest
    @CsvSource({
        "1200, 2000, 1000, 200",
        "100, 2000, 83, 17",
        "1, 2000, 1, 0",
        "1800, 550, 1706, 94",
        "0, 2000, 0, 0",
        "-100, 2000, -83, -17",
        "3, 2000, 3, 0",
        "9, 2000, 8, 1",
        "-9, 2000, -8, -1",
        "1, 10000, 1, 0",
        "-1, 10000, -1, 0"
    })
    void anAmountIsSplitHalfUp(long paid, int basisPoints, long net, long tax) {
        Vat vat = Vat.within(Money.cents(paid), VatRegime.STANDARD, basisPoints);
        assertEquals(Money.cents(net), vat.net());
        assertEquals(Money.cents(tax), vat.tax());
    }

    @Test
    void netAndTaxAlwaysMakeWhatWasPaid() {
        Seeded.loop(5_000, random -> {
            long paid = random.nextLong(-100_000_000, 100_000_000);
            int rate = random.nextInt(0, 10_001);
            Vat vat = Vat.within(Money.cents(paid), VatRegime.STANDARD, rate);
            assertEquals(paid, vat.net().plus(vat.tax()).cents());
            BigDecimal exact = BigDecimal.valueOf(paid)
                    .multiply(BigDecimal.valueOf(10_000))
                    .divide(BigDecimal.valueOf(10_000L + rate), 0, RoundingMode.HALF_UP);
            assertEquals(exact.longValueExact(), vat.net().cents(), paid + " at " + rate);
            assertTrue(paid >= 0 ? vat.tax().cents() >= 0 : vat.tax().cents() <= 0);
        });
    }

    @ParameterizedTest
    @EnumSource(value = VatRegime.class, mode = EnumSource.Mode.EXCLUDE, names = "STANDARD")
    void onlyTheStandardRegimeHasARate(VatRegime regime) {
        assertEquals(Money.ZERO, Vat.within(Money.cents(1_800), regime, 0).tax());
        assertThrows(IllegalArgumentException.class, () -> Vat.within(Money.cents(1_800), regime, 2_000));
    }

    @Test
    void aRateOutOfBoundsOrATaxWithoutARateIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Vat.within(Money.cents(9), VatRegime.STANDARD, -1));
        assertThrows(IllegalArgumentException.class, () -> Vat.within(Money.cents(9), VatRegime.STANDARD, 10_001));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Vat(VatRegime.EXEMPT_261_7, 0, Money.cents(8), Money.cents(1)));
    }
}
