package fr.lamine.model.receipt;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Company;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.money.Money;
import fr.lamine.model.receipt.ReceiptLine.Amount;
import fr.lamine.model.receipt.ReceiptLine.Centered;
import fr.lamine.model.receipt.ReceiptLine.Plain;
import fr.lamine.model.receipt.ReceiptLine.Rule;
import fr.lamine.model.receipt.ReceiptLine.Title;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.PickUp;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.Reduction;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.Site;
import fr.lamine.model.text.French;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A receipt, made from the entry of the sale and the words of the catalog.
public final class ReceiptText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int[] EXTRACT = {3, 7, 13, 19};

    private final Entry entry;
    private final Fact.Sale sale;
    private final Optional<Site> site;
    private final List<ReceiptLine> lines = new ArrayList<>();

    private ReceiptText(Entry entry, Fact.Sale sale, Optional<Site> site) {
        this.entry = entry;
        this.sale = sale;
        this.site = site;
    }

    /// @param entry   of the sale
    /// @param catalog of the revision that the sale went by, or the one of today: it names the company and the site
    public static List<ReceiptLine> of(Entry entry, Fact.Sale sale, Catalog catalog, JournalKind kind, Issue issue) {
        ReceiptText text =
                new ReceiptText(entry, sale, catalog.site(sale.context().site()));
        text.company(catalog.till().company());
        text.standing(kind, issue);
        text.circumstances();
        sale.lines().forEach(text::line);
        sale.returns().forEach(text::returned);
        text.extras();
        text.payment();
        text.lines.addAll(ReceiptTaxes.of(sale));
        text.close();
        return List.copyOf(text.lines);
    }

    private void company(Company company) {
        lines.add(new Title(company.name()));
        if (!company.siret().isEmpty()) {
            lines.add(new Centered("SIRET " + company.siret()));
        }
        if (!company.ape().isEmpty()) {
            lines.add(new Centered("APE " + company.ape()));
        }
        company.vatNumber().ifPresent(number -> lines.add(new Centered("TVA " + number)));
        site.ifPresent(s -> lines.add(new Centered(s.name())));
        site.filter(s -> !s.address().isBlank()).ifPresent(s -> lines.add(new Centered(s.address())));
    }

    private void standing(JournalKind kind, Issue issue) {
        if (kind != JournalKind.REAL) {
            lines.add(new Title("FACTICE"));
        }
        switch (issue) {
            case Issue.Paper(var copy, var replaces, var at) -> {
                if (copy > 1) {
                    lines.add(new Title("DUPLICATA " + (copy - 1)));
                    lines.add(new Centered("imprimé le " + day(at) + " " + time(at)));
                }
                if (replaces) {
                    lines.add(new Centered("Annule et remplace le ticket incomplet"));
                }
            }
            case Issue.Electronic() -> lines.add(new Centered("Copie électronique"));
        }
    }

    private void circumstances() {
        Instant at = sale.context().occurredAt();
        lines.add(new Amount("Ticket " + entry.terminal() + "-" + sale.ticket(), day(at)));
        lines.add(new Amount(
                "Caisse " + entry.terminal() + " · par " + sale.context().operator(), time(at)));
        sale.paper().ifPresent(p -> {
            lines.add(new Plain("Vente du " + French.day(p.day()) + ", saisie plus tard"));
            lines.add(new Plain("Feuille " + p.sheet() + ", ligne " + p.line()));
        });
        if (hasGoods()) {
            lines.add(new Rule());
        }
    }

    private boolean hasGoods() {
        return !sale.lines().isEmpty() || !sale.returns().isEmpty();
    }

    private String day(Instant at) {
        return French.day(at.atZone(zone()).toLocalDate());
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone()));
    }

    private ZoneId zone() {
        return site.map(Site::zone).orElse(PARIS);
    }

    private void line(SaleLine line) {
        Money before = line.total().plus(line.reduced());
        lines.add(new Amount(line.label() + (line.guaranteed() ? " *" : ""), French.amount(before)));
        if (line.pieces() > 1) {
            lines.add(new Plain("  " + French.count(line.pieces()) + " × " + French.amount(line.unitPrice())
                    + (line.price() == PriceOrigin.LOT ? ", prix du lot" : "")));
        }
        line.reductions()
                .forEach(r -> lines.add(
                        new Amount("  " + words(r), French.amount(r.amount().negated()))));
        line.pickUp().ifPresent(this::pickUp);
    }

    private static String words(Reduction reduction) {
        return reduction.reason()
                + reduction
                        .basisPoints()
                        .map(share -> " -" + French.percent(share, 10_000))
                        .orElse("");
    }

    private void pickUp(PickUp pickUp) {
        lines.add(new Plain("  À retirer " + pickUp.code()
                + pickUp.until().map(day -> " avant le " + French.day(day)).orElse("")));
    }

    private void returned(ReturnLine line) {
        lines.add(new Amount(
                "Repris\u202f: " + line.label(), French.amount(line.total().negated())));
        lines.add(new Plain("  " + (line.pieces() > 1 ? French.count(line.pieces()) + " × " : "") + line.reason()));
    }

    /// What is no turnover stands apart, after the goods' own sum.
    private void extras() {
        lines.add(new Rule());
        if (!sale.extras().isEmpty()) {
            if (hasGoods()) {
                lines.add(new Amount("Articles", French.euros(sale.sold().minus(sale.returned()))));
            }
            sale.extras().forEach(extra -> lines.add(new Amount(words(extra), French.amount(extra.amount()))));
            lines.add(new Plain("  hors champ de la TVA"));
        }
    }

    private static String words(ExtraLine extra) {
        return extra.label() + extra.code().map(code -> " " + code).orElse("");
    }

    private void payment() {
        lines.add(new Amount("TOTAL", French.euros(sale.total()), true));
        sale.tenders().forEach(t -> lines.add(new Amount(words(t), French.euros(t.amount()))));
        sale.givenBack()
                .forEach(t -> lines.add(
                        new Amount("Rendu, " + words(t).toLowerCase(Locale.FRENCH), French.euros(t.amount()))));
        if (sale.change().isPositive()) {
            lines.add(new Amount("Rendu", French.euros(sale.change())));
        }
        lines.add(new Rule());
    }

    /// The code of a voucher is printed, because what is left on it is the customer's.
    private static String words(TenderLine tender) {
        return word(tender.tender())
                + tender.reference()
                        .filter(_ -> tender.tender() == Tender.VOUCHER)
                        .map(code -> " " + code)
                        .orElse("");
    }

    private void close() {
        int count = sale.lines().size() + sale.returns().size() + sale.extras().size();
        lines.add(new Plain(French.count(count) + " ligne" + (count == 1 ? "" : "s")));
        if (sale.lines().stream().anyMatch(SaleLine::guaranteed)) {
            lines.add(new Plain("* Garantie légale de conformité 2 ans"));
        }
        lines.add(new Plain("Logiciel La Mine " + sale.context().appVersion() + " · signature " + extract(entry)));
        lines.add(new ReceiptLine.Code("R-" + entry.terminal() + "-" + entry.generation() + "-" + entry.seq()));
        lines.add(new Centered("Merci\u202f!"));
    }

    /// The French word for a means of payment.
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

    /// Four signs of the signature (its 3rd, 7th, 13th and 19th), by which a paper is found again.
    public static String extract(Entry entry) {
        StringBuilder extract = new StringBuilder();
        for (int place : EXTRACT) {
            extract.append(entry.signature().charAt(place - 1));
        }
        return extract.toString();
    }
}
