package fr.lamine.backoffice.accounting;

import fr.lamine.model.site.TerminalId;
import java.util.Locale;

/// Accounts that a till moves, by the chart of associations (*plan comptable*, ANC 2018-06).
public enum Ledger {
    /// One sub-account for each till.
    CASH("530"),
    CHEQUES("511200"),
    CARDS("511500"),
    LOCAL_CURRENCY("511800"),
    BANK("512000"),
    /// On its way between till, safe and bank.
    INTERNAL("580000"),
    /// Put in or taken out for a reason that somebody must look at.
    SUSPENSE("471000"),
    /// Vouchers, credit notes and deposits that the shop owes.
    VOUCHERS("419100"),
    VAT("445710"),
    /// Goods that were given to the shop.
    GOODS("707300"),
    SERVICES("706000"),
    DUES("756100"),
    GIFTS("754110"),
    CASH_SHORT("658000"),
    CASH_OVER("758000");

    private final String number;

    Ledger(String number) {
        this.number = number;
    }

    /// Six digits.
    public String number(TerminalId terminal) {
        return this == CASH ? number + String.format(Locale.ROOT, "%03d", terminal.number()) : number;
    }
}
