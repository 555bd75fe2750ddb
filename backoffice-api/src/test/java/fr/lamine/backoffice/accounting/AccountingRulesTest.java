package fr.lamine.backoffice.accounting;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestOffice.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.accounting.TillDay.Moved;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.till.CashCount;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.DrawerCheck;
import fr.lamine.model.till.ExtraTotal;
import fr.lamine.model.till.PeriodTotals;
import fr.lamine.model.till.TenderTotal;
import fr.lamine.model.till.VatTotal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class AccountingRulesTest {

    private static final FactId Z = FactId.parse("101/1/400");

    /// The vector of the fact sheet, in the accounts of this till; its drawer was three euros short.
    @Test
    void aMixedDayGivesTheEntryOfTheFactSheet() {
        PeriodTotals totals = totals(
                60_000,
                0,
                List.of(vat(VatRegime.EXEMPT_261_7, 0, 54_000, 0), vat(VatRegime.STANDARD, 2_000, 5_000, 1_000)),
                List.of(
                        tender(Tender.CASH, 31_540, 0),
                        tender(Tender.CARD, 26_810, 0),
                        tender(Tender.CHEQUE, 4_500, 0)),
                List.of(
                        new ExtraTotal(ExtraLine.Kind.GIFT, Money.cents(850)),
                        new ExtraTotal(ExtraLine.Kind.DUES, Money.cents(1_500)),
                        new ExtraTotal(ExtraLine.Kind.VOUCHER, Money.cents(500))));
        TillDay day = new TillDay(
                Z,
                closing(totals, drawer(10_000, 0, 0, 31_540, -300, 41_240)),
                List.of(vat(VatRegime.STANDARD, 2_000, 5_000, 1_000)),
                Optional.of(Money.cents(10_000)),
                List.of());
        assertEquals(
                Map.of(
                        "530101", 31_240L,
                        "511200", 4_500L,
                        "511500", 26_810L,
                        "658000", 300L,
                        "707300", -54_000L,
                        "706000", -5_000L,
                        "445710", -1_000L,
                        "756100", -1_500L,
                        "754110", -850L,
                        "419100", -500L),
                balances(AccountingRules.entry(day)));
        assertEquals("101-Z-1", day.piece());
    }

    @Test
    void whatMovesInADrawerIsBookedAgainstWhereItGoes() {
        record Case(String what, TillDay day, Map<String, Long> balances) {}
        PeriodTotals none = PeriodTotals.NONE;
        List<Case> cases = List.of(
                new Case(
                        "the first float comes from elsewhere",
                        day(none, drawer(15_000, 0, 0, 0, 0, 15_000), 0, List.of()),
                        Map.of("530101", 15_000L, "580000", -15_000L)),
                new Case(
                        "a float that is not what was left",
                        day(none, drawer(14_950, 0, 0, 0, 0, 14_950), 15_000, List.of()),
                        Map.of("530101", -50L, "658000", 50L)),
                new Case(
                        "what is taken out at closing",
                        day(none, drawer(15_000, 0, 0, 0, 0, 5_000), 15_000, List.of()),
                        Map.of("530101", -10_000L, "580000", 10_000L)),
                new Case(
                        "a surplus",
                        day(none, drawer(15_000, 0, 0, 0, 120, 15_120), 15_000, List.of()),
                        Map.of("530101", 120L, "758000", -120L)),
                new Case(
                        "to the bank, with cheques",
                        day(
                                none,
                                drawer(15_000, 0, 8_000, 0, 0, 7_000),
                                15_000,
                                List.of(new Moved(CashMove.BANK, Money.cents(8_000), Money.cents(4_500), "Remise"))),
                        Map.of("530101", -8_000L, "580000", 12_500L, "511200", -4_500L)),
                new Case(
                        "change fetched and a small purchase",
                        day(
                                none,
                                drawer(15_000, 2_000, 600, 0, 0, 16_400),
                                15_000,
                                List.of(
                                        new Moved(CashMove.IN, Money.cents(2_000), Money.ZERO, "Monnaie"),
                                        new Moved(CashMove.OUT, Money.cents(600), Money.ZERO, "Café"))),
                        Map.of("530101", 1_400L, "471000", -1_400L)),
                new Case(
                        "a move that the office does not know",
                        day(none, drawer(15_000, 0, 600, 0, 0, 14_400), 15_000, List.of()),
                        Map.of("530101", -600L, "471000", 600L)));
        for (Case each : cases) {
            assertEquals(each.balances(), balances(AccountingRules.entry(each.day())), each.what());
        }
    }

    @Test
    void moreReturnsThanSalesTurnTheSidesRound() {
        PeriodTotals totals = totals(
                0,
                2_400,
                List.of(vat(VatRegime.STANDARD, 2_000, -2_000, -400)),
                List.of(tender(Tender.VOUCHER, 0, 2_400)),
                List.of());
        List<EntryLine> lines = AccountingRules.entry(day(totals, drawer(0, 0, 0, 0, 0, 0), 0, List.of()));
        assertEquals(Map.of("419100", -2_400L, "707300", 2_000L, "445710", 400L), balances(lines));
        assertEquals(Money.cents(2_000), lines.get(1).debit());
    }

    @Test
    void anEntryIsOfADayAndALineHasOneSide() {
        Closing month = new Closing(
                TestFacts.context(ARCUEIL, NOON),
                ClosingKind.MONTH,
                1,
                "2026-11",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PeriodTotals.NONE,
                Optional.empty(),
                PerpetualTotals.NONE.afterMonth(),
                0);
        assertThrows(
                IllegalArgumentException.class, () -> new TillDay(Z, month, List.of(), Optional.empty(), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EntryLine(Ledger.CASH, "530101", "x", Money.cents(1), Money.cents(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EntryLine(Ledger.CASH, "530101", "x", Money.ZERO, Money.ZERO));
    }

    /// Beside debits and credits, which may agree by construction, each account is held to a world that it never sees:
    /// the drawer, the cheques in it, the vouchers that customers hold.
    @Test
    void overRandomDaysDebitsAreCreditsAndEachAccountHoldsWhatTheWorldHolds() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Map<String, Long> books = new TreeMap<>();
            long left = 0;
            long cheques = 0;
            long vouchers = 0;
            long turnover = 0;
            for (int i = 0; i < 5 + random.nextInt(10); i++) {
                long opening = left == 0 ? 10_000 : Math.max(1, left + random.nextInt(5) * 10 - 20);
                long cash = random.nextInt(20_000);
                long card = random.nextInt(20_000);
                long cheque = random.nextInt(3) * 1_250L;
                long spent = random.nextInt(3) * 500L;
                long gift = random.nextInt(300);
                long bought = random.nextInt(2) * 2_000L;
                long given = random.nextInt(2) * 700L;
                long sold = cash + card + cheque + spent - gift - bought;
                if (sold < 0) {
                    gift = 0;
                    bought = 0;
                    sold = cash + card + cheque + spent;
                }
                Vat split = Vat.within(Money.cents(sold - given), VatRegime.STANDARD, 2_000);
                List<TenderTotal> tenders = List.of(
                        tender(Tender.CASH, cash, 0),
                        tender(Tender.CARD, card, 0),
                        tender(Tender.CHEQUE, cheque, 0),
                        tender(Tender.VOUCHER, spent, given));
                List<ExtraTotal> extras = List.of(
                        new ExtraTotal(ExtraLine.Kind.GIFT, Money.cents(gift)),
                        new ExtraTotal(ExtraLine.Kind.VOUCHER, Money.cents(bought)));
                PeriodTotals totals = totals(
                        sold,
                        given,
                        List.of(new VatTotal(
                                VatRegime.STANDARD, 2_000, Money.cents(sold - given), split.net(), split.tax())),
                        tenders,
                        extras);
                long in = random.nextInt(3) * 1_000L;
                long out = random.nextInt(2) * 300L;
                long bank = random.nextInt(2) * (opening + cash) / 2;
                long banked = random.nextInt(3) == 0 ? cheques + cheque : 0;
                long difference = random.nextInt(600) - Math.min(300, opening + in - out - bank + cash);
                long counted = opening + in - out - bank + cash + difference;
                if (counted < 0) {
                    continue;
                }
                long stays = counted == 0 ? 0 : random.nextLong(counted + 1);
                List<Moved> moves = new ArrayList<>();
                moves.add(new Moved(CashMove.IN, Money.cents(in), Money.ZERO, "Monnaie"));
                moves.add(new Moved(CashMove.BANK, Money.cents(bank), Money.cents(banked), "Remise"));
                if (random.nextBoolean()) {
                    moves.add(new Moved(CashMove.OUT, Money.cents(out), Money.ZERO, "Achat"));
                }
                DrawerCheck drawer = DrawerCheck.of(
                        Money.cents(opening),
                        Money.cents(in),
                        Money.cents(out + bank),
                        Money.cents(cash),
                        CashCount.fewest(Money.cents(counted)),
                        Optional.empty(),
                        Money.cents(stays));
                List<EntryLine> lines = AccountingRules.entry(
                        new TillDay(Z, closing(totals, drawer), List.of(), Optional.of(Money.cents(left)), moves));
                assertEquals(sum(lines, EntryLine::debit), sum(lines, EntryLine::credit), "seed " + seed);
                balances(lines).forEach((account, cents) -> books.merge(account, cents, Long::sum));
                left = stays;
                cheques += cheque - banked;
                vouchers += bought + given - spent;
                turnover += sold - given;
            }
            String where = "seed " + seed;
            assertEquals(left, books.getOrDefault("530101", 0L), where + ": the drawer");
            assertEquals(cheques, books.getOrDefault("511200", 0L), where + ": cheques");
            assertEquals(-vouchers, books.getOrDefault("419100", 0L), where + ": vouchers");
            assertEquals(
                    -turnover,
                    books.getOrDefault("707300", 0L) + books.getOrDefault("445710", 0L),
                    where + ": turnover and its tax");
        }
    }

    private static long sum(List<EntryLine> lines, java.util.function.Function<EntryLine, Money> side) {
        return lines.stream().map(side).mapToLong(Money::cents).sum();
    }

    private static Map<String, Long> balances(List<EntryLine> lines) {
        Map<String, Long> balances = new TreeMap<>();
        lines.forEach(line -> balances.merge(line.account(), line.balance().cents(), Long::sum));
        balances.values().removeIf(cents -> cents == 0);
        return balances;
    }

    private static TillDay day(PeriodTotals totals, DrawerCheck drawer, long carried, List<Moved> moves) {
        return new TillDay(Z, closing(totals, drawer), List.of(), Optional.of(Money.cents(carried)), moves);
    }

    private static Closing closing(PeriodTotals totals, DrawerCheck drawer) {
        boolean any = totals.tickets() > 0;
        return new Closing(
                TestFacts.context(ARCUEIL, NOON),
                ClosingKind.DAY,
                1,
                "2026-11-23",
                Optional.empty(),
                any ? Optional.of(1L) : Optional.empty(),
                any ? Optional.of(1L) : Optional.empty(),
                totals,
                Optional.of(drawer),
                PerpetualTotals.NONE.afterDay(),
                0);
    }

    private static DrawerCheck drawer(long opening, long in, long out, long sales, long difference, long left) {
        return DrawerCheck.of(
                Money.cents(opening),
                Money.cents(in),
                Money.cents(out),
                Money.cents(sales),
                CashCount.fewest(Money.cents(opening + in - out + sales + difference)),
                Optional.empty(),
                Money.cents(left));
    }

    private static PeriodTotals totals(
            long sold, long returned, List<VatTotal> vat, List<TenderTotal> tenders, List<ExtraTotal> extras) {
        return new PeriodTotals(
                1, 1, Money.cents(sold), Money.cents(returned), Money.ZERO, vat, tenders, extras, 0, 0, 0);
    }

    private static VatTotal vat(VatRegime regime, int rate, long net, long tax) {
        return new VatTotal(regime, rate, Money.cents(net + tax), Money.cents(net), Money.cents(tax));
    }

    private static TenderTotal tender(Tender tender, long taken, long back) {
        return new TenderTotal(tender, Money.cents(taken), Money.cents(back));
    }
}
