package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.catalog.TillPolicy;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PaymentRulesTest {

    private static final Context CONTEXT = new Context(
            new SiteCode("ARCUEIL"),
            new StationCode("P1"),
            new OperatorCode("AWA"),
            Instant.parse("2026-11-23T09:00:00Z"),
            LocalDate.of(2026, 11, 23),
            Optional.empty(),
            3,
            "0.1.0");

    private static final Catalog CATALOG = StartingCatalog.read();

    /// Whatever people hand over: what is kept is the total, what goes back is cash that was given, the totals move by
    /// the ticket, and a payment that is taken makes a sale that its own record accepts.
    @Test
    void whatIsKeptIsAlwaysTheTotal() {
        int paid = 0;
        int missing = 0;
        int refused = 0;
        for (long seed = 1; seed <= 20_000; seed++) {
            Random random = new Random(seed);
            OpenTicket ticket = ticket(random);
            List<TenderLine> tenders = tenders(random, ticket.total());
            String said = "seed " + seed + ": " + ticket + " " + tenders;
            long handed = tenders.stream().mapToLong(t -> t.amount().cents()).sum();
            switch (PaymentRules.judge(ticket, tenders, TillPolicy.PLAIN.cashCap())) {
                case PaymentRules.Paid(var change) -> {
                    paid++;

                    PerpetualTotals before = new PerpetualTotals(41, 7, Money.cents(900), Money.cents(1_100));
                    Fact.Sale sale = PaymentRules.sale(ticket, tenders, change, CATALOG, before, CONTEXT);
                    assertEquals(ticket.total().cents(), handed - change.cents(), said);
                    long cash = tenders.stream()
                            .filter(t -> t.tender() == Tender.CASH)
                            .mapToLong(t -> t.amount().cents())
                            .sum();
                    assertTrue(change.cents() <= cash && cash - change.cents() <= 100_000, said);
                    assertEquals(42, sale.totalsAfter().tickets(), said);
                    assertEquals(
                            900 + ticket.total().cents(),
                            sale.totalsAfter().net().cents(),
                            said);
                }
                case PaymentRules.Missing(var due) -> {
                    missing++;
                    assertEquals(ticket.total().cents() - handed, due.cents(), said);
                    assertTrue(due.isPositive(), said);
                }
                case PaymentRules.Owed _ -> throw new AssertionError(said);
                case PaymentRules.No _ -> refused++;
            }
        }
        assertTrue(paid > 2_000 && missing > 1_000 && refused > 500, paid + " " + missing + " " + refused);
    }

    private static OpenTicket ticket(Random random) {
        OpenTicket ticket = OpenTicket.EMPTY;
        for (int i = random.nextInt(5); i >= 0; i--) {
            int pieces = 1 + random.nextInt(4);
            ticket = ticket.with(new TicketLine(
                    ticket.nextId(),
                    "Vaisselle",
                    Optional.empty(),
                    LineOrigin.CATEGORY_KEY,
                    new CategoryCode("vaisselle"),
                    pieces,
                    Money.cents(random.nextInt(random.nextInt(10) == 0 ? 60_000 : 1_500)),
                    PriceOrigin.TYPED,
                    Mass.grams(400),
                    new MassProvenance.Average(3),
                    Optional.empty()));
        }
        return ticket;
    }

    private static List<TenderLine> tenders(Random random, Money total) {
        List<TenderLine> tenders = new ArrayList<>();
        long rest = total.cents();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Tender tender = Tender.values()[random.nextInt(3)];
            long amount = random.nextBoolean() ? rest : 1 + random.nextInt((int) Math.max(2, total.cents() * 2));
            if (amount > 0) {
                tenders.add(new TenderLine(tender, Money.cents(amount)));
                rest -= amount;
            }
        }
        return tenders;
    }
}
