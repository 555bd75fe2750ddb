package fr.lamine.backoffice.sale;

import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.SiteCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The tables of goods brought back and of vouchers.
public final class ReturnDao {

    private ReturnDao() {}

    /// @param amount above zero when the voucher was given out, below when it was taken in
    public record VoucherMove(String code, Money amount) {}

    /// All that a ticket does to vouchers, in a fixed order.
    public static List<VoucherMove> vouchers(Sale sale) {
        Stream<VoucherMove> bought = sale.extras().stream()
                .filter(e -> e.code().isPresent())
                .map(e -> new VoucherMove(e.code().orElseThrow(), e.amount()));
        return Stream.of(bought, of(sale.givenBack(), 1), of(sale.tenders(), -1))
                .flatMap(all -> all)
                .toList();
    }

    private static Stream<VoucherMove> of(List<TenderLine> money, int sign) {
        return money.stream()
                .filter(t -> t.tender() == Tender.VOUCHER)
                .map(t ->
                        new VoucherMove(t.reference().orElseThrow(), t.amount().times(sign)));
    }

    public static void write(Handle handle, Collection<Recorded<Sale>> sales) {
        PreparedBatch lines = handle.prepareBatch("""
                INSERT INTO return_line (journal, seq, line, site, business_day, occurred_at, label, item, category, pieces,
                                         total_cents, grams, provenance, of_journal, of_seq, of_line, verified, reason,
                                         place)
                VALUES (:journal, :seq, :line, :site, :day, :at, :label, :item, :category, :pieces, :total, :grams,
                        :provenance, :ofJournal, :ofSeq, :ofLine, :verified, :reason, :place)""");
        PreparedBatch vouchers = handle.prepareBatch("""
                INSERT INTO voucher_move (journal, seq, line, site, occurred_at, code, cents)
                VALUES (:journal, :seq, :line, :site, :at, :code, :cents)""");
        for (var recorded : sales) {
            List<ReturnLine> returns = recorded.fact().returns();
            for (int i = 0; i < returns.size(); i++) {
                bind(context(lines, recorded, i + 1), returns.get(i))
                        .bind("day", recorded.context().businessDay())
                        .add();
            }
            List<VoucherMove> moves = vouchers(recorded.fact());
            for (int i = 0; i < moves.size(); i++) {
                context(vouchers, recorded, i + 1)
                        .bind("code", moves.get(i).code())
                        .bind("cents", moves.get(i).amount().cents())
                        .add();
            }
        }
        for (PreparedBatch batch : List.of(lines, vouchers)) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    private static PreparedBatch context(PreparedBatch batch, Recorded<Sale> recorded, int line) {
        return batch.bind("journal", recorded.journal())
                .bind("seq", recorded.seq())
                .bind("line", line)
                .bind("site", recorded.context().site().code())
                .bind("at", recorded.context().occurredAt());
    }

    private static PreparedBatch bind(PreparedBatch batch, ReturnLine line) {
        return batch.bind("label", line.label())
                .bind("item", line.item().map(ItemCode::digits))
                .bind("category", line.category().code())
                .bind("pieces", line.pieces())
                .bind("total", line.total().cents())
                .bind("grams", line.mass().grams())
                .bind("provenance", line.provenance().kind())
                .bind("ofJournal", line.of().map(of -> of.ticket().journal().toString()))
                .bind("ofSeq", line.of().map(of -> of.ticket().seq()))
                .bind("ofLine", line.of().map(of -> of.line() + 1))
                .bind("verified", line.verified())
                .bind("reason", line.reason())
                .bind("place", line.to().code());
    }

    /// A sold line of which something came back.
    ///
    /// @param line  from 1
    /// @param sold  pieces sold; empty when the office knows of no such line
    /// @param paid  cents paid for them
    /// @param last  the last return of it
    public record Back(
            FactId sale,
            int line,
            String label,
            Optional<Integer> sold,
            Money paid,
            long pieces,
            Money total,
            FactId last,
            SiteCode site) {

        public boolean isTooMuch() {
            return sold.isPresent() && (pieces > sold.get() || total.compareTo(paid) > 0);
        }
    }

    /// What came back of these tickets, line by line.
    public static List<Back> of(Handle handle, Collection<FactId> sales) {
        if (sales.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                SELECT r.of_journal || '/' || r.of_seq AS sale, r.of_line, min(r.label COLLATE "C") AS label,
                       l.pieces AS sold, coalesce(l.total_cents, 0) AS paid, sum(r.pieces) AS pieces,
                       sum(r.total_cents)::bigint AS total,
                       (array_agg(r.journal || '/' || r.seq
                                  ORDER BY r.occurred_at DESC, r.journal COLLATE "C" DESC, r.seq DESC))[1] AS last,
                       (array_agg(r.site
                                  ORDER BY r.occurred_at DESC, r.journal COLLATE "C" DESC, r.seq DESC))[1] AS site
                FROM return_line r
                LEFT JOIN sale_line l ON l.journal = r.of_journal AND l.seq = r.of_seq AND l.line = r.of_line
                WHERE (r.of_journal, r.of_seq) IN (
                    SELECT * FROM unnest(:journals::text[], :seqs::bigint[]))
                GROUP BY r.of_journal, r.of_seq, r.of_line, l.pieces, l.total_cents ORDER BY 1, 2""")
                .bindArray(
                        "journals",
                        String.class,
                        sales.stream().map(id -> id.journal().toString()).toList())
                .bindArray("seqs", Long.class, sales.stream().map(FactId::seq).toList())
                .map((row, _) -> new Back(
                        FactId.parse(row.getString("sale")),
                        row.getInt("of_line"),
                        row.getString("label"),
                        Optional.ofNullable(row.getObject("sold", Integer.class)),
                        Money.cents(row.getLong("paid")),
                        row.getLong("pieces"),
                        Money.cents(row.getLong("total")),
                        FactId.parse(row.getString("last")),
                        new SiteCode(row.getString("site"))))
                .list();
    }

    /// A voucher that was spent beyond what it was given out for.
    ///
    /// @param over how much too much, above zero
    /// @param last the last ticket that took it
    public record Overspent(String code, Money over, FactId last, SiteCode site) {}

    public static List<Overspent> overspent(Handle handle, Collection<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                SELECT code, -sum(cents)::bigint AS over,
                       (array_agg(journal || '/' || seq ORDER BY occurred_at DESC, journal COLLATE "C" DESC, seq DESC)
                           FILTER (WHERE cents < 0))[1] AS last,
                       (array_agg(site ORDER BY occurred_at DESC, journal COLLATE "C" DESC, seq DESC)
                           FILTER (WHERE cents < 0))[1] AS site
                FROM voucher_move WHERE code = ANY (:codes) GROUP BY code HAVING sum(cents) < 0 ORDER BY code""")
                .bindArray("codes", String.class, codes)
                .map((row, _) -> new Overspent(
                        row.getString("code"),
                        Money.cents(row.getLong("over")),
                        FactId.parse(row.getString("last")),
                        new SiteCode(row.getString("site"))))
                .list();
    }
}
