package fr.lamine.model.online;

import java.util.Comparator;

/// An order as its channel numbers it (*numéro de commande*): `LABEL-EMMAUS/12345`.
public record OrderNumber(ChannelCode channel, String number) implements Comparable<OrderNumber> {

    private static final Comparator<OrderNumber> ORDER =
            Comparator.comparing(OrderNumber::channel).thenComparing(OrderNumber::number);

    public OrderNumber {
        if (!number.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            throw new IllegalArgumentException("not the number of an order: " + number);
        }
    }

    /// @throws IllegalArgumentException when the text is no order's number
    public static OrderNumber parse(String text) {
        String[] part = text.split("/", -1);
        if (part.length != 2) {
            throw new IllegalArgumentException("not an order: " + text);
        }
        return new OrderNumber(new ChannelCode(part[0]), part[1]);
    }

    @Override
    public int compareTo(OrderNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return channel + "/" + number;
    }
}
