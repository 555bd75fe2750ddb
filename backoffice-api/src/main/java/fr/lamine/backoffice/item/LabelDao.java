package fr.lamine.backoffice.item;

import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.model.fact.Fact.Labelled;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.MassProvenance;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of labels.
public final class LabelDao {

    private LabelDao() {}

    public static void write(Handle handle, Collection<Recorded<Labelled>> labels) {
        var batch = handle.prepareBatch("""
                INSERT INTO label (journal, seq, code, site, occurred_at, category, title, pieces, grams, piece_grams,
                                   piece_cents, lot_cents, account_from, account_to, replaces, provenance, scale,
                                   raw_frame, emulated)
                VALUES (:journal, :seq, :code, :site, :at, :category, :title, :pieces, :grams, :pieceGrams, :pieceCents,
                        :lotCents, :from, :to, :replaces, :provenance, :scale, :frame, :emulated)""");
        for (var recorded : labels) {
            Labelled fact = recorded.fact();
            Optional<MassProvenance.Weighed> weighed =
                    fact.provenance() instanceof MassProvenance.Weighed w ? Optional.of(w) : Optional.empty();
            batch.bind("journal", recorded.journal())
                    .bind("seq", recorded.seq())
                    .bind("code", fact.code().digits())
                    .bind("site", fact.context().site().code())
                    .bind("at", fact.context().occurredAt())
                    .bind("category", fact.category().code())
                    .bind("title", fact.title())
                    .bind("pieces", fact.pieces())
                    .bind("grams", fact.mass().grams())
                    .bind("pieceGrams", fact.pieceMass().grams())
                    .bind("pieceCents", fact.piecePrice().cents())
                    .bind("lotCents", fact.lotPrice().cents())
                    .bind("from", fact.from().code())
                    .bind("to", fact.to().code())
                    .bind("replaces", fact.replaces().map(ItemCode::digits))
                    .bind("provenance", fact.provenance().kind())
                    .bind("scale", weighed.map(MassProvenance.Weighed::scale))
                    .bind("frame", weighed.map(MassProvenance.Weighed::rawFrame))
                    .bind(
                            "emulated",
                            weighed.map(MassProvenance.Weighed::emulated).orElse(false))
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
