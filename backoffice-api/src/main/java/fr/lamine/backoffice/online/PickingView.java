package fr.lamine.backoffice.online;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.stock.Account.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is to be fetched, place by place (*liste de prélèvement*).
public record PickingView(Names names, List<Stop> stops, List<Pick> lost) {

    public record Pick(OrderNumber order, Order.Line line) {}

    /// Goods of one site and place, by category.
    public record Stop(String where, List<Pick> picks) {}

    static PickingView of(Names names, List<Order> orders) {
        Map<String, List<Pick>> stops = new TreeMap<>();
        List<Pick> lost = new ArrayList<>();
        for (Order order : orders) {
            for (Order.Line line : order.lines()) {
                Pick pick = new Pick(order.number(), line);
                switch (line.state()) {
                    case WAITING ->
                        stops.computeIfAbsent(where(names, line.place()), _ -> new ArrayList<>())
                                .add(pick);
                    case LOST -> lost.add(pick);
                    case SENT, CANCELLED -> {}
                }
            }
        }
        Comparator<Pick> byShelf = Comparator.comparing((Pick pick) ->
                        pick.line().category().map(names::category).orElse(""))
                .thenComparing(pick -> pick.line().item());
        return new PickingView(
                names,
                stops.entrySet().stream()
                        .map(e -> new Stop(
                                e.getKey(),
                                e.getValue().stream().sorted(byShelf).toList()))
                        .toList(),
                lost);
    }

    private static String where(Names names, Optional<Place> place) {
        return place.map(names::account).orElse("?");
    }

    public int picks() {
        return stops.stream().mapToInt(stop -> stop.picks().size()).sum();
    }
}
