package fr.lamine.backoffice.online;

import fr.lamine.backoffice.online.OnlineDesk.Ordered;
import fr.lamine.backoffice.platform.CsvReader;
import fr.lamine.model.fact.OnlineFact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.online.OrderLine;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.text.French;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Orders as a marketplace hands them over in a table: a line each thing, the lines of one order one after the other.
final class OrderCsv {

    static final List<String> HEADER = List.of("canal", "commande", "date", "acheteur", "code", "prix", "port");

    private static final int MAX_ROWS = 1_000;
    private static final DateTimeFormatter FRENCH_DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private OrderCsv() {}

    /// @param line within the text, from 1
    record Trouble(int line, String sentence) {}

    /// @param orders   that can be taken, in the order of the text
    /// @param troubles of the others
    record Read(List<Ordered> orders, List<Trouble> troubles) {
        Read {
            orders = List.copyOf(orders);
            troubles = List.copyOf(troubles);
        }
    }

    private static final class Building {
        private final OrderNumber number;
        private final LocalDate on;
        private final Optional<String> buyer;
        private final Money shipping;
        private final List<OrderLine> lines = new ArrayList<>();
        private boolean whole = true;

        Building(OrderNumber number, LocalDate on, Optional<String> buyer, Money shipping) {
            this.number = number;
            this.on = on;
            this.buyer = buyer;
            this.shipping = shipping;
        }
    }

    static Read read(String text) {
        List<CsvReader.Row> rows = CsvReader.rows(text);
        if (rows.isEmpty() || !rows.getFirst().fields().equals(HEADER)) {
            return new Read(
                    List.of(),
                    List.of(new Trouble(1, "La première ligne doit être\u202f: " + String.join(";", HEADER))));
        }
        if (rows.size() > MAX_ROWS + 1) {
            return new Read(List.of(), List.of(new Trouble(1, "1 000 lignes au plus à la fois.")));
        }
        Map<String, Building> orders = new LinkedHashMap<>();
        List<Trouble> troubles = new ArrayList<>();
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            take(row, orders).ifPresent(sentence -> {
                troubles.add(new Trouble(row.line(), sentence));
                Optional.ofNullable(orders.get(key(row))).ifPresent(order -> order.whole = false);
            });
        }
        return new Read(
                orders.values().stream()
                        .filter(order -> order.whole && !order.lines.isEmpty())
                        .map(order -> new Ordered(order.number, order.on, order.buyer, order.lines, order.shipping))
                        .toList(),
                troubles);
    }

    private static String key(CsvReader.Row row) {
        return row.fields().size() < 2
                ? ""
                : row.fields().get(0) + "/" + row.fields().get(1);
    }

    /// @return what is wrong with the row; the rest of its order is not taken then
    private static Optional<String> take(CsvReader.Row row, Map<String, Building> orders) {
        List<String> fields = row.fields();
        if (fields.size() != HEADER.size()) {
            return Optional.of("%d colonnes au lieu de %d.".formatted(fields.size(), HEADER.size()));
        }
        Optional<OrderNumber> number = number(fields.get(0), fields.get(1));
        if (number.isEmpty()) {
            return Optional.of("Canal ou numéro de commande non compris.");
        }
        Optional<LocalDate> on = day(fields.get(2));
        Optional<String> buyer = Optional.of(fields.get(3)).filter(text -> !text.isEmpty());
        Optional<Money> price = amount(fields.get(5));
        Optional<Money> shipping = fields.get(6).isEmpty() ? Optional.of(Money.ZERO) : amount(fields.get(6));
        Building order = orders.computeIfAbsent(
                key(row),
                _ -> new Building(number.get(), on.orElse(LocalDate.EPOCH), buyer, shipping.orElse(Money.ZERO)));
        if (on.isEmpty()) {
            return Optional.of("Date non comprise\u202f: écrivez 23/11/2026 ou 2026-11-23.");
        }
        if (buyer.filter(text -> !OnlineFact.isReference(text)).isPresent()) {
            return Optional.of("L’acheteur est une référence sans nom ni adresse, de 40 signes au plus.");
        }
        String code = fields.get(4).replace(" ", "");
        if (!ItemCode.isWellFormed(code)) {
            return Optional.of("«\u202f" + fields.get(4) + "\u202f» n’est pas le code d’une étiquette.");
        }
        if (price.isEmpty() || shipping.isEmpty()) {
            return Optional.of("Prix ou port non compris\u202f: écrivez 24,00.");
        }
        if (!order.on.equals(on.get()) || !order.buyer.equals(buyer) || !order.shipping.equals(shipping.get())) {
            return Optional.of("Date, acheteur ou port diffèrent des autres lignes de la commande.");
        }
        ItemCode item = new ItemCode(code);
        if (order.lines.stream().anyMatch(line -> line.item().equals(item))) {
            return Optional.of("Cet article est deux fois dans la commande.");
        }
        if (order.lines.size() == OnlineFact.MAX_LINES) {
            return Optional.of("200 articles au plus par commande.");
        }
        order.lines.add(new OrderLine(item, price.get()));
        return Optional.empty();
    }

    static Optional<OrderNumber> number(String channel, String number) {
        try {
            return Optional.of(new OrderNumber(new ChannelCode(channel), number));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text.contains("/") ? LocalDate.parse(text, FRENCH_DAY) : LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Zero and more, and no more than a line of a ticket may cost.
    static Optional<Money> amount(String text) {
        return French.parseEuros(text)
                .filter(money -> !money.isNegative() && money.compareTo(SaleLine.MAX_UNIT_PRICE) <= 0);
    }
}
