package fr.lamine.backoffice.reconciliation;

import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Adjustment;
import fr.lamine.model.stock.Account.From;
import fr.lamine.model.stock.Account.Gone;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.stock.Account.Transit;
import fr.lamine.model.stock.Outcome;
import java.util.List;

/// A column of the reconciliation: what a movement is for the stock of a site.
public enum Flow {
    IN(1, List.of("source:%")),
    SOLD(-1, List.of("outcome:SOLD", "outcome:SOLD:%")),
    GIVEN(-1, List.of("outcome:GIVEN", "outcome:GIVEN:%", "outcome:REUSED_ELSEWHERE", "outcome:REUSED_ELSEWHERE:%")),
    RECYCLED(-1, List.of("outcome:RECYCLED", "outcome:RECYCLED:%")),
    WASTE(-1, List.of("outcome:WASTE", "outcome:WASTE:%", "outcome:DECHETERIE", "outcome:DECHETERIE:%")),
    TRANSFER(1, List.of("place:%", "transit:%")),
    ADJUSTMENT(1, List.of("adjustment:%"));

    private final int sign;
    private final List<String> counterparts;

    Flow(int sign, List<String> counterparts) {
        this.sign = sign;
        this.counterparts = counterparts;
    }

    /// +1 when the column counts what comes into the stock, −1 when it counts what leaves it.
    public int sign() {
        return sign;
    }

    /// SQL patterns of the accounts on the other side.
    List<String> counterparts() {
        return counterparts;
    }

    /// What goods are that come from, or go to, an account outside the site's shelves.
    static Flow with(Account other) {
        return switch (other) {
            case From _ -> IN;
            case Gone(var outcome, var _) -> gone(outcome);
            case Adjustment _ -> ADJUSTMENT;
            case Place _, Transit _ -> TRANSFER;
        };
    }

    private static Flow gone(Outcome outcome) {
        return switch (outcome) {
            case SOLD -> SOLD;
            case GIVEN, REUSED_ELSEWHERE -> GIVEN;
            case RECYCLED -> RECYCLED;
            case WASTE, DECHETERIE -> WASTE;
        };
    }
}
