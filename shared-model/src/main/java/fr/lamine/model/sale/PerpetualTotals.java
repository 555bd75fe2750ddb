package fr.lamine.model.sale;

import fr.lamine.model.money.Money;

/// Totals of a terminal that are never reset, carried over from generation to generation.
///
/// @param tickets  number of the last ticket given, gap-free from 1
/// @param labels   serial of the last item code given
/// @param net      sales less refunds
/// @param absolute sales plus refunds: it never goes down
public record PerpetualTotals(long tickets, int labels, Money net, Money absolute) {

    public static final PerpetualTotals NONE = new PerpetualTotals(0, 0, Money.ZERO, Money.ZERO);

    public PerpetualTotals {
        if (tickets < 0 || labels < 0 || absolute.isNegative()) {
            throw new IllegalArgumentException("perpetual totals below zero");
        }
    }

    /// Totals after one more ticket.
    public PerpetualTotals afterTicket(Money turnover) {
        return new PerpetualTotals(tickets + 1, labels, net.plus(turnover), absolute.plus(turnover.abs()));
    }

    public PerpetualTotals afterLabel() {
        return new PerpetualTotals(tickets, labels + 1, net, absolute);
    }
}
