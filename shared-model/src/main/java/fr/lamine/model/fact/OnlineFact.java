package fr.lamine.model.fact;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact.DiscrepancySettled;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.online.Condition;
import fr.lamine.model.online.OrderLine;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.online.SentLine;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.stock.Account.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What happens online; managers enter it, and it stands in the office's journal. A buyer is an opaque reference of the
/// marketplace, never a person.
public sealed interface OnlineFact extends Fact {

    int MAX_TITLE = 80;
    int MAX_DESCRIPTION = 2_000;
    int MAX_PHOTOS = 8;
    int MAX_REFERENCE = 40;

    /// A single thing was put up for sale; published again, it is the same listing in other words. While it is
    /// there and published it stands aside on its site.
    ///
    /// @param place  where it stood
    /// @param photos SHA-256 of each, the first one in front
    record ItemPublished(
            Context context,
            ItemCode item,
            CategoryCode category,
            Mass mass,
            Place place,
            ChannelCode channel,
            String title,
            String description,
            Condition condition,
            Money price,
            List<String> photos)
            implements OnlineFact {
        public ItemPublished {
            photos = List.copyOf(photos);
            if (!DiscrepancySettled.isLine(title, MAX_TITLE) || description.length() > MAX_DESCRIPTION) {
                throw new IllegalArgumentException("title or description of a listing out of bounds");
            }
            if (!mass.isPositive() || !price.isPositive() || price.compareTo(SaleLine.MAX_UNIT_PRICE) > 0) {
                throw new IllegalArgumentException("mass or price of a listing out of bounds");
            }
            if (photos.size() > MAX_PHOTOS || !photos.stream().allMatch(p -> p.matches("[0-9a-f]{64}"))) {
                throw new IllegalArgumentException("photos of a listing out of bounds");
            }
        }
    }

    /// A thing is not for sale online any more.
    record ItemWithdrawn(Context context, ItemCode item, String reason) implements OnlineFact {
        public ItemWithdrawn {
            requireReason(reason);
        }
    }

    /// Somebody bought on a marketplace. Channel and number are its identity.
    ///
    /// @param buyer    how the marketplace refers to the buyer
    /// @param shipping paid for sending
    record OrderReceived(
            Context context,
            OrderNumber order,
            LocalDate orderedOn,
            Optional<String> buyer,
            List<OrderLine> lines,
            Money shipping)
            implements OnlineFact {
        public OrderReceived {
            lines = List.copyOf(lines);
            requireOrder(order, buyer, lines, shipping);
        }
    }

    /// A parcel left, with some or all of what was ordered.
    ///
    /// @param shipping what the buyer paid for sending, in the first parcel of an order
    /// @param parcel   the carrier's reference
    record OrderDispatched(
            Context context, OrderNumber order, List<SentLine> lines, Money shipping, Optional<String> parcel)
            implements OnlineFact {
        public OrderDispatched {
            lines = List.copyOf(lines);
            requireLines(lines, SentLine::ordered, "parcel of " + order);
            requireLines(lines, SentLine::item, "parcel of " + order);
            parcel.ifPresent(OnlineFact::requireReference);
            requireShipping(shipping);
        }

        public Money total() {
            return lines.stream().map(SentLine::price).reduce(shipping, Money::plus);
        }
    }

    /// What was not sent of an order will not be sent; the marketplace gives the money back.
    record OrderCancelled(Context context, OrderNumber order, String reason) implements OnlineFact {
        public OrderCancelled {
            requireReason(reason);
        }
    }

    /// True for a text that may stand in a fact as somebody else's reference.
    static boolean isReference(String text) {
        return text.matches("[A-Za-z0-9][A-Za-z0-9._ -]{0," + (MAX_REFERENCE - 1) + "}");
    }

    /// @throws IllegalArgumentException when an order like this could not be told
    static void requireOrder(OrderNumber order, Optional<String> buyer, List<OrderLine> lines, Money shipping) {
        requireLines(lines, OrderLine::item, "order " + order);
        buyer.ifPresent(OnlineFact::requireReference);
        requireShipping(shipping);
    }

    private static void requireReference(String text) {
        if (!isReference(text)) {
            throw new IllegalArgumentException("not a reference: " + text);
        }
    }

    private static void requireReason(String reason) {
        if (!DiscrepancySettled.isLine(reason, DiscrepancySettled.MAX_REASON)) {
            throw new IllegalArgumentException("a reason of 1 to 200 characters is needed");
        }
    }

    private static void requireShipping(Money shipping) {
        if (shipping.isNegative() || shipping.compareTo(SaleLine.MAX_UNIT_PRICE) > 0) {
            throw new IllegalArgumentException("shipping out of bounds: " + shipping);
        }
    }

    private static <T> void requireLines(List<T> lines, Function<T, ItemCode> item, String what) {
        if (lines.isEmpty()
                || lines.size() > MAX_LINES
                || lines.stream().map(item).distinct().count() != lines.size()) {
            throw new IllegalArgumentException(what + " of " + lines.size() + " lines, or one thing twice");
        }
    }
}
