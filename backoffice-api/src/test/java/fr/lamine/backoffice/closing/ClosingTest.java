package fr.lamine.backoffice.closing;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.BOOKS;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static fr.lamine.backoffice.TestOffice.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.journal.Rebuild;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.fact.ContinueCause;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.PeriodTotals;
import fr.lamine.model.till.TenderTotal;
import fr.lamine.model.till.VatTotal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class ClosingTest {

    private final TestTerminal till = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(at(0));
    private TestOffice office;

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    @BeforeEach
    void openTheOffice(Database database) {
        office = new TestOffice(database, JournalKind.REAL);
        office.enrol(till);
    }

    private void day(TestTerminal terminal, int minute) {
        terminal.openTill(at(minute), 5_000);
        terminal.sell(at(minute + 1), Tender.CASH, TestFacts.unlabelled(BOOKS, 3, 1_050, 100));
        terminal.sell(at(minute + 2), Tender.CARD, TestFacts.unlabelled(BOOKS, 1, 350, 200));
        terminal.closeDay(at(minute + 3), 0, 5_000);
    }

    private void sent(TestTerminal terminal, int from) {
        terminal.add(TestFacts.weighIn(
                ARCUEIL, at(900), BOOKS, 90_000, fr.lamine.model.stock.Area.SHOP)); // the shelf never runs empty
        office.take(terminal.from(from));
    }

    private void rebuildGivesTheSame() {
        Map<String, String> before = office.derived();
        office.database.useTransaction(handle -> Rebuild.all(handle, NOON.plusSeconds(1_000_000)));
        assertEquals(before, office.derived());
    }

    @Test
    void closingsThatAgreeWithTheirTicketsOpenNothing() {
        day(till, 10);
        day(till, 20);
        till.closePeriod(at(30), ClosingKind.MONTH);
        till.closePeriod(at(31), ClosingKind.YEAR);
        sent(till, 0);
        assertEquals(List.of(), office.discrepancies());
        assertEquals(4, office.count("SELECT count(*) FROM closing"));
        assertEquals(1_000, office.count("SELECT sum(taken_cents) FROM closing WHERE kind = 'DAY'"));
        rebuildGivesTheSame();
    }

    @Test
    void aClosingWhoseTotalsAreNotThoseOfItsTicketsIsADiscrepancy() {
        till.openTill(at(1), 5_000);
        till.sell(at(2), Tender.CASH, TestFacts.unlabelled(BOOKS, 3, 1_050, 100));
        TillFact.Closing true_ = till.closing(at(3), 0, 5_000);
        PeriodTotals totals = true_.totals();
        VatTotal vat = totals.vat().getFirst();
        PeriodTotals less = new PeriodTotals(
                totals.tickets(),
                totals.lines(),
                Money.cents(200),
                totals.returned(),
                totals.reduced(),
                List.of(new VatTotal(vat.regime(), 0, Money.cents(200), Money.cents(200), Money.ZERO)),
                List.of(new TenderTotal(Tender.CASH, Money.cents(200), Money.ZERO)),
                List.of(),
                0,
                0,
                0);
        till.close(new TillFact.Closing(
                true_.context(),
                true_.kind(),
                true_.number(),
                true_.period(),
                true_.previous(),
                true_.firstTicket(),
                true_.lastTicket(),
                less,
                true_.drawer(),
                true_.perpetual(),
                0));
        sent(till, 0);
        assertEquals(List.of("CLOSING_DIFFERS 101/1/4"), office.discrepancies());
        String text = office.database
                .jdbi()
                .withHandle(h -> h.createQuery("SELECT text FROM discrepancy WHERE kind = 'CLOSING_DIFFERS'")
                        .mapTo(String.class)
                        .one());
        assertTrue(text.contains("2,00") && text.contains("3,00") && text.contains("101"), text);
        rebuildGivesTheSame();
    }

    @Test
    void aNumberThatIsMissingClosesItselfWhenTheEntriesBeforeItArrive() {
        day(till, 10);
        int known = till.entries.size();
        day(till, 20);
        day(till, 30);
        int lost = till.entries.size();
        till.continueJournal(at(40), ContinueCause.STORE_BEHIND_HEAD);
        day(till, 50);
        office.take(till.batch(0, known));
        sent(till, lost);
        assertEquals(
                List.of("CLOSING_MISSING 101#DAY#2-3", "JOURNAL_CONTINUED 101/2/1"),
                office.discrepancies().stream()
                        .filter(d -> !d.startsWith("NEG"))
                        .toList());
        rebuildGivesTheSame();
        office.take(till.batch(known, lost));
        assertEquals(List.of("JOURNAL_CONTINUED 101/2/1"), office.discrepancies());
        rebuildGivesTheSame();
    }

    @Test
    void aClosingOfTicketsThatArriveLaterClosesItsDiscrepancyItself() {
        till.openTill(at(1), 5_000);
        till.sell(at(2), Tender.CASH, TestFacts.unlabelled(BOOKS, 3, 1_050, 100));
        int known = till.entries.size();
        till.sell(at(3), Tender.CARD, TestFacts.unlabelled(DISHES, 1, 350, 200));
        till.add(TestFacts.weighIn(ARCUEIL, at(4), DISHES, 90_000, fr.lamine.model.stock.Area.SHOP));
        int lost = till.entries.size();
        till.continueJournal(at(40), ContinueCause.STORE_BEHIND_HEAD);
        till.closeDay(at(41), 0, 5_000);
        office.take(till.batch(0, known));
        sent(till, lost);
        assertEquals(List.of("CLOSING_DIFFERS 101/2/2", "JOURNAL_CONTINUED 101/2/1"), office.discrepancies());
        rebuildGivesTheSame();
        office.take(till.batch(known, lost));
        assertEquals(List.of("JOURNAL_CONTINUED 101/2/1"), office.discrepancies());
        rebuildGivesTheSame();
    }

    @Test
    void aCopyThatDivergedIsJudgedByItsOwnTickets() {
        day(till, 10);
        till.openTill(at(20), 5_000);
        TestTerminal copy = till.copy();
        till.sell(at(21), Tender.CASH, TestFacts.unlabelled(BOOKS, 1, 350, 100));
        till.closeDay(at(22), 0, 5_000);
        copy.sell(at(23), Tender.CASH, TestFacts.unlabelled(BOOKS, 2, 700, 100));
        copy.closeDay(at(24), 0, 5_000);
        copy.closePeriod(at(25), ClosingKind.MONTH);
        sent(till, 0);
        office.take(copy.from(6));
        assertTrue(
                office.discrepancies().contains("DUPLICATE_TICKET 101#3"),
                office.discrepancies().toString());
        assertTrue(
                office.discrepancies().stream().noneMatch(d -> d.startsWith("CLOSING")),
                office.discrepancies().toString());
        rebuildGivesTheSame();
    }
}
