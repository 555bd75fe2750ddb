package fr.lamine.pos.item;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Head;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sync.ItemState;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.store.Facts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Looks labelled things up, inside a transaction of the store or a reading of it.
public final class Items {

    private Items() {}

    /// @param applied up to where the office has counted this terminal's facts
    public static Optional<KnownItem> find(Handle sql, ItemCode code, Optional<Head> applied) {
        Sold own = sold(sql, code, applied);
        Optional<ItemState> office = ReferenceBook.item(sql, code);
        Optional<LocalDate> voided = own.total() > 0 ? voided(sql, code) : Optional.empty();
        return office.map(state -> KnownItem.overlaid(state, own.beyond(), own.total(), labelled(sql, code), voided))
                .or(() -> ownLabel(sql, code, own.total()).map(item -> item.voidedOn(voided)));
    }

    private static Optional<LocalDate> voided(Handle sql, ItemCode code) {
        return sql.createQuery("""
                        SELECT json_extract(j.body, '$.context.businessDay')
                        FROM own_sold s JOIN journal j ON j.generation = s.generation AND j.seq = s.seq
                        WHERE s.code = :code AND j.type LIKE 'label-voided.%' ORDER BY j.generation, j.seq LIMIT 1""")
                .bind("code", code.digits())
                .mapTo(String.class)
                .findOne()
                .map(LocalDate::parse);
    }

    /// What all pieces of a label weigh together.
    public static Optional<Mass> wholeMass(Handle sql, ItemCode code) {
        return ReferenceBook.item(sql, code)
                .map(ItemState::mass)
                .or(() -> ownLabelFact(sql, code).map(Fact.Labelled::mass));
    }

    /// The label as this terminal made it.
    public static Optional<Fact.Labelled> ownLabelFact(Handle sql, ItemCode code) {
        return sql.createQuery("""
                        SELECT j.terminal, j.generation, j.seq, j.type, j.body
                        FROM own_label l JOIN journal j ON j.generation = l.generation AND j.seq = l.seq
                        WHERE l.code = :code""")
                .bind("code", code.digits())
                .map((row, _) -> Facts.fact(row, Fact.Labelled.class))
                .findOne();
    }

    private static Optional<LocalDate> labelled(Handle sql, ItemCode code) {
        return sql.createQuery("""
                        SELECT json_extract(j.body, '$.context.businessDay')
                        FROM own_label l JOIN journal j ON j.generation = l.generation AND j.seq = l.seq
                        WHERE l.code = :code""")
                .bind("code", code.digits())
                .mapTo(String.class)
                .findOne()
                .map(LocalDate::parse);
    }

    /// @param id of the fact that gave the code
    public record OwnLabel(FactId id, Fact.Labelled fact) {}

    /// Labels made here, newest first.
    public static List<OwnLabel> lastLabels(Handle sql, int count) {
        return sql.createQuery("""
                        SELECT j.terminal, j.generation, j.seq, j.type, j.body
                        FROM own_label l JOIN journal j ON j.generation = l.generation AND j.seq = l.seq
                        ORDER BY l.generation DESC, l.seq DESC LIMIT :count""")
                .bind("count", count)
                .map((row, _) -> new OwnLabel(Facts.id(row), Facts.fact(row, Fact.Labelled.class)))
                .list();
    }

    /// Pieces sold by this terminal: by all of its facts, and by those that the office has not counted yet.
    private record Sold(int total, int beyond) {}

    private static Sold sold(Handle sql, ItemCode code, Optional<Head> applied) {
        return sql.createQuery("""
                        SELECT coalesce(sum(pieces), 0) AS total, coalesce(sum(CASE
                          WHEN generation > :generation OR generation = :generation AND seq > :seq THEN pieces
                          END), 0) AS beyond
                        FROM own_sold WHERE code = :code""")
                .bind("code", code.digits())
                .bind(
                        "generation",
                        applied.map(head -> head.journal().generation()).orElse(0))
                .bind("seq", applied.map(Head::seq).orElse(0L))
                .map((row, _) -> new Sold(row.getInt("total"), row.getInt("beyond")))
                .one();
    }

    private static Optional<KnownItem> ownLabel(Handle sql, ItemCode code, int sold) {
        return sql.createQuery("""
                        SELECT code, category, title, pieces, piece_mass, piece_price, lot_price FROM own_label
                        WHERE code = :code""")
                .bind("code", code.digits())
                .map((row, _) -> ownLabel(row, sold, labelled(sql, code)))
                .findOne();
    }

    private static KnownItem ownLabel(ResultSet row, int sold, Optional<LocalDate> labelled) throws SQLException {
        return new KnownItem(
                new ItemCode(row.getString("code")),
                new CategoryCode(row.getString("category")),
                row.getString("title"),
                row.getInt("pieces"),
                sold,
                Mass.grams(row.getLong("piece_mass")),
                Money.cents(row.getLong("piece_price")),
                Money.cents(row.getLong("lot_price")),
                labelled);
    }
}
