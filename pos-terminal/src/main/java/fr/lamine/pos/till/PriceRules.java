package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.Context;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.pos.station.Refusal;
import java.util.List;
import java.util.Optional;

/// Decides where a price comes from and when it needs a reason: outside the prices posted for its category that day,
/// or other than the one on its label. A price keyed from a label that nobody knows is the label's and needs none. An
/// article costs what it is posted at, or what the customer or the cashier says of it.
final class PriceRules {

    private PriceRules() {}

    static PriceOrigin origin(Money price, Category category, Catalog catalog, Context circumstances) {
        return catalog.prices(category, circumstances.businessDay()).contains(price)
                ? PriceOrigin.GRID
                : PriceOrigin.TYPED;
    }

    /// Why the price of a line stays what it is: an article has its price, from which a reduction may be taken, and a
    /// price that the customer says is one.
    static Optional<Refusal> fixed(TicketLine line, Optional<Money> price) {
        if (line.price() == PriceOrigin.ARTICLE) {
            return Optional.of(Refusal.ARTICLE_PRICE);
        }
        return line.price() == PriceOrigin.FREE && price.equals(Optional.of(Money.ZERO))
                ? Optional.of(Refusal.FREE_OF_CHARGE)
                : Optional.empty();
    }

    static TicketLine priced(
            TicketLine line, Money price, Optional<String> reason, Catalog catalog, Context circumstances) {
        if (isSaid(line)) {
            return line.withPrice(price, line.price(), reason);
        }
        PriceOrigin from = line.item().isPresent()
                ? PriceOrigin.TYPED
                : catalog.category(line.category())
                        .map(category -> origin(price, category, catalog, circumstances))
                        .orElse(PriceOrigin.TYPED);
        return line.withPrice(price, from, reason);
    }

    /// The customer says it, or the cashier for a service: there is no grid to leave.
    private static boolean isSaid(TicketLine line) {
        return line.price() == PriceOrigin.FREE || line.origin() == LineOrigin.SERVICE_KEY;
    }

    static boolean needsReason(TicketLine before, TicketLine priced, Catalog catalog, Context circumstances) {
        if (isSaid(before)) {
            return false;
        }
        boolean labelled = before.origin() == LineOrigin.KNOWN_LABEL || before.origin() == LineOrigin.FROM_LABEL;
        return labelled
                ? !priced.unitPrice().equals(before.unitPrice())
                : before.item().isEmpty() && leavesTheGrid(priced, catalog, circumstances);
    }

    /// A price that comes down by more than a cashier may take off is a reduction by another name. It is measured by
    /// the
    /// label's price or by the cheapest posted one; typed over a label unknown here, it comes down no further.
    ///
    /// @param onLabel what the label says, when this till knows it
    /// @param most    in hundredths of a percent
    static boolean isTooLow(
            TicketLine before,
            TicketLine priced,
            Optional<Money> onLabel,
            int most,
            Catalog catalog,
            Context circumstances) {
        return switch (before.origin()) {
            case KNOWN_LABEL, FROM_LABEL ->
                priced.unitPrice().compareTo(before.unitPrice()) < 0
                        && (onLabel.isEmpty() && before.price() == PriceOrigin.TYPED && most < 10_000
                                || falls(onLabel.orElse(before.unitPrice()), priced.unitPrice(), most));
            case CATEGORY_KEY ->
                !isSaid(before)
                        && posted(priced, catalog, circumstances).stream()
                                .findFirst()
                                .filter(cheapest -> falls(cheapest, priced.unitPrice(), most))
                                .isPresent();
            case KEYED_LABEL, SERVICE_KEY -> false;
        };
    }

    private static boolean falls(Money from, Money to, int most) {
        return from.minus(to).cents() * 10_000 > from.cents() * most;
    }

    /// Dearer than the dearest posted price, or cheaper than the cheapest; never where none are posted.
    static boolean leavesTheGrid(TicketLine line, Catalog catalog, Context circumstances) {
        List<Money> posted = posted(line, catalog, circumstances);
        return !posted.isEmpty()
                && (line.unitPrice().compareTo(posted.getFirst()) < 0
                        || line.unitPrice().compareTo(posted.getLast()) > 0);
    }

    private static List<Money> posted(TicketLine line, Catalog catalog, Context circumstances) {
        return catalog.category(line.category())
                .map(category -> catalog.prices(category, circumstances.businessDay()))
                .orElse(List.of());
    }
}
