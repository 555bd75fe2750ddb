package fr.lamine.backoffice.today;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.sale.MoneyDao.Day;
import fr.lamine.backoffice.screen.Period;
import fr.lamine.model.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BarsTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 23);
    private static final Period DAYS = new Period(LAST.minusDays(13), LAST);

    @Test
    void theBestDayIsAsHighAsThePictureAndADayWithoutSalesIsALine() {
        List<Bars.Bar> bars = Bars.of(
                List.of(new Day(LAST, Money.cents(5_000)), new Day(LAST.minusDays(1), Money.cents(10_000))), DAYS);
        assertEquals(14, bars.size());
        assertEquals(Bars.HEIGHT / 2, bars.getLast().height());
        assertEquals(Bars.HEIGHT, bars.get(12).height());
        assertEquals(2, bars.getFirst().height());
        assertTrue(bars.getLast().last() && !bars.get(12).last());
        assertTrue(bars.getLast().x() + bars.getLast().width() <= Bars.WIDTH);
    }

    @Test
    void aFortnightWithoutSalesIsFlat() {
        assertTrue(Bars.of(List.of(), DAYS).stream().allMatch(b -> b.height() == 2));
    }
}
