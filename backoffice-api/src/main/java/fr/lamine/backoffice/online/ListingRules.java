package fr.lamine.backoffice.online;

import fr.lamine.backoffice.online.ListingDao.Thing;
import fr.lamine.backoffice.online.OnlineDesk.Ordered;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.online.OrderLine;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.stock.Area;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Decides what may be published and sent.
final class ListingRules {

    private ListingRules() {}

    /// @param open the channel on which it is published now
    /// @return why it is not published; empty when it is
    static Optional<String> refusal(Thing thing, Optional<ChannelCode> open, ChannelCode wanted) {
        if (thing.pieces() != 1) {
            return Optional.of("C’est un lot de %d pièces\u202f: étiquetez d’abord la pièce à part, puis publiez-la."
                    .formatted(thing.pieces()));
        }
        if (thing.left() < 1) {
            return Optional.of("Cet article n’est plus là\u202f: il est vendu, donné ou réétiqueté.");
        }
        if (thing.awaited()) {
            return Optional.of("Une commande attend déjà cet article.");
        }
        if (thing.place().area() != Area.SHOP && thing.place().area() != Area.RESERVED) {
            return Optional.of("Cet article n’est pas en rayon\u202f: mettez-le d’abord en rayon.");
        }
        return open.filter(channel -> !channel.equals(wanted))
                .map(channel -> "Cet article est publié sur " + channel + "\u202f: retirez d’abord cette annonce.");
    }

    /// @param waiting the order that has what is to be sent
    /// @return why it is not sent; empty when it is
    static Optional<String> notSent(
            Order order, ItemCode ordered, ItemCode sent, Optional<Thing> thing, Optional<OrderNumber> waiting) {
        Optional<Order.Line> line = order.line(ordered);
        if (line.isEmpty()) {
            return Optional.of("L’article " + ordered.spaced() + " n’est pas de cette commande.");
        }
        if (!line.get().isOpen()) {
            return Optional.of("L’article " + ordered.spaced() + " est déjà parti ou annulé.");
        }
        if (thing.isEmpty()) {
            return Optional.of("Aucune étiquette connue du bureau ne porte le code " + sent.spaced() + ".");
        }
        if (thing.get().left() < 1) {
            return Optional.of("L’article " + sent.spaced() + " n’est plus là\u202f: remplacez-le, ou annulez.");
        }
        return waiting.filter(other -> !other.equals(order.number()))
                .map(other -> "L’article " + sent.spaced() + " attend la commande " + other + ".");
    }

    /// The order of the lines is of no account.
    static boolean same(Order known, Ordered told) {
        Comparator<OrderLine> byItem = Comparator.comparing(OrderLine::item);
        return known.orderedOn().equals(told.on())
                && known.buyer().equals(told.buyer())
                && known.shipping().equals(told.shipping())
                && sorted(known.ordered(), byItem).equals(sorted(told.lines(), byItem));
    }

    private static <T> List<T> sorted(List<T> all, Comparator<T> by) {
        return all.stream().sorted(by).toList();
    }
}
