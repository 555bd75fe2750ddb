package fr.lamine.backoffice.intake;

import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact.WeighIn;
import fr.lamine.model.fact.Fact.WeighInReversed;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of weighings.
public final class WeighInDao {

    private WeighInDao() {}

    public static void write(Handle handle, Collection<Recorded<WeighIn>> weighIns) {
        var batch = handle.prepareBatch("""
                INSERT INTO weigh_in (journal, seq, site, business_day, occurred_at, category, gross, tare, net, container,
                                      account_from, account_to, commune, was, round, document, pieces, provenance, scale,
                                      raw_frame, sticker_expiry, emulated)
                VALUES (:journal, :seq, :site, :day, :at, :category, :gross, :tare, :net, :container, :from, :to, :commune,
                        :was, :round, :document, :pieces, :provenance, :scale, :frame, :sticker, :emulated)""");
        for (var recorded : weighIns) {
            WeighIn fact = recorded.fact();
            Weight weight = fact.weight();
            Optional<MassProvenance.Weighed> weighed = weighed(weight.provenance());
            batch.bind("journal", recorded.journal())
                    .bind("seq", recorded.seq())
                    .bind("site", fact.context().site().code())
                    .bind("day", fact.context().businessDay())
                    .bind("at", fact.context().occurredAt())
                    .bind("category", fact.category().code())
                    .bind("gross", weight.gross().grams())
                    .bind("tare", weight.tare().grams())
                    .bind("net", weight.net().grams())
                    .bind("container", weight.container())
                    .bind("from", fact.from().code())
                    .bind("to", fact.to().code())
                    .bind("commune", fact.commune())
                    .bind("was", fact.was().map(CategoryCode::code))
                    .bind("round", fact.beside().round())
                    .bind("document", fact.beside().document())
                    .bind("pieces", fact.beside().pieces())
                    .bind("sticker", weighed.flatMap(MassProvenance.Weighed::stickerExpiry))
                    .bind("provenance", weight.provenance().kind())
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

    public static void writeReversals(Handle handle, Collection<Recorded<WeighInReversed>> reversals) {
        var batch = handle.prepareBatch("""
                INSERT INTO weigh_in_reversal (journal, seq, weigh_in_journal, weigh_in_seq)
                VALUES (:journal, :seq, :ofJournal, :ofSeq)""");
        for (var recorded : reversals) {
            batch.bind("journal", recorded.journal())
                    .bind("seq", recorded.seq())
                    .bind("ofJournal", recorded.fact().weighIn().journal().toString())
                    .bind("ofSeq", recorded.fact().weighIn().seq())
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static Optional<MassProvenance.Weighed> weighed(MassProvenance provenance) {
        return provenance instanceof MassProvenance.Weighed weighed ? Optional.of(weighed) : Optional.empty();
    }
}
