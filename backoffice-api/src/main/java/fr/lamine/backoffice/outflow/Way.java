package fr.lamine.backoffice.outflow;

import fr.lamine.model.stock.Account;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How goods leave.
public enum Way {
    ALL("outcome:%"),
    GIVEN("outcome:GIVEN%"),
    REUSED_ELSEWHERE("outcome:REUSED_ELSEWHERE%"),
    RECYCLED("outcome:RECYCLED%"),
    WASTE("outcome:WASTE%"),
    DECHETERIE("outcome:DECHETERIE%"),
    LOST("adjustment:%");

    private final String accounts;

    Way(String accounts) {
        this.accounts = accounts;
    }

    /// SQL pattern of the accounts that take.
    String accounts() {
        return accounts;
    }

    /// As it stands in an address.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Way> parse(String code) {
        return List.of(values()).stream().filter(w -> w.code().equals(code)).findFirst();
    }

    /// Who took the goods, if somebody is named.
    static Optional<String> counterpart(Account to) {
        return switch (to) {
            case Account.Gone(var _, var who) -> who;
            case Account.Adjustment _, Account.Place _, Account.From _, Account.Transit _ -> Optional.empty();
        };
    }
}
