package fr.lamine.backoffice;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.VoidReason;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Cause;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Facts as a counter would record them.
public final class TestFacts {

    public static final SiteCode ARCUEIL = new SiteCode("ARCUEIL");
    public static final SiteCode GENTILLY = new SiteCode("GENTILLY");
    public static final CategoryCode DISHES = new CategoryCode("vaisselle");
    public static final CategoryCode BOOKS = new CategoryCode("livre");
    public static final MassProvenance AVERAGE = new MassProvenance.Average(1);

    private TestFacts() {}

    public static Context context(SiteCode site, Instant at) {
        return new Context(
                site,
                new StationCode("P1"),
                new OperatorCode("AWA"),
                at,
                at.atOffset(ZoneOffset.UTC).toLocalDate(),
                Optional.empty(),
                1,
                "0.1.0");
    }

    public static MassProvenance weighed(boolean emulated) {
        return new MassProvenance.Weighed("SOL-1", AccuracyClass.III, Optional.empty(), "ST,GS,+012.340kg", emulated);
    }

    public static Fact.WeighIn weighIn(SiteCode site, Instant at, CategoryCode category, long grams, Area to) {
        return new Fact.WeighIn(
                context(site, at),
                category,
                Weight.of(Mass.grams(grams + 1_200), Mass.grams(1_200), Optional.of("BAC-GRIS"), weighed(false)),
                Account.from(Source.DROP_OFF),
                Account.place(site, to),
                Optional.of("Arcueil"));
    }

    public static Fact.WeighIn shelved(SiteCode site, Instant at, CategoryCode category, long grams) {
        return new Fact.WeighIn(
                context(site, at),
                category,
                Weight.untared(Mass.grams(grams), weighed(false)),
                Account.place(site, Area.SORTING),
                Account.place(site, Area.SHOP),
                Optional.empty());
    }

    public static Fact.Labelled label(
            SiteCode site, Instant at, ItemCode code, CategoryCode category, int pieces, long grams, long cents) {
        return label(site, at, code, category, pieces, grams, cents, Optional.empty());
    }

    public static Fact.Labelled label(
            SiteCode site,
            Instant at,
            ItemCode code,
            CategoryCode category,
            int pieces,
            long grams,
            long cents,
            Optional<ItemCode> replaces) {
        return new Fact.Labelled(
                context(site, at),
                code,
                category,
                "Chose",
                pieces,
                Mass.grams(grams),
                Mass.grams(grams / pieces),
                weighed(false),
                Money.cents(cents),
                Money.cents(cents * pieces),
                Account.place(site, replaces.isPresent() ? Area.SHOP : Area.SORTING),
                Account.place(site, Area.SHOP),
                replaces);
    }

    public static SaleLine labelled(ItemCode code, CategoryCode category, int pieces, long pieceGrams, long cents) {
        Money total = Money.cents(cents * pieces);
        return new SaleLine(
                "Chose",
                Optional.of(code),
                LineOrigin.KNOWN_LABEL,
                category,
                pieces,
                Money.cents(cents),
                PriceOrigin.LABEL,
                total,
                Vat.within(total, VatRegime.EXEMPT_261_7, 0),
                Mass.grams(pieceGrams * pieces),
                new MassProvenance.Label());
    }

    public static SaleLine unlabelled(CategoryCode category, int pieces, long grams, long cents) {
        Money total = Money.cents(cents * pieces);
        return new SaleLine(
                category.code(),
                Optional.empty(),
                LineOrigin.CATEGORY_KEY,
                category,
                pieces,
                Money.cents(cents),
                PriceOrigin.GRID,
                total,
                Vat.within(total, VatRegime.EXEMPT_261_7, 0),
                Mass.grams(grams),
                AVERAGE);
    }

    /// Paid in one tender; cash hands over the next full ten euros.
    public static Fact.Sale sale(
            SiteCode site, Instant at, PerpetualTotals before, Tender tender, List<SaleLine> lines) {
        Money total = lines.stream().map(SaleLine::total).reduce(Money.ZERO, Money::plus);
        Money handed = tender == Tender.CASH ? Money.cents(total.cents() / 1000 * 1000 + 1000) : total;
        return new Fact.Sale(
                context(site, at),
                before.tickets() + 1,
                lines,
                total,
                handed.equals(Money.ZERO) ? List.of() : List.of(new TenderLine(tender, handed)),
                handed.minus(total),
                before.afterTicket(total));
    }

    /// Some pieces of a sold line, at their share of its price and mass.
    public static ReturnLine returned(
            SiteCode site, SaleLine line, int pieces, Optional<ReturnLine.SoldLine> of, Area to) {
        Money total = Money.cents(line.total().cents() * pieces / line.pieces());
        return new ReturnLine(
                line.label(),
                line.item(),
                line.category(),
                pieces,
                total,
                Vat.within(total, line.vat().regime(), line.vat().basisPoints()),
                line.mass().perPiece(line.pieces()).times(pieces),
                line.provenance(),
                of,
                false,
                "Ne marche pas",
                Account.place(site, to));
    }

    /// What is owed is paid by voucher if there is one, else in cash; what is given back is a voucher beyond two euros.
    public static Fact.Sale exchange(
            SiteCode site,
            Instant at,
            PerpetualTotals before,
            TerminalId terminal,
            List<SaleLine> lines,
            List<ReturnLine> returns,
            Optional<String> voucher) {
        Money sold = lines.stream().map(SaleLine::total).reduce(Money.ZERO, Money::plus);
        Money back = returns.stream().map(ReturnLine::total).reduce(Money.ZERO, Money::plus);
        Money total = sold.minus(back);
        List<TenderLine> tenders = !total.isPositive()
                ? List.of()
                : List.of(voucher.map(code -> TenderLine.voucher(code, total))
                        .orElseGet(() -> new TenderLine(Tender.CASH, total)));
        PerpetualTotals after = before.afterTicket(sold, back);
        List<TenderLine> givenBack = List.of();
        if (total.isNegative() && total.cents() < -200) {
            after = after.afterVouchers(1);
            String code = TenderLine.voucherCode(terminal.code(), after.vouchers());
            givenBack = List.of(TenderLine.voucher(code, total.negated()));
        } else if (total.isNegative()) {
            givenBack = List.of(new TenderLine(Tender.CASH, total.negated()));
        }
        return new Fact.Sale(
                context(site, at),
                after.tickets(),
                lines,
                returns,
                List.of(),
                total,
                tenders,
                Money.ZERO,
                givenBack,
                Optional.empty(),
                Optional.empty(),
                after);
    }

    /// A label that counts no more.
    public static Fact.LabelVoided voided(
            SiteCode site,
            Instant at,
            ItemCode code,
            CategoryCode category,
            int pieces,
            long grams,
            VoidReason reason) {
        return new Fact.LabelVoided(
                context(site, at),
                code,
                category,
                pieces,
                Mass.grams(grams),
                reason,
                Account.place(site, Area.SHOP),
                switch (reason) {
                    case MISTAKE -> Account.place(site, Area.SORTING);
                    case DISMANTLED -> Account.place(site, Area.WORKSHOP);
                    case BROKEN -> new Account.Adjustment(site, Cause.BREAKAGE);
                    case THROWN_AWAY -> Account.gone(Outcome.WASTE);
                });
    }
}
