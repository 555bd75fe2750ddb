package fr.lamine.pos.closing;

import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.CashCount.Pile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A count on its way, one face after the other, largest first.
///
/// @param face in cents, the one that is being counted; absent once the smallest was passed
record Count(CashCount cash, Optional<Integer> face) {

    static final int MOST = 9_999;

    static final Count NOTHING_YET = new Count(CashCount.NOTHING, Optional.of(CashCount.FACES.getFirst()));

    /// So many of the face that is being counted; 0 takes it away.
    Count of(int pieces) {
        if (face.isEmpty()) {
            return this;
        }
        int counted = face.get();
        Stream<Pile> others = cash.piles().stream().filter(pile -> pile.face() != counted);
        Stream<Pile> this_ = pieces == 0 ? Stream.empty() : Stream.of(new Pile(counted, pieces));
        List<Pile> piles = Stream.concat(others, this_)
                .sorted(Comparator.comparing(Pile::face).reversed())
                .toList();
        return new Count(new CashCount(piles), face);
    }

    Count next() {
        int place = face.map(CashCount.FACES::indexOf).orElse(CashCount.FACES.size());
        return new Count(
                cash,
                place + 1 < CashCount.FACES.size() ? Optional.of(CashCount.FACES.get(place + 1)) : Optional.empty());
    }

    Count at(int chosen) {
        return new Count(cash, Optional.of(chosen));
    }

    int pieces(int of) {
        return cash.piles().stream()
                .filter(pile -> pile.face() == of)
                .mapToInt(Pile::count)
                .sum();
    }
}
