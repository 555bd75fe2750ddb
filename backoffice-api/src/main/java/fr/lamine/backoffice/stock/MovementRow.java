package fr.lamine.backoffice.stock;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// A movement as a list shows it.
///
/// @param effect what it adds to the figure that the list explains
public record MovementRow(
        FactId fact,
        SiteCode site,
        Instant at,
        Account from,
        Account to,
        CategoryCode category,
        Mass effect,
        int pieces,
        Optional<ItemCode> item,
        MassProvenance.Kind provenance) {

    /// Reads the columns of `movement` and one named `effect`.
    public static MovementRow read(ResultSet row) throws SQLException {
        long effect = row.getLong("effect");
        return new MovementRow(
                FactId.parse(row.getString("journal") + "/" + row.getLong("seq")),
                new SiteCode(row.getString("site")),
                row.getTimestamp("occurred_at").toInstant(),
                Account.parse(row.getString("account_from")),
                Account.parse(row.getString("account_to")),
                new CategoryCode(row.getString(effect < 0 ? "category_from" : "category_to")),
                Mass.grams(effect),
                row.getInt("pieces"),
                Optional.ofNullable(row.getString("item")).map(ItemCode::new),
                MassProvenance.Kind.valueOf(row.getString("provenance")));
    }
}
