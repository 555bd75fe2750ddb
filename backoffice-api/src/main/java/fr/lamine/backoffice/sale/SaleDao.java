package fr.lamine.backoffice.sale;

import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.TerminalId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The tables of tickets, their lines and tenders.
public final class SaleDao {

    private SaleDao() {}

    /// Tickets of one terminal under the same number, in the order in which they occurred.
    public record SameTicket(TerminalId terminal, long ticket, List<FactId> sales) {}

    public static void write(Handle handle, Collection<Recorded<Sale>> sales) {
        if (sales.isEmpty()) {
            return;
        }
        PreparedBatch tickets = handle.prepareBatch("""
                INSERT INTO sale (journal, seq, terminal, ticket, site, business_day, occurred_at, total_cents, change_cents)
                VALUES (:journal, :seq, :terminal, :ticket, :site, :day, :at, :total, :change)""");
        PreparedBatch lines = handle.prepareBatch("""
                INSERT INTO sale_line (journal, seq, line, site, business_day, occurred_at, label, item, origin, category,
                                       pieces, unit_cents, price, total_cents, grams, provenance)
                VALUES (:journal, :seq, :line, :site, :day, :at, :label, :item, :origin, :category, :pieces, :unit, :price,
                        :total, :grams, :provenance)""");
        PreparedBatch tenders = handle.prepareBatch("""
                INSERT INTO tender_line (journal, seq, tender, site, business_day, cents)
                VALUES (:journal, :seq, :tender, :site, :day, :cents)""");
        for (var recorded : sales) {
            Sale sale = recorded.fact();
            context(tickets, recorded)
                    .bind("at", sale.context().occurredAt())
                    .bind("terminal", recorded.id().journal().terminal().code())
                    .bind("ticket", sale.ticket())
                    .bind("total", sale.total().cents())
                    .bind("change", sale.change().cents())
                    .add();
            for (int i = 0; i < sale.lines().size(); i++) {
                line(context(lines, recorded), sale, i).add();
            }
            kept(sale)
                    .forEach((tender, amount) -> context(tenders, recorded)
                            .bind("tender", tender)
                            .bind("cents", amount.cents())
                            .add());
        }
        tickets.execute();
        lines.execute();
        if (tenders.size() > 0) {
            tenders.execute();
        }
        TaxDao.write(handle, sales);
    }

    /// What the shop keeps in each means of payment: cash less the change, less what was given back.
    static Map<Tender, Money> kept(Sale sale) {
        Map<Tender, Money> kept = new EnumMap<>(Tender.class);
        sale.tenders().forEach(t -> kept.merge(t.tender(), t.amount(), Money::plus));
        if (!sale.change().equals(Money.ZERO)) {
            kept.computeIfPresent(Tender.CASH, (_, cash) -> cash.minus(sale.change()));
        }
        sale.givenBack().forEach(t -> kept.merge(t.tender(), t.amount().negated(), Money::plus));
        kept.values().removeIf(Money.ZERO::equals);
        return kept;
    }

    private static PreparedBatch context(PreparedBatch batch, Recorded<Sale> recorded) {
        return batch.bind("journal", recorded.journal())
                .bind("seq", recorded.seq())
                .bind("site", recorded.context().site().code())
                .bind("day", recorded.context().businessDay());
    }

    private static PreparedBatch line(PreparedBatch batch, Sale sale, int index) {
        SaleLine line = sale.lines().get(index);
        return batch.bind("line", index + 1)
                .bind("at", sale.context().occurredAt())
                .bind("label", line.label())
                .bind("item", line.item().map(ItemCode::digits))
                .bind("origin", line.origin())
                .bind("category", line.category().code())
                .bind("pieces", line.pieces())
                .bind("unit", line.unitPrice().cents())
                .bind("price", line.price())
                .bind("total", line.total().cents())
                .bind("grams", line.mass().grams())
                .bind("provenance", line.provenance().kind());
    }

    /// Which of these tickets share their number with another one of the same terminal.
    public static List<SameTicket> sharedNumbers(Handle handle, TerminalId terminal, Collection<Long> tickets) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                SELECT ticket, array_agg(journal || '/' || seq ORDER BY occurred_at, journal COLLATE "C", seq)
                FROM sale WHERE terminal = :terminal AND ticket = ANY (:tickets)
                GROUP BY ticket HAVING count(*) > 1 ORDER BY ticket""")
                .bind("terminal", terminal.code())
                .bindArray("tickets", Long.class, tickets)
                .map((row, _) -> new SameTicket(
                        terminal,
                        row.getLong(1),
                        List.of((String[]) row.getArray(2).getArray()).stream()
                                .map(FactId::parse)
                                .toList()))
                .list();
    }
}
