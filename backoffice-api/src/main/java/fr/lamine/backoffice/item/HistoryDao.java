package fr.lamine.backoffice.item;

import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.sync.ItemState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What is known of items, for people.
public final class HistoryDao {

    private HistoryDao() {}

    /// Empty when the code was never labelled, sold or not.
    public static Optional<ItemState> labelled(Handle handle, ItemCode code) {
        return handle.createQuery("SELECT * FROM item WHERE code = :code AND labelled")
                .bind("code", code.digits())
                .map((row, _) -> state(row))
                .findOne();
    }

    /// Labels, tickets and gifts that name a code; also the labels that follow it.
    public static List<FactId> facts(Handle handle, ItemCode code) {
        return handle.createQuery("""
                SELECT journal, seq FROM label WHERE code = :code OR replaces = :code
                UNION SELECT journal, seq FROM sale_line WHERE item = :code
                UNION SELECT journal, seq FROM return_line WHERE item = :code
                UNION SELECT journal, seq FROM given_away WHERE item = :code
                UNION SELECT journal, seq FROM label_voided WHERE item = :code
                UNION SELECT journal, seq FROM listing WHERE item = :code
                UNION SELECT journal, seq FROM listing_withdrawn WHERE item = :code
                UNION SELECT journal, seq FROM online_order_line WHERE item = :code
                UNION SELECT journal, seq FROM online_parcel_line WHERE item = :code OR ordered = :code
                UNION SELECT c.journal, c.seq FROM online_cancelled c JOIN online_order_line l USING (order_number)
                WHERE l.item = :code
                UNION SELECT journal, seq FROM carried WHERE item = :code""")
                .bind("code", code.digits())
                .map((row, _) -> FactId.parse(row.getString(1) + "/" + row.getLong(2)))
                .list();
    }

    /// Things still on the shelf, of a place and category if one is given.
    public static Slice<ItemState> onShelf(
            Handle handle, String placePattern, Optional<CategoryCode> category, int page) {
        String where = """
                 FROM item WHERE labelled AND pieces > gone AND (:category::text IS NULL OR category = :category)
                   AND EXISTS (SELECT 1 FROM item_place p
                               WHERE p.item = code AND p.place LIKE :place AND p.place LIKE 'place:%' AND p.pieces > 0)""";
        String code = category.map(CategoryCode::code).orElse(null);
        long total = handle.createQuery("SELECT count(*)" + where)
                .bind("place", placePattern)
                .bind("category", code)
                .mapTo(Long.class)
                .one();
        List<ItemState> rows = handle.createQuery("SELECT *" + where + " ORDER BY code LIMIT :rows OFFSET :offset")
                .bind("place", placePattern)
                .bind("category", code)
                .bind("rows", Slice.ROWS)
                .bind("offset", Slice.offset(page))
                .map((row, _) -> state(row))
                .list();
        return new Slice<>(rows, page, total);
    }

    /// Things on the shelf of a place, of a category if one is given, the last ones first.
    public static List<ItemState> newestOnShelf(
            Handle handle, String placePattern, Optional<CategoryCode> category, int count) {
        return handle.createQuery("""
                SELECT * FROM item
                WHERE labelled AND pieces > gone AND place LIKE :place
                  AND (:category::text IS NULL OR category = :category)
                ORDER BY revision DESC, code LIMIT :count""")
                .bind("place", placePattern)
                .bind("category", category.map(CategoryCode::code).orElse(null))
                .bind("count", count)
                .map((row, _) -> state(row))
                .list();
    }

    static ItemState state(ResultSet row) throws SQLException {
        return new ItemState(
                new ItemCode(row.getString("code")),
                new CategoryCode(row.getString("category")),
                row.getString("title"),
                new SiteCode(row.getString("site")),
                row.getInt("pieces"),
                Math.max(0, row.getInt("gone")),
                Mass.grams(row.getLong("grams")),
                Mass.grams(row.getLong("piece_grams")),
                Money.cents(row.getLong("piece_cents")),
                Money.cents(row.getLong("lot_cents")),
                Optional.ofNullable(row.getString("reserved_for")).map(ChannelCode::new),
                Optional.ofNullable(row.getObject("labelled_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("voided_on", LocalDate.class)));
    }
}
