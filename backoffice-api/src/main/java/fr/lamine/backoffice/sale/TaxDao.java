package fr.lamine.backoffice.sale;

import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.SaleLine;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The tables of what each ticket is by VAT, and of its money that is no turnover.
final class TaxDao {

    private TaxDao() {}

    /// @param service work, such as a repair: turnover that is no goods
    private record Rate(VatRegime regime, int basisPoints, boolean service) {
        private static final Comparator<Rate> ORDER = Comparator.comparing(Rate::regime)
                .thenComparing(Rate::basisPoints)
                .thenComparing(Rate::service);
    }

    private record Split(Money net, Money tax) {
        Split plus(Split other) {
            return new Split(net.plus(other.net), tax.plus(other.tax));
        }
    }

    static void write(Handle handle, Collection<Recorded<Sale>> sales) {
        PreparedBatch taxes = handle.prepareBatch("""
                INSERT INTO sale_vat (journal, seq, regime, basis_points, service, net_cents, tax_cents)
                VALUES (:journal, :seq, :regime, :rate, :service, :net, :tax)""");
        PreparedBatch extras = handle.prepareBatch("""
                INSERT INTO sale_extra (journal, seq, kind, cents) VALUES (:journal, :seq, :kind, :cents)""");
        for (Recorded<Sale> recorded : sales) {
            split(recorded.fact())
                    .forEach((rate, split) -> id(taxes, recorded)
                            .bind("regime", rate.regime())
                            .bind("rate", rate.basisPoints())
                            .bind("service", rate.service())
                            .bind("net", split.net().cents())
                            .bind("tax", split.tax().cents())
                            .add());
            Map<ExtraLine.Kind, Money> more = new EnumMap<>(ExtraLine.Kind.class);
            recorded.fact().extras().forEach(extra -> more.merge(extra.kind(), extra.amount(), Money::plus));
            more.forEach((kind, amount) -> id(extras, recorded)
                    .bind("kind", kind)
                    .bind("cents", amount.cents())
                    .add());
        }
        for (PreparedBatch batch : List.of(taxes, extras)) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    private static Map<Rate, Split> split(Sale sale) {
        Map<Rate, Split> split = new TreeMap<>(Rate.ORDER);
        for (SaleLine line : sale.lines()) {
            add(split, line.vat(), line.origin() == LineOrigin.SERVICE_KEY, 1);
        }
        for (ReturnLine line : sale.returns()) {
            add(split, line.vat(), false, -1);
        }
        return split;
    }

    private static void add(Map<Rate, Split> split, Vat vat, boolean service, int sign) {
        split.merge(
                new Rate(vat.regime(), vat.basisPoints(), service),
                new Split(vat.net().times(sign), vat.tax().times(sign)),
                Split::plus);
    }

    private static PreparedBatch id(PreparedBatch batch, Recorded<Sale> sale) {
        return batch.bind("journal", sale.journal()).bind("seq", sale.seq());
    }
}
