package fr.lamine.backoffice.reconciliation;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.screen.Scope;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.stock.Account;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Sums of the ledger by days: no line is read for a report.
public final class ReconciliationDao {

    private ReconciliationDao() {}

    /// @param handle in one snapshot, or totals and balances may be of two moments
    public static Reconciliation read(Handle handle, Scope scope, Names names) {
        return ReconciliationRules.explain(sums(handle, scope), now(handle, scope), scope::holds, names::category);
    }

    private static List<LedgerSum> sums(Handle handle, Scope scope) {
        return handle.createQuery("""
                SELECT business_day > :to AS later, account_from, account_to, category_from, category_to, provenance,
                       sum(grams)::bigint AS grams
                FROM daily_mass
                WHERE business_day >= :from AND (account_from LIKE :here OR account_to LIKE :here)
                GROUP BY 1, 2, 3, 4, 5, 6""")
                .bind("from", scope.period().from())
                .bind("to", scope.period().to())
                .bind("here", scope.here())
                .map((row, _) -> new LedgerSum(
                        row.getBoolean("later"),
                        Account.parse(row.getString("account_from")),
                        Account.parse(row.getString("account_to")),
                        new CategoryCode(row.getString("category_from")),
                        new CategoryCode(row.getString("category_to")),
                        MassProvenance.Kind.valueOf(row.getString("provenance")),
                        Mass.grams(row.getLong("grams"))))
                .list();
    }

    private static Map<CategoryCode, Mass> now(Handle handle, Scope scope) {
        return handle.createQuery("""
                SELECT category, sum(grams)::bigint AS grams FROM balance WHERE account LIKE :here GROUP BY category""")
                .bind("here", scope.here())
                .reduceRows(new java.util.TreeMap<CategoryCode, Mass>(), (map, row) -> {
                    map.put(
                            new CategoryCode(row.getColumn("category", String.class)),
                            Mass.grams(row.getColumn("grams", Long.class)));
                    return map;
                });
    }
}
