package fr.lamine.pos.closing;

import fr.lamine.model.money.Money;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.till.CashCount;
import fr.lamine.pos.web.view.DrawerPanel.Purpose;
import java.util.Optional;

/// What stands open on the drawer's screen. Lost with the process: a count is then made again.
final class ClosingChoices {

    sealed interface Panel {}

    record Overview() implements Panel {}

    record Counting(Purpose purpose, Count count) implements Panel {}

    record Giving(Reason.Why why, Optional<Reason> reason) implements Panel {}

    record Reading() implements Panel {}

    /// @param stays in the drawer for the next opening
    record Counted(CashCount cash, Money stays) implements Panel {}

    /// @param who     the manager whose code is asked
    /// @param refusal of the last code
    record Vouching(Counted counted, Optional<OperatorCode> who, String refusal) implements Panel {}

    record Listing() implements Panel {}

    Panel panel = new Overview();
    int page;

    void close() {
        panel = new Overview();
        page = 0;
    }
}
