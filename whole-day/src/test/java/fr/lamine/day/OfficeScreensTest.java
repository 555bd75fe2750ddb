package fr.lamine.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The office's pages of closings, of the tills' settings and of things, as Chromium shows them on a desk, a tablet and
/// a phone.
@Timeout(value = 8, unit = TimeUnit.MINUTES)
final class OfficeScreensTest {

    private static final List<String> SETTINGS = List.of(
            "/reglages/caisse",
            "/reglages/caisse/structure",
            "/reglages/caisse/seuils",
            "/reglages/caisse/tva",
            "/reglages/caisse/prix",
            "/reglages/caisse/campagnes",
            "/reglages/caisse/anciennete",
            "/reglages/caisse/articles",
            "/reglages/caisse/garantie",
            "/reglages/caisse/historique");

    private static final List<String> THINGS = List.of(
            "/articles",
            "/planches",
            "/transferts",
            "/inventaires",
            "/en-ligne",
            "/en-ligne/versements",
            "/en-ligne/acces",
            "/reglages/caisse/lieux");

    static final String FAULTS = """
            () => {
              const faults = [];
              if (document.scrollingElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
              for (const e of document.querySelectorAll('main button, main a.button, main input:not([type=hidden]), main select')) {
                const r = (e.type === 'checkbox' ? e.closest('label') : e).getBoundingClientRect();
                if (r.width < 24 || r.height < 24) faults.push('target of ' + Math.round(r.width) + '×' + Math.round(r.height) + ': ' + (e.name || e.textContent));
              }
              return [...new Set(faults)];
            }""";

    @Test
    void closingsAndSettingsAreReadByAllAndSetFromTheKeyboard() throws Exception {
        List<String> wrong = new ArrayList<>();
        try (OneHouse house = new OneHouse();
                Browser browser = Browser.open()) {
            Page page = browser.page(1366, 768);
            OfficeDesk office = new OfficeDesk(house, page);
            office.signInLea();
            house.tradeAndClose();
            office.open("/clotures");
            page.waitForCondition(() -> {
                page.reload();
                return page.locator("main td a").count() > 0;
            });
            String closing = page.locator("main td a").first().getAttribute("href");
            byKeyboard(office, page);
            List<String> all = new ArrayList<>(List.of("/ventes", "/clotures", closing, "/clotures/ecritures"));
            all.addAll(SETTINGS);
            all.addAll(THINGS);
            office.signInAdmin();
            for (int[] glass : new int[][] {{1366, 768}, {800, 1280}, {390, 844}}) {
                page.setViewportSize(glass[0], glass[1]);
                for (String path : all) {
                    office.open(path);
                    ((List<?>) page.evaluate(FAULTS)).forEach(fault -> wrong.add(glass[0] + " " + path + ": " + fault));
                    page.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(
                                    "target", "office", path.replaceAll("[^a-z0-9]+", "-") + "-" + glass[0] + ".png")));
                }
            }
            wrong.addAll(office.watched().complaints());
            browser.leavePages();
        }
        assertEquals("", String.join("\n", wrong));
    }

    /// A campaign from the first key to the last, without a pointer.
    private static void byKeyboard(OfficeDesk office, Page page) {
        office.open("/reglages/caisse/campagnes");
        page.focus("main form.policy input[name=name]");
        page.keyboard().type("Samedi à −50 %");
        page.keyboard().press("Tab");
        page.keyboard().type("50");
        page.keyboard().press("Tab");
        page.locator("main form.policy input[name=from]").fill("2026-12-05");
        page.locator("main form.policy input[name=to]").fill("2026-12-24");
        page.focus("main form.policy input[value=SATURDAY]");
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        page.waitForURL("**/campagnes?fait=oui");
        assertTrue(page.locator("main .done").innerText().contains("Enregistré."));
        assertTrue(page.locator("main table").innerText().contains("samedi"));
    }
}
