package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Reduction;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Decides what comes off prices. The label's age comes first, then the campaign, then what a person takes off the
/// line, last this line's share of what a person takes off the ticket; each on what the one before left, and never
/// below zero. Of several campaigns or markdowns the best one holds. A lot sold whole has its own price and no
/// automatic reduction, unless its pieces so reduced cost less: the customer pays the lower.
final class ReductionRules {

    private ReductionRules() {}

    /// What comes off by itself when a thing is put on a ticket.
    ///
    /// @param labelled the day its label was made, where there is one and it is known
    static List<Off> automatic(
            Catalog catalog, CategoryCode category, Optional<LocalDate> labelled, Context circumstances) {
        LocalDate day = circumstances.businessDay();
        List<Off> offs = new ArrayList<>();
        labelled.flatMap(since -> catalog.till().markdown(category, ChronoUnit.DAYS.between(since, day)))
                .ifPresent(m -> offs.add(
                        Off.share(Reduction.Kind.AGE, m.basisPoints(), "En rayon depuis " + m.afterDays() + " jours")));
        catalog.till()
                .campaign(category, circumstances.site(), day)
                .ifPresent(c -> offs.add(Off.share(Reduction.Kind.CAMPAIGN, c.basisPoints(), c.name())));
        return List.copyOf(offs);
    }

    /// What each takes off, one after the other; one that takes nothing is left out.
    static List<Reduction> of(Money price, List<Off> offs) {
        List<Reduction> reductions = new ArrayList<>();
        Money left = price;
        for (Off off : offs) {
            Money taken = off.of(left);
            if (taken.isPositive()) {
                reductions.add(new Reduction(off.kind(), off.basisPoints(), taken, off.reason()));
                left = left.minus(taken);
            }
        }
        return List.copyOf(reductions);
    }

    /// Splits an amount over lines in proportion to what they cost, to the cent: the cents left over go to the largest
    /// remainders, and among equals to the earlier line.
    ///
    /// @param amount at most the sum of `prices`
    static List<Money> shared(Money amount, List<Money> prices) {
        long all = prices.stream().mapToLong(Money::cents).sum();
        if (amount.cents() > all || amount.isNegative()) {
            throw new IllegalArgumentException(amount + " off " + Money.cents(all));
        }
        if (all == 0) {
            return prices.stream().map(_ -> Money.ZERO).toList();
        }
        long[] shares = prices.stream()
                .mapToLong(price -> Math.multiplyExact(amount.cents(), price.cents()) / all)
                .toArray();
        long left = amount.cents()
                - IntStream.range(0, shares.length).mapToLong(i -> shares[i]).sum();
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingLong(
                                (Integer i) -> amount.cents() * prices.get(i).cents() % all)
                        .reversed())
                .limit(left)
                .forEach(i -> shares[i]++);
        return IntStream.range(0, shares.length)
                .mapToObj(i -> Money.cents(shares[i]))
                .toList();
    }
}
