package fr.lamine.model.fiscal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.Seeded;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.SampleFacts;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.TestTill;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.model.till.PeriodTotals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Tills that sign what is not true: every seal of theirs is good, and only the books tell.
final class BooksCheckTest {

    private static final LocalDate LAST_DAYS_OF_A_YEAR = LocalDate.of(2026, 12, 30);

    @Test
    void aTillThatTellsTheTruthIsNeverDoubted() {
        Seeded.loop(20, random -> {
            TestTill till = new TestTill(TerminalId.of(901), LAST_DAYS_OF_A_YEAR, random);
            for (int day = 0; day < 4; day++) {
                till.day(random.nextInt(6));
            }
            assertEquals(List.of(), doubts(till.journal().entries()));
            int from = random.nextInt(till.journal().entries().size());
            assertEquals(
                    List.of(),
                    doubts(till.journal()
                            .entries()
                            .subList(from, till.journal().entries().size())),
                    "from " + from);
        });
    }

    private record Lie(String name, String said, UnaryOperator<TestTill> told) {}

    @TestFactory
    Stream<DynamicTest> aLieIsNamed() {
        return Stream.of(
                        new Lie("a ticket number left out", "porte le ticket n° 6 : le n° 5 manque.", till -> {
                            return sell(till, 2, UnaryOperator.identity());
                        }),
                        new Lie("a ticket number given twice", "porte le ticket n° 4 : ce numéro a déjà", till -> {
                            return sell(till, 0, UnaryOperator.identity());
                        }),
                        new Lie(
                                "perpetual totals that forget a sale",
                                "totaux perpétuels qui ne continuent pas",
                                till -> {
                                    return sell(till, 1, t -> with(t, t.net().minus(Money.cents(100)), t.absolute()));
                                }),
                        new Lie(
                                "an absolute total that is not grown",
                                "totaux perpétuels qui ne continuent pas",
                                till -> {
                                    return sell(
                                            till,
                                            1,
                                            t -> with(t, t.net(), t.absolute().plus(Money.cents(100))));
                                }),
                        new Lie("a duplicate left out", "porte le duplicata n° 100 : le n° ", till -> {
                            till.journal()
                                    .add(new TillFact.DuplicatePrinted(
                                            till.context(),
                                            100,
                                            till.journal().entries().getFirst().id(),
                                            1));
                            return till;
                        }),
                        new Lie("a session given twice", "ouvre la session n° 1 : ce numéro a déjà", till -> {
                            till.journal()
                                    .add(new TillFact.TillOpened(
                                            till.context(), 1, SampleFacts.FLOAT, Optional.empty()));
                            return till;
                        }),
                        new Lie("a closing without a ticket of its own", "pas ceux de ses tickets : ", till -> {
                            open(till).journal().add(till.ticket());
                            TillFact.Closing less = till.close();
                            till.journal().add(till.ticket());
                            till.journal()
                                    .add(closing(
                                            less,
                                            till.journal().book().perpetual().afterDay()));
                            return till;
                        }),
                        new Lie(
                                "a closing number left out",
                                "est la clôture journalière n° 3 : le n° 2 manque.",
                                till -> {
                                    TillFact.Closing next = open(till).close();
                                    till.journal()
                                            .add(closing(next, next.perpetual().afterDay()));
                                    return till;
                                }),
                        new Lie(
                                "a closing that hides a failure",
                                "annonce 1 défaut(s) d’intégrité au lieu de 0",
                                till -> {
                                    TillFact.Closing c = open(till).close();
                                    till.journal()
                                            .add(new TillFact.Closing(
                                                    c.context(),
                                                    c.kind(),
                                                    c.number(),
                                                    c.period(),
                                                    c.previous(),
                                                    c.firstTicket(),
                                                    c.lastTicket(),
                                                    c.totals(),
                                                    c.drawer(),
                                                    c.perpetual(),
                                                    1));
                                    return till;
                                }),
                        new Lie("a day closed twice", "clôt une journée qui n’était pas ouverte", till -> {
                            TillFact.Closing c = open(till).close();
                            till.journal().add(c).add(closing(c, c.perpetual().afterDay()));
                            return till;
                        }))
                .map(lie -> DynamicTest.dynamicTest(lie.name(), () -> {
                    TestTill till = new TestTill(TerminalId.of(901), LAST_DAYS_OF_A_YEAR, new Random(4)).day(4);
                    int before = till.journal().entries().size();
                    List<String> doubts =
                            doubts(lie.told().apply(till).journal().entries());
                    assertTrue(before > 5);
                    assertTrue(!doubts.isEmpty() && doubts.getFirst().contains(lie.said()), doubts::toString);
                }));
    }

    @Test
    void monthsAndYearsAreCheckedToo() {
        TestTill till = new TestTill(TerminalId.of(901), LAST_DAYS_OF_A_YEAR, new Random(5))
                .day(3)
                .day(3);
        TillBook book = till.journal().book();
        TillFact.Closing month = book.close(till.context(), ClosingKind.MONTH);
        TillFact.Closing hollow = new TillFact.Closing(
                month.context(),
                month.kind(),
                month.number(),
                month.period(),
                month.previous(),
                Optional.empty(),
                Optional.empty(),
                PeriodTotals.NONE,
                Optional.empty(),
                month.perpetual(),
                0);
        till.journal().add(hollow);
        List<String> doubts = doubts(till.journal().entries());
        assertEquals(1, doubts.size());
        assertTrue(doubts.getFirst().contains("pas ceux de ses tickets"), doubts::toString);
    }

    @Test
    void afterAnEntryThatCannotBeReadNothingIsSaidUntilItIsKnownAgain() {
        TestTill till = new TestTill(TerminalId.of(901), LAST_DAYS_OF_A_YEAR, new Random(6)).day(5);
        BooksCheck check = new BooksCheck();
        for (Entry entry : till.journal().entries()) {
            if (Json.fact(entry) instanceof Fact.Sale sale && sale.ticket() == 2) {
                check.skip();
                continue;
            }
            assertEquals(Optional.empty(), check.next(entry.id(), Json.fact(entry)));
        }
    }

    private static TestTill open(TestTill till) {
        till.journal()
                .add(new TillFact.TillOpened(
                        till.context(),
                        2,
                        SampleFacts.FLOAT,
                        till.journal().book().left()));
        return till;
    }

    private static TestTill sell(TestTill till, int numbers, UnaryOperator<PerpetualTotals> lie) {
        Fact.Sale s = till.ticket();
        PerpetualTotals after = till.journal().book().perpetual();
        PerpetualTotals counted = after.afterTicket(s.sold(), s.returned());
        PerpetualTotals said = new PerpetualTotals(
                after.tickets() + numbers,
                counted.labels(),
                counted.net(),
                counted.absolute(),
                counted.days(),
                counted.months(),
                counted.years(),
                counted.sessions(),
                counted.vouchers(),
                counted.copies());
        till.journal()
                .addAsItStands(new Fact.Sale(
                        s.context(),
                        said.tickets(),
                        s.lines(),
                        s.returns(),
                        s.extras(),
                        s.total(),
                        s.tenders(),
                        s.change(),
                        s.givenBack(),
                        s.member(),
                        s.paper(),
                        lie.apply(said)));
        return till;
    }

    private static PerpetualTotals with(PerpetualTotals t, Money net, Money absolute) {
        return new PerpetualTotals(
                t.tickets(),
                t.labels(),
                net,
                absolute,
                t.days(),
                t.months(),
                t.years(),
                t.sessions(),
                t.vouchers(),
                t.copies());
    }

    private static TillFact.Closing closing(TillFact.Closing c, PerpetualTotals perpetual) {
        return new TillFact.Closing(
                c.context(),
                c.kind(),
                perpetual.days(),
                c.period(),
                c.previous(),
                c.firstTicket(),
                c.lastTicket(),
                c.totals(),
                c.drawer(),
                perpetual,
                c.failures());
    }

    private static List<String> doubts(List<Entry> entries) {
        BooksCheck check = new BooksCheck();
        List<String> doubts = new ArrayList<>();
        entries.forEach(entry -> check.next(entry.id(), Json.fact(entry)).ifPresent(doubts::add));
        return doubts;
    }
}
