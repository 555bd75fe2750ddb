package fr.lamine.pos.till;

import fr.lamine.model.money.Money;
import fr.lamine.model.site.OperatorCode;

/// A payment that was asked of the card terminal. It is written down before anything is sent, so that a crash in
/// between
/// comes back to the question instead of asking the bank twice.
///
/// @param id       also its reference on the terminal
/// @param operator who asked for it
/// @param said     why it is in doubt, or was refused
record CardPayment(long id, Money amount, OperatorCode operator, State state, String said) {

    enum State {
        /// Perhaps sent; its answer is waited for.
        ASKED,
        /// The answer did not come: a person must look at the terminal.
        DOUBTFUL,
        PAID,
        DECLINED,
        /// Nothing was sent.
        UNREACHED,
        /// In doubt, and a person read on the terminal that it is paid.
        SAID_PAID,
        SAID_UNPAID
    }

    boolean isOpen() {
        return state == State.ASKED || state == State.DOUBTFUL;
    }
}
