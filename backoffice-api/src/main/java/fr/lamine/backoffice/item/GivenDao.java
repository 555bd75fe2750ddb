package fr.lamine.backoffice.item;

import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.model.fact.TillFact.GivenAway;
import fr.lamine.model.item.ItemCode;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/// The table of goods that left without a cent.
public final class GivenDao {

    private GivenDao() {}

    public static void write(Handle handle, Collection<Recorded<GivenAway>> given) {
        if (given.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("""
                INSERT INTO given_away (journal, seq, site, business_day, occurred_at, item, category, pieces, grams,
                                        provenance, reason)
                VALUES (:journal, :seq, :site, :day, :at, :item, :category, :pieces, :grams, :provenance, :reason)""");
        for (var recorded : given) {
            GivenAway fact = recorded.fact();
            batch.bind("journal", recorded.journal())
                    .bind("seq", recorded.seq())
                    .bind("site", recorded.context().site().code())
                    .bind("day", recorded.context().businessDay())
                    .bind("at", recorded.context().occurredAt())
                    .bind("item", fact.item().map(ItemCode::digits))
                    .bind("category", fact.category().code())
                    .bind("pieces", fact.pieces())
                    .bind("grams", fact.mass().grams())
                    .bind("provenance", fact.provenance().kind())
                    .bind("reason", fact.reason())
                    .add();
        }
        batch.execute();
    }
}
