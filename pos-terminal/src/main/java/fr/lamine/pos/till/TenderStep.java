package fr.lamine.pos.till;

import fr.lamine.model.money.Money;
import java.util.Optional;

/// Where people are while a tender needs more than one tap.
sealed interface TenderStep {

    /// The tenders that are rarer.
    ///
    /// @param typed amount that was typed before; empty for all that is due
    record Others(Optional<Money> typed) implements TenderStep {}

    /// @param number as typed; empty when nobody asked for it
    /// @param drawer whose cheque it is, which no fact ever bears; empty when nobody asked for it
    record Cheque(Money amount, String number, Optional<String> bank, String drawer) implements TenderStep {}

    /// The cheque's bank is none of the usual.
    record Banks(Cheque cheque) implements TenderStep {}

    /// A voucher that no scanner can read.
    record VoucherCode() implements TenderStep {}

    record Transfer(Money amount) implements TenderStep {}

    /// Which of the things handed over goes back?
    record TakingBack() implements TenderStep {}
}
