package fr.lamine.pos.lookup;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.text.French;
import fr.lamine.pos.store.Facts;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What happened to a thing at this terminal, as its journal says.
final class ItemSteps {

    private ItemSteps() {}

    enum What {
        LABELLED,
        SOLD,
        BACK,
        GONE,
        VOIDED
    }

    /// @param detail what follows the word; empty for nothing
    record Step(FactId id, Instant at, What what, String detail) {}

    /// Oldest first.
    static List<Step> of(Handle sql, ItemCode code) {
        return sql.createQuery("""
                        SELECT j.terminal, j.generation, j.seq, j.type, j.body, own.pieces
                        FROM (SELECT generation, seq, 0 AS pieces FROM own_label WHERE code = :code
                              UNION ALL SELECT generation, seq, pieces FROM own_sold WHERE code = :code) own
                        JOIN journal j ON j.generation = own.generation AND j.seq = own.seq
                        ORDER BY j.generation, j.seq""")
                .bind("code", code.digits())
                .map((row, _) -> step(Facts.id(row), Facts.fact(row, Fact.class), row.getInt("pieces")))
                .list();
    }

    private static Step step(FactId id, Fact fact, int pieces) {
        Instant at = fact.context().occurredAt();
        if (fact instanceof Fact.Labelled) {
            return new Step(id, at, What.LABELLED, "");
        }
        if (pieces < 0) {
            return new Step(id, at, What.BACK, " × " + French.count(-pieces));
        }
        if (fact instanceof Fact.LabelVoided) {
            return new Step(id, at, What.VOIDED, "");
        }
        return fact instanceof Fact.Sale sale
                ? new Step(id, at, What.SOLD, ", ticket " + French.count(sale.ticket()))
                : new Step(id, at, What.GONE, "");
    }
}
