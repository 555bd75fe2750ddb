package fr.lamine.pos.till;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.hardware.printer.Document.Rule;
import fr.lamine.hardware.printer.Document.TwoColumns;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.Site;
import fr.lamine.model.text.French;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The receipt as paper, made from the entry of the sale alone and the words of the catalog.
public final class Receipt {

    private static final int[] EXTRACT = {3, 7, 13, 19};

    private Receipt() {}

    /// @param copy     1 for the original; later ones say DUPLICATA
    /// @param replaces a part of this copy may lie on the paper above, and is void
    public static Document of(
            Entry entry, Fact.Sale sale, Catalog catalog, JournalKind kind, int copy, boolean replaces) {
        Optional<Site> site = catalog.site(sale.context().site());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Line.title("La Mine"));
        site.ifPresent(s -> blocks.add(Line.centered(s.name())));
        site.filter(s -> !s.address().isBlank()).ifPresent(s -> blocks.add(Line.centered(s.address())));
        if (kind != JournalKind.REAL) {
            blocks.add(Line.title("FACTICE"));
        }
        if (copy > 1) {
            blocks.add(Line.title("DUPLICATA " + (copy - 1)));
        }
        if (replaces) {
            blocks.add(Line.centered("Annule et remplace le ticket incomplet"));
        }
        ZoneId zone = site.map(Site::zone).orElse(ZoneId.of("Europe/Paris"));
        blocks.add(new TwoColumns(
                "Ticket " + entry.terminal() + "-" + sale.ticket(),
                French.day(sale.context().occurredAt().atZone(zone).toLocalDate()) + " "
                        + French.time(sale.context().occurredAt(), zone)));
        blocks.add(new Rule());
        sale.lines().forEach(line -> line(line, blocks));
        sale.returns().forEach(line -> returned(line, blocks));
        blocks.add(new Rule());
        blocks.add(new TwoColumns("TOTAL", French.euros(sale.total()), true));
        sale.tenders().forEach(t -> blocks.add(new TwoColumns(word(t), French.euros(t.amount()))));
        sale.givenBack()
                .forEach(t -> blocks.add(new TwoColumns(
                        "Rendu, " + word(t).toLowerCase(Locale.FRENCH)
                                + t.reference().map(code -> " " + code).orElse(""),
                        French.euros(t.amount()))));
        if (sale.change().isPositive()) {
            blocks.add(new TwoColumns("Rendu", French.euros(sale.change())));
        }
        blocks.add(new Rule());
        taxes(sale, blocks);
        blocks.add(Line.plain(French.count(sale.lines().size() + sale.returns().size()) + " ligne"
                + (sale.lines().size() + sale.returns().size() == 1 ? "" : "s") + " · "
                + sale.context().operator()));
        blocks.add(Line.plain("Logiciel " + sale.context().appVersion() + " · signature " + extract(entry)));
        blocks.add(new Document.Code128("R-" + entry.terminal() + "-" + entry.generation() + "-" + entry.seq()));
        blocks.add(Line.centered("Merci\u202f!"));
        blocks.add(new Document.Cut());
        return new Document(blocks);
    }

    private static void line(SaleLine line, List<Block> blocks) {
        blocks.add(new TwoColumns(line.label(), French.amount(line.total())));
        if (line.pieces() > 1) {
            blocks.add(Line.plain("  " + French.count(line.pieces()) + " × " + French.amount(line.unitPrice())));
        }
    }

    private static void returned(ReturnLine line, List<Block> blocks) {
        blocks.add(new TwoColumns(
                "Repris\u202f: " + line.label(), French.amount(line.total().negated())));
        blocks.add(Line.plain("  " + (line.pieces() > 1 ? French.count(line.pieces()) + " × " : "") + line.reason()));
    }

    private static void taxes(Fact.Sale sale, List<Block> blocks) {
        for (VatRegime regime : VatRegime.values()) {
            List<SaleLine> under = sale.lines().stream()
                    .filter(line -> line.vat().regime() == regime)
                    .toList();
            List<Vat> back = sale.returns().stream()
                    .map(ReturnLine::vat)
                    .filter(vat -> vat.regime() == regime)
                    .toList();
            if (!under.isEmpty() || !back.isEmpty()) {
                blocks.add(Line.plain(mention(regime, under, back)));
            }
        }
    }

    private static String mention(VatRegime regime, List<SaleLine> lines, List<Vat> back) {
        return switch (regime) {
            case EXEMPT_261_7 -> "Exonération de TVA – art. 261-7-1° du CGI";
            case FRANCHISE_293B -> "TVA non applicable, art. 293 B du CGI";
            case MARGIN_297A -> "Régime particulier – Biens d’occasion";
            case STANDARD ->
                "Dont TVA "
                        + French.euros(lines.stream()
                                .map(l -> l.vat().tax())
                                .reduce(Money.ZERO, Money::plus)
                                .minus(back.stream().map(Vat::tax).reduce(Money.ZERO, Money::plus)));
            case OUT_OF_SCOPE -> "Hors champ de la TVA";
        };
    }

    private static String word(TenderLine tender) {
        return word(tender.tender());
    }

    public static String word(Tender tender) {
        return switch (tender) {
            case CASH -> "Espèces";
            case CARD -> "Carte";
            case CHEQUE -> "Chèque";
            case TRANSFER -> "Virement";
            case VOUCHER -> "Bon d’achat";
            case LOCAL_CURRENCY -> "Monnaie locale";
        };
    }

    /// Four signs of the signature, by which a paper is found again.
    public static String extract(Entry entry) {
        StringBuilder extract = new StringBuilder();
        for (int place : EXTRACT) {
            extract.append(entry.signature().charAt(place - 1));
        }
        return extract.toString();
    }
}
