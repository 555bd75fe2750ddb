package fr.lamine.pos.closing;

import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.hardware.printer.Document.Rule;
import fr.lamine.hardware.printer.Document.TwoColumns;
import fr.lamine.model.money.Money;
import fr.lamine.model.receipt.ReceiptText;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.text.French;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.PeriodTotals;
import fr.lamine.model.till.TenderTotal;
import fr.lamine.model.till.VatTotal;
import java.util.ArrayList;
import java.util.List;

/// Totals and counts as lines of a paper.
final class TotalsPaper {

    private TotalsPaper() {}

    static List<Block> period(PeriodTotals totals) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new TwoColumns("Ventes", French.euros(totals.sold())));
        blocks.add(new TwoColumns("Retours", French.euros(totals.returned().negated())));
        blocks.add(new TwoColumns("NET TTC", French.euros(totals.net()), true));
        blocks.add(new TwoColumns("Remises accordées", French.euros(totals.reduced())));
        section(blocks, "TVA", !totals.vat().isEmpty());
        totals.vat().forEach(vat -> tax(vat, blocks));
        section(blocks, "Paiements", !totals.tenders().isEmpty());
        totals.tenders().forEach(tender -> tender(tender, blocks));
        section(blocks, "Hors chiffre d’affaires", !totals.extras().isEmpty());
        totals.extras().forEach(e -> blocks.add(new TwoColumns(word(e.kind()), French.euros(e.amount()))));
        blocks.add(new Rule());
        blocks.add(new TwoColumns("Lignes vendues et rendues", French.count(totals.lines())));
        blocks.add(new TwoColumns("Lignes et tickets annulés", French.count(totals.voided())));
        blocks.add(new TwoColumns("Duplicatas", French.count(totals.copies())));
        blocks.add(new TwoColumns("Tiroir ouvert sans vente", French.count(totals.openings())));
        return blocks;
    }

    private static void section(List<Block> blocks, String title, boolean any) {
        if (any) {
            blocks.add(new Rule());
            blocks.add(Line.bold(title));
        }
    }

    private static void tax(VatTotal vat, List<Block> blocks) {
        blocks.add(new TwoColumns(word(vat), French.euros(vat.paid())));
        if (!vat.tax().equals(Money.ZERO)) {
            blocks.add(new TwoColumns("  HT", French.euros(vat.net())));
            blocks.add(new TwoColumns("  TVA", French.euros(vat.tax())));
        }
    }

    private static void tender(TenderTotal total, List<Block> blocks) {
        blocks.add(new TwoColumns(ReceiptText.word(total.tender()), French.euros(total.balance())));
        if (total.givenBack().isPositive()) {
            blocks.add(new TwoColumns("  encaissé", French.euros(total.taken())));
            blocks.add(new TwoColumns("  rendu", French.euros(total.givenBack().negated())));
        }
    }

    static List<Block> perpetual(PerpetualTotals perpetual) {
        return List.of(
                new Rule(),
                Line.bold("Grand total perpétuel"),
                new TwoColumns("Net", French.euros(perpetual.net())),
                new TwoColumns("Absolu", French.euros(perpetual.absolute())));
    }

    /// `3 × 20,00 €` and their sum, largest first.
    static List<Block> counted(CashCount count) {
        return count.piles().stream()
                .<Block>map(pile -> new TwoColumns(
                        "  " + French.count(pile.count()) + " × " + French.euros(Money.cents(pile.face())),
                        French.amount(Money.cents((long) pile.face() * pile.count()))))
                .toList();
    }

    static String word(VatTotal vat) {
        return switch (vat.regime()) {
            case EXEMPT_261_7 -> "Exonéré (art. 261-7-1°)";
            case FRANCHISE_293B -> "Franchise (art. 293 B)";
            case MARGIN_297A -> "Marge, biens d’occasion";
            case STANDARD -> "Taux " + rate(vat.basisPoints()) + "\u202f%";
            case OUT_OF_SCOPE -> "Hors champ";
        };
    }

    /// `20`, `5,5`
    private static String rate(int basisPoints) {
        String hundredths = "%02d".formatted(basisPoints % 100).replaceAll("0+$", "");
        return basisPoints / 100 + (hundredths.isEmpty() ? "" : "," + hundredths);
    }

    static String word(ExtraLine.Kind kind) {
        return switch (kind) {
            case GIFT -> "Dons et arrondis";
            case DUES -> "Adhésions";
            case DEPOSIT -> "Acomptes";
            case VOUCHER -> "Bons vendus";
        };
    }
}
