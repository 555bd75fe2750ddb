package fr.lamine.hardware.cardterminal;

import fr.lamine.model.money.Money;

public sealed interface CardResult {

    record Paid(Money amount, String authorisation) implements CardResult {}

    record Declined(String reason) implements CardResult {}

    /// Nothing was asked of the bank.
    record Unreachable() implements CardResult {}

    /// The answer did not come: the money may have been taken. A person looks at the terminal before trying again.
    record Unknown(String reason) implements CardResult {}
}
