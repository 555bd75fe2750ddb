package fr.lamine.backoffice.sites;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.screen.Slice;
import fr.lamine.backoffice.sites.TransferView.Row;
import fr.lamine.backoffice.sites.TransferView.Settled;
import fr.lamine.backoffice.transfer.Leg;
import fr.lamine.backoffice.transfer.Rest;
import fr.lamine.backoffice.transfer.TransferDao;
import fr.lamine.backoffice.transfer.TransferRules;
import fr.lamine.backoffice.transfer.TransferRules.State;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.stock.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Transfers, for people.
final class TransferListDao {

    private TransferListDao() {}

    /// Newest first.
    static Slice<Row> list(Handle handle, int page) {
        long total = handle.createQuery("SELECT count(DISTINCT transfer) FROM transfer_leg")
                .mapTo(Long.class)
                .one();
        List<String> codes = handle.createQuery("""
                SELECT transfer FROM transfer_leg GROUP BY transfer
                ORDER BY min(occurred_at) DESC, transfer LIMIT :rows OFFSET :offset""")
                .bind("rows", Slice.ROWS)
                .bind("offset", Slice.offset(page))
                .mapTo(String.class)
                .list();
        Map<String, List<Leg>> legs = TransferDao.legs(handle, codes).stream().collect(groupingBy(Leg::transfer));
        Map<String, List<Rest>> rest = TransferDao.rest(handle, codes);
        Map<String, List<Account>> settled = handle
                .createQuery("""
                SELECT transfer, account_to FROM transfer_settled WHERE transfer = ANY (:transfers)""")
                .bindArray("transfers", String.class, codes)
                .map((row, _) -> Map.entry(row.getString(1), Account.parse(row.getString(2))))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return new Slice<>(
                codes.stream()
                        .map(code -> row(
                                code,
                                legs.get(code),
                                rest.getOrDefault(code, List.of()),
                                settled.getOrDefault(code, List.of())))
                        .toList(),
                page,
                total);
    }

    private static Row row(String code, List<Leg> legs, List<Rest> rest, List<Account> settled) {
        State state = TransferRules.state(legs, rest, settled);
        return new Row(
                code,
                legs.stream()
                        .filter(leg -> leg.way() == Leg.Way.SENT)
                        .map(Leg::site)
                        .findFirst(),
                TransferRules.destination(legs),
                legs.getFirst().at(),
                state,
                TransferRules.left(state, rest));
    }

    /// How many are on their way or came otherwise than they left.
    static long unfinished(Handle handle) {
        return handle.createQuery("""
                SELECT count(DISTINCT account) FROM balance WHERE account LIKE 'transit:%' AND (grams <> 0 OR pieces <> 0)""").mapTo(Long.class).one();
    }

    static Optional<TransferView> find(Handle handle, Names names, String transfer) {
        List<Leg> legs = TransferDao.legs(handle, List.of(transfer));
        List<Rest> rest = TransferDao.rest(handle, List.of(transfer)).getOrDefault(transfer, List.of());
        return legs.isEmpty() && rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new TransferView(names, transfer, legs, rest, settled(handle, transfer)));
    }

    private static List<Settled> settled(Handle handle, String transfer) {
        return handle.createQuery("SELECT * FROM transfer_settled WHERE transfer = :transfer ORDER BY occurred_at, seq")
                .bind("transfer", transfer)
                .map((row, _) -> new Settled(
                        FactId.parse(row.getString("journal") + "/" + row.getLong("seq")),
                        Account.parse(row.getString("account_to")),
                        new OperatorCode(row.getString("operator")),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getString("reason")))
                .list();
    }
}
