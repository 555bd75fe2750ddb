package fr.lamine.backoffice.closing;

import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.money.Money;
import fr.lamine.model.till.DrawerCheck;
import java.util.Optional;

/// Closings of one kind, and all that they say was taken, all pages together.
///
/// @param office what the tickets of the same site and days add up to
/// @param open   discrepancies of closings that wait
public record ClosingList(Slice<Row> closings, Money taken, Money office, long open) {

    /// @param threshold of cash differences, by the settings that the till went by
    public record Row(FactId id, Closing closing, Money threshold) {

        public String period() {
            return ClosingDao.period(closing).label();
        }

        public Optional<Money> difference() {
            return closing.drawer().map(DrawerCheck::difference);
        }

        public boolean isBeyond() {
            return difference()
                    .filter(money -> ClosingRules.isBeyond(money, threshold))
                    .isPresent();
        }

        public Money taken() {
            return ClosingDao.taken(closing);
        }
    }

    /// What no closing holds yet.
    public Money toClose() {
        return office.minus(taken);
    }
}
