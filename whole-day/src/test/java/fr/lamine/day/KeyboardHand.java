package fr.lamine.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/// Someone at the counter with a keyboard and no pointer.
final class KeyboardHand {

    private static final int MOST_TABS = 80;

    private final Page page;
    private final Watched watched;

    KeyboardHand(Page page) {
        this.page = page;
        this.watched = new Watched(page);
    }

    Page page() {
        return page;
    }

    Watched watched() {
        return watched;
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /// The key that stands on a tile.
    void pressKeyOf(String tile) {
        String key = page.locator(".tile", new Page.LocatorOptions().setHasText(Pattern.compile("(?<!\\p{L})" + tile)))
                .locator("kbd")
                .textContent();
        press(key);
    }

    /// Digit after digit, as a hand does: each is seen before the next.
    void types(String digits) {
        for (int i = 1; i <= digits.length(); i++) {
            press(digits.substring(i - 1, i));
            assertThat(page.locator("#entry")).hasValue(digits.substring(0, i));
        }
    }

    void tabTo(String id) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (page.evaluate("document.activeElement.id").equals(id)) {
                return;
            }
            press("Tab");
        }
        Assertions.fail("no way to " + id + " by the Tab key");
    }

    void sees(String selector, String text) {
        assertThat(page.locator(selector)).containsText(text);
    }
}
