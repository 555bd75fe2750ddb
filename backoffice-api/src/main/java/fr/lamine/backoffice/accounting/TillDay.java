package fr.lamine.backoffice.accounting;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.money.Money;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.VatTotal;
import java.util.List;
import java.util.Optional;

/// A closed day of a till, with what the books need to know of its session.
///
/// @param services turnover that is work, of the closing's own; the rest is goods
/// @param carried  what the closing before left in the drawer: absent when the opening is not known, zero when the till
/// was opened for the first time
public record TillDay(FactId id, Closing closing, List<VatTotal> services, Optional<Money> carried, List<Moved> moves) {

    /// Cash, and cheques on the slip for the bank, that left or came without a sale.
    public record Moved(CashMove move, Money cash, Money cheques, String reason) {}

    public TillDay {
        services = List.copyOf(services);
        moves = List.copyOf(moves);
        if (closing.kind() != ClosingKind.DAY) {
            throw new IllegalArgumentException("entries are made of a day, not of " + closing.period());
        }
    }

    /// `101-Z-318`: what the voucher in the binder is called.
    public String piece() {
        return id.journal().terminal() + "-Z-" + closing.number();
    }
}
