package fr.lamine.backoffice.online;

import fr.lamine.backoffice.online.Listing.Words;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.online.Condition;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What is for sale online, and what could be.
public final class ListingDao {

    static final int MOST = 500;

    private ListingDao() {}

    /// A labelled thing that somebody wants to publish or send.
    ///
    /// @param left   pieces that are there
    /// @param awaited an order waits for it
    public record Thing(
            ItemCode code,
            CategoryCode category,
            String title,
            Place place,
            int pieces,
            int left,
            Mass pieceMass,
            Money price,
            boolean awaited) {}

    static Optional<Thing> thing(Handle handle, ItemCode code) {
        return handle.createQuery("""
                SELECT item.*, EXISTS (SELECT 1 FROM online_line l WHERE l.item = code AND l.state IN ('WAITING', 'LOST'))
                       AS awaited
                FROM item WHERE code = :code AND labelled""")
                .bind("code", code.digits())
                .map((row, _) -> new Thing(
                        code,
                        new CategoryCode(row.getString("category")),
                        row.getString("title"),
                        (Place) Account.parse(row.getString("place")),
                        row.getInt("pieces"),
                        row.getInt("pieces") - row.getInt("gone"),
                        Mass.grams(row.getLong("piece_grams")),
                        Money.cents(row.getLong("piece_cents")),
                        row.getBoolean("awaited")))
                .findOne();
    }

    static Optional<Listing> find(Handle handle, ItemCode code) {
        return handle.createQuery("SELECT * FROM open_listing WHERE item = :code")
                .bind("code", code.digits())
                .map((row, _) -> listing(row))
                .findOne();
    }

    /// Newest first; those that have gone before all others, since somebody must see to them.
    static List<Listing> open(Handle handle, Optional<ChannelCode> channel) {
        return handle.createQuery("""
                SELECT * FROM open_listing WHERE (:channel::text IS NULL OR channel = :channel)
                ORDER BY there, occurred_at DESC, item LIMIT :most""")
                .bind("channel", channel.map(ChannelCode::code).orElse(null))
                .bind("most", MOST)
                .map((row, _) -> listing(row))
                .list();
    }

    /// Channels that were ever sold on.
    static List<String> channels(Handle handle) {
        return handle.createQuery("SELECT DISTINCT channel FROM listing ORDER BY channel")
                .mapTo(String.class)
                .list();
    }

    private static Listing listing(ResultSet row) throws SQLException {
        return new Listing(
                FactId.parse(row.getString("journal") + "/" + row.getLong("seq")),
                new SiteCode(row.getString("site")),
                new CategoryCode(row.getString("category")),
                new Words(
                        new ItemCode(row.getString("item")),
                        new ChannelCode(row.getString("channel")),
                        row.getString("title"),
                        row.getString("description"),
                        Condition.valueOf(row.getString("condition")),
                        Money.cents(row.getLong("price_cents")),
                        Mass.grams(row.getLong("grams")),
                        List.of((String[]) row.getArray("photos").getArray())),
                row.getTimestamp("occurred_at").toInstant(),
                row.getBoolean("there"));
    }
}
