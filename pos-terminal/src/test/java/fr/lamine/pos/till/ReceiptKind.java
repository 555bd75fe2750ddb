package fr.lamine.pos.till;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.fact.ReturnLine.SoldLine;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.receipt.Issue;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PaperSale;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.PickUp;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.Reduction;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One receipt of each kind, with the text that each must say beyond what every receipt says.
enum ReceiptKind {
    PLAIN("TOTAL 3,00 €"),
    MANY_LINES("12 × 0,50", "6 × 2,00, prix du lot", "4 lignes"),
    REDUCTIONS("Éraflé -10 %", "Samedi -50 %", "Ancien -30 %"),
    EXEMPT("Exonération de TVA – art. 261-7-1° du CGI"),
    FRANCHISE("TVA non applicable, art. 293 B du CGI"),
    MARGIN("Régime particulier – Biens d’occasion"),
    STANDARD("TVA 5,5 % sur 3,79 HT 0,21", "TVA 10 % sur 5,00 HT 0,50", "TVA 20 % sur 10,00 HT 2,00"),
    MIXED("Exonération de TVA", "TVA 10 % sur", "hors champ de la TVA"),
    GIFT_AND_DUES("Articles 4,70 €", "Arrondi solidaire 0,30", "Adhésion 10,00", "hors champ de la TVA"),
    ARTICLES("Sac de textile 5,00", "Prix libre 2,50", "Réparation 12,00", "Articles 19,50 €", "Don 2,00", "5 lignes"),
    RETURN("Repris : Bouilloire", "Ne marche pas", "TOTAL −8,00 €", "Rendu, espèces 8,00 €"),
    EXCHANGE("Repris : Bouilloire", "Grille-pain", "TOTAL 4,00 €"),
    VOUCHER_ISSUED("Rendu, bon d’achat 901-18 8,00 €"),
    VOUCHER_USED("Bon d’achat 901-18 8,00 €", "Espèces"),
    SEVERAL_TENDERS("Bon d’achat", "Carte 10,00 €", "Chèque 8,00 €", "Espèces 10,00 €", "Rendu 3,00 €"),
    DEPOSIT("Acompte buffet 901-19", "hors champ de la TVA"),
    PICK_UP("À retirer P-901-17-1 avant le 07/12/2026"),
    PAPER_SALE("Vente du 21/11/2026, saisie plus tard", "Feuille 901-4, ligne 7"),
    DUPLICATA("DUPLICATA 2", "imprimé le 24/11/2026 11:05:09"),
    FACTICE("FACTICE"),
    GUARANTEE("Bouilloire *", "* Garantie légale de conformité 2 ans"),
    REPLACED("Annule et remplace le ticket incomplet"),
    ELECTRONIC("Copie électronique");

    private static final Instant AT = Instant.parse("2026-11-23T09:12:34Z");
    private static final Instant AGAIN = Instant.parse("2026-11-24T10:05:09Z");
    private static final FactId BEFORE = FactId.parse("901/1/12");

    private final List<String> says;

    ReceiptKind(String... says) {
        this.says = List.of(says);
    }

    List<String> says() {
        return says;
    }

    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    JournalKind journal() {
        return this == FACTICE ? JournalKind.TRAINING : JournalKind.REAL;
    }

    Issue issue() {
        return switch (this) {
            case DUPLICATA -> new Issue.Paper(3, false, AGAIN);
            case REPLACED -> new Issue.Paper(1, true, AT);
            case ELECTRONIC -> new Issue.Electronic();
            default -> new Issue.Paper(1, false, AT);
        };
    }

    Fact.Sale sale() {
        SaleLine bowl = plain("Vaisselle", 300, VatRegime.EXEMPT_261_7, 0);
        return switch (this) {
            case PLAIN, DUPLICATA, FACTICE, REPLACED, ELECTRONIC, EXEMPT -> cash(300, bowl);
            case MANY_LINES ->
                cash(
                        2_050,
                        line("Assiettes à dessert", 12, 50, PriceOrigin.GRID, List.of(), 600),
                        line(
                                "Verres à pied en cristal de Bohême, service complet",
                                6,
                                200,
                                PriceOrigin.LOT,
                                List.of(),
                                1_000),
                        line("Livre de poche", 3, 100, PriceOrigin.GRID, List.of(), 300),
                        line("Bol", 1, 150, PriceOrigin.GRID, List.of(), 150));
            case REDUCTIONS ->
                cash(
                        2_250,
                        line(
                                "Chaise",
                                1,
                                1_000,
                                PriceOrigin.GRID,
                                List.of(off(Reduction.Kind.LINE, 1_000, 100, "Éraflé")),
                                900),
                        line(
                                "Veste",
                                1,
                                800,
                                PriceOrigin.GRID,
                                List.of(off(Reduction.Kind.CAMPAIGN, 5_000, 400, "Samedi")),
                                400),
                        line(
                                "Lampe",
                                2,
                                750,
                                PriceOrigin.GRID,
                                List.of(
                                        off(Reduction.Kind.AGE, 3_000, 450, "Ancien"),
                                        new Reduction(
                                                Reduction.Kind.TICKET, Optional.empty(), Money.cents(100), "Geste")),
                                950));
            case FRANCHISE -> cash(300, plain("Vaisselle", 300, VatRegime.FRANCHISE_293B, 0));
            case MARGIN -> cash(300, plain("Vaisselle", 300, VatRegime.MARGIN_297A, 0));
            case STANDARD ->
                cash(
                        2_150,
                        plain("Livre neuf", 400, VatRegime.STANDARD, 550),
                        plain("Crêpe", 550, VatRegime.STANDARD, 1_000),
                        plain("Sac", 1_200, VatRegime.STANDARD, 2_000));
            case MIXED ->
                sale(
                        List.of(
                                plain("Livre de poche", 100, VatRegime.EXEMPT_261_7, 0),
                                plain("Crêpe", 350, VatRegime.STANDARD, 1_000)),
                        List.of(),
                        List.of(extra(ExtraLine.Kind.GIFT, "Don", 50)),
                        List.of(new TenderLine(Tender.CARD, Money.cents(500))),
                        0,
                        List.of());
            case GIFT_AND_DUES ->
                sale(
                        List.of(plain("Vaisselle", 470, VatRegime.EXEMPT_261_7, 0)),
                        List.of(),
                        List.of(
                                extra(ExtraLine.Kind.GIFT, "Arrondi solidaire", 30),
                                extra(ExtraLine.Kind.DUES, "Adhésion", 1_000)),
                        List.of(new TenderLine(Tender.CARD, Money.cents(1_500))),
                        0,
                        List.of());
            case ARTICLES ->
                sale(
                        List.of(
                                line("Sac de textile", 1, 500, PriceOrigin.ARTICLE, List.of(), 500),
                                line("Prix libre", 1, 250, PriceOrigin.FREE, List.of(), 250),
                                repair()),
                        List.of(),
                        List.of(extra(ExtraLine.Kind.DUES, "Adhésion", 1_000), extra(ExtraLine.Kind.GIFT, "Don", 200)),
                        List.of(new TenderLine(Tender.CARD, Money.cents(3_150))),
                        0,
                        List.of());
            case RETURN ->
                sale(
                        List.of(),
                        List.of(kettleBack()),
                        List.of(),
                        List.of(),
                        0,
                        List.of(new TenderLine(Tender.CASH, Money.cents(800))));
            case EXCHANGE ->
                sale(
                        List.of(plain("Grille-pain", 1_200, VatRegime.EXEMPT_261_7, 0)),
                        List.of(kettleBack()),
                        List.of(),
                        List.of(new TenderLine(Tender.CARD, Money.cents(400))),
                        0,
                        List.of());
            case VOUCHER_ISSUED ->
                sale(
                        List.of(),
                        List.of(kettleBack()),
                        List.of(),
                        List.of(),
                        0,
                        List.of(TenderLine.voucher("901-18", Money.cents(800))));
            case VOUCHER_USED ->
                sale(
                        List.of(plain("Chaise", 1_000, VatRegime.EXEMPT_261_7, 0)),
                        List.of(),
                        List.of(),
                        List.of(
                                TenderLine.voucher("901-18", Money.cents(800)),
                                new TenderLine(Tender.CASH, Money.cents(200))),
                        0,
                        List.of());
            case SEVERAL_TENDERS ->
                sale(
                        List.of(plain("Buffet", 3_000, VatRegime.EXEMPT_261_7, 0)),
                        List.of(),
                        List.of(),
                        List.of(
                                TenderLine.voucher("902-3", Money.cents(500)),
                                new TenderLine(Tender.CARD, Money.cents(1_000)),
                                new TenderLine(
                                        Tender.CHEQUE,
                                        Money.cents(800),
                                        Optional.of("1234567"),
                                        Optional.of("Banque"),
                                        TenderLine.Word.CASHIER),
                                new TenderLine(Tender.CASH, Money.cents(1_000))),
                        300,
                        List.of());
            case DEPOSIT ->
                sale(
                        List.of(),
                        List.of(),
                        List.of(new ExtraLine(
                                ExtraLine.Kind.DEPOSIT, "Acompte buffet", Money.cents(2_000), Optional.of("901-19"))),
                        List.of(new TenderLine(Tender.CARD, Money.cents(2_000))),
                        0,
                        List.of());
            case PICK_UP -> cash(8_000, toBeCollected());
            case PAPER_SALE -> cash(300, bowl);
            case GUARANTEE -> cash(800, guaranteed());
        };
    }

    private Fact.Sale cash(long cents, SaleLine... lines) {
        return sale(
                List.of(lines),
                List.of(),
                List.of(),
                List.of(new TenderLine(Tender.CASH, Money.cents(cents))),
                0,
                List.of());
    }

    private Fact.Sale sale(
            List<SaleLine> lines,
            List<ReturnLine> returns,
            List<ExtraLine> extras,
            List<TenderLine> tenders,
            long change,
            List<TenderLine> givenBack) {
        Money total = lines.stream()
                .map(SaleLine::total)
                .reduce(Money.ZERO, Money::plus)
                .minus(returns.stream().map(ReturnLine::total).reduce(Money.ZERO, Money::plus))
                .plus(extras.stream().map(ExtraLine::amount).reduce(Money.ZERO, Money::plus));
        Context context = new Context(
                new SiteCode("ARCUEIL"),
                new StationCode("P1"),
                new OperatorCode("AWA"),
                AT,
                LocalDate.of(2026, 11, 23),
                Optional.of("S-901-4"),
                3,
                "0.1.0");
        return new Fact.Sale(
                context,
                17,
                lines,
                returns,
                extras,
                total,
                tenders,
                Money.cents(change),
                givenBack,
                Optional.empty(),
                this == PAPER_SALE
                        ? Optional.of(new PaperSale(LocalDate.of(2026, 11, 21), "901-4", 7))
                        : Optional.empty(),
                new PerpetualTotals(17, 0, Money.cents(100_000), Money.cents(101_600)));
    }

    private static SaleLine plain(String label, long cents, VatRegime regime, int rate) {
        return line(label, 1, cents, PriceOrigin.GRID, List.of(), cents, regime, rate, false, Optional.empty());
    }

    private static SaleLine line(
            String label, int pieces, long each, PriceOrigin price, List<Reduction> off, long total) {
        return line(label, pieces, each, price, off, total, VatRegime.EXEMPT_261_7, 0, false, Optional.empty());
    }

    private static SaleLine line(
            String label,
            int pieces,
            long each,
            PriceOrigin price,
            List<Reduction> off,
            long total,
            VatRegime regime,
            int rate,
            boolean guaranteed,
            Optional<PickUp> pickUp) {
        return new SaleLine(
                label,
                price == PriceOrigin.LOT ? Optional.of(new ItemCode("0490100000015")) : Optional.empty(),
                price == PriceOrigin.LOT ? LineOrigin.KNOWN_LABEL : LineOrigin.CATEGORY_KEY,
                new CategoryCode("vaisselle"),
                pieces,
                Money.cents(each),
                price,
                Optional.empty(),
                off,
                Money.cents(total),
                Vat.within(Money.cents(total), regime, rate),
                Mass.grams(400),
                new MassProvenance.Average(3),
                guaranteed,
                pickUp);
    }

    private static SaleLine guaranteed() {
        return line(
                "Bouilloire",
                1,
                800,
                PriceOrigin.GRID,
                List.of(),
                800,
                VatRegime.EXEMPT_261_7,
                0,
                true,
                Optional.empty());
    }

    private static SaleLine repair() {
        return new SaleLine(
                "Réparation",
                Optional.empty(),
                LineOrigin.SERVICE_KEY,
                new CategoryCode("a_classer"),
                1,
                Money.cents(1_200),
                PriceOrigin.TYPED,
                Money.cents(1_200),
                Vat.within(Money.cents(1_200), VatRegime.EXEMPT_261_7, 0),
                Mass.ZERO,
                new MassProvenance.Typed());
    }

    private static SaleLine toBeCollected() {
        return line(
                "Buffet deux corps",
                1,
                8_000,
                PriceOrigin.GRID,
                List.of(),
                8_000,
                VatRegime.EXEMPT_261_7,
                0,
                true,
                Optional.of(new PickUp("P-901-17-1", "Réserve", "Bon état", Optional.of(LocalDate.of(2026, 12, 7)))));
    }

    private static Reduction off(Reduction.Kind kind, int basisPoints, long cents, String why) {
        return new Reduction(kind, Optional.of(basisPoints), Money.cents(cents), why);
    }

    private static ExtraLine extra(ExtraLine.Kind kind, String label, long cents) {
        return new ExtraLine(kind, label, Money.cents(cents), Optional.empty());
    }

    private static ReturnLine kettleBack() {
        return new ReturnLine(
                "Bouilloire",
                Optional.empty(),
                new CategoryCode("petit_electro"),
                1,
                Money.cents(800),
                Vat.within(Money.cents(800), VatRegime.EXEMPT_261_7, 0),
                Mass.grams(900),
                new MassProvenance.Average(3),
                Optional.of(new SoldLine(BEFORE, 0)),
                true,
                "Ne marche pas",
                new Account.Place(new SiteCode("ARCUEIL"), Area.SORTING));
    }
}
