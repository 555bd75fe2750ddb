package fr.lamine.backoffice.closing;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.till.VatTotal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// What the office itself counts over the tickets that a closing covers.
///
/// @param vat      all turnover, by regime and rate
/// @param services the part of it that is work, not goods
public record OwnSums(
        long tickets,
        Money sold,
        Money returned,
        Map<Tender, Money> tenders,
        List<VatTotal> vat,
        List<VatTotal> services,
        Map<ExtraLine.Kind, Money> extras) {

    private static final String COVERED = """
            WITH covered AS MATERIALIZED (
                SELECT s.journal, s.seq FROM sale s
                JOIN unnest(:journals::text[], :seqs::bigint[]) AS line(journal, seq)
                  ON s.journal = line.journal AND s.seq <= line.seq
                WHERE s.terminal = :terminal AND s.ticket BETWEEN :first AND :last)
            """;

    private record Part(String what, String of, int rate, boolean service, long cents, long tax) {}

    public OwnSums {
        tenders = Map.copyOf(tenders);
        vat = List.copyOf(vat);
        services = List.copyOf(services);
        extras = Map.copyOf(extras);
    }

    public static OwnSums over(Handle handle, FactId id, Closing closing) {
        Lineage lineage = Lineage.of(handle, id);
        List<Part> parts = handle.createQuery(COVERED + """
                SELECT 'tickets' AS what, '' AS of, 0 AS rate, false AS service, count(*) AS cents, 0 AS tax FROM covered
                UNION ALL
                SELECT 'sold', '', 0, false, coalesce(sum(total_cents), 0)::bigint, 0
                FROM covered JOIN sale_line USING (journal, seq)
                UNION ALL
                SELECT 'returned', '', 0, false, coalesce(sum(total_cents), 0)::bigint, 0
                FROM covered JOIN return_line USING (journal, seq)
                UNION ALL
                SELECT 'tender', tender, 0, false, sum(cents)::bigint, 0
                FROM covered JOIN tender_line USING (journal, seq) GROUP BY tender
                UNION ALL
                SELECT 'vat', regime, basis_points, service, sum(net_cents)::bigint, sum(tax_cents)::bigint
                FROM covered JOIN sale_vat USING (journal, seq) GROUP BY regime, basis_points, service
                UNION ALL
                SELECT 'extra', kind, 0, false, sum(cents)::bigint, 0
                FROM covered JOIN sale_extra USING (journal, seq) GROUP BY kind""")
                .bindArray("journals", String.class, lineage.journals())
                .bindArray("seqs", Long.class, lineage.seqs())
                .bind("terminal", id.journal().terminal().code())
                .bind("first", closing.firstTicket().orElse(1L))
                .bind("last", closing.lastTicket().orElse(0L))
                .map((row, _) -> new Part(
                        row.getString("what"),
                        row.getString("of"),
                        row.getInt("rate"),
                        row.getBoolean("service"),
                        row.getLong("cents"),
                        row.getLong("tax")))
                .list();
        return of(parts);
    }

    private static OwnSums of(List<Part> parts) {
        Map<Tender, Money> tenders = new EnumMap<>(Tender.class);
        Map<ExtraLine.Kind, Money> extras = new EnumMap<>(ExtraLine.Kind.class);
        Map<String, VatTotal> vat = new TreeMap<>();
        List<VatTotal> services = new ArrayList<>();
        for (Part part : parts) {
            Money money = Money.cents(part.cents());
            switch (part.what()) {
                case "tender" -> tenders.put(Tender.valueOf(part.of()), money);
                case "extra" -> extras.put(ExtraLine.Kind.valueOf(part.of()), money);
                case "vat" -> {
                    VatTotal total = vat(part);
                    vat.merge("%d %05d".formatted(total.regime().ordinal(), total.basisPoints()), total, OwnSums::plus);
                    if (part.service()) {
                        services.add(total);
                    }
                }
                default -> {
                    // tickets, sold and returned stand alone
                }
            }
        }
        return new OwnSums(
                alone(parts, "tickets"),
                Money.cents(alone(parts, "sold")),
                Money.cents(alone(parts, "returned")),
                tenders,
                List.copyOf(vat.values()),
                services,
                extras);
    }

    private static long alone(List<Part> parts, String what) {
        return parts.stream()
                .filter(part -> part.what().equals(what))
                .mapToLong(Part::cents)
                .sum();
    }

    private static VatTotal vat(Part part) {
        Money net = Money.cents(part.cents());
        Money tax = Money.cents(part.tax());
        return new VatTotal(VatRegime.valueOf(part.of()), part.rate(), net.plus(tax), net, tax);
    }

    private static VatTotal plus(VatTotal a, VatTotal b) {
        return new VatTotal(
                a.regime(),
                a.basisPoints(),
                a.paid().plus(b.paid()),
                a.net().plus(b.net()),
                a.tax().plus(b.tax()));
    }

    public Money taken() {
        return tenders.values().stream().reduce(Money.ZERO, Money::plus);
    }

    public Money in(Tender tender) {
        return tenders.getOrDefault(tender, Money.ZERO);
    }

    public Money of(ExtraLine.Kind kind) {
        return extras.getOrDefault(kind, Money.ZERO);
    }

    public Optional<VatTotal> vat(VatRegime regime, int basisPoints) {
        return vat.stream()
                .filter(v -> v.regime() == regime && v.basisPoints() == basisPoints)
                .findFirst();
    }
}
