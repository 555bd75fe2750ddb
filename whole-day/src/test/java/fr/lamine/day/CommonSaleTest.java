package fr.lamine.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The sale that is made all day long: one thing, paid in exact cash.
@Timeout(value = 4, unit = TimeUnit.MINUTES)
final class CommonSaleTest {

    private static final int PATIENCE_MILLIS = 30_000;

    private static final String COUNT = """
            () => {
              window.taps = 0;
              document.addEventListener('click', event => { if (event.isTrusted) window.taps++; }, true);
            }""";

    /// One tap to be paid, one for the coins. The next scan is the next customer, and so are some seconds of peace.
    @Test
    void itTakesTwoTapsAfterTheLastScanAndTheScreenGoesOnByItself() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        try (Browser browser = Browser.open();
                OneHouse house = new OneHouse()) {
            CounterGlass glass = new CounterGlass(house, browser.touched(1366, 768));
            glass.page().setDefaultTimeout(PATIENCE_MILLIS);
            glass.page().clock().install();
            glass.comeToAnEmptyCounter();
            glass.signInAwa();
            String code = threeBowlsOnTheShelf(house, glass);
            glass.till();
            glass.page().evaluate(COUNT);
            for (int sale = 1; sale <= 2; sale++) {
                int kicks = house.printer.number("KICKS");
                house.scanner.say(code);
                assertThat(glass.shows(".ticket:not(.sold) .sum output")).hasText("1,00\u202f€");
                glass.tap("#go");
                assertThat(glass.shows(".keys .title.of")).containsText("1,00");
                glass.tap("#go");
                assertThat(glass.shows(".done")).containsText("rien à rendre");
                glass.page().waitForCondition(() -> house.printer.number("KICKS") == kicks + 1);
                assertEquals(2 * sale, taps(glass), "taps after the last scan");
            }
            glass.page().clock().runFor(21_000);
            assertThat(glass.shows(".ticket .empty")).isVisible();
            assertThat(glass.shows(".done")).hasCount(0);
            house.scanner.say(code);
            assertThat(glass.shows(".ticket:not(.sold) .sum output")).hasText("1,00\u202f€");
            assertEquals(4, taps(glass), "nobody touched the screen to go on");
            browser.leavePages();
            assertEquals(List.of(), glass.watched().complaints(), "what the counter complains about");
        }
    }

    /// Scans come while hands are at work: what they leave as it was is pressed, what they replace is not.
    @Test
    void aScanTakesNoButtonFromUnderAFingerAndGivesNoneAnotherMeaning() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        try (Browser browser = Browser.open();
                OneHouse house = new OneHouse()) {
            CounterGlass glass = new CounterGlass(house, browser.touched(1366, 768));
            glass.page().setDefaultTimeout(PATIENCE_MILLIS);
            glass.comeToAnEmptyCounter();
            glass.signInAwa();
            String code = threeBowlsOnTheShelf(house, glass);
            glass.till();
            hold(glass, "#bring");
            house.scanner.say(code);
            assertThat(glass.shows("#hold")).isVisible();
            glass.page().mouse().up();
            hold(glass, ".tile:has-text('Livres')");
            house.scanner.say(code);
            assertThat(glass.shows(".ticket .sum output")).hasText("2,00\u202f€");
            glass.page().mouse().up();
            assertThat(glass.shows(".keys .title")).hasText("Livres");
            assertThat(glass.shows(".ticket .sum output")).hasText("2,00\u202f€");
            browser.leavePages();
            assertEquals(List.of(), glass.watched().complaints(), "what the counter complains about");
        }
    }

    /// A quick hand does not wait for the screen that its first tap brings.
    @Test
    void digitsTappedWhileAnAnswerIsOnItsWayStandOnTheScreenThatItBrings() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        try (Browser browser = Browser.open();
                OneHouse house = new OneHouse()) {
            CounterGlass glass = new CounterGlass(house, browser.touched(1366, 768));
            glass.page().setDefaultTimeout(PATIENCE_MILLIS);
            glass.comeToAnEmptyCounter();
            glass.signInAwa();
            List<Route> held = new ArrayList<>();
            glass.page().route("**/caisse/categorie", held::add);
            glass.tile("Livres").tap();
            glass.page().waitForCondition(() -> !held.isEmpty());
            glass.digits("2,5");
            held.getFirst().resume();
            assertThat(glass.shows(".keys .title")).hasText("Livres");
            assertThat(glass.shows("#typed")).hasText("2,5");
            browser.leavePages();
            assertEquals(List.of(), glass.watched().complaints(), "what the counter complains about");
        }
    }

    /// Where goods come from is on its way when the hand is at the tiles, which stand there afterwards as before.
    @Test
    void aTileTappedWhileAnAnswerIsOnItsWayIsPressedOnTheScreenThatItBrings() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        try (Browser browser = Browser.open();
                OneHouse house = new OneHouse()) {
            CounterGlass glass = new CounterGlass(house, browser.touched(1366, 768));
            glass.page().setDefaultTimeout(PATIENCE_MILLIS);
            glass.comeToAnEmptyCounter();
            glass.signInAwa();
            glass.labelling();
            List<Route> held = new ArrayList<>();
            glass.page().route("**/etiquettes/origine", held::add);
            glass.shows("button:has-text('Du rayon')").tap();
            glass.page().waitForCondition(() -> !held.isEmpty());
            glass.tile("Jouets").tap();
            held.getFirst().resume();
            assertThat(glass.shows(".title.of .grow")).hasText("Jouets");
            assertThat(glass.shows("button:has-text('Du rayon')")).hasAttribute("aria-pressed", "true");
            browser.leavePages();
            assertEquals(List.of(), glass.watched().complaints(), "what the counter complains about");
        }
    }

    private static void hold(CounterGlass glass, String selector) {
        glass.shows(selector).hover();
        glass.page().mouse().down();
    }

    /// What a script clicks is no tap.
    private static Object taps(CounterGlass glass) {
        return glass.page().evaluate("window.taps");
    }

    private static String threeBowlsOnTheShelf(OneHouse house, CounterGlass glass) {
        house.scale.say("PUT 900");
        glass.labelling();
        glass.tile("Vaisselle").tap();
        assertThat(glass.shows(".title.of small")).containsText("× 1");
        glass.digits("3");
        glass.tap("#times");
        assertThat(glass.shows(".title.of small")).containsText("× 3");
        glass.digits("1,00");
        glass.tap("#euro");
        assertThat(glass.shows(".title.of small")).hasText("1,00 € × 3");
        glass.weighs("0,900");
        glass.tap("#go");
        glass.says("Vaisselle, 1,00");
        house.scale.say("TAKE");
        return glass.labelSeen("Vaisselle, 1,00 €, 0,900 kg");
    }
}
