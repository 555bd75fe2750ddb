package fr.lamine.model.fiscal;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.TerminalId;
import java.time.LocalDate;

/// The session of a till that is open: its opening cash, and the cash that moved without a sale.
public record TillSession(int number, FactId opened, LocalDate day, Money opening, Money in, Money out) {

    /// What every fact of the session carries.
    public String name() {
        return name(opened.journal().terminal(), number);
    }

    /// `S-901-12`
    public static String name(TerminalId terminal, int number) {
        return "S-" + terminal + "-" + number;
    }

    TillSession with(Money moreIn, Money moreOut) {
        return new TillSession(number, opened, day, opening, in.plus(moreIn), out.plus(moreOut));
    }
}
