package fr.lamine.model.receipt;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.receipt.ReceiptLine.Amount;
import fr.lamine.model.receipt.ReceiptLine.Plain;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.text.French;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a receipt says of VAT: one mention for each regime on it, base and tax of each rate where one is due.
final class ReceiptTaxes {

    private ReceiptTaxes() {}

    static List<ReceiptLine> of(Fact.Sale sale) {
        List<ReceiptLine> said = new ArrayList<>();
        for (VatRegime regime : VatRegime.values()) {
            List<Vat> sold = sale.lines().stream()
                    .map(SaleLine::vat)
                    .filter(vat -> vat.regime() == regime)
                    .toList();
            List<Vat> back = sale.returns().stream()
                    .map(ReturnLine::vat)
                    .filter(vat -> vat.regime() == regime)
                    .toList();
            if (!sold.isEmpty() || !back.isEmpty()) {
                said.addAll(mention(regime, sold, back));
            }
        }
        return said;
    }

    private static List<ReceiptLine> mention(VatRegime regime, List<Vat> sold, List<Vat> back) {
        return switch (regime) {
            case EXEMPT_261_7 -> List.of(new Plain("Exonération de TVA – art. 261-7-1° du CGI"));
            case FRANCHISE_293B -> List.of(new Plain("TVA non applicable, art. 293 B du CGI"));
            case MARGIN_297A -> List.of(new Plain("Régime particulier – Biens d’occasion"));
            case STANDARD -> rates(sold, back);
            case OUT_OF_SCOPE -> List.of(new Plain("Hors champ de la TVA"));
        };
    }

    /// Returns taken off; the sums of the lines, so that they are the journal's cents.
    private static List<ReceiptLine> rates(List<Vat> sold, List<Vat> back) {
        Map<Integer, Money> net = new TreeMap<>();
        Map<Integer, Money> tax = new TreeMap<>();
        sold.forEach(vat -> {
            net.merge(vat.basisPoints(), vat.net(), Money::plus);
            tax.merge(vat.basisPoints(), vat.tax(), Money::plus);
        });
        back.forEach(vat -> {
            net.merge(vat.basisPoints(), vat.net().negated(), Money::plus);
            tax.merge(vat.basisPoints(), vat.tax().negated(), Money::plus);
        });
        return net.entrySet().stream()
                .<ReceiptLine>map(each -> new Amount(
                        "TVA " + French.percent(each.getKey(), 10_000) + " sur " + French.amount(each.getValue())
                                + " HT",
                        French.amount(tax.get(each.getKey()))))
                .toList();
    }
}
