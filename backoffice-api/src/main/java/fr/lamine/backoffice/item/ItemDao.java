package fr.lamine.backoffice.item;

import static java.util.stream.Collectors.groupingBy;

import fr.lamine.backoffice.item.Taking.Asked;
import fr.lamine.backoffice.item.Taking.Way;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Items and lots as all their facts together tell.
public final class ItemDao {

    private ItemDao() {}

    /// Folds items anew, each under the lock of its own row, taken in the order of the codes. The rows are not yet
    /// written: see [#write].
    public static List<ItemFold> fold(Handle handle, SortedSet<ItemCode> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        List<String> digits = codes.stream().map(ItemCode::digits).toList();
        var rows = handle.prepareBatch("INSERT INTO item (code) VALUES (:code) ON CONFLICT (code) DO NOTHING");
        digits.forEach(code -> rows.bind("code", code).add());
        rows.execute();
        handle.createQuery("SELECT 1 FROM item WHERE code = ANY (:codes) ORDER BY code FOR UPDATE")
                .bindArray("codes", String.class, digits)
                .mapTo(Integer.class)
                .list();
        List<Label> labels = labels(handle, digits);
        Map<ItemCode, List<Label>> made = labels.stream().collect(groupingBy(Label::code));
        Map<ItemCode, List<Taken>> taken = Stream.of(
                        sold(handle, digits),
                        returned(handle, digits),
                        given(handle, digits),
                        voided(handle, digits),
                        sent(handle, digits),
                        relabelled(labels),
                        posted(handle, digits))
                .flatMap(List::stream)
                .collect(groupingBy(Taken::code));
        Map<ItemCode, List<Claim>> claims = ClaimDao.of(handle, digits);
        Map<ItemCode, List<Carry>> carries = unheardOf(handle, digits).stream().collect(groupingBy(Carry::code));
        Map<ItemCode, List<ItemMove>> moves = moves(handle, digits).stream().collect(groupingBy(ItemMove::code));
        List<ItemFold> folds = new ArrayList<>();
        for (ItemCode code : codes) {
            List<Taking> takings = taken.getOrDefault(code, List.of()).stream()
                    .map(Taken::taking)
                    .toList();
            folds.add(ItemRules.fold(
                    code,
                    made.getOrDefault(code, List.of()),
                    takings,
                    claims.getOrDefault(code, List.of()),
                    carries.getOrDefault(code, List.of()),
                    moves.getOrDefault(code, List.of())));
        }
        return folds;
    }

    public static void write(Handle handle, List<ItemFold> folds) {
        var batch = handle.prepareBatch("""
                UPDATE item SET labelled = :labelled, category = :category, title = :title, site = :site, place = :place,
                    pieces = :pieces, sold = :sold, relabelled = :relabelled, given = :given, lost = :lost, voided = :voided, voided_on = :voidedOn,
                    grams = :grams, piece_grams = :pieceGrams, piece_cents = :pieceCents, lot_cents = :lotCents,
                    reserved_for = :reservedFor, labelled_on = :labelledOn
                WHERE code = :code""");
        for (ItemFold fold : folds) {
            Optional<Label> label = fold.label();
            Optional<Account> place = label.map(l ->
                    fold.reservation().place().<Account>map(p -> p).orElseGet(() -> PlaceRules.place(l, fold.held())));
            batch.bind("code", fold.code().digits())
                    .bind("labelled", label.isPresent())
                    .bind("category", label.map(l -> l.category().code()))
                    .bind("title", label.map(Label::title))
                    .bind("site", place.map(p -> site(label.get(), p).code()))
                    .bind("place", place.map(Account::code))
                    .bind("reservedFor", fold.reservation().channel().map(ChannelCode::code))
                    .bind("pieces", label.map(Label::pieces).orElse(0))
                    .bind("sold", fold.sold())
                    .bind("relabelled", fold.relabelled())
                    .bind("given", fold.given())
                    .bind("lost", fold.lost())
                    .bind("voided", fold.voided())
                    .bind("voidedOn", fold.voidedOn())
                    .bind("grams", label.map(l -> l.mass().grams()).orElse(0L))
                    .bind("pieceGrams", label.map(l -> l.pieceMass().grams()).orElse(0L))
                    .bind("pieceCents", label.map(l -> l.piecePrice().cents()).orElse(0L))
                    .bind("lotCents", label.map(l -> l.lotPrice().cents()).orElse(0L))
                    .bind("labelledOn", label.map(Label::day))
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
            writePlaces(handle, folds);
        }
    }

    /// What is on its way still belongs to the site that labelled it.
    private static SiteCode site(Label label, Account place) {
        return place instanceof Place(var site, var _) ? site : label.to().site();
    }

    private static void writePlaces(Handle handle, List<ItemFold> folds) {
        handle.createUpdate("DELETE FROM item_place WHERE item = ANY (:items)")
                .bindArray(
                        "items",
                        String.class,
                        folds.stream().map(f -> f.code().digits()).toList())
                .execute();
        var batch = handle.prepareBatch("INSERT INTO item_place (item, place, pieces) VALUES (:item, :place, :pieces)");
        for (ItemFold fold : folds) {
            if (fold.label().isPresent()) {
                fold.held()
                        .forEach((Account place, Integer pieces) -> batch.bind(
                                        "item", fold.code().digits())
                                .bind("place", place.code())
                                .bind("pieces", pieces)
                                .add());
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /// Gives changed items the revision by which terminals hear of them.
    public static void setRevision(Handle handle, SortedSet<ItemCode> codes, long revision) {
        handle.createUpdate("UPDATE item SET revision = :revision WHERE code = ANY (:codes)")
                .bind("revision", revision)
                .bindArray(
                        "codes",
                        String.class,
                        codes.stream().map(ItemCode::digits).toList())
                .execute();
    }

    private record Taken(ItemCode code, Taking taking) {}

    private static List<Label> labels(Handle handle, List<String> codes) {
        return handle.createQuery("""
                SELECT l.*, f.business_day FROM label l JOIN fact f USING (journal, seq)
                WHERE l.code = ANY (:codes) OR l.replaces = ANY (:codes)""")
                .bindArray("codes", String.class, codes)
                .map((row, _) -> label(row))
                .list();
    }

    private static List<Taken> relabelled(List<Label> labels) {
        return labels.stream()
                .filter(l -> l.replaces().isPresent())
                .map(l -> new Taken(
                        l.replaces().get(),
                        new Taking(
                                l.fact(),
                                0,
                                l.occurredAt(),
                                l.day(),
                                l.site(),
                                l.pieces(),
                                l.mass(),
                                Way.RELABELLED,
                                Optional.empty())))
                .toList();
    }

    /// What came back to sorting is under its code no more.
    private static List<Taken> returned(Handle handle, List<String> codes) {
        return handle.createQuery("""
                SELECT journal, seq, line, site, business_day, occurred_at, item, pieces, grams
                FROM return_line WHERE item = ANY (:codes) AND place LIKE '%:SHOP'""")
                .bindArray("codes", String.class, codes)
                .map((row, _) -> taken(row, Way.BACK, Optional.empty()))
                .list();
    }

    private static List<Taken> given(Handle handle, List<String> codes) {
        return handle.createQuery("""
                SELECT journal, seq, 0 AS line, site, business_day, occurred_at, item, pieces, grams
                FROM given_away WHERE item = ANY (:codes)""")
                .bindArray("codes", String.class, codes)
                .map((row, _) -> taken(row, Way.GIVEN, Optional.empty()))
                .list();
    }

    private static List<Taken> voided(Handle handle, List<String> codes) {
        return handle.createQuery("""
                SELECT journal, seq, 0 AS line, site, business_day, occurred_at, item, pieces, grams
                FROM label_voided WHERE item = ANY (:codes)""")
                .bindArray("codes", String.class, codes)
                .map((row, _) -> taken(row, Way.VOIDED, Optional.empty()))
                .list();
    }

    private static List<Taken> sent(Handle handle, List<String> codes) {
        return handle.createQuery("""
                SELECT journal, seq, line, site, business_day, occurred_at, item, 1 AS pieces, grams
                FROM online_parcel_line WHERE item = ANY (:codes)""")
                .bindArray("codes", String.class, codes)
                .map((row, _) -> taken(row, Way.SENT, Optional.empty()))
                .list();
    }

    /// Pieces that a manager posted as missing, or as found.
    private static List<Taken> posted(Handle handle, List<String> codes) {
        return handle.createQuery("""
                SELECT journal, seq, line, site, business_day, occurred_at, item, pieces, grams,
                       account_to LIKE 'adjustment:%' AS lost
                FROM carried
                WHERE item = ANY (:codes) AND (account_to LIKE 'adjustment:%' OR account_from LIKE 'adjustment:%')""")
                .bindArray("codes", String.class, codes)
                .map((row, _) -> taken(row, row.getBoolean("lost") ? Way.LOST : Way.FOUND, Optional.empty()))
                .list();
    }

    private static List<Carry> unheardOf(Handle handle, List<String> codes) {
        return handle.createQuery("SELECT * FROM carried WHERE item = ANY (:codes) AND grams IS NULL")
                .bindArray("codes", String.class, codes)
                .map((row, _) -> new Carry(
                        new ItemCode(row.getString("item")),
                        fact(row),
                        row.getInt("line"),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getObject("business_day", LocalDate.class),
                        new SiteCode(row.getString("site")),
                        row.getInt("pieces"),
                        Account.parse(row.getString("account_from")),
                        Account.parse(row.getString("account_to"))))
                .list();
    }

    private static List<ItemMove> moves(Handle handle, List<String> codes) {
        return handle.createQuery("SELECT * FROM item_move WHERE item = ANY (:codes)")
                .bindArray("codes", String.class, codes)
                .map((row, _) -> new ItemMove(
                        new ItemCode(row.getString("item")),
                        fact(row),
                        row.getInt("line"),
                        row.getTimestamp("at").toInstant(),
                        Account.parse(row.getString("account")),
                        row.getInt("pieces")))
                .list();
    }

    private static List<Taken> sold(Handle handle, List<String> codes) {
        return handle.createQuery("""
                SELECT journal, seq, line, site, business_day, occurred_at, item, pieces, unit_cents, price, total_cents,
                       category, grams
                FROM sale_line WHERE item = ANY (:codes)""")
                .bindArray("codes", String.class, codes)
                .map((row, _) -> taken(
                        row,
                        Way.SOLD,
                        Optional.of(new Asked(
                                new CategoryCode(row.getString("category")),
                                Money.cents(row.getLong("unit_cents")),
                                PriceOrigin.valueOf(row.getString("price")),
                                Money.cents(row.getLong("total_cents"))))))
                .list();
    }

    private static Taken taken(ResultSet row, Way way, Optional<Asked> sale) throws SQLException {
        return new Taken(
                new ItemCode(row.getString("item")),
                new Taking(
                        fact(row),
                        row.getInt("line"),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getObject("business_day", LocalDate.class),
                        new SiteCode(row.getString("site")),
                        row.getInt("pieces"),
                        Mass.grams(row.getLong("grams")),
                        way,
                        sale));
    }

    private static Label label(ResultSet row) throws SQLException {
        return new Label(
                fact(row),
                row.getTimestamp("occurred_at").toInstant(),
                row.getObject("business_day", LocalDate.class),
                new SiteCode(row.getString("site")),
                new ItemCode(row.getString("code")),
                new CategoryCode(row.getString("category")),
                row.getString("title"),
                row.getInt("pieces"),
                Mass.grams(row.getLong("grams")),
                Mass.grams(row.getLong("piece_grams")),
                Money.cents(row.getLong("piece_cents")),
                Money.cents(row.getLong("lot_cents")),
                (Place) Account.parse(row.getString("account_to")),
                Optional.ofNullable(row.getString("replaces")).map(ItemCode::new));
    }

    private static FactId fact(ResultSet row) throws SQLException {
        return FactId.parse(row.getString("journal") + "/" + row.getLong("seq"));
    }
}
