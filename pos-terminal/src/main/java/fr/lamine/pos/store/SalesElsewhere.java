package fr.lamine.pos.store;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.journal.Json;
import fr.lamine.model.sync.SoldElsewhere;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Sales of other tills, as the office told of them when a customer brought something back.
public final class SalesElsewhere {

    private static final Duration KEPT = Duration.ofDays(30);

    private SalesElsewhere() {}

    public static void keep(Handle sql, SoldElsewhere sold, Instant now) {
        sql.execute(
                "DELETE FROM sold_elsewhere WHERE seen_at < ?", now.minus(KEPT).toEpochMilli());
        sql.execute(
                "INSERT OR REPLACE INTO sold_elsewhere (sale, told, seen_at) VALUES (?, ?, ?)",
                sold.id().toString(),
                Json.write(sold),
                now.toEpochMilli());
    }

    public static Optional<SoldElsewhere> find(Handle sql, FactId id) {
        return sql.createQuery("SELECT told FROM sold_elsewhere WHERE sale = :sale")
                .bind("sale", id.toString())
                .mapTo(String.class)
                .findOne()
                .map(text -> Json.read(text, SoldElsewhere.class));
    }
}
