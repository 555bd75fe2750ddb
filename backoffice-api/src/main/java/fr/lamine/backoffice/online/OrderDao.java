package fr.lamine.backoffice.online;

import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Orders as they stand.
public final class OrderDao {

    private static final String ORDER = "SELECT * FROM known_order ";

    private OrderDao() {}

    /// A parcel that left.
    public record Parcel(FactId fact, Instant at, Money total, Optional<String> reference) {}

    static Optional<Order> find(Handle handle, OrderNumber number) {
        return of(handle, List.of(number.toString())).stream().findFirst();
    }

    /// Newest first.
    ///
    /// @param state of the whole order
    static Slice<Order> page(Handle handle, Optional<LineState> state, int page) {
        String where = """
                WHERE :state::text IS NULL OR :state = (
                    SELECT state FROM online_line l WHERE l.order_number = known_order.order_number
                    ORDER BY array_position(ARRAY['LOST', 'WAITING', 'SENT', 'CANCELLED'], state) LIMIT 1)""";
        String asked = state.map(Enum::name).orElse(null);
        long total = handle.createQuery("SELECT count(*) FROM known_order " + where)
                .bind("state", asked)
                .mapTo(Long.class)
                .one();
        List<String> numbers = handle.createQuery("SELECT order_number FROM known_order " + where + """
                 ORDER BY occurred_at DESC, order_number LIMIT :rows OFFSET :offset""")
                .bind("state", asked)
                .bind("rows", Slice.ROWS)
                .bind("offset", Slice.offset(page))
                .mapTo(String.class)
                .list();
        return new Slice<>(of(handle, numbers), page, total);
    }

    /// What is to be fetched from the shelves, oldest order first.
    static List<Order> waiting(Handle handle) {
        List<String> numbers = handle.createQuery("""
                SELECT DISTINCT order_number FROM online_line WHERE state IN ('WAITING', 'LOST')""").mapTo(String.class).list();
        return of(handle, numbers).reversed();
    }

    /// The order that has this thing.
    static Optional<OrderNumber> waitingFor(Handle handle, ItemCode item) {
        return handle.createQuery("SELECT order_number FROM online_line WHERE item = :item AND state = 'WAITING'")
                .bind("item", item.digits())
                .map((row, _) -> OrderNumber.parse(row.getString(1)))
                .findOne();
    }

    static List<Parcel> parcels(Handle handle, OrderNumber number) {
        return handle.createQuery("""
                SELECT * FROM online_parcel WHERE order_number = :order ORDER BY occurred_at, journal COLLATE "C", seq""")
                .bind("order", number.toString())
                .map((row, _) -> new Parcel(
                        FactId.parse(row.getString("journal") + "/" + row.getLong("seq")),
                        row.getTimestamp("occurred_at").toInstant(),
                        Money.cents(row.getLong("total_cents")),
                        Optional.ofNullable(row.getString("parcel"))))
                .list();
    }

    /// How many wait to be sent or seen to.
    public static long open(Handle handle) {
        return handle.createQuery("""
                SELECT count(DISTINCT order_number) FROM online_line WHERE state IN ('WAITING', 'LOST')""").mapTo(Long.class).one();
    }

    private static List<Order> of(Handle handle, List<String> numbers) {
        Map<String, List<Order.Line>> lines = new LinkedHashMap<>();
        handle.createQuery("SELECT * FROM online_line WHERE order_number = ANY (:numbers) ORDER BY order_number, line")
                .bindArray("numbers", String.class, numbers)
                .map((row, _) -> Map.entry(row.getString("order_number"), line(row)))
                .forEach(e -> lines.computeIfAbsent(e.getKey(), _ -> new ArrayList<>())
                        .add(e.getValue()));
        return handle.createQuery(ORDER + """
                WHERE order_number = ANY (:numbers) ORDER BY occurred_at DESC, order_number""")
                .bindArray("numbers", String.class, numbers)
                .map((row, _) -> new Order(
                        OrderNumber.parse(row.getString("order_number")),
                        FactId.parse(row.getString("journal") + "/" + row.getLong("seq")),
                        row.getObject("ordered_on", LocalDate.class),
                        Optional.ofNullable(row.getString("buyer")),
                        Money.cents(row.getLong("shipping_cents")),
                        row.getTimestamp("occurred_at").toInstant(),
                        lines.get(row.getString("order_number"))))
                .list();
    }

    private static Order.Line line(ResultSet row) throws SQLException {
        return new Order.Line(
                new ItemCode(row.getString("item")),
                Money.cents(row.getLong("price_cents")),
                LineState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("title")).orElse(""),
                Optional.ofNullable(row.getString("category")).map(CategoryCode::new),
                Optional.ofNullable(row.getString("item_place")).map(text -> (Place) Account.parse(text)),
                Optional.ofNullable(row.getString("sent_item")).map(ItemCode::new));
    }
}
