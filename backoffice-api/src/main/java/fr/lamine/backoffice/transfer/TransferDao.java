package fr.lamine.backoffice.transfer;

import static java.util.stream.Collectors.groupingBy;

import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.backoffice.transfer.Leg.Way;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.SiteFact.CountPosted;
import fr.lamine.model.fact.SiteFact.Counted;
import fr.lamine.model.fact.SiteFact.TransferReceived;
import fr.lamine.model.fact.SiteFact.TransferSent;
import fr.lamine.model.fact.SiteFact.TransferSettled;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.stock.Account.Transit;
import fr.lamine.model.stock.Area;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The tables of transfers.
public final class TransferDao {

    private TransferDao() {}

    public static void write(Handle handle, Collection<Recorded<SiteFact>> facts) {
        var legs = handle.prepareBatch("""
                INSERT INTO transfer_leg (journal, seq, transfer, way, site, destination, place, operator, business_day,
                                          occurred_at)
                VALUES (:journal, :seq, :transfer, :way, :site, :destination, :place, :operator, :day, :at)""");
        var settled = handle.prepareBatch("""
                INSERT INTO transfer_settled (journal, seq, transfer, account_to, operator, occurred_at, reason)
                VALUES (:journal, :seq, :transfer, :to, :operator, :at, :reason)""");
        for (var recorded : facts) {
            switch (recorded.fact()) {
                case TransferSent s ->
                    leg(legs, recorded, s.transfer(), Way.SENT, Optional.of(s.to()), place(recorded, s.from()));
                case TransferReceived r ->
                    leg(legs, recorded, r.transfer(), Way.RECEIVED, Optional.empty(), place(recorded, r.into()));
                case TransferSettled s ->
                    settled.bind("journal", recorded.journal())
                            .bind("seq", recorded.seq())
                            .bind("transfer", s.transfer())
                            .bind("to", s.to().code())
                            .bind("operator", s.context().operator().code())
                            .bind("at", s.context().occurredAt())
                            .bind("reason", s.reason())
                            .add();
                case Counted _, CountPosted _ -> {}
            }
        }
        if (legs.size() > 0) {
            legs.execute();
        }
        if (settled.size() > 0) {
            settled.execute();
        }
    }

    private static Place place(Recorded<SiteFact> recorded, Area area) {
        return Account.place(recorded.context().site(), area);
    }

    private static void leg(
            PreparedBatch batch,
            Recorded<SiteFact> recorded,
            String transfer,
            Way way,
            Optional<SiteCode> destination,
            Place place) {
        batch.bind("journal", recorded.journal())
                .bind("seq", recorded.seq())
                .bind("transfer", transfer)
                .bind("way", way)
                .bind("site", recorded.context().site().code())
                .bind("destination", destination.map(SiteCode::code))
                .bind("place", place.code())
                .bind("operator", recorded.context().operator().code())
                .bind("day", recorded.context().businessDay())
                .bind("at", recorded.context().occurredAt())
                .add();
    }

    /// The name under which a transfer is judged as a whole.
    public static String scope(String transfer) {
        return TransferRules.scope(transfer);
    }

    /// What does not match of these transfers.
    public static List<Discrepancy> judge(Handle handle, Collection<String> transfers) {
        if (transfers.isEmpty()) {
            return List.of();
        }
        Map<String, List<Leg>> legs = legs(handle, transfers).stream().collect(groupingBy(Leg::transfer));
        Map<String, List<Rest>> rest = rest(handle, transfers);
        return transfers.stream()
                .flatMap(t ->
                        TransferRules.judge(t, legs.getOrDefault(t, List.of()), rest.getOrDefault(t, List.of()))
                                .stream())
                .toList();
    }

    public static List<Leg> legs(Handle handle, Collection<String> transfers) {
        return handle
                .createQuery("SELECT * FROM transfer_leg WHERE transfer = ANY (:transfers)")
                .bindArray("transfers", String.class, transfers)
                .map((row, _) -> leg(row))
                .list()
                .stream()
                .sorted(Leg.ORDER)
                .toList();
    }

    static Leg leg(ResultSet row) throws SQLException {
        return new Leg(
                FactId.parse(row.getString("journal") + "/" + row.getLong("seq")),
                row.getString("transfer"),
                Way.valueOf(row.getString("way")),
                new SiteCode(row.getString("site")),
                Optional.ofNullable(row.getString("destination")).map(SiteCode::new),
                (Place) Account.parse(row.getString("place")),
                new OperatorCode(row.getString("operator")),
                row.getTimestamp("occurred_at").toInstant());
    }

    /// What the ledger still has on its way, by transfer; nothing of those that came whole.
    public static Map<String, List<Rest>> rest(Handle handle, Collection<String> transfers) {
        record Row(String transfer, Rest rest) {}
        return handle
                .createQuery("""
                SELECT account, item, category, sum(pieces)::integer AS pieces, sum(grams)::bigint AS grams FROM (
                    SELECT account_to AS account, item, category_to AS category, pieces, grams FROM movement
                    WHERE account_to LIKE 'transit:%' AND account_to = ANY (:accounts)
                    UNION ALL
                    SELECT account_from, item, category_from, -pieces, -grams FROM movement
                    WHERE account_from LIKE 'transit:%' AND account_from = ANY (:accounts)) AS m
                GROUP BY account, item, category
                ORDER BY account, item NULLS LAST, category""")
                .bindArray(
                        "accounts",
                        String.class,
                        transfers.stream().map(t -> new Transit(t).code()).toList())
                .map((row, _) -> new Row(
                        ((Transit) Account.parse(row.getString("account"))).transfer(),
                        new Rest(
                                Optional.ofNullable(row.getString("item")).map(ItemCode::new),
                                new CategoryCode(row.getString("category")),
                                row.getInt("pieces"),
                                Mass.grams(row.getLong("grams")))))
                .list()
                .stream()
                .filter(row -> !row.rest().isNothing())
                .collect(groupingBy(Row::transfer, Collectors.mapping(Row::rest, Collectors.toList())));
    }
}
