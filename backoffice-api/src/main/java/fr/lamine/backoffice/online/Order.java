package fr.lamine.backoffice.online;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.OrderLine;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.stock.Account.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// An order from a marketplace (*commande*) with what became of it.
public record Order(
        OrderNumber number,
        FactId fact,
        LocalDate orderedOn,
        Optional<String> buyer,
        Money shipping,
        Instant at,
        List<Line> lines) {

    public Order {
        lines = List.copyOf(lines);
    }

    /// @param place where the thing is looked for; absent when its label is unknown
    /// @param sent  what was sent for it
    public record Line(
            ItemCode item,
            Money price,
            LineState state,
            String title,
            Optional<CategoryCode> category,
            Optional<Place> place,
            Optional<ItemCode> sent) {

        public boolean isOpen() {
            return state.isOpen();
        }
    }

    /// What must be done first decides.
    public LineState state() {
        return List.of(LineState.LOST, LineState.WAITING, LineState.SENT, LineState.CANCELLED).stream()
                .filter(state -> lines.stream().anyMatch(line -> line.state() == state))
                .findFirst()
                .orElseThrow();
    }

    public Money total() {
        return lines.stream().map(Line::price).reduce(shipping, Money::plus);
    }

    Optional<Line> line(ItemCode item) {
        return lines.stream().filter(line -> line.item().equals(item)).findFirst();
    }

    List<OrderLine> ordered() {
        return lines.stream()
                .map(line -> new OrderLine(line.item(), line.price()))
                .toList();
    }
}
