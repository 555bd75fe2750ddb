package fr.lamine.model.sale;

import fr.lamine.model.money.Money;

/// Totals and numbers of a terminal that are never reset, carried over from generation to generation. Each number is
/// that of the last one given, gap-free from 1.
///
/// @param labels   serial of the last item code
/// @param net      sales less returns
/// @param absolute sales plus returns: it never goes down
/// @param days     day closings
/// @param months   month closings
/// @param years    year closings
/// @param sessions openings of the till
/// @param vouchers vouchers and deposits given out
/// @param copies   duplicates printed
public record PerpetualTotals(
        long tickets,
        int labels,
        Money net,
        Money absolute,
        int days,
        int months,
        int years,
        int sessions,
        int vouchers,
        long copies) {

    public static final PerpetualTotals NONE = new PerpetualTotals(0, 0, Money.ZERO, Money.ZERO);

    public PerpetualTotals {
        if (tickets < 0 || labels < 0 || absolute.isNegative() || net.compareTo(absolute) > 0) {
            throw new IllegalArgumentException("perpetual totals below zero");
        }
        if (days < 0 || months < 0 || years < 0 || sessions < 0 || vouchers < 0 || copies < 0) {
            throw new IllegalArgumentException("perpetual numbers below zero");
        }
    }

    public PerpetualTotals(long tickets, int labels, Money net, Money absolute) {
        this(tickets, labels, net, absolute, 0, 0, 0, 0, 0, 0);
    }

    /// Totals after one more ticket.
    ///
    /// @param sold     goods and services sold, zero or more
    /// @param returned goods taken back, zero or more
    public PerpetualTotals afterTicket(Money sold, Money returned) {
        return new PerpetualTotals(
                tickets + 1,
                labels,
                net.plus(sold).minus(returned),
                absolute.plus(sold).plus(returned),
                days,
                months,
                years,
                sessions,
                vouchers,
                copies);
    }

    public PerpetualTotals afterTicket(Money sold) {
        return afterTicket(sold, Money.ZERO);
    }

    public PerpetualTotals afterLabel() {
        return new PerpetualTotals(tickets, labels + 1, net, absolute, days, months, years, sessions, vouchers, copies);
    }

    public PerpetualTotals afterVouchers(int given) {
        return new PerpetualTotals(
                tickets, labels, net, absolute, days, months, years, sessions, vouchers + given, copies);
    }

    public PerpetualTotals afterOpening() {
        return new PerpetualTotals(tickets, labels, net, absolute, days, months, years, sessions + 1, vouchers, copies);
    }

    public PerpetualTotals afterCopy() {
        return new PerpetualTotals(tickets, labels, net, absolute, days, months, years, sessions, vouchers, copies + 1);
    }

    public PerpetualTotals afterDay() {
        return new PerpetualTotals(tickets, labels, net, absolute, days + 1, months, years, sessions, vouchers, copies);
    }

    public PerpetualTotals afterMonth() {
        return new PerpetualTotals(tickets, labels, net, absolute, days, months + 1, years, sessions, vouchers, copies);
    }

    public PerpetualTotals afterYear() {
        return new PerpetualTotals(tickets, labels, net, absolute, days, months, years + 1, sessions, vouchers, copies);
    }

    /// Numbers once given are not given again, whichever of two memories holds them.
    public PerpetualTotals orLater(PerpetualTotals other) {
        PerpetualTotals richer = absolute.compareTo(other.absolute) >= 0 ? this : other;
        return new PerpetualTotals(
                Math.max(tickets, other.tickets),
                Math.max(labels, other.labels),
                richer.net,
                richer.absolute,
                Math.max(days, other.days),
                Math.max(months, other.months),
                Math.max(years, other.years),
                Math.max(sessions, other.sessions),
                Math.max(vouchers, other.vouchers),
                Math.max(copies, other.copies));
    }

    /// Totals with a serial of labels further on; the ones between are never given.
    public PerpetualTotals skippingTo(int serial) {
        return new PerpetualTotals(tickets, serial, net, absolute, days, months, years, sessions, vouchers, copies);
    }

    /// Totals with a voucher number further on; the ones between are never given.
    public PerpetualTotals skippingVouchersTo(int number) {
        return new PerpetualTotals(tickets, labels, net, absolute, days, months, years, sessions, number, copies);
    }
}
