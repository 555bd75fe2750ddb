package fr.lamine.pos.till;

import fr.lamine.model.sale.PickUp;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/// Decides what may be paid now and collected later, and what may be handed over. Goods are collected once.
final class PickUpRules {

    private PickUpRules() {}

    /// @param pickUp absent when the customer takes it along after all
    static Change later(OpenTicket ticket, int id, Optional<PickUp> pickUp) {
        Optional<Change> no = TicketRules.mayChange(ticket);
        Optional<TicketLine> line = ticket.line(id);
        if (no.isPresent() || line.isEmpty()) {
            return no.orElseGet(() -> Change.refused(ticket, Refusal.NO_SUCH_LINE.with()));
        }
        if (!line.get().mass().isPositive()) {
            return Change.refused(ticket, Refusal.NOT_FOR_LATER.with());
        }
        String name = line.get().label();
        return Change.done(
                ticket.changing(id, l -> l.collected(pickUp)),
                pickUp.map(p -> name + ", à retirer plus tard.").orElse(name + ", emporté maintenant."));
    }

    /// @param code  as it is scanned
    /// @param known absent when nothing of this terminal waits under it
    static Optional<Answer> judge(String code, TerminalId own, Optional<PickUps.Waiting> known) {
        String giver = code.substring(2, 5);
        if (!giver.equals(own.code())) {
            return Optional.of(Refusal.PICK_UP_ELSEWHERE.with(giver));
        }
        if (known.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_PICK_UP.with());
        }
        return known.get().collected().map((LocalDate day) -> Refusal.COLLECTED_ALREADY.with(French.day(day)));
    }
}
