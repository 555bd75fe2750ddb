package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.Campaign;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.catalog.TillPolicy;
import fr.lamine.model.catalog.VatRule;
import fr.lamine.model.fact.Context;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.Reduction;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ReductionRulesTest {

    private static final CategoryCode DISHES = new CategoryCode("vaisselle");
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);

    @Test
    void whateverComesOffNoCentIsLostAndNothingFallsBelowZero() {
        int shared = 0;
        for (long seed = 1; seed <= 5_000; seed++) {
            Random random = new Random(seed);
            OpenTicket ticket = OpenTicket.EMPTY;
            for (int i = random.nextInt(6); i >= 0; i--) {
                int pieces = 1 + random.nextInt(5);
                Optional<TicketLine.Lot> lot = random.nextInt(4) == 0
                        ? Optional.of(new TicketLine.Lot(pieces, Money.cents(random.nextInt(3_000))))
                        : Optional.empty();
                TicketLine line = line(ticket.nextId(), random.nextInt(2_000), pieces, lot);
                ticket = ticket.with(line.withOffs(
                        random.nextBoolean()
                                ? List.of(Off.share(Reduction.Kind.CAMPAIGN, 1 + random.nextInt(10_000), "Samedi"))
                                : List.of()));
                if (random.nextInt(3) == 0) {
                    Off byHand = Off.amount(Reduction.Kind.LINE, Money.cents(1 + random.nextInt(500)), "Abîmé");
                    ticket = ticket.changing(line.id(), l -> l.reducedBy(Optional.of(byHand)));
                }
            }
            if (random.nextBoolean()) {
                ticket = ticket.reducedBy(Optional.of(
                        random.nextBoolean()
                                ? Off.share(Reduction.Kind.TICKET, 1 + random.nextInt(10_000), "Geste")
                                : Off.amount(Reduction.Kind.TICKET, Money.cents(1 + random.nextInt(9_000)), "Geste")));
                shared++;
            }
            String said = "seed " + seed + ": " + ticket;
            List<SaleLine> sold = ticket.sold(catalog(), context(SATURDAY));
            assertEquals(ticket.total(), sum(sold), said);
            long vat = sold.stream()
                    .mapToLong(l -> l.vat().net().plus(l.vat().tax()).cents())
                    .sum();
            assertEquals(ticket.total().cents(), vat, said);
            assertTrue(sold.stream().noneMatch(l -> l.total().isNegative()), said);
        }
        assertTrue(shared > 1_000, "reduced tickets: " + shared);
    }

    @Test
    void anAmountIsSharedToTheCentAndEvenly() {
        for (long seed = 1; seed <= 5_000; seed++) {
            Random random = new Random(seed);
            List<Money> prices = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                prices.add(Money.cents(random.nextInt(3_000)));
            }
            long all = prices.stream().mapToLong(Money::cents).sum();
            Money amount = Money.cents(all == 0 ? 0 : random.nextLong(all + 1));
            List<Money> shares = ReductionRules.shared(amount, prices);
            String said = "seed " + seed + ": " + amount + " over " + prices + " is " + shares;
            assertEquals(amount, shares.stream().reduce(Money.ZERO, Money::plus), said);
            for (int i = 0; i < prices.size(); i++) {
                long price = prices.get(i).cents();
                long share = shares.get(i).cents();
                assertTrue(share >= 0 && share <= price, said);
                assertTrue(Math.abs(share * all - amount.cents() * price) < Math.max(1, all), said);
            }
        }
    }

    @Test
    void theCampaignComesOffByItselfOnItsDaysOnly() {
        assertEquals(
                List.of(Off.share(Reduction.Kind.CAMPAIGN, 5_000, "Samedi à moitié prix")),
                ReductionRules.automatic(catalog(), DISHES, Optional.empty(), context(SATURDAY)));
        assertEquals(
                List.of(),
                ReductionRules.automatic(catalog(), DISHES, Optional.empty(), context(SATURDAY.plusDays(1))));
    }

    @Test
    void aWholeLotCostsTheLowerOfItsOwnPriceAndItsReducedPieces() {
        List<Off> half = ReductionRules.automatic(catalog(), DISHES, Optional.empty(), context(SATURDAY));
        TicketLine cheapLot = line(1, 200, 6, Optional.of(new TicketLine.Lot(6, Money.cents(500))))
                .withOffs(half);
        TicketLine dearLot = line(1, 200, 6, Optional.of(new TicketLine.Lot(6, Money.cents(1_000))))
                .withOffs(half);
        assertEquals(Money.cents(500), cheapLot.total());
        assertEquals(List.of(), cheapLot.reductions());
        assertEquals(Money.cents(600), dearLot.total());
        assertEquals(
                PriceOrigin.GRID,
                dearLot.sold(catalog(), context(SATURDAY), Optional.empty()).price());
    }

    @Test
    void vatAndGuaranteeComeFromThePolicyOfTheDay() {
        SaleLine sold = line(1, 1_200, 1, Optional.empty()).sold(catalog(), context(SATURDAY), Optional.empty());
        assertEquals(VatRegime.STANDARD, sold.vat().regime());
        assertEquals(Money.cents(200), sold.vat().tax());
        assertTrue(sold.guaranteed());
        SaleLine earlier = line(1, 1_200, 1, Optional.empty())
                .sold(catalog(), context(LocalDate.of(2025, 12, 31)), Optional.empty());
        assertEquals(Money.ZERO, earlier.vat().tax());
    }

    @Test
    void aCashiersOwnShareIsAllowedWhicheverWayItsCentIsRounded() {
        for (int cents = 1; cents <= 2_000; cents++) {
            OpenTicket ticket = OpenTicket.EMPTY.with(line(1, cents, 1, Optional.empty()));
            Optional<Off> tenth = Optional.of(Off.share(Reduction.Kind.TICKET, 1_000, "Geste"));
            Answer answer =
                    TicketRules.reduce(ticket, Optional.empty(), tenth, 1_000).answer();
            assertTrue(answer instanceof Answer.Done, cents + ": " + answer);
        }
    }

    @Test
    void beyondWhatACashierMayTheReductionIsRefused() {
        OpenTicket ticket = OpenTicket.EMPTY.with(line(1, 1_000, 1, Optional.empty()));
        Optional<Off> fifth = Optional.of(Off.share(Reduction.Kind.LINE, 2_000, "Abîmé"));
        assertEquals(
                Refusal.REDUCTION_TOO_LARGE,
                ((Answer.Refused) TicketRules.reduce(ticket, Optional.of(1), fifth, 1_000)
                                .answer())
                        .refusal());
        assertEquals(
                Money.cents(800),
                TicketRules.reduce(ticket, Optional.of(1), fifth, 2_000)
                        .ticket()
                        .total());
        Optional<Off> tooMuch = Optional.of(Off.amount(Reduction.Kind.TICKET, Money.cents(1_001), "Abîmé"));
        assertEquals(
                Refusal.BAD_REDUCTION,
                ((Answer.Refused) TicketRules.reduce(ticket, Optional.empty(), tooMuch, 10_000)
                                .answer())
                        .refusal());
    }

    private static Money sum(List<SaleLine> lines) {
        return lines.stream().map(SaleLine::total).reduce(Money.ZERO, Money::plus);
    }

    private static TicketLine line(int id, long cents, int pieces, Optional<TicketLine.Lot> lot) {
        return new TicketLine(
                id,
                "Vaisselle",
                Optional.empty(),
                LineOrigin.CATEGORY_KEY,
                DISHES,
                pieces,
                Money.cents(cents),
                PriceOrigin.GRID,
                Mass.grams(400),
                new MassProvenance.Average(3),
                lot);
    }

    private static Context context(LocalDate day) {
        return new Context(
                new SiteCode("ARCUEIL"),
                new StationCode("P1"),
                new OperatorCode("AWA"),
                Instant.parse("2026-11-28T09:00:00Z"),
                day,
                Optional.empty(),
                3,
                "0.1.0");
    }

    private static Catalog catalog() {
        Catalog plain = StartingCatalog.read();
        TillPolicy p = plain.till();
        return new Catalog(
                plain.sites(),
                plain.categories(),
                plain.containers(),
                plain.vatRegime(),
                new TillPolicy(
                        p.company(),
                        p.cashCap(),
                        p.differenceThreshold(),
                        p.cashierReduction(),
                        List.of(new VatRule(
                                Optional.of(DISHES),
                                Optional.empty(),
                                LocalDate.of(2026, 1, 1),
                                VatRegime.STANDARD,
                                2_000)),
                        List.of(DISHES),
                        p.prices(),
                        List.of(new Campaign(
                                "SAMEDI",
                                "Samedi à moitié prix",
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 12, 31),
                                List.of(DayOfWeek.SATURDAY),
                                List.of(),
                                List.of(),
                                5_000)),
                        p.markdowns(),
                        p.articles()));
    }
}
