package fr.lamine.backoffice.item;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.lamine.backoffice.item.Claim.Way;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What was promised online of codes, and how it ended.
final class ClaimDao {

    private ClaimDao() {}

    private record Of(ItemCode code, Claim claim) {}

    static Map<ItemCode, List<Claim>> of(Handle handle, List<String> codes) {
        return handle.createQuery("""
                WITH step AS (
                    SELECT item, 'PUBLISHED' AS way, journal, seq, 0 AS line, channel, NULL AS order_number, place
                    FROM listing WHERE item = ANY (:codes)
                    UNION ALL
                    SELECT item, 'WITHDRAWN', journal, seq, 0, NULL, NULL, NULL
                    FROM listing_withdrawn WHERE item = ANY (:codes)
                    UNION ALL
                    SELECT item, 'ORDERED', journal, seq, line, NULL, order_number, NULL
                    FROM online_order_line WHERE item = ANY (:codes)
                    UNION ALL
                    SELECT ordered, 'SETTLED', journal, seq, line, NULL, order_number, NULL
                    FROM online_parcel_line WHERE ordered = ANY (:codes)
                    UNION ALL
                    SELECT l.item, 'SETTLED', c.journal, c.seq, min(l.line), NULL, c.order_number, NULL
                    FROM online_cancelled c JOIN online_order_line l USING (order_number)
                    WHERE l.item = ANY (:codes) GROUP BY l.item, c.journal, c.seq, c.order_number
                )
                SELECT step.*, f.site, f.business_day, f.occurred_at FROM step JOIN fact f USING (journal, seq)""")
                .bindArray("codes", String.class, codes)
                .map((row, _) -> new Of(new ItemCode(row.getString("item")), claim(row)))
                .collect(groupingBy(Of::code, mapping(Of::claim, toList())));
    }

    private static Claim claim(ResultSet row) throws SQLException {
        Optional<OrderNumber> order =
                Optional.ofNullable(row.getString("order_number")).map(OrderNumber::parse);
        return new Claim(
                FactId.parse(row.getString("journal") + "/" + row.getLong("seq")),
                row.getInt("line"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getObject("business_day", LocalDate.class),
                new SiteCode(row.getString("site")),
                Way.valueOf(row.getString("way")),
                Optional.ofNullable(row.getString("channel"))
                        .map(ChannelCode::new)
                        .or(() -> order.map(OrderNumber::channel)),
                order,
                Optional.ofNullable(row.getString("place")).map(text -> (Place) Account.parse(text)));
    }
}
