package fr.lamine.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/// The screen of the counter under a finger.
final class CounterGlass {

    /// What stands on the screen, without what differs each time it is drawn: tokens, and seconds that run down.
    private static final String STANDS = """
            () => [...document.querySelectorAll('main *')]
              .filter(e => e.name !== 'token' && !e.hasAttribute('data-countdown'))
              .map(e => [e.tagName, e.id, ...['value', 'src', 'href', 'aria-pressed', 'aria-disabled', 'hidden'].map(a => e.getAttribute(a)),
                ...[...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.textContent.trim())]
                .filter(word => word).join(' '))""";

    private static final int[][] GLASSES = {{1_024, 600}, {1_366, 768}};

    /// What stands beside the glass.
    private static final String BESIDE = """
            () => [...document.querySelectorAll('body *')]
              .filter(e => e.getClientRects().length && getComputedStyle(e).position !== 'absolute')
              .filter(e => { const r = e.getBoundingClientRect(); return r.right > innerWidth + 1 || r.bottom > innerHeight + 1; })
              .map(e => e.tagName + ' ' + (e.id || e.className) + ' ' + e.textContent.trim().slice(0, 30))""";

    private final OneCounter counter;
    private final Watched watched;
    private final Page page;

    CounterGlass(OneHouse house, Page page) {
        this(house.arcueil, page);
    }

    CounterGlass(OneCounter counter, Page page) {
        this.counter = counter;
        this.page = page;
        this.watched = new Watched(page);
    }

    Page page() {
        return page;
    }

    Watched watched() {
        return watched;
    }

    /// Nobody is signed in, nothing lies on the scale, every plug is in.
    void comeToAnEmptyCounter() {
        counter.scale.say("PLUG");
        counter.scale.say("TAKE");
        counter.printer.say("PLUG");
        counter.printer.say("PAPER OK");
        page.navigate(counter.address("/"));
        if (shows("#operator").isVisible()) {
            tap("#operator");
        }
        assertThat(shows("main h1")).hasText("Qui êtes-vous ?");
        assertThat(tile("Awa D.")).isVisible();
    }

    void signIn(String name, String pin) {
        tile(name).tap();
        assertThat(shows(".who-card .name")).hasText(name);
        digits(pin);
        tap("#go");
        assertThat(shows("#operator")).containsText(name);
    }

    /// Awa works at the till first; a ticket that was left there is dropped.
    void signInAwa() {
        signIn("Awa D.", "2580");
        till();
        if (shows("#hold").isVisible()) {
            tap("#more");
            tap("#drop");
            assertThat(shows(".ticket .empty")).isVisible();
        }
    }

    void weighing() {
        mode("Pesée");
        assertThat(shows(".weigh")).isVisible();
    }

    void labelling() {
        mode("Étiquettes");
        assertThat(shows(".labels")).isVisible();
    }

    void till() {
        mode("Caisse");
        assertThat(shows(".till")).isVisible();
    }

    void mode(String word) {
        shows(".rail a:has-text('" + word + "')").tap();
        assertThat(shows(".rail a[aria-current=page]")).hasText(word);
    }

    Locator shows(String selector) {
        return page.locator(selector);
    }

    Locator tile(String name) {
        return page.locator(".tile", new Page.LocatorOptions().setHasText(Pattern.compile("(?<!\\p{L})" + name)));
    }

    void tap(String selector) {
        page.locator(selector).tap();
    }

    void digits(String text) {
        for (char digit : text.toCharArray()) {
            tap("[data-digit='" + digit + "']");
        }
    }

    /// Goods on the scale go to sorting (`Tri`) or onto a shelf (`Rayon`).
    void weighIn(String category, long grams, String destination) {
        weighing();
        counter.scale.say("PUT " + grams);
        tap("#destination");
        shows(".choice:has-text('" + destination + "')").tap();
        assertThat(shows("#destination")).containsText(destination);
        tile(category).tap();
        weighs(kilos(grams));
        tap("#go");
        says(category + ", " + kilos(grams) + " kg.");
        counter.scale.say("TAKE");
    }

    /// A thing on the scale gets its label.
    ///
    /// @return its code
    String label(String category, long grams, String price) {
        counter.scale.say("PUT " + grams);
        if (!shows(".labels").isVisible()) {
            labelling();
        }
        tile(category).tap();
        weighs(kilos(grams));
        digits(price);
        tap("#euro");
        assertThat(shows(".title.of small")).hasText(price + " € × 1");
        weighs(kilos(grams));
        int cuts = counter.printer.number("CUTS");
        tap("#go");
        says(category + ", " + price + " €.");
        String code = labelSeen(category + ", " + price + " €, " + kilos(grams) + " kg");
        page.waitForCondition(() -> counter.printer.number("CUTS") > cuts);
        counter.scale.say("TAKE");
        return code;
    }

    /// The main action of the screen that the main action brought. A second tap at once would be taken for a trembling
    /// finger.
    void goesOn() {
        page.waitForTimeout(700);
        tap("#go");
    }

    /// Loose goods in a grey crate come onto the list that is being scanned.
    void loose(String category, long grams) {
        tap("#loose");
        counter.scale.say("PUT " + (grams + 1_200));
        tile(category).tap();
        counter.scanner.say("C-BAC-GRIS");
        weighs(kilos(grams));
        tap("#go");
        says(category + ", " + kilos(grams) + " kg.");
        assertThat(shows("#loose")).isVisible();
        counter.scale.say("TAKE");
    }

    /// What is on the ticket is paid in cash, to the cent.
    void paysInCash(String total) {
        assertThat(shows(".ticket .sum output")).hasText(total);
        tap("#go");
        assertThat(shows(".keys .title.of")).containsText(total);
        goesOn();
        assertThat(shows(".done")).containsText("rien à rendre");
        goesOn();
        assertThat(shows(".ticket .empty")).isVisible();
    }

    /// `1,500`
    static String kilos(long grams) {
        return "%d,%03d".formatted(grams / 1_000, grams % 1_000);
    }

    /// The scale says so on the screen, in its word and its colour, and the main action may be pressed.
    void weighs(String kilos) {
        assertThat(shows("#weight .state.stable")).hasText("STABLE");
        assertThat(shows("#weight .digits.stable")).hasText(kilos + "kg");
        assertThat(shows("#go")).hasAttribute("aria-disabled", "false");
    }

    /// The main action is refused, with its reason under it, and a finger on it changes nothing.
    void mayNot(String why) {
        assertThat(shows("#go")).hasAttribute("aria-disabled", "true");
        assertThat(shows("#go-note")).hasText(why);
        shows("#go").tap(new Locator.TapOptions().setForce(true));
        assertThat(shows("#go-note")).hasText(why);
    }

    void says(String text) {
        assertThat(shows("#band")).containsText(text);
    }

    /// The code of the label whose picture stands on the screen.
    String labelSeen(String words) {
        assertThat(shows(".preview img"))
                .hasAttribute("alt", Pattern.compile(words.replaceAll("\\s", "\\\\s") + ", code .*"));
        return shows(".preview img")
                .getAttribute("alt")
                .replaceAll(".*code ", "")
                .replaceAll("\\D", "");
    }

    void unsent(int count) {
        assertThat(shows("#bar .pill.wait")).containsText(count == 1 ? "1 non envoyé" : count + " non envoyés");
    }

    void upToDate() {
        assertThat(shows("#bar .pill.ok")).containsText("À jour");
    }

    /// The state on the small and on the common glass: everybody can read it, and nothing stands beside it. A picture
    /// of
    /// it is kept for the eyes.
    void lookedAt(String state) {
        for (int[] glass : GLASSES) {
            page.setViewportSize(glass[0], glass[1]);
            watched.readByAll(state + " at " + glass[0]);
            watched.picture(state, glass[0]);
            assertEquals(List.of(), page.evaluate(BESIDE), state + " at " + glass[0]);
        }
    }

    /// A reload at this moment shows the same screen.
    void staysTheSameWhenReloaded() {
        List<String> before = standing();
        page.reload();
        List<String> after = standing();
        assertEquals(
                before.stream().filter(line -> !after.contains(line)).toList(),
                after.stream().filter(line -> !before.contains(line)).toList(),
                "what a reload changed on the screen");
    }

    private List<String> standing() {
        return ((List<?>) page.evaluate(STANDS)).stream().map(Object::toString).toList();
    }
}
