package fr.lamine.backoffice.sale;

import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact.Collected;
import fr.lamine.model.sale.PickUp;
import fr.lamine.model.site.SiteCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The tables of goods that are collected later.
public final class PickUpDao {

    private static final int MOST = 200;

    private PickUpDao() {}

    public static void write(
            Handle handle, Collection<Recorded<Sale>> sales, Collection<Recorded<Collected>> collected) {
        PreparedBatch waiting = handle.prepareBatch("""
                INSERT INTO pick_up (journal, seq, line, site, business_day, terminal, ticket, code, label, place, state,
                                     until)
                VALUES (:journal, :seq, :line, :site, :day, :terminal, :ticket, :code, :label, :place, :state, :until)""");
        for (var recorded : sales) {
            Sale sale = recorded.fact();
            for (int i = 0; i < sale.lines().size(); i++) {
                Optional<PickUp> pickUp = sale.lines().get(i).pickUp();
                if (pickUp.isPresent()) {
                    waiting.bind("journal", recorded.journal())
                            .bind("seq", recorded.seq())
                            .bind("line", i)
                            .bind("site", sale.context().site().code())
                            .bind("day", sale.context().businessDay())
                            .bind("terminal", recorded.id().journal().terminal().code())
                            .bind("ticket", sale.ticket())
                            .bind("code", pickUp.get().code())
                            .bind("label", sale.lines().get(i).label())
                            .bind("place", pickUp.get().place())
                            .bind("state", pickUp.get().state())
                            .bind("until", pickUp.get().until().orElse(null))
                            .add();
                }
            }
        }
        PreparedBatch gone = handle.prepareBatch("""
                INSERT INTO collected (journal, seq, sale_journal, sale_seq, line, business_day)
                VALUES (:journal, :seq, :saleJournal, :saleSeq, :line, :day)""");
        for (var recorded : collected) {
            gone.bind("journal", recorded.journal())
                    .bind("seq", recorded.seq())
                    .bind("saleJournal", recorded.fact().sale().journal().toString())
                    .bind("saleSeq", recorded.fact().sale().seq())
                    .bind("line", recorded.fact().line())
                    .bind("day", recorded.context().businessDay())
                    .add();
        }
        if (waiting.size() > 0) {
            waiting.execute();
        }
        if (gone.size() > 0) {
            gone.execute();
        }
    }

    /// What waits, that with the nearest day first; at most 200.
    static List<PickUpRow> waiting(Handle handle, Optional<SiteCode> site) {
        return handle.createQuery("""
                        SELECT p.* FROM pick_up p
                        WHERE (:site::text IS NULL OR p.site = :site) AND NOT EXISTS (
                            SELECT 1 FROM collected c
                            WHERE c.sale_journal = p.journal AND c.sale_seq = p.seq AND c.line = p.line)
                        ORDER BY p.until NULLS LAST, p.business_day, p.journal, p.seq, p.line LIMIT :most""")
                .bind("site", site.map(SiteCode::code).orElse(null))
                .bind("most", MOST)
                .map((row, _) -> new PickUpRow(
                        FactId.parse(row.getString("journal") + "/" + row.getLong("seq")),
                        new SiteCode(row.getString("site")),
                        row.getObject("business_day", LocalDate.class),
                        row.getLong("ticket"),
                        row.getString("code"),
                        row.getString("label"),
                        row.getString("place"),
                        row.getString("state"),
                        Optional.ofNullable(row.getObject("until", LocalDate.class))))
                .list();
    }
}
