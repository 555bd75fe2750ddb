package fr.lamine.backoffice.item;

import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.SiteFact.CountPosted;
import fr.lamine.model.fact.SiteFact.Counted;
import fr.lamine.model.fact.SiteFact.TransferReceived;
import fr.lamine.model.fact.SiteFact.TransferSent;
import fr.lamine.model.fact.SiteFact.TransferSettled;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Transit;
import fr.lamine.model.stock.CarriedItem;
import fr.lamine.model.stock.Cause;
import fr.lamine.model.stock.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of labelled pieces that were carried, settled or posted from an account to another.
public final class CarriedDao {

    private CarriedDao() {}

    private record Row(
            ItemCode item,
            int pieces,
            Optional<CategoryCode> category,
            Optional<Mass> mass,
            Account from,
            Account to) {}

    public static void write(Handle handle, Collection<Recorded<SiteFact>> facts) {
        var batch = handle.prepareBatch("""
                INSERT INTO carried (journal, seq, line, site, business_day, occurred_at, item, pieces, category, grams,
                                     account_from, account_to)
                VALUES (:journal, :seq, :line, :site, :day, :at, :item, :pieces, :category, :grams, :from, :to)""");
        for (var recorded : facts) {
            List<Row> rows = rows(recorded.fact());
            for (int line = 1; line <= rows.size(); line++) {
                Row row = rows.get(line - 1);
                batch.bind("journal", recorded.journal())
                        .bind("seq", recorded.seq())
                        .bind("line", line)
                        .bind("site", recorded.context().site().code())
                        .bind("day", recorded.context().businessDay())
                        .bind("at", moved(recorded.fact()))
                        .bind("item", row.item().digits())
                        .bind("pieces", row.pieces())
                        .bind("category", row.category().map(CategoryCode::code))
                        .bind("grams", row.mass().map(Mass::grams))
                        .bind("from", row.from().code())
                        .bind("to", row.to().code())
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /// What a count found was so when it was counted.
    private static Instant moved(SiteFact fact) {
        return fact instanceof CountPosted posted
                ? posted.asOf()
                : fact.context().occurredAt();
    }

    /// The labels that a fact is about.
    public static List<ItemCode> items(SiteFact fact) {
        return fact instanceof Counted c
                ? c.items().stream().map(item -> item.item()).toList()
                : rows(fact).stream().map(Row::item).toList();
    }

    private static List<Row> rows(SiteFact fact) {
        return switch (fact) {
            case TransferSent s ->
                carried(s.items(), Account.place(s.context().site(), s.from()), new Transit(s.transfer()));
            case TransferReceived r ->
                carried(
                        r.items(),
                        new Transit(r.transfer()),
                        Account.place(r.context().site(), r.into()));
            case TransferSettled s -> posted(s.rest(), new Transit(s.transfer()), s.to());
            case CountPosted p ->
                posted(p.differences(), new Account.Adjustment(p.place().site(), Cause.COUNT), p.place());
            case Counted _ -> List.of();
        };
    }

    private static List<Row> carried(List<CarriedItem> items, Account from, Account to) {
        return items.stream()
                .map(i -> new Row(
                        i.item(),
                        i.pieces(),
                        i.known().map(CarriedItem.Known::category),
                        i.known().map(CarriedItem.Known::mass),
                        from,
                        to))
                .toList();
    }

    private static List<Row> posted(List<Difference> differences, Account from, Account to) {
        List<Row> rows = new ArrayList<>();
        for (Difference d : differences) {
            d.item()
                    .filter(_ -> d.pieces() != 0)
                    .ifPresent(item -> rows.add(new Row(
                            item,
                            Math.abs(d.pieces()),
                            Optional.of(d.category()),
                            Optional.of(d.size()),
                            d.more() ? from : to,
                            d.more() ? to : from)));
        }
        return rows;
    }
}
