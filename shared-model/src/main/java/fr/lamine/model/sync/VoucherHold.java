package fr.lamine.model.sync;

import fr.lamine.model.money.Money;
import fr.lamine.model.site.StationCode;
import java.time.Instant;

/// A till asks the office to keep money of a voucher for one open ticket (*réserver un bon*). Asked again for the same
/// ticket it takes the place of the hold before.
///
/// @param ticket token of the open ticket
/// @param at     by the till's clock: a sale of this station from then on uses the hold up
/// @param amount all that this ticket wants of it, above zero
public record VoucherHold(String voucher, StationCode station, String ticket, Instant at, Money amount) {

    /// @param amount  held for this ticket, zero when nothing is left
    /// @param left    on the voucher for this ticket, what it holds included
    /// @param seconds for which the till may count on it
    public record VoucherHeld(Money amount, Money left, int seconds) {}

    public VoucherHold {
        HoldRelease.requireTicket(ticket);
        if (!voucher.matches("[0-9]{3}-[1-9][0-9]{0,8}") || !amount.isPositive()) {
            throw new IllegalArgumentException("not a voucher, or nothing of it: " + voucher + " " + amount);
        }
    }
}
