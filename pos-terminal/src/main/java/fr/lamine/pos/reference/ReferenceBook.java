package fr.lamine.pos.reference;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.sync.ItemState;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.ReceiptWays;
import fr.lamine.model.sync.ReferenceAnswer;
import fr.lamine.pos.store.TerminalStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;

/// Keeps the last reference data received, in the store and at hand. Safe for use by several threads.
public final class ReferenceBook {

    private final TerminalStore store;
    private final AtomicReference<Reference> current;

    public ReferenceBook(TerminalStore store) {
        this.store = store;
        this.current = new AtomicReference<>(store.read(ReferenceBook::load));
    }

    public Reference current() {
        return current.get();
    }

    /// Takes an answer of the office, whole or in part. A part that is older than what is held, or of another epoch,
    /// changes nothing.
    ///
    /// @return whether it was taken
    public boolean take(ReferenceAnswer answer, Instant now) {
        if (store.read(sql -> isNothingNew(sql, answer))) {
            return false;
        }
        boolean taken = store.write(now, writing -> {
            Reference held = load(writing.sql());
            boolean sameEpoch = held.epoch().equals(answer.epoch());
            boolean older = answer.revision() < held.revision() || !sameEpoch;
            if (older && !answer.whole()) {
                return false;
            }
            keep(writing.sql(), held, answer, now);
            return true;
        });
        if (taken) {
            current.set(store.read(ReferenceBook::load));
        }
        return taken;
    }

    public static Optional<ItemState> item(Handle sql, ItemCode code) {
        return sql.createQuery("SELECT item FROM office_item WHERE code = :code")
                .bind("code", code.digits())
                .mapTo(String.class)
                .findOne()
                .map(text -> Json.read(text, ItemState.class));
    }

    private boolean isNothingNew(Handle sql, ReferenceAnswer answer) {
        Reference held = current.get();
        Head head = answer.officeHead();
        return !answer.whole()
                && answer.epoch().equals(held.epoch())
                && answer.revision() == held.revision()
                && held.applied().equals(Optional.of(answer.applied()))
                && answer.catalog().isEmpty()
                && answer.operators().isEmpty()
                && answer.items().isEmpty()
                && answer.receipts().equals(held.receipts())
                && sql.createQuery("SELECT 1 FROM office_head WHERE generation = ? AND seq = ? AND hash = ?")
                        .bind(0, head.journal().generation())
                        .bind(1, head.seq())
                        .bind(2, head.hash())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent();
    }

    private static void keep(Handle sql, Reference held, ReferenceAnswer answer, Instant now) {
        Catalog catalog = answer.catalog().orElse(held.catalog());
        List<Operator> operators = answer.operators().orElse(held.operators());
        sql.createUpdate("""
                        INSERT OR REPLACE INTO reference (one, epoch, revision, applied, catalog_revision, catalog,
                          operators, receipts, received_at)
                        VALUES (1, :epoch, :revision, :applied, :catalogRevision, :catalog, :operators, :receipts, :now)""")
                .bind("epoch", answer.epoch())
                .bind("revision", answer.revision())
                .bind("applied", Json.write(answer.applied()))
                .bind(
                        "catalogRevision",
                        answer.catalog().isPresent() ? answer.catalogRevision() : held.catalogRevision())
                .bind("catalog", Json.write(catalog))
                .bind("operators", Json.write(new Operators(operators)))
                .bind("receipts", Json.write(answer.receipts()))
                .bind("now", now.toString())
                .execute();
        if (answer.whole()) {
            sql.execute("DELETE FROM office_item");
        }
        try (var batch = sql.prepareBatch("INSERT OR REPLACE INTO office_item (code, item) VALUES (:code, :item)")) {
            for (ItemState item : answer.items()) {
                batch.bind("code", item.code().digits())
                        .bind("item", Json.write(item))
                        .add();
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        }
        Head head = answer.officeHead();
        sql.execute(
                "INSERT OR IGNORE INTO office_head (generation, seq, hash, seen_at) VALUES (?, ?, ?, ?)",
                head.journal().generation(),
                head.seq(),
                head.hash(),
                now.toString());
    }

    private static Reference load(Handle sql) {
        return sql.createQuery("""
                        SELECT epoch, revision, applied, catalog_revision, catalog, operators, receipts FROM reference""").map((row, _) -> referenceOf(row)).findOne().orElse(Reference.NONE);
    }

    private static Reference referenceOf(ResultSet row) throws SQLException {
        return new Reference(
                row.getString("epoch"),
                row.getLong("revision"),
                Optional.of(Json.read(row.getString("applied"), Head.class)),
                row.getLong("catalog_revision"),
                Json.read(row.getString("catalog"), Catalog.class),
                Json.read(row.getString("operators"), Operators.class).list(),
                Optional.ofNullable(row.getString("receipts"))
                        .map(text -> Json.read(text, ReceiptWays.class))
                        .orElse(ReceiptWays.NONE));
    }

    private record Operators(List<Operator> list) {}
}
