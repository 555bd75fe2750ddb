package fr.lamine.backoffice.journal;

import fr.lamine.backoffice.apply.Apply;
import fr.lamine.backoffice.apply.Arrived;
import fr.lamine.backoffice.discrepancy.DiscrepancyDao;
import fr.lamine.backoffice.journal.JournalDao.Known;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Entry;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Building all derived tables again from the stored journals, and applying again what could not be applied.
public final class Rebuild {

    private static final int CHUNK = 500;

    /// Tables that nothing but facts are written to.
    public static final List<String> DERIVED = List.of(
            "fact",
            "weigh_in",
            "weigh_in_reversal",
            "label",
            "label_voided",
            "sale",
            "sale_line",
            "tender_line",
            "sale_vat",
            "sale_extra",
            "closing",
            "till_opening",
            "cash_move",
            "return_line",
            "pick_up",
            "collected",
            "given_away",
            "transfer_leg",
            "transfer_settled",
            "carried",
            "counted",
            "counted_item",
            "counted_loose",
            "count_posted",
            "count_posted_line",
            "item_place",
            "voucher_move",
            "movement",
            "daily_mass",
            "daily_tender",
            "daily_sale",
            "daily_ticket",
            "balance",
            "item",
            "catalog_revision",
            "settlement",
            "listing",
            "listing_withdrawn",
            "online_order",
            "online_order_line",
            "online_parcel",
            "online_parcel_line",
            "online_cancelled",
            "unapplied");

    private Rebuild() {}

    /// Drops everything derived and applies every stored entry again, in one transaction; terminals wait meanwhile.
    ///
    /// @return entries applied or set aside
    public static long all(Handle handle, Instant now) {
        handle.execute("LOCK TABLE terminal IN EXCLUSIVE MODE");
        handle.execute("TRUNCATE " + String.join(", ", DERIVED));
        DiscrepancyDao.closeDerived(handle, now);
        long entries = 0;
        for (Known known : JournalDao.all(handle)) {
            long seq = 0;
            List<Entry> chunk = JournalDao.entriesAfter(handle, known.journal(), seq, CHUNK);
            while (!chunk.isEmpty()) {
                Apply.apply(handle, arrived(known, chunk), now);
                entries += chunk.size();
                seq = chunk.getLast().seq();
                chunk = JournalDao.entriesAfter(handle, known.journal(), seq, CHUNK);
            }
        }
        return entries;
    }

    /// Applies again what was set aside.
    ///
    /// @return entries that are applied now
    public static long repair(Handle handle, Instant now) {
        handle.execute("LOCK TABLE terminal IN EXCLUSIVE MODE");
        List<Arrived> aside = handle
                .createQuery("""
                DELETE FROM unapplied u USING journal_head h JOIN terminal t USING (terminal)
                WHERE u.journal = h.journal RETURNING u.journal, u.seq, t.kind""")
                .map((row, _) -> new Aside(row.getString(1), row.getLong(2), row.getString(3)))
                .list()
                .stream()
                .map(a -> a.arrived(handle))
                .toList();
        Apply.apply(handle, aside, now);
        long still = handle.createQuery("SELECT count(*) FROM unapplied")
                .mapTo(Long.class)
                .one();
        return aside.size() - still;
    }

    private record Aside(String journal, long seq, String kind) {
        Arrived arrived(Handle handle) {
            JournalId id = JournalId.parse(journal);
            Entry entry = JournalDao.entry(handle, id, seq).orElseThrow();
            return new Arrived(id, entry, JournalKind.valueOf(kind));
        }
    }

    private static List<Arrived> arrived(Known known, List<Entry> entries) {
        return entries.stream()
                .map(e -> new Arrived(known.journal(), e, known.kind()))
                .toList();
    }
}
