package fr.lamine.model.fact;

import fr.lamine.model.catalog.AgeMarkdown;
import fr.lamine.model.catalog.Article;
import fr.lamine.model.catalog.Campaign;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.catalog.Company;
import fr.lamine.model.catalog.Container;
import fr.lamine.model.catalog.DatedPrices;
import fr.lamine.model.catalog.Stream;
import fr.lamine.model.catalog.TillPolicy;
import fr.lamine.model.catalog.VatRule;
import fr.lamine.model.fiscal.TicketTotals;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.VoidReason;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.online.Condition;
import fr.lamine.model.online.OrderLine;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.online.SentLine;
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
import fr.lamine.model.site.Site;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.CarriedItem;
import fr.lamine.model.stock.Cause;
import fr.lamine.model.stock.CountedItem;
import fr.lamine.model.stock.CountedLoose;
import fr.lamine.model.stock.Difference;
import fr.lamine.model.stock.LooseGoods;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.CashCount.Pile;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.Cheque;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.DrawerCheck;
import fr.lamine.model.till.PeriodTotals;
import fr.lamine.model.till.TechnicalEvent;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One fact of each kind, the same in every run: what golden bodies, vectors and tables are made of.
public final class SampleFacts {

    public static final String KEY =
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp"
                    + "/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==";
    public static final SiteCode ARCUEIL = new SiteCode("ARCUEIL");
    public static final SiteCode MONTREUIL = new SiteCode("MONTREUIL");
    public static final CategoryCode DISHES = new CategoryCode("vaisselle");
    public static final CategoryCode FURNITURE = new CategoryCode("meuble");
    public static final ItemCode CHAIR = ItemCode.of(901, 12);
    public static final OrderNumber ORDER = new OrderNumber(new ChannelCode("LABEL-EMMAUS"), "20261122-0042");
    public static final ItemCode CUPS = ItemCode.of(901, 13);
    public static final MassProvenance WEIGHED = new MassProvenance.Weighed(
            "SOL-1", AccuracyClass.III, Optional.of(LocalDate.of(2027, 5, 31)), "ST,GS,+013.540kg", true);

    public static final CashCount FLOAT = new CashCount(List.of(new Pile(2_000, 3), new Pile(500, 8)));

    private SampleFacts() {}

    public static Context context(int minute) {
        return new Context(
                ARCUEIL,
                new StationCode("P1"),
                new OperatorCode("AWA"),
                Instant.parse("2026-11-23T13:00:00Z").plusSeconds(60L * minute),
                LocalDate.of(2026, 11, 23),
                Optional.of("S-901-7"),
                3,
                "0.1.0");
    }

    public static Fact.JournalOpened opened(String publicKey) {
        return new Fact.JournalOpened(context(0), JournalKind.DEMO, publicKey);
    }

    public static Fact.WeighIn weighIn() {
        return new Fact.WeighIn(
                context(1),
                DISHES,
                Weight.of(Mass.grams(13_540), Mass.grams(1_200), Optional.of("BAC-GRIS"), WEIGHED),
                Account.from(Source.DROP_OFF),
                Account.place(ARCUEIL, Area.SORTING),
                Optional.of("Arcueil"));
    }

    public static Fact.WeighIn recycled() {
        return new Fact.WeighIn(
                context(2),
                FURNITURE,
                Weight.untared(Mass.grams(8_000), new MassProvenance.Typed()),
                Account.place(ARCUEIL, Area.SORTING),
                new Account.Gone(Outcome.RECYCLED, Optional.of("ecomaison")),
                Optional.empty());
    }

    public static Fact.WeighIn sortedOut() {
        return new Fact.WeighIn(
                context(2),
                DISHES,
                Weight.untared(Mass.grams(2_450), WEIGHED),
                Account.place(ARCUEIL, Area.SORTING),
                Account.place(ARCUEIL, Area.SHOP),
                Optional.empty(),
                Optional.of(Catalog.UNCLASSIFIED),
                new Beside(Optional.empty(), Optional.of("BSD-2026-0412"), OptionalInt.of(12)));
    }

    public static Fact.WeighInReversed reversed() {
        return Fact.WeighInReversed.of(FactId.parse("901/1/2"), weighIn(), context(3));
    }

    public static Fact.Labelled labelled() {
        return new Fact.Labelled(
                context(4),
                CUPS,
                DISHES,
                "6 tasses « bleues » à 50 c ☕",
                6,
                Mass.grams(1_000),
                Mass.grams(166),
                WEIGHED,
                Money.cents(50),
                Money.cents(250),
                Account.place(ARCUEIL, Area.SORTING),
                Account.place(ARCUEIL, Area.SHOP),
                Optional.of(CHAIR));
    }

    public static SaleLine chairLine() {
        return new SaleLine(
                "Chaise",
                Optional.of(CHAIR),
                LineOrigin.KNOWN_LABEL,
                FURNITURE,
                1,
                Money.cents(1_800),
                PriceOrigin.LABEL,
                Money.cents(1_800),
                Vat.within(Money.cents(1_800), VatRegime.EXEMPT_261_7, 0),
                Mass.grams(7_000),
                new MassProvenance.Label());
    }

    public static SaleLine dishesLine() {
        return new SaleLine(
                "Vaisselle",
                Optional.empty(),
                LineOrigin.CATEGORY_KEY,
                DISHES,
                3,
                Money.cents(50),
                PriceOrigin.GRID,
                Money.cents(150),
                Vat.within(Money.cents(150), VatRegime.EXEMPT_261_7, 0),
                Mass.grams(1_200),
                new MassProvenance.Average(3));
    }

    public static SaleLine lotLine() {
        return new SaleLine(
                "6 tasses « bleues » à 50 c ☕",
                Optional.of(CUPS),
                LineOrigin.FROM_LABEL,
                DISHES,
                6,
                Money.cents(50),
                PriceOrigin.LOT,
                Money.cents(250),
                Vat.within(Money.cents(250), VatRegime.STANDARD, 2_000),
                Mass.grams(996),
                new MassProvenance.Share());
    }

    public static Fact.Sale sale() {
        return new Fact.Sale(
                context(5),
                1,
                List.of(chairLine(), dishesLine(), lotLine()),
                Money.cents(2_200),
                List.of(
                        new TenderLine(Tender.CARD, Money.cents(1_000)),
                        new TenderLine(Tender.CASH, Money.cents(2_000))),
                Money.cents(800),
                PerpetualTotals.NONE.afterLabel().afterTicket(Money.cents(2_200)));
    }

    /// Everything that a ticket can hold at once.
    public static Fact.Sale exchange() {
        return new Fact.Sale(
                context(6),
                2,
                List.of(reducedLine(), collectedLater()),
                List.of(new ReturnLine(
                        "Chaise",
                        Optional.of(CHAIR),
                        FURNITURE,
                        1,
                        Money.cents(1_800),
                        Vat.within(Money.cents(1_800), VatRegime.EXEMPT_261_7, 0),
                        Mass.grams(7_000),
                        new MassProvenance.Label(),
                        Optional.of(new ReturnLine.SoldLine(FactId.parse("901/1/6"), 0)),
                        true,
                        "Pied cassé",
                        Account.place(ARCUEIL, Area.SORTING))),
                List.of(new ExtraLine(ExtraLine.Kind.GIFT, "Arrondi", Money.cents(40), Optional.empty())),
                Money.cents(5_000),
                List.of(
                        new TenderLine(
                                Tender.CHEQUE,
                                Money.cents(3_000),
                                Optional.of("0001234"),
                                Optional.of("La Banque"),
                                TenderLine.Word.CASHIER),
                        TenderLine.voucher("902-3", Money.cents(2_500))),
                Money.ZERO,
                List.of(TenderLine.voucher("901-1", Money.cents(500))),
                Optional.of("A-17"),
                Optional.of(new PaperSale(LocalDate.of(2026, 11, 21), "F-12", 3)),
                sale().totalsAfter()
                        .afterTicket(Money.cents(6_760), Money.cents(1_800))
                        .afterVouchers(1));
    }

    public static SaleLine reducedLine() {
        return new SaleLine(
                "Lampe",
                Optional.of(CUPS),
                LineOrigin.KNOWN_LABEL,
                DISHES,
                1,
                Money.cents(2_000),
                PriceOrigin.TYPED,
                Optional.of("Éclat au pied"),
                List.of(
                        new Reduction(Reduction.Kind.CAMPAIGN, Optional.of(5_000), Money.cents(1_000), "SAMEDI"),
                        new Reduction(Reduction.Kind.LINE, Optional.empty(), Money.cents(240), "Geste")),
                Money.cents(760),
                Vat.within(Money.cents(760), VatRegime.STANDARD, 2_000),
                Mass.grams(900),
                WEIGHED,
                true,
                Optional.empty());
    }

    public static SaleLine collectedLater() {
        return new SaleLine(
                "Armoire",
                Optional.of(CHAIR),
                LineOrigin.KNOWN_LABEL,
                FURNITURE,
                1,
                Money.cents(6_000),
                PriceOrigin.LABEL,
                Optional.empty(),
                List.of(),
                Money.cents(6_000),
                Vat.within(Money.cents(6_000), VatRegime.EXEMPT_261_7, 0),
                Mass.grams(40_000),
                new MassProvenance.Label(),
                true,
                Optional.of(new PickUp("P-901-2-1", "Réserve", "Une clé", Optional.of(LocalDate.of(2026, 12, 7)))));
    }

    public static TillFact.Closing closing() {
        PeriodTotals totals = TicketTotals.of(sale())
                .plus(TicketTotals.of(exchange()))
                .withVoided()
                .withOpening();
        PerpetualTotals perpetual = exchange().totalsAfter().afterOpening().afterDay();
        return new TillFact.Closing(
                context(22),
                ClosingKind.DAY,
                1,
                "2026-11-23",
                Optional.empty(),
                Optional.of(1L),
                Optional.of(2L),
                totals,
                Optional.of(DrawerCheck.of(
                        Money.cents(10_000),
                        Money.ZERO,
                        Money.cents(5_000),
                        totals.in(Tender.CASH),
                        new CashCount(List.of(new Pile(5_000, 1), new Pile(1_000, 1), new Pile(200, 1))),
                        Optional.of(new OperatorCode("LEA")),
                        Money.cents(6_000))),
                perpetual,
                0);
    }

    public static Catalog catalog() {
        Category furniture = new Category(
                FURNITURE,
                Optional.empty(),
                "Meubles",
                "Maison",
                "armchair",
                Optional.of(Stream.DEA),
                Optional.of(Mass.grams(20_000)),
                Mass.grams(200_000),
                List.of(Money.cents(500), Money.cents(1_000)));
        Category chair = new Category(
                new CategoryCode("chaise"),
                Optional.of(FURNITURE),
                "Chaises",
                "Maison",
                "armchair",
                Optional.empty(),
                Optional.empty(),
                Mass.grams(30_000),
                List.of());
        return new Catalog(
                List.of(new Site(
                        ARCUEIL,
                        "Arcueil",
                        "74 avenue de la Convention, 94110 Arcueil",
                        ZoneId.of("Europe/Paris"),
                        LocalTime.of(4, 0))),
                List.of(furniture, chair),
                List.of(new Container("BAC-GRIS", "Bac gris", Mass.grams(1_200))),
                VatRegime.EXEMPT_261_7,
                new TillPolicy(
                        new Company("La Mine", "73282932000074", "38.32Z", Optional.of("FR44732829320")),
                        Money.cents(100_000),
                        Money.cents(300),
                        1_500,
                        List.of(new VatRule(
                                Optional.of(FURNITURE),
                                Optional.empty(),
                                LocalDate.of(2026, 1, 1),
                                VatRegime.STANDARD,
                                2_000)),
                        List.of(FURNITURE),
                        List.of(new DatedPrices(FURNITURE, LocalDate.of(2026, 12, 1), List.of(Money.cents(800)))),
                        List.of(new Campaign(
                                "SAMEDI",
                                "Samedi à moitié prix",
                                LocalDate.of(2026, 11, 1),
                                LocalDate.of(2026, 12, 31),
                                List.of(DayOfWeek.SATURDAY),
                                List.of(ARCUEIL),
                                List.of(),
                                5_000)),
                        List.of(new AgeMarkdown(60, 2_000, List.of())),
                        List.of(new Article(
                                "SAC",
                                "Sac à remplir",
                                Article.Kind.BAG,
                                Optional.of(FURNITURE),
                                Optional.of(Money.cents(500)),
                                Optional.of(Mass.grams(3_000))))));
    }

    /// Every kind of fact; a test holds that none is missing.
    public static List<Fact> each() {
        return List.of(
                opened(KEY),
                new Fact.JournalContinues(
                        context(10),
                        JournalKind.DEMO,
                        KEY,
                        Optional.of("MEUCIQ=="),
                        1,
                        42,
                        "ab".repeat(32),
                        new PerpetualTotals(17, 12, Money.cents(30_000), Money.cents(31_000)),
                        ContinueCause.FORK),
                new Fact.KeyChanged(context(11), KEY),
                weighIn(),
                reversed(),
                labelled(),
                exchange(),
                new Fact.TerminalEnrolled(context(12), TerminalId.of(101), JournalKind.REAL, ARCUEIL, KEY),
                new Fact.ReferenceChanged(context(13), 4, catalog()),
                new Fact.Exported(context(14), 1, 41, "cd".repeat(32)),
                new Fact.DiscrepancySettled(
                        context(15),
                        "FORKED_ENTRY",
                        "901/1~1a2b3c4d/42",
                        Optional.of(FactId.parse("901/1~1a2b3c4d/42")),
                        "Disque remis d’une copie ; les deux ventes ont eu lieu."),
                new TillFact.TillOpened(context(20), 7, FLOAT, Optional.of(Money.cents(10_000))),
                new TillFact.CashMoved(
                        context(21),
                        CashMove.BANK,
                        Money.cents(5_000),
                        "Remise du lundi",
                        Optional.of(new CashCount(List.of(new Pile(5_000, 1)))),
                        List.of(new Cheque("0001234", "La Banque", Money.cents(1_500), 3))),
                closing(),
                new TillFact.LineVoided(context(23), dishesLine()),
                new TillFact.TicketAbandoned(context(24), List.of(chairLine()), Money.cents(1_800)),
                new TillFact.DuplicatePrinted(context(25), 1, FactId.parse("901/1/7"), 1),
                new TillFact.TechnicalNoted(context(26), TechnicalEvent.CLOCK_JUMP, "de 2026-11-23 à 2026-11-25"),
                new TillFact.Collected(context(27), FactId.parse("901/1/9"), 0, collectedLater()),
                new TillFact.GivenAway(
                        context(28),
                        Optional.of(CHAIR),
                        FURNITURE,
                        1,
                        Mass.grams(7_000),
                        new MassProvenance.Label(),
                        "Don à une association"),
                new Fact.LabelVoided(
                        context(29),
                        CHAIR,
                        FURNITURE,
                        1,
                        Mass.grams(7_000),
                        VoidReason.MISTAKE,
                        Account.place(ARCUEIL, Area.SHOP),
                        Account.place(ARCUEIL, Area.SORTING)),
                published(),
                new OnlineFact.ItemWithdrawn(context(31), CHAIR, "Finalement gardée pour la vitrine"),
                new OnlineFact.OrderReceived(
                        context(32),
                        ORDER,
                        LocalDate.of(2026, 11, 22),
                        Optional.of("ACH-77"),
                        List.of(new OrderLine(CHAIR, Money.cents(2_400))),
                        Money.cents(1_290)),
                dispatched(),
                new OnlineFact.OrderCancelled(
                        context(34), ORDER, "Vendue en caisse, remboursée par la place de marché"),
                new SiteFact.TransferSent(
                        context(29),
                        "T-901-1-30",
                        MONTREUIL,
                        Area.SHOP,
                        List.of(chair(), unheardOf()),
                        List.of(crate())),
                new SiteFact.TransferReceived(
                        context(30), "T-901-1-30", Area.SHOP, List.of(chair(), unheardOf()), List.of(crate())),
                new SiteFact.TransferSettled(
                        context(31),
                        "T-901-1-30",
                        List.of(
                                new Difference(Optional.of(CHAIR), FURNITURE, 1, Mass.grams(7_000)),
                                new Difference(Optional.empty(), DISHES, 0, Mass.grams(-40))),
                        new Account.Adjustment(ARCUEIL, Cause.LOST),
                        "Tombée du camion."),
                new SiteFact.Counted(
                        context(32),
                        Area.SHOP,
                        context(31).occurredAt(),
                        List.of(FURNITURE),
                        List.of(new CountedItem(
                                CHAIR, 2, context(32).occurredAt(), context(33).occurredAt())),
                        List.of(new CountedLoose(
                                DISHES, crate().weight(), context(33).occurredAt()))),
                new SiteFact.CountPosted(
                        context(34),
                        FactId.parse("901/1/33"),
                        context(33).occurredAt().plusMillis(1),
                        Account.place(ARCUEIL, Area.SHOP),
                        List.of(
                                new Difference(Optional.of(CHAIR), FURNITURE, -1, Mass.grams(-7_000)),
                                new Difference(Optional.empty(), DISHES, 0, Mass.grams(250))),
                        "Recompté avec l’équipe du soir."));
    }

    public static OnlineFact.ItemPublished published() {
        return new OnlineFact.ItemPublished(
                context(30),
                CHAIR,
                FURNITURE,
                Mass.grams(7_000),
                Account.place(ARCUEIL, Area.SHOP),
                ORDER.channel(),
                "Chaise de bistrot en bois courbé",
                "Années 1950.\nUne éraflure au dossier.",
                Condition.GOOD,
                Money.cents(2_400),
                List.of("ef".repeat(32)));
    }

    public static OnlineFact.OrderDispatched dispatched() {
        return new OnlineFact.OrderDispatched(
                context(33),
                ORDER,
                List.of(new SentLine(CHAIR, CHAIR, FURNITURE, Mass.grams(7_000), Money.cents(2_400))),
                Money.cents(1_290),
                Optional.of("6A12345678901"));
    }

    private static CarriedItem chair() {
        return new CarriedItem(CHAIR, 1, Optional.of(new CarriedItem.Known(FURNITURE, Mass.grams(7_000))));
    }

    /// Scanned by a counter that does not know the label.
    private static CarriedItem unheardOf() {
        return new CarriedItem(ItemCode.of(102, 3), 2, Optional.empty());
    }

    private static LooseGoods crate() {
        return new LooseGoods(DISHES, Weight.untared(Mass.grams(4_200), new MassProvenance.Average(4)));
    }
}
