package fr.lamine.backoffice.item;

import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.model.fact.Fact.LabelVoided;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/// The table of labels that count no more.
public final class VoidedDao {

    private VoidedDao() {}

    public static void write(Handle handle, Collection<Recorded<LabelVoided>> voided) {
        if (voided.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("""
                INSERT INTO label_voided (journal, seq, site, business_day, occurred_at, item, category, pieces, grams,
                                          reason, account_from, account_to)
                VALUES (:journal, :seq, :site, :day, :at, :item, :category, :pieces, :grams, :reason, :from, :to)""");
        for (var recorded : voided) {
            LabelVoided fact = recorded.fact();
            batch.bind("journal", recorded.journal())
                    .bind("seq", recorded.seq())
                    .bind("site", recorded.context().site().code())
                    .bind("day", recorded.context().businessDay())
                    .bind("at", recorded.context().occurredAt())
                    .bind("item", fact.code().digits())
                    .bind("category", fact.category().code())
                    .bind("pieces", fact.pieces())
                    .bind("grams", fact.mass().grams())
                    .bind("reason", fact.reason())
                    .bind("from", fact.from().code())
                    .bind("to", fact.to().code())
                    .add();
        }
        batch.execute();
    }
}
