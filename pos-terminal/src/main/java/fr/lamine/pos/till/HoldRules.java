package fr.lamine.pos.till;

import fr.lamine.model.text.French;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.util.Optional;

/// Decides which ticket may wait and which may be taken back. What a customer has begun to pay stays before the
/// cashier's eyes.
final class HoldRules {

    private HoldRules() {}

    /// @param waiting how many wait already
    /// @param paper   a sheet is being entered, whose lines never change places with tickets of today
    static Optional<Answer> hold(OpenTicket ticket, int waiting, boolean paper) {
        if (paper) {
            return Optional.of(Refusal.SHEET_OPEN.with());
        }
        if (ticket.holdsNothing()) {
            return Optional.of(Refusal.EMPTY_TICKET.with());
        }
        if (!ticket.tenders().isEmpty()) {
            return Optional.of(Refusal.TICKET_BEING_PAID.with());
        }
        return waiting < Holds.MOST ? Optional.empty() : Optional.of(Refusal.TOO_MANY_HELD.with(French.count(waiting)));
    }

    /// @param open what stands open now, which changes place with it
    /// @param held absent when somebody took it back before
    /// @param paper a sheet is being entered
    static Optional<Answer> resume(OpenTicket open, Optional<HeldTicket> held, boolean paper) {
        if (paper) {
            return Optional.of(Refusal.SHEET_OPEN.with());
        }
        if (held.isEmpty()) {
            return Optional.of(Refusal.NO_SUCH_HELD.with());
        }
        return open.tenders().isEmpty() ? Optional.empty() : Optional.of(Refusal.TICKET_BEING_PAID.with());
    }
}
