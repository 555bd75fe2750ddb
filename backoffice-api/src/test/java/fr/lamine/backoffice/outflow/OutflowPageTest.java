package fr.lamine.backoffice.outflow;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.BOOKS;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.OfficeBrowser;
import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Beside;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Cause;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.sync.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class OutflowPageTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    private static final Account ECOLOGIC = new Account.Gone(Outcome.RECYCLED, Optional.of("Ecologic"));
    private static final Pattern SUM = Pattern.compile("class=\"sum\" value=\"(-?[0-9]+)\"");
    private static final Pattern TAKEN = Pattern.compile("class=\"taken\" value=\"(-?[0-9]+)\"");

    private int second;

    private Fact.WeighIn gone(CategoryCode category, long grams, Account to, Optional<CategoryCode> was, String paper) {
        return new Fact.WeighIn(
                TestFacts.context(ARCUEIL, MORNING.plusSeconds(++second)),
                category,
                Weight.of(
                        Mass.grams(grams + 1_200),
                        Mass.grams(1_200),
                        Optional.of("BAC-GRIS"),
                        TestFacts.weighed(false)),
                Account.place(ARCUEIL, Area.SORTING),
                to,
                Optional.empty(),
                was,
                new Beside(Optional.empty(), Optional.of(paper).filter(p -> !p.isEmpty()), OptionalInt.empty()));
    }

    private TestOffice day(Database database) {
        TestTerminal terminal = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(MORNING);
        terminal.add(gone(DISHES, 4_000, ECOLOGIC, Optional.empty(), "BSD-7"));
        terminal.add(gone(BOOKS, 2_500, ECOLOGIC, Optional.of(DISHES), ""));
        terminal.add(gone(BOOKS, 1_000, Account.gone(Outcome.WASTE), Optional.empty(), ""));
        Fact.WeighIn mistake = gone(DISHES, 9_000, ECOLOGIC, Optional.of(BOOKS), "BSD-7");
        Entry entry = terminal.add(mistake);
        terminal.add(Fact.WeighInReversed.of(
                entry.id(), mistake, TestFacts.context(ARCUEIL, MORNING.plusSeconds(++second))));
        terminal.add(new TillFact.GivenAway(
                TestFacts.context(ARCUEIL, MORNING.plusSeconds(++second)),
                Optional.empty(),
                BOOKS,
                2,
                Mass.grams(700),
                TestFacts.AVERAGE,
                "École"));
        terminal.add(gone(DISHES, 300, new Account.Adjustment(ARCUEIL, Cause.BREAKAGE), Optional.empty(), ""));
        TestOffice office = new TestOffice(database, JournalKind.REAL);
        office.enrol(terminal);
        office.take(terminal.from(0));
        return office;
    }

    private static List<Long> figures(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        return matcher.results().map(r -> Long.valueOf(r.group(1))).toList();
    }

    @Test
    void everyKiloThatLeftStandsUnderItsWayAndWhoTookIt(Database database) throws Exception {
        try (var browser = new OfficeBrowser(day(database)).signIn(Role.MANAGER)) {
            String month = "site=ARCUEIL&periode=2026-11";
            assertEquals(List.of(8_200L), figures(SUM, browser.page("/sorties?" + month)));
            String recycled = browser.page("/sorties?devenir=recycled&" + month);
            assertEquals(List.of(6_500L), figures(SUM, recycled), "what was taken back is off again");
            assertEquals(List.of(6_500L), figures(TAKEN, recycled));
            assertTrue(recycled.contains("repreneur=Ecologic"), recycled);
            assertTrue(recycled.contains("BSD-7"), recycled);
            assertTrue(recycled.contains("1,200"), "the tare of its container");
            String ecologic = browser.page("/sorties?repreneur=Ecologic&" + month);
            assertEquals(List.of(6_500L), figures(SUM, ecologic));
            assertEquals(List.of(700L), figures(SUM, browser.page("/sorties?devenir=given&" + month)));
            assertEquals(List.of(1_000L), figures(SUM, browser.page("/sorties?devenir=waste&" + month)));
            assertEquals(List.of(300L), figures(SUM, browser.page("/sorties?devenir=lost&" + month)));
            assertFalse(browser.page("/sorties?devenir=waste&" + month).contains("Ecologic<"), "another's kilos");
            assertTrue(browser.page("/sorties?devenir=recycled&site=ARCUEIL&periode=2026-10")
                    .contains("class=\"empty\""));
        }
    }
}
