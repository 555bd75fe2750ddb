package fr.lamine.backoffice.item;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.sync.ItemState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Labelled items in the order in which they changed, for terminals.
public final class ItemFeedDao {

    private ItemFeedDao() {}

    /// @param revision up to which nothing is left out
    public record Changed(long revision, List<ItemState> items) {}

    /// Items that changed beyond a revision: about `limit`, never half a revision.
    public static Changed changed(Handle handle, long since, long upTo, int limit) {
        long revision = handle.createQuery("""
                SELECT revision FROM item
                WHERE labelled AND revision > :since AND revision <= :upTo ORDER BY revision OFFSET :limit LIMIT 1""")
                .bind("since", since)
                .bind("upTo", upTo)
                .bind("limit", limit)
                .mapTo(Long.class)
                .findOne()
                .orElse(upTo);
        List<ItemState> items = handle.createQuery("""
                SELECT code, category, title, site, pieces, greatest(0, gone) AS gone, grams, piece_grams, piece_cents,
                       lot_cents, reserved_for, labelled_on, voided_on
                FROM item
                WHERE labelled AND revision > :since AND revision <= :revision ORDER BY revision, code""")
                .bind("since", since)
                .bind("revision", revision)
                .map((row, _) -> new ItemState(
                        new ItemCode(row.getString("code")),
                        new CategoryCode(row.getString("category")),
                        row.getString("title"),
                        new SiteCode(row.getString("site")),
                        row.getInt("pieces"),
                        row.getInt("gone"),
                        Mass.grams(row.getLong("grams")),
                        Mass.grams(row.getLong("piece_grams")),
                        Money.cents(row.getLong("piece_cents")),
                        Money.cents(row.getLong("lot_cents")),
                        Optional.ofNullable(row.getString("reserved_for")).map(ChannelCode::new),
                        Optional.ofNullable(row.getObject("labelled_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("voided_on", LocalDate.class))))
                .list();
        return new Changed(revision, items);
    }
}
