package fr.lamine.pos.till;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.Document.Block;
import fr.lamine.hardware.printer.Document.Line;
import fr.lamine.hardware.printer.Document.Rule;
import fr.lamine.hardware.printer.Document.TwoColumns;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Company;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.Reduction;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.Site;
import fr.lamine.model.text.French;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The receipt as paper, made from the entry of the sale alone and the words of the catalog.
public final class Receipt {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String GUARANTEE = "* Garantie légale de conformité 2 ans";
    private static final int[] EXTRACT = {3, 7, 13, 19};

    private Receipt() {}

    /// @param copy     1 for the original; later ones say DUPLICATA
    /// @param replaces a part of this copy may lie on the paper above, and is void
    public static Document of(
            Entry entry, Fact.Sale sale, Catalog catalog, JournalKind kind, int copy, boolean replaces) {
        Optional<Site> site = catalog.site(sale.context().site());
        List<Block> blocks = new ArrayList<>();
        company(catalog.till().company(), blocks);
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
                        + TIME.format(sale.context().occurredAt().atZone(zone))));
        blocks.add(new Rule());
        sale.lines().forEach(line -> line(line, blocks));
        sale.returns().forEach(line -> returned(line, blocks));
        blocks.add(new Rule());
        extras(sale, blocks);
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
        int count = sale.lines().size() + sale.returns().size() + sale.extras().size();
        blocks.add(Line.plain(French.count(count) + " ligne" + (count == 1 ? "" : "s") + " · Caisse "
                + sale.context().operator()));
        if (sale.lines().stream().anyMatch(SaleLine::guaranteed)) {
            blocks.add(Line.plain(GUARANTEE));
        }
        sale.paper()
                .ifPresent(p -> blocks.add(Line.plain(
                        "Vente du " + French.day(p.day()) + ", feuille " + p.sheet() + ", ligne " + p.line())));
        blocks.add(Line.plain("Logiciel " + sale.context().appVersion() + " · signature " + extract(entry)));
        blocks.add(new Document.Code128("R-" + entry.terminal() + "-" + entry.generation() + "-" + entry.seq()));
        blocks.add(Line.centered("Merci\u202f!"));
        blocks.add(new Document.Cut());
        return new Document(blocks);
    }

    private static void company(Company company, List<Block> blocks) {
        blocks.add(Line.title(company.name()));
        if (!company.siret().isEmpty()) {
            blocks.add(Line.centered("SIRET " + company.siret()));
        }
        if (!company.ape().isEmpty()) {
            blocks.add(Line.centered("APE " + company.ape()));
        }
        company.vatNumber().ifPresent(number -> blocks.add(Line.centered("TVA " + number)));
    }

    private static void line(SaleLine line, List<Block> blocks) {
        Money before = line.total().plus(line.reduced());
        blocks.add(new TwoColumns(line.label() + (line.guaranteed() ? " *" : ""), French.amount(before)));
        if (line.pieces() > 1) {
            blocks.add(Line.plain("  " + French.count(line.pieces()) + " × " + French.amount(line.unitPrice())
                    + (line.price() == PriceOrigin.LOT ? ", prix du lot" : "")));
        }
        line.reductions()
                .forEach(r -> blocks.add(
                        new TwoColumns("  " + words(r), French.amount(r.amount().negated()))));
        line.pickUp().ifPresent(p -> blocks.add(Line.plain("  À retirer " + p.code())));
    }

    private static String words(Reduction reduction) {
        return reduction.reason()
                + reduction
                        .basisPoints()
                        .map(share -> " -" + French.percent(share, 10_000))
                        .orElse("");
    }

    /// What is no turnover stands apart, after the goods' own sum.
    private static void extras(Fact.Sale sale, List<Block> blocks) {
        if (!sale.extras().isEmpty()) {
            blocks.add(new TwoColumns("Articles", French.euros(sale.sold())));
            sale.extras().forEach(extra -> blocks.add(new TwoColumns(extra.label(), French.amount(extra.amount()))));
            blocks.add(Line.plain("  hors champ de la TVA"));
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
            if (regime == VatRegime.STANDARD) {
                rates(under, back, blocks);
            } else if (!under.isEmpty() || !back.isEmpty()) {
                blocks.add(Line.plain(mention(regime)));
            }
        }
    }

    /// Base and tax of each rate, returns taken off; the sums of the lines, so that they are the journal's cents.
    private static void rates(List<SaleLine> lines, List<Vat> back, List<Block> blocks) {
        Map<Integer, Money> net = new TreeMap<>();
        Map<Integer, Money> tax = new TreeMap<>();
        lines.stream().map(SaleLine::vat).forEach(vat -> {
            net.merge(vat.basisPoints(), vat.net(), Money::plus);
            tax.merge(vat.basisPoints(), vat.tax(), Money::plus);
        });
        back.forEach(vat -> {
            net.merge(vat.basisPoints(), vat.net().negated(), Money::plus);
            tax.merge(vat.basisPoints(), vat.tax().negated(), Money::plus);
        });
        net.forEach((rate, base) -> blocks.add(new TwoColumns(
                "TVA " + French.percent(rate, 10_000) + " sur " + French.amount(base), French.amount(tax.get(rate)))));
    }

    private static String mention(VatRegime regime) {
        return switch (regime) {
            case EXEMPT_261_7 -> "Exonération de TVA – art. 261-7-1° du CGI";
            case FRANCHISE_293B -> "TVA non applicable, art. 293 B du CGI";
            case MARGIN_297A -> "Régime particulier – Biens d’occasion";
            case STANDARD -> "TVA comprise";
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
