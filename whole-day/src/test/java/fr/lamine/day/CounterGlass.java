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

    private final OneHouse house;
    private final Watched watched;
    private final Page page;

    CounterGlass(OneHouse house, Page page) {
        this.house = house;
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
        house.scale.say("PLUG");
        house.scale.say("TAKE");
        house.printer.say("PLUG");
        house.printer.say("PAPER OK");
        page.navigate(house.counter("/"));
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

    private void mode(String word) {
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
