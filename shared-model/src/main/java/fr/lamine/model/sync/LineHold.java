package fr.lamine.model.sync;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.site.StationCode;
import java.time.Instant;

/// A till asks the office to keep pieces of a sold line, which a customer brings back, for one open ticket. Asked again
/// for the same ticket it takes the place of the hold before.
///
/// @param line   0 for the first
/// @param ticket token of the open ticket
/// @param at     by the till's clock: a sale of this station from then on uses the hold up
/// @param pieces all that this ticket brings back of the line
public record LineHold(FactId sale, int line, StationCode station, String ticket, Instant at, int pieces) {

    /// @param pieces  held for this ticket, fewer than asked when no more are left
    /// @param back    what came back of the line before
    /// @param seconds for which the till may count on it
    public record LineHeld(int pieces, LineBack back, int seconds) {}

    /// What came back of a sold line, by any till.
    ///
    /// @param line 0 for the first
    /// @param held pieces that other tills hold for tickets still open
    public record LineBack(int line, int pieces, Money total, Mass mass, int held) {}

    public LineHold {
        HoldRelease.requireTicket(ticket);
        if (line < 0 || pieces < 1 || pieces > SaleLine.MAX_PIECES) {
            throw new IllegalArgumentException("line or pieces out of bounds");
        }
    }
}
