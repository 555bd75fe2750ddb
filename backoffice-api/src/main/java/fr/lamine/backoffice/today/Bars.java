package fr.lamine.backoffice.today;

import fr.lamine.backoffice.sale.MoneyDao.Day;
import fr.lamine.backoffice.screen.Period;
import fr.lamine.model.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A small picture of takings, a bar a day. Pure; lengths are in the units of the picture.
public final class Bars {

    public static final int WIDTH = 280;
    public static final int HEIGHT = 56;

    private static final int GAP = 4;
    private static final int LEAST = 2;

    private Bars() {}

    /// @param last true for the day of today
    public record Bar(LocalDate day, Money taken, int x, int y, int width, int height, boolean last) {}

    static List<Bar> of(List<Day> days, Period period) {
        Map<LocalDate, Money> taken = days.stream().collect(Collectors.toMap(Day::day, Day::taken));
        long most = Math.max(
                1, days.stream().mapToLong(d -> d.taken().cents()).max().orElse(1));
        List<LocalDate> all = period.from().datesUntil(period.to().plusDays(1)).toList();
        int width = (WIDTH + GAP) / all.size() - GAP;
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Money money = taken.getOrDefault(all.get(i), Money.ZERO);
            int height = Math.max(LEAST, Math.toIntExact(Math.max(0, money.cents()) * HEIGHT / most));
            bars.add(
                    new Bar(all.get(i), money, i * (width + GAP), HEIGHT - height, width, height, i == all.size() - 1));
        }
        return bars;
    }
}
