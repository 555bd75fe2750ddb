package fr.lamine.backoffice.order;

import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.OnlineFact;
import fr.lamine.model.fact.OnlineFact.ItemPublished;
import fr.lamine.model.fact.OnlineFact.ItemWithdrawn;
import fr.lamine.model.fact.OnlineFact.OrderCancelled;
import fr.lamine.model.fact.OnlineFact.OrderDispatched;
import fr.lamine.model.fact.OnlineFact.OrderReceived;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.online.OrderLine;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.online.SentLine;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/// The tables of what happened online.
public final class OnlineDao {

    private OnlineDao() {}

    /// @return the codes of which more is known now, each with the fact that told it
    public static Map<ItemCode, FactId> write(Handle handle, Collection<Recorded<OnlineFact>> facts) {
        Map<ItemCode, FactId> touched = new TreeMap<>();
        Map<OrderNumber, FactId> orders = new HashMap<>();
        for (Recorded<OnlineFact> recorded : facts) {
            FactId id = recorded.id();
            switch (recorded.fact()) {
                case ItemPublished p -> {
                    published(handle, recorded, p);
                    touched.put(p.item(), id);
                }
                case ItemWithdrawn w -> {
                    withdrawn(handle, recorded, w);
                    touched.put(w.item(), id);
                }
                case OrderReceived o -> {
                    received(handle, recorded, o);
                    o.lines().forEach(line -> touched.put(line.item(), id));
                }
                case OrderDispatched d -> {
                    dispatched(handle, recorded, d);
                    d.lines().forEach(line -> {
                        touched.put(line.item(), id);
                        touched.put(line.ordered(), id);
                    });
                }
                case OrderCancelled c -> {
                    cancelled(handle, recorded, c);
                    orders.put(c.order(), id);
                }
            }
        }
        orders.forEach((order, id) -> items(handle, order).forEach(item -> touched.put(item, id)));
        return touched;
    }

    private static Iterable<ItemCode> items(Handle handle, OrderNumber order) {
        return handle.createQuery("SELECT item FROM online_order_line WHERE order_number = :order")
                .bind("order", order.toString())
                .map((row, _) -> new ItemCode(row.getString(1)))
                .list();
    }

    private static void published(Handle handle, Recorded<OnlineFact> recorded, ItemPublished p) {
        placed(handle.createUpdate("""
                INSERT INTO listing (journal, seq, item, site, business_day, occurred_at, place, category, grams, channel,
                                     title, description, condition, price_cents, photos)
                VALUES (:journal, :seq, :item, :site, :day, :at, :place, :category, :grams, :channel, :title,
                        :description, :condition, :price, :photos)"""), recorded)
                .bind("item", p.item().digits())
                .bind("place", p.place().code())
                .bind("category", p.category().code())
                .bind("grams", p.mass().grams())
                .bind("channel", p.channel().code())
                .bind("title", p.title())
                .bind("description", p.description())
                .bind("condition", p.condition())
                .bind("price", p.price().cents())
                .bindArray("photos", String.class, p.photos())
                .execute();
    }

    private static void withdrawn(Handle handle, Recorded<OnlineFact> recorded, ItemWithdrawn w) {
        placed(handle.createUpdate("""
                INSERT INTO listing_withdrawn (journal, seq, item, site, business_day, occurred_at, reason)
                VALUES (:journal, :seq, :item, :site, :day, :at, :reason)"""), recorded)
                .bind("item", w.item().digits())
                .bind("reason", w.reason())
                .execute();
    }

    private static void received(Handle handle, Recorded<OnlineFact> recorded, OrderReceived o) {
        of(handle.createUpdate("""
                INSERT INTO online_order (journal, seq, order_number, ordered_on, occurred_at, buyer, shipping_cents)
                VALUES (:journal, :seq, :order, :on, :at, :buyer, :shipping)"""), recorded, o.order())
                .bind("on", o.orderedOn())
                .bind("buyer", o.buyer())
                .bind("shipping", o.shipping().cents())
                .execute();
        PreparedBatch lines = handle.prepareBatch("""
                INSERT INTO online_order_line (journal, seq, line, order_number, occurred_at, item, price_cents)
                VALUES (:journal, :seq, :line, :order, :at, :item, :price)""");
        for (int i = 0; i < o.lines().size(); i++) {
            OrderLine line = o.lines().get(i);
            of(lines, recorded, o.order())
                    .bind("line", i + 1)
                    .bind("item", line.item().digits())
                    .bind("price", line.price().cents())
                    .add();
        }
        lines.execute();
    }

    private static void dispatched(Handle handle, Recorded<OnlineFact> recorded, OrderDispatched d) {
        placed(of(handle.createUpdate("""
                INSERT INTO online_parcel (journal, seq, order_number, site, business_day, occurred_at, shipping_cents,
                                           total_cents, parcel)
                VALUES (:journal, :seq, :order, :site, :day, :at, :shipping, :total, :parcel)"""), recorded, d.order()), recorded)
                .bind("shipping", d.shipping().cents())
                .bind("total", d.total().cents())
                .bind("parcel", d.parcel())
                .execute();
        PreparedBatch lines = handle.prepareBatch("""
                INSERT INTO online_parcel_line (journal, seq, line, order_number, site, business_day, occurred_at, ordered,
                                                item, category, grams, price_cents)
                VALUES (:journal, :seq, :line, :order, :site, :day, :at, :ordered, :item, :category, :grams, :price)""");
        for (int i = 0; i < d.lines().size(); i++) {
            SentLine line = d.lines().get(i);
            placed(of(lines, recorded, d.order()), recorded)
                    .bind("line", i + 1)
                    .bind("ordered", line.ordered().digits())
                    .bind("item", line.item().digits())
                    .bind("category", line.category().code())
                    .bind("grams", line.mass().grams())
                    .bind("price", line.price().cents())
                    .add();
        }
        lines.execute();
    }

    private static void cancelled(Handle handle, Recorded<OnlineFact> recorded, OrderCancelled c) {
        of(handle.createUpdate("""
                INSERT INTO online_cancelled (journal, seq, order_number, occurred_at, reason)
                VALUES (:journal, :seq, :order, :at, :reason)"""), recorded, c.order())
                .bind("reason", c.reason())
                .execute();
    }

    private static <S extends SqlStatement<S>> S placed(S statement, Recorded<OnlineFact> recorded) {
        return told(statement, recorded)
                .bind("site", recorded.context().site().code())
                .bind("day", recorded.context().businessDay());
    }

    private static <S extends SqlStatement<S>> S of(S statement, Recorded<OnlineFact> recorded, OrderNumber order) {
        return told(statement, recorded).bind("order", order.toString());
    }

    private static <S extends SqlStatement<S>> S told(S statement, Recorded<OnlineFact> recorded) {
        return statement
                .bind("journal", recorded.journal())
                .bind("seq", recorded.seq())
                .bind("at", recorded.context().occurredAt());
    }
}
