package fr.lamine.pos.web.view;

import java.util.Optional;

/// What the customer sees, on a screen of their own: nothing to touch.
///
/// @param practice nothing is for real
public record CustomerView(String shop, boolean practice, Shown shown) {

    public sealed interface Shown {}

    public record Welcome() implements Shown {}

    /// The open ticket.
    ///
    /// @param last     what came onto it last
    /// @param articles such as `3 articles`
    /// @param due      what remains, once something was handed over
    public record Basket(Optional<Line> last, String articles, String total, Optional<String> due) implements Shown {}

    /// @param quantity such as `2 × 1,00 €`; empty for one piece
    public record Line(String name, String quantity, String price) {}

    /// Things were brought back, and the customer gets this much.
    public record Back(String amount) implements Shown {}

    /// The card terminal has it.
    public record Card(String amount) implements Shown {}

    /// The cashier is looking into something.
    public record Moment() implements Shown {}

    /// Paid.
    ///
    /// @param change empty when nothing is given back
    public record Thanks(String total, Optional<String> change) implements Shown {}
}
