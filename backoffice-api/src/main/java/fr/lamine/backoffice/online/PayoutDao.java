package fr.lamine.backoffice.online;

import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.OrderNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What marketplaces say they paid, beside what was sent.
public final class PayoutDao {

    private PayoutDao() {}

    /// @param gross what the buyer paid
    /// @param fee   what the marketplace keeps
    public record Paid(String payout, LocalDate on, OrderNumber order, Money gross, Money fee, Money net) {}

    /// @param sent things and shipping of all parcels; absent when no such order is known
    public record Row(Paid paid, Optional<Money> sent) {

        /// Zero when marketplace and office agree.
        public Money difference() {
            return paid.gross().minus(sent.orElse(Money.ZERO));
        }
    }

    /// The same statement again says the same; a corrected one takes its place.
    static void put(Handle handle, List<Paid> lines, String by, Instant now) {
        var batch = handle.prepareBatch("""
                INSERT INTO payout_line (channel, payout, order_number, paid_on, gross_cents, fee_cents, net_cents,
                                         imported_at, imported_by)
                VALUES (:channel, :payout, :order, :on, :gross, :fee, :net, :now, :by)
                ON CONFLICT (payout, order_number) DO UPDATE
                SET paid_on = excluded.paid_on, gross_cents = excluded.gross_cents, fee_cents = excluded.fee_cents,
                    net_cents = excluded.net_cents, imported_at = excluded.imported_at, imported_by = excluded.imported_by""");
        for (Paid line : lines) {
            batch.bind("channel", line.order().channel().code())
                    .bind("payout", line.payout())
                    .bind("order", line.order().toString())
                    .bind("on", line.on())
                    .bind("gross", line.gross().cents())
                    .bind("fee", line.fee().cents())
                    .bind("net", line.net().cents())
                    .bind("now", now)
                    .bind("by", by)
                    .add();
        }
        batch.execute();
    }

    /// Those that differ first, then the newest.
    static Slice<Row> page(Handle handle, int page) {
        long total = handle.createQuery("SELECT count(*) FROM payout_line")
                .mapTo(Long.class)
                .one();
        List<Row> rows = handle.createQuery("""
                SELECT p.*, s.cents AS sent_cents FROM payout_line p
                LEFT JOIN LATERAL (SELECT sum(total_cents)::bigint AS cents FROM online_parcel
                                   WHERE order_number = p.order_number) AS s ON true
                ORDER BY gross_cents = coalesce(s.cents, 0), paid_on DESC, payout, p.order_number
                LIMIT :rows OFFSET :offset""")
                .bind("rows", Slice.ROWS)
                .bind("offset", Slice.offset(page))
                .map((row, _) -> new Row(
                        new Paid(
                                row.getString("payout"),
                                row.getObject("paid_on", LocalDate.class),
                                OrderNumber.parse(row.getString("order_number")),
                                Money.cents(row.getLong("gross_cents")),
                                Money.cents(row.getLong("fee_cents")),
                                Money.cents(row.getLong("net_cents"))),
                        Optional.ofNullable(row.getObject("sent_cents", Long.class))
                                .map(Money::cents)))
                .list();
        return new Slice<>(rows, page, total);
    }

    /// Parcels that no statement names yet.
    static List<Row> unpaid(Handle handle) {
        return handle.createQuery("""
                SELECT order_number, max(business_day) AS day, sum(total_cents)::bigint AS cents FROM online_parcel
                WHERE NOT EXISTS (SELECT 1 FROM payout_line p WHERE p.order_number = online_parcel.order_number)
                GROUP BY order_number ORDER BY day, order_number LIMIT 200""")
                .map((row, _) -> new Row(
                        new Paid(
                                "",
                                row.getObject("day", LocalDate.class),
                                OrderNumber.parse(row.getString("order_number")),
                                Money.ZERO,
                                Money.ZERO,
                                Money.ZERO),
                        Optional.of(Money.cents(row.getLong("cents")))))
                .list();
    }
}
