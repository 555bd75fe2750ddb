package fr.lamine.backoffice.closing;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.BOOKS;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static fr.lamine.backoffice.TestFacts.GENTILLY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.OfficeBrowser;
import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.stock.Area;
import fr.lamine.model.sync.JournalBatch;
import fr.lamine.model.sync.Role;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.ClosingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Random days of three tills, sent late, piece by piece and twice: what the office shows as revenue, what the closings
/// say, and what the signed bodies say is the same, to the cent.
@ExtendWith(OfficeTestDatabase.class)
final class ClosedRevenueTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private static final int DAYS = 6;

    private static final String TICKETS = """
            SELECT coalesce(sum((convert_from(body, 'UTF8')::jsonb->>'total')::bigint), 0) FROM journal_entry
            WHERE type = 'sale.2' AND convert_from(body, 'UTF8')::jsonb->'context'->>'businessDay' = :day
              AND convert_from(body, 'UTF8')::jsonb->'context'->>'site' = :site""";
    private static final String CLOSINGS = """
            SELECT coalesce(sum((t->>'taken')::bigint - (t->>'givenBack')::bigint), 0)
            FROM journal_entry, jsonb_array_elements(convert_from(body, 'UTF8')::jsonb->'totals'->'tenders') AS t
            WHERE type = 'closing.1' AND convert_from(body, 'UTF8')::jsonb->>'kind' = 'DAY'
              AND convert_from(body, 'UTF8')::jsonb->>'period' = :day
              AND convert_from(body, 'UTF8')::jsonb->'context'->>'site' = :site""";

    private static Instant at(LocalDate day, int minute) {
        return day.atTime(8, 0).toInstant(java.time.ZoneOffset.UTC).plusSeconds(60L * minute);
    }

    private static void trade(TestTerminal till, LocalDate day, Random random) {
        int minute = 0;
        for (int session = 0; session <= random.nextInt(2); session++) {
            till.openTill(at(day, minute++), 5_000 + random.nextInt(3));
            for (int i = random.nextInt(8); i >= 0; i--) {
                ticket(till, at(day, minute++), random);
            }
            if (random.nextBoolean()) {
                till.moveCash(at(day, minute++), CashMove.IN, 500);
            }
            till.closeDay(at(day, minute++), random.nextInt(900) - 450L, 5_000);
        }
    }

    private static void ticket(TestTerminal till, Instant at, Random random) {
        switch (random.nextInt(4)) {
            case 0 ->
                till.sell(
                        at,
                        Tender.values()[random.nextInt(4)],
                        TestFacts.unlabelled(BOOKS, 1 + random.nextInt(4), 350, 100));
            case 1 -> mixed(till, at, random);
            case 2 -> mixed(till, at, random);
            default -> back(till, at, random);
        }
    }

    /// Taxed goods, a repair, and money that is no turnover on one ticket, paid in two ways.
    private static void mixed(TestTerminal till, Instant at, Random random) {
        List<SaleLine> lines = List.of(
                line(LineOrigin.CATEGORY_KEY, 1 + random.nextInt(5_000), VatRegime.STANDARD, 550),
                line(LineOrigin.CATEGORY_KEY, 1 + random.nextInt(900), VatRegime.MARGIN_297A, 0),
                line(LineOrigin.SERVICE_KEY, 1 + random.nextInt(2_000), VatRegime.STANDARD, 2_000));
        List<ExtraLine> extras = random.nextBoolean()
                ? List.of(new ExtraLine(
                        ExtraLine.Kind.GIFT, "Arrondi", Money.cents(1 + random.nextInt(99)), Optional.empty()))
                : List.of(new ExtraLine(ExtraLine.Kind.DUES, "Adhésion", Money.cents(1_500), Optional.empty()));
        Money sold = lines.stream().map(SaleLine::total).reduce(Money.ZERO, Money::plus);
        Money total = extras.stream().map(ExtraLine::amount).reduce(sold, Money::plus);
        Money card = Money.cents(1 + random.nextInt((int) total.cents() - 1));
        Money cash = total.minus(card);
        Money change = Money.cents(random.nextInt(300));
        till.add(new Fact.Sale(
                TestFacts.context(till.site, at),
                till.totals.tickets() + 1,
                lines,
                List.of(),
                extras,
                total,
                List.of(new TenderLine(Tender.CARD, card), new TenderLine(Tender.CASH, cash.plus(change))),
                change,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                till.totals.afterTicket(sold)));
    }

    private static SaleLine line(LineOrigin origin, long cents, VatRegime regime, int rate) {
        Money total = Money.cents(cents);
        boolean service = origin == LineOrigin.SERVICE_KEY;
        return new SaleLine(
                service ? "Réparation" : "Lampe",
                Optional.empty(),
                origin,
                DISHES,
                1,
                total,
                service ? PriceOrigin.FREE : PriceOrigin.TYPED,
                total,
                Vat.within(total, regime, rate),
                service ? fr.lamine.model.measure.Mass.ZERO : fr.lamine.model.measure.Mass.grams(800),
                TestFacts.AVERAGE);
    }

    private static void back(TestTerminal till, Instant at, Random random) {
        Optional<Entry> sale = till.entries.stream()
                .filter(e -> e.type().equals("sale.2"))
                .filter(e -> !((Fact.Sale) Json.fact(e)).lines().isEmpty())
                .findFirst();
        List<ReturnLine> returns = new ArrayList<>();
        if (sale.isPresent() && Json.fact(sale.get()) instanceof Fact.Sale sold) {
            returns.add(TestFacts.returned(
                    till.site,
                    sold.lines().getFirst(),
                    1,
                    Optional.of(new ReturnLine.SoldLine(sale.get().id(), 0)),
                    Area.SHOP));
        }
        List<SaleLine> lines = returns.isEmpty() || random.nextBoolean()
                ? List.of(TestFacts.unlabelled(BOOKS, 1, 350, 100))
                : List.of();
        till.add(TestFacts.exchange(till.site, at, till.totals, till.id, lines, returns, Optional.empty()));
    }

    /// Each journal cut into pieces and shuffled together, each in its own order; some pieces are sent twice.
    private static List<JournalBatch> pieces(List<TestTerminal> tills, Random random) {
        List<List<JournalBatch>> queues = new ArrayList<>();
        for (TestTerminal till : tills) {
            List<JournalBatch> queue = new ArrayList<>();
            for (int from = 0; from < till.entries.size(); ) {
                int to = Math.min(till.entries.size(), from + 1 + random.nextInt(12));
                queue.add(till.batch(from, to));
                if (random.nextInt(4) == 0) {
                    queue.add(till.batch(from, to));
                }
                from = to;
            }
            queues.add(queue);
        }
        List<JournalBatch> all = new ArrayList<>();
        while (!queues.isEmpty()) {
            List<JournalBatch> queue = queues.get(random.nextInt(queues.size()));
            all.add(queue.removeFirst());
            queues.removeIf(List::isEmpty);
        }
        return all;
    }

    @Test
    void revenueAndClosingsAndSignedBodiesAreTheSameCentsHoweverLateTheyCome(Database database) throws Exception {
        Random random = new Random(318);
        List<TestTerminal> tills = Stream.of("101", "102", "201")
                .map(id -> new TestTerminal(id, id.startsWith("2") ? GENTILLY : ARCUEIL, JournalKind.REAL)
                        .open(at(FIRST, -30)))
                .toList();
        TestOffice office = new TestOffice(database, JournalKind.REAL);
        tills.forEach(office::enrol);
        for (int day = 0; day < DAYS; day++) {
            for (TestTerminal till : tills) {
                trade(till, FIRST.plusDays(day), random);
            }
        }
        tills.forEach(till -> till.closePeriod(at(FIRST.plusDays(DAYS), 0), ClosingKind.MONTH));
        List<JournalBatch> pieces = pieces(tills, random);
        int compared = 0;
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            for (int i = 0; i < pieces.size(); i++) {
                office.take(pieces.get(i));
                boolean all = i == pieces.size() - 1;
                if (all || i % 4 == 0) {
                    compared += compare(office, browser, all);
                }
            }
            long month = OfficeBrowser.sum(browser.page("/clotures?site=tous&periode=2026-11&sorte=MONTH"));
            assertEquals(OfficeBrowser.sum(browser.page("/ventes?site=tous&periode=2026-11")), month, "the month");
            assertTrue(
                    office.discrepancies().stream().noneMatch(d -> d.startsWith("CLOSING")),
                    office.discrepancies().toString());
            entriesBalance(office, browser);
        }
        assertTrue(compared > 50, compared + " figures were above zero");
    }

    private static int compare(TestOffice office, OfficeBrowser browser, boolean all) throws Exception {
        int above = 0;
        for (int day = 0; day < DAYS; day++) {
            for (var site : List.of(ARCUEIL, GENTILLY)) {
                String date = FIRST.plusDays(day).toString();
                String scope = "?site=" + site + "&periode=" + date;
                String sales = browser.page("/ventes" + scope);
                long revenue = OfficeBrowser.sum(sales);
                long closed = OfficeBrowser.sum(browser.page("/clotures" + scope));
                assertEquals(raw(office, TICKETS, date, site.code()), revenue, "revenue of " + site + ", " + date);
                assertEquals(raw(office, CLOSINGS, date, site.code()), closed, "closings of " + site + ", " + date);
                if (all) {
                    assertEquals(revenue, closed, "all of " + site + " is closed on " + date);
                    assertTrue(sales.contains("Tout est clôturé."), sales);
                }
                above += revenue > 0 ? 1 : 0;
            }
        }
        return above;
    }

    private static long raw(TestOffice office, String sql, String day, String site) {
        return office.database
                .jdbi()
                .withHandle(h -> h.createQuery(sql)
                        .bind("day", day)
                        .bind("site", site)
                        .mapTo(Long.class)
                        .one());
    }

    /// The entries of all days, as they are exported.
    private static void entriesBalance(TestOffice office, OfficeBrowser browser) throws Exception {
        String csv = browser.page("/clotures/ecritures.csv?site=tous&periode=2026-11");
        String[] rows = csv.substring(1).split("\r\n");
        long debit = 0;
        long credit = 0;
        long services = 0;
        for (int i = 1; i < rows.length; i++) {
            String[] field = rows[i].split(";");
            debit += cents(field[6]);
            credit += cents(field[7]);
            services += field[3].equals("706000") ? cents(field[7]) : 0;
        }
        assertEquals(debit, credit);
        assertTrue(debit > 0);
        assertEquals(
                office.count("SELECT sum(net_cents) FROM sale_vat WHERE service"), services, "what was worked for");
        String page = browser.page("/clotures/ecritures?site=tous&periode=2026-11");
        assertTrue(page.contains("value=\"" + debit + "\""), page);
        String z = rows[1].split(";")[1];
        assertTrue(z.matches("101-Z-1|201-Z-1|102-Z-1"), z);
    }

    private static long cents(String amount) {
        return Long.parseLong(amount.replace(",", ""));
    }

    @Test
    void aClosingShowsItsFiguresAndEachOpensTheFact(Database database) throws Exception {
        TestTerminal till = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(at(FIRST, -30));
        till.openTill(at(FIRST, 0), 5_000);
        mixed(till, at(FIRST, 1), new Random(1));
        till.closeDay(at(FIRST, 2), -620, 4_000);
        TestOffice office = new TestOffice(database, JournalKind.REAL);
        office.enrol(till);
        office.take(till.from(0));
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            assertTrue(browser.page("/clotures?periode=2026-11").contains("hors seuil"));
            String page = browser.page("/clotures/101/1/4");
            assertTrue(page.contains("Les tickets concordent."), page);
            assertTrue(page.contains("au-delà du seuil de 5,00"), page);
            assertTrue(page.contains("-620"), page);
            List<OfficeBrowser.Figure> open = OfficeBrowser.figures(page).stream()
                    .filter(f -> f.opens().isPresent())
                    .toList();
            assertTrue(open.size() > 15, open.toString());
            for (String path :
                    open.stream().map(f -> f.opens().get()).distinct().toList()) {
                browser.page(path);
            }
            assertTrue(page.contains("530101") && page.contains("658000") && page.contains("706000"), page);
            assertEquals(404, browser.get("/clotures/101/1/3").statusCode());
            assertEquals(404, browser.get("/clotures/abc/1/3").statusCode());
            assertEquals(400, browser.get("/clotures?sorte=SEMAINE").statusCode());
            assertEquals(
                    400,
                    browser.get("/clotures/ecritures?du=2020-01-01&au=2026-01-01")
                            .statusCode());
            browser.signIn(Role.CASHIER);
            assertEquals(403, browser.get("/clotures").statusCode());
            assertEquals(403, browser.get("/clotures/ecritures.csv").statusCode());
        }
    }
}
