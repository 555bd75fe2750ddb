package fr.lamine.pos.till;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.ReturnLine.SoldLine;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.OperatorCode;
import java.time.Instant;
import java.util.Optional;

/// What stands open beside the ticket. Lost with the process, and no harm done: the ticket itself lies in the store.
final class TillChoices {

    /// What stands above the keypad.
    sealed interface Panel {}

    record Categories() implements Panel {}

    record Prices(CategoryCode category) implements Panel {}

    record Line(int id) implements Panel {}

    record Unknown(ItemCode code, Optional<CategoryCode> category) implements Panel {}

    /// A code that no scanner can read.
    record Keying() implements Panel {}

    /// A price that needs a reason waits for it.
    ///
    /// @param line     whose price is changed; absent when goods of `category` are added
    record Reason(Optional<Integer> line, Optional<CategoryCode> category, Money price) implements Panel {}

    /// Something is taken off a line, or off the whole ticket.
    record Reducing(Optional<Integer> line, String reason) implements Panel {}

    /// What a manager is asked to allow, once.
    sealed interface Deed {}

    record Reduced(Optional<Integer> line, Optional<Off> off) implements Deed {}

    /// @param line whose price is changed; absent when goods of `category` are added
    record Priced(Optional<Integer> line, Optional<CategoryCode> category, Money price, String reason)
            implements Deed {}

    /// What another till sold comes back unverified.
    ///
    /// @param of the line as the customer's paper shows it, if it does
    record BroughtBack(Optional<SoldLine> of, CategoryCode category, Money price, ReturnReason reason)
            implements Deed {}

    /// A manager's code is asked for.
    ///
    /// @param why     what is beyond the cashier
    /// @param who     whose code; absent while nobody is chosen
    /// @param refusal sentence after a wrong code; empty before
    record Vouching(Deed deed, String why, Optional<OperatorCode> who, String refusal) implements Panel {}

    record Paying() implements Panel {}

    record Tendering(TenderStep step) implements Panel {}

    /// Something aside of the common sale.
    record Open(Aside what) implements Panel {}

    /// The customer brings something back: of which sale?
    record Receipts() implements Panel {}

    /// What was sold then.
    record SoldLines(FactId sale) implements Panel {}

    /// Another till sold it, and nobody can tell what it was.
    ///
    /// @param unheard  the office answers, but has not heard of the sale yet
    /// @param category absent while it is not chosen
    /// @param price    absent while it is not typed
    /// @param of       the line as the customer's paper shows it, if it does
    record Unseen(
            FactId sale, boolean unheard, Optional<CategoryCode> category, Optional<Money> price, Optional<SoldLine> of)
            implements Panel {}

    /// Why it comes back.
    record Why(FactId sale, int line) implements Panel {}

    /// Something brought back that stands on the ticket.
    record Returned(int index) implements Panel {}

    /// Money goes back.
    record Refunding() implements Panel {}

    record Done(FactId sale, Instant at) implements Panel {}

    /// The customer takes the receipt with their telephone.
    record Showing(FactId sale) implements Panel {}

    /// The customer's address is typed.
    ///
    /// @param typed what was not understood
    record Addressing(FactId sale, String typed) implements Panel {}
    /// What is not the sale at hand.
    record Apart(ApartChoice choice) implements Panel {}

    static final int NEWEST = 1_000;

    /// Looked at, too, by who finds something out before the desk is asked for.
    volatile Panel panel = new Categories();

    int page;
    int ticketPage = NEWEST;
    Optional<Integer> fresh = Optional.empty();

    /// Stays before everybody's eyes until the next ticket begins.
    Optional<FactId> sold = Optional.empty();

    void close() {
        panel = new Categories();
        page = 0;
    }

    Optional<Integer> line() {
        return switch (panel) {
            case Line(var id) -> Optional.of(id);
            case Open(Aside.Weighing(var id, var _)) -> Optional.of(id);
            case Panel _ -> Optional.empty();
        };
    }
}
