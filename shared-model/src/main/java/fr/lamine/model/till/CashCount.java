package fr.lamine.model.till;

import fr.lamine.model.money.Money;
import java.util.ArrayList;
import java.util.List;

/// Coins and notes as somebody counted them, largest first; an empty list is a drawer with nothing in it.
public record CashCount(List<Pile> piles) {

    /// Coins and notes of the euro, in cents, largest first.
    public static final List<Integer> FACES =
            List.of(50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1);

    public static final CashCount NOTHING = new CashCount(List.of());

    /// @param face  value of one, in cents
    /// @param count 1 to 9 999
    public record Pile(int face, int count) {
        public Pile {
            if (!FACES.contains(face) || count < 1 || count > 9_999) {
                throw new IllegalArgumentException(count + " × " + face + " c is no pile of euros");
            }
        }
    }

    public CashCount {
        piles = List.copyOf(piles);
        for (int i = 1; i < piles.size(); i++) {
            if (piles.get(i).face() >= piles.get(i - 1).face()) {
                throw new IllegalArgumentException("piles stand from the largest to the smallest, each once");
            }
        }
    }

    /// The fewest coins and notes that make an amount.
    ///
    /// @param amount zero or more, at most a million euros
    public static CashCount fewest(Money amount) {
        List<Pile> piles = new ArrayList<>();
        long left = amount.cents();
        for (int face : FACES) {
            if (left >= face) {
                piles.add(new Pile(face, Math.toIntExact(left / face)));
                left %= face;
            }
        }
        return new CashCount(piles);
    }

    public Money total() {
        return piles.stream().map(p -> Money.cents((long) p.face() * p.count())).reduce(Money.ZERO, Money::plus);
    }
}
