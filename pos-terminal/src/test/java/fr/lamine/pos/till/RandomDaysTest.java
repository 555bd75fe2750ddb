package fr.lamine.pos.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.fiscal.TicketTotals;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.PeriodTotals;
import fr.lamine.model.till.VatTotal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Thousands of random days through the rules of the till and its books, each failure with its seed.
final class RandomDaysTest {

    private static final int SHOPS = 600;

    private long days;
    private long tickets;
    private long refunds;
    private long emptied;

    @Test
    void moneyGoodsAndBooksAgreeOverThousandsOfRandomDays() {
        for (long seed = 1; seed <= SHOPS; seed++) {
            try {
                live(new RandomShop(new Random(seed)));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertTrue(
                days > 2_500 && tickets > 20_000 && refunds > 2_000 && emptied > 400,
                days + " days, " + tickets + " tickets, " + refunds + " returns, " + emptied + " lots");
    }

    private void live(RandomShop shop) {
        int last = 1 + shop.random.nextInt(10);
        for (int day = 0; day < last; day++) {
            shop.open();
            aDay(shop);
            if (shop.random.nextInt(4) == 0) {
                // closed, opened again on the same day, and closed once more
                shop.open();
                aDay(shop);
            }
            shop.today = shop.today.plusDays(1 + shop.random.nextInt(40));
            days++;
        }
        everyTicketStandsInOneClosingOfEachKind(shop);
        for (int i = 0; i < shop.ticketsSold(); i++) {
            whatALineSaysIsWhatTheTicketSays(shop.ticket(i));
        }
        tickets += shop.ticketsSold();
        shop.lots.forEach(this::noLotLosesACentOrAGram);
    }

    private void aDay(RandomShop shop) {
        int before = shop.ticketsSold();
        for (int i = shop.random.nextInt(16); i > 0; i--) {
            shop.happens();
        }
        long missing = shop.random.nextInt(6) == 0 ? shop.random.nextLong(shop.coins + 1) : 0;
        TillFact.Closing closing = shop.close(missing);
        assertEquals(-missing, closing.drawer().orElseThrow().difference().cents(), "what is missing is told");
        assertEquals(shop.soldToday, closing.totals().net().cents(), "the day's net is what its hands sold");
        assertEquals(shop.ticketsSold() - before, closing.totals().tickets(), "tickets of the day");
        sumOfVat(closing.totals());
    }

    private static void sumOfVat(PeriodTotals totals) {
        Money vat = totals.vat().stream().map(v -> v.net().plus(v.tax())).reduce(Money.ZERO, Money::plus);
        assertEquals(totals.net(), vat, "VAT by rate sums to the total");
        assertEquals(totals.net(), totals.vat().stream().map(VatTotal::paid).reduce(Money.ZERO, Money::plus));
    }

    private void whatALineSaysIsWhatTheTicketSays(Fact.Sale sale) {
        Money lines = sum(sale.lines().stream().map(SaleLine::total).toList());
        Money back = sum(sale.returns().stream().map(ReturnLine::total).toList());
        Money extras = sum(sale.extras().stream().map(ExtraLine::amount).toList());
        Money handed = sum(sale.tenders().stream().map(TenderLine::amount).toList());
        Money given = sum(sale.givenBack().stream().map(TenderLine::amount).toList());
        assertEquals(lines.minus(back).plus(extras), sale.total(), "sum of lines of " + sale);
        assertEquals(sale.total(), handed.minus(sale.change()).minus(given), "sum of tenders of " + sale);
        for (SaleLine line : sale.lines()) {
            assertEquals(line.total(), line.vat().net().plus(line.vat().tax()), "VAT of a line of " + sale);
        }
        refunds += sale.returns().size();
        sumOfVat(TicketTotals.of(sale));
    }

    /// Grams that are left over of an emptied lot are fewer than its pieces: the office posts them to rounding.
    private void noLotLosesACentOrAGram(RandomShop.Lot lot) {
        long rest = lot.grams
                - lot.gramsSold
                - (long) lot.left * lot.label.pieceMass().grams();
        assertTrue(rest >= 0 && rest < lot.label.pieces(), rest + " g of " + lot.label);
        assertTrue(lot.left >= 0, lot.left + " pieces of " + lot.label);
        if (lot.left == 0) {
            emptied++;
        }
    }

    private static void everyTicketStandsInOneClosingOfEachKind(RandomShop shop) {
        for (ClosingKind kind : ClosingKind.values()) {
            long tickets = shop.book.totals(kind).tickets();
            long net = shop.book.totals(kind).net().cents();
            long next = 1;
            Money absolute = Money.ZERO;
            for (TillFact.Closing closing : shop.closings) {
                assertTrue(closing.perpetual().absolute().compareTo(absolute) >= 0, "absolute totals of closings");
                absolute = closing.perpetual().absolute();
                if (closing.kind() != kind) {
                    continue;
                }
                tickets += closing.totals().tickets();
                net += closing.totals().net().cents();
                if (closing.firstTicket().isPresent()) {
                    assertEquals(next, closing.firstTicket().get(), "closings touch: " + kind);
                    next = closing.lastTicket().orElseThrow() + 1;
                }
                sumOfVat(closing.totals());
            }
            assertEquals(shop.ticketsSold(), tickets, "tickets in closings of " + kind);
            assertEquals(shop.turnover - shop.returned, net, "money in closings of " + kind);
        }
        shop.kept()
                .forEach((tender, cents) -> assertEquals(
                        cents,
                        shop.closings.stream()
                                .filter(c -> c.kind() == ClosingKind.DAY)
                                .mapToLong(c -> c.totals().in(tender).cents())
                                .sum(),
                        "closings in " + tender));
        assertEquals(shop.kept().getOrDefault(Tender.VOUCHER, 0L), 0L);
    }

    private static Money sum(java.util.List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
