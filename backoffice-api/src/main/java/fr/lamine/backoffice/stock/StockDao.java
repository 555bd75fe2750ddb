package fr.lamine.backoffice.stock;

import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// What is where.
public final class StockDao {

    private StockDao() {}

    /// @param pieces labelled, and neither sold nor labelled anew
    public record Balance(Place place, CategoryCode category, Mass mass, long pieces) {}

    /// @param here SQL pattern of the places asked for
    public static List<Balance> balances(Handle handle, String here) {
        return handle.createQuery("""
                WITH there AS (
                    SELECT p.place AS account, i.category, sum(p.pieces)::bigint AS pieces
                    FROM item_place p JOIN item i ON i.code = p.item
                    WHERE i.labelled AND p.place LIKE :here AND p.place LIKE 'place:%' GROUP BY 1, 2
                ), held AS (
                    SELECT account, category, grams FROM balance
                    WHERE account LIKE :here AND account LIKE 'place:%' AND grams <> 0
                )
                SELECT account, category, coalesce(grams, 0) AS grams, coalesce(pieces, 0) AS pieces
                FROM held FULL JOIN there USING (account, category) ORDER BY account, category""")
                .bind("here", here)
                .map((row, _) -> new Balance(
                        (Place) Account.parse(row.getString("account")),
                        new CategoryCode(row.getString("category")),
                        Mass.grams(row.getLong("grams")),
                        row.getLong("pieces")))
                .list();
    }

    private static final String LINES = """
            WITH lines AS (
                SELECT m.*,
                       CASE WHEN account_to LIKE :here AND (:category::text IS NULL OR category_to = :category)
                            THEN grams ELSE 0 END
                       - CASE WHEN account_from LIKE :here AND (:category::text IS NULL OR category_from = :category)
                              THEN grams ELSE 0 END AS effect
                FROM movement m
                WHERE account_from LIKE :here OR account_to LIKE :here
            )
            """;

    /// The movements that a balance is the sum of.
    public static MovementList movements(Handle handle, String here, Optional<CategoryCode> category, int page) {
        record Whole(long lines, Mass sum) {}
        Whole whole = bind(
                        handle.createQuery(LINES
                                + "SELECT count(*), coalesce(sum(effect), 0)::bigint FROM lines WHERE effect <> 0"),
                        here,
                        category)
                .map((row, _) -> new Whole(row.getLong(1), Mass.grams(row.getLong(2))))
                .one();
        List<MovementRow> rows = bind(handle.createQuery(LINES + """
                                SELECT * FROM lines WHERE effect <> 0
                                ORDER BY occurred_at DESC, journal, seq, line LIMIT :rows OFFSET :offset"""), here, category)
                .bind("rows", Slice.ROWS)
                .bind("offset", Slice.offset(page))
                .map((row, _) -> MovementRow.read(row))
                .list();
        return new MovementList(new Slice<>(rows, page, whole.lines()), whole.sum());
    }

    private static Query bind(Query query, String here, Optional<CategoryCode> category) {
        return query.bind("here", here)
                .bind("category", category.map(CategoryCode::code).orElse(null));
    }
}
