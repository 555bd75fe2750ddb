package fr.lamine.backoffice.reconciliation;

import fr.lamine.backoffice.screen.Period;
import fr.lamine.backoffice.screen.Scope;
import fr.lamine.backoffice.screen.Slice;
import fr.lamine.backoffice.stock.MovementList;
import fr.lamine.backoffice.stock.MovementRow;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The movements that a figure of the reconciliation is the sum of, read from the ledger itself and not from its
/// totals.
final class LinesDao {

    private static final String LINES = """
            WITH moved AS (
                SELECT m.*,
                       account_from LIKE :here AS leaves, account_to LIKE :here AS enters,
                       :category::text IS NULL OR category_from = :category AS from_category,
                       :category::text IS NULL OR category_to = :category AS to_category
                FROM movement m
                WHERE business_day BETWEEN :from AND :to AND (account_from LIKE :here OR account_to LIKE :here)
            ), effects AS (
                SELECT moved.*,
                       :sign * (CASE WHEN enters AND to_category THEN grams ELSE 0 END
                                - CASE WHEN leaves AND from_category THEN grams ELSE 0 END) AS effect,
                       CASE WHEN enters THEN account_from ELSE account_to END AS other
                FROM moved
            ), lines AS (
                SELECT * FROM effects
                WHERE effect <> 0 AND other LIKE ANY (:counterparts)
                  AND (:provenance::text IS NULL OR provenance = :provenance)
            )
            """;

    private LinesDao() {}

    static MovementList read(
            Handle handle,
            Scope scope,
            Figure figure,
            Optional<CategoryCode> category,
            Optional<MassProvenance.Kind> provenance,
            int page) {
        record Whole(long lines, Mass sum) {}
        Whole whole = bind(
                        handle.createQuery(LINES + "SELECT count(*), coalesce(sum(effect), 0)::bigint FROM lines"),
                        scope,
                        figure,
                        category,
                        provenance)
                .map((row, _) -> new Whole(row.getLong(1), Mass.grams(row.getLong(2))))
                .one();
        List<MovementRow> rows = bind(handle.createQuery(LINES + """
                                SELECT * FROM lines ORDER BY occurred_at DESC, journal, seq, line
                                LIMIT :rows OFFSET :offset"""), scope, figure, category, provenance)
                .bind("rows", Slice.ROWS)
                .bind("offset", Slice.offset(page))
                .map((row, _) -> MovementRow.read(row))
                .list();
        return new MovementList(new Slice<>(rows, page, whole.lines()), whole.sum());
    }

    private static Query bind(
            Query query,
            Scope scope,
            Figure figure,
            Optional<CategoryCode> category,
            Optional<MassProvenance.Kind> provenance) {
        Period days = figure.days(scope);
        return query.bind("here", scope.here())
                .bind("category", category.map(CategoryCode::code).orElse(null))
                .bind("provenance", provenance.map(Enum::name).orElse(null))
                .bind("from", days.from())
                .bind("to", days.to())
                .bind("sign", figure.sign())
                .bindArray("counterparts", String.class, figure.counterparts());
    }
}
