package fr.lamine.pos.till;

import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.text.French;
import fr.lamine.pos.station.Refusal;
import java.util.Optional;

/// Decides what a deposit (*acompte*) may be. It takes the place of the line: the goods are put aside and sold when the
/// rest is paid, with the deposit's own code among the tenders.
final class DepositRules {

    private static final int NAME = 32;

    private DepositRules() {}

    /// @param amount absent when it could not be read
    static Change judge(OpenTicket ticket, int id, Optional<Money> amount) {
        Optional<Change> no = TicketRules.mayChange(ticket);
        Optional<TicketLine> line = ticket.line(id);
        if (no.isPresent() || line.isEmpty()) {
            return no.orElseGet(() -> Change.refused(ticket, Refusal.NO_SUCH_LINE.with()));
        }
        Optional<Money> paid = amount.filter(Money::isPositive);
        if (paid.isEmpty()) {
            return Change.refused(ticket, Refusal.BAD_AMOUNT.with());
        }
        Money price = line.get().total();
        if (paid.get().compareTo(price) >= 0) {
            return Change.refused(ticket, Refusal.BAD_DEPOSIT.with(French.euros(price)));
        }
        ExtraLine deposit = new ExtraLine(
                ExtraLine.Kind.DEPOSIT,
                "Acompte " + shortened(line.get().label()) + " sur " + French.euros(price),
                paid.get(),
                Optional.of(SaleCodes.NO_VOUCHER));
        return Change.done(ticket.promised(id, deposit), "Acompte de " + French.euros(paid.get()) + ".");
    }

    private static String shortened(String label) {
        return label.length() <= NAME ? label : label.substring(0, NAME - 1).strip() + "…";
    }
}
