package fr.lamine.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every screen of the counter in every state, as Chromium shows it.
@Timeout(value = 12, unit = TimeUnit.MINUTES)
final class ScreensTest {

    private static final int TARGET = 64;
    private static final int LEAST_TEXT = 16;

    /// What stands wrong on the page, in words: scrolling, small targets, small or cut text.
    private static final String FAULTS = """
            ([target, least]) => {
              const faults = [], page = document.scrollingElement, root = document.querySelector('#counter');
              const name = e => (e.id ? '#' + e.id : e.tagName.toLowerCase() + '.' + e.className) + ' "' + e.textContent.trim().slice(0, 30) + '"';
              const seen = e => e.getClientRects().length > 0 && !e.closest('.sr');
              if (page.scrollHeight > innerHeight || page.scrollWidth > innerWidth) faults.push('the page scrolls');
              for (const e of root.querySelectorAll('button, a, input:not([type=hidden])')) {
                if (!seen(e)) continue;
                const r = e.getBoundingClientRect();
                if (r.width < target - .5 || r.height < target - .5) faults.push('target of ' + Math.round(r.width) + '×' + Math.round(r.height) + ': ' + name(e));
                if (r.left < -1 || r.top < -1 || r.right > innerWidth + 1 || r.bottom > innerHeight + 1) faults.push('outside: ' + name(e));
                const around = e.closest('.panel, .left, .keys, .ticket, .rail, .bar, .band')?.getBoundingClientRect();
                if (around && (r.bottom > around.bottom + 1 || r.right > around.right + 1)) faults.push('out of its box: ' + name(e));
                if (e.scrollHeight > e.clientHeight + 3 || e.scrollWidth > e.clientWidth + 3) faults.push('cut: ' + name(e));
                const middle = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
                if (middle && !e.contains(middle) && !middle.closest('.band')) faults.push('covered by ' + name(middle) + ': ' + name(e));
              }
              const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (words.nextNode()) {
                const e = words.currentNode.parentElement;
                if (!words.currentNode.textContent.trim() || !seen(e)) continue;
                if (parseFloat(getComputedStyle(e).fontSize) < least) faults.push('small text: ' + name(e));
                if (getComputedStyle(e).display !== 'inline' && e.clientHeight < parseFloat(getComputedStyle(e).fontSize) * .95) faults.push('squeezed: ' + name(e));
                const range = document.createRange();
                range.selectNodeContents(words.currentNode);
                const r = range.getBoundingClientRect();
                if (getComputedStyle(e).textOverflow !== 'ellipsis' && (r.left < 0 || r.right > innerWidth || r.top < 0 || r.bottom > innerHeight)) faults.push('words outside: ' + name(e));
                const box = e.closest('.ticket, .panel, .top, .pad, .left, main, header');
                if (box) {
                  const b = box.getBoundingClientRect();
                  if (r.bottom > b.bottom + 2 || r.right > b.right + 2 && getComputedStyle(e).textOverflow !== 'ellipsis') faults.push('words out of their box: ' + name(e));
                }
              }
              return [...new Set(faults)];
            }""";

    private static ScreenServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.open();
        server = new ScreenServer(0);
    }

    @AfterEach
    void leave() {
        browser.leavePages();
        server.posted().clear();
        server.forgetWhatWasTold();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
            browser.close();
        }
    }

    @Test
    void everyScreenFitsItsGlassAtACounterOf1366() {
        fits(1366, 768);
    }

    @Test
    void everyScreenFitsItsGlassAtACounterOf1024() {
        fits(1024, 600);
    }

    @Test
    void everyScreenFitsItsGlassOnATabletLyingDown() {
        fits(1180, 820);
    }

    @Test
    void everyScreenFitsItsGlassOnATabletHeldUpright() {
        fits(820, 1180);
    }

    @Test
    void axeFindsNothingWrongOnAnyScreenInContrastOfSevenToOne() {
        Page page = browser.page(1024, 600);
        List<String> violations = new ArrayList<>();
        page.navigate(server.address("aide"));
        for (String name : ScreenFixtures.all().keySet()) {
            show(page, name);
            Axe.counter(page).forEach(found -> violations.add(name + ": " + found));
        }
        assertEquals("", String.join("\n", violations));
    }

    @Test
    void axeSeesWhatNobodyCanRead() {
        Page page = browser.page(1024, 600);
        page.setContent(
                "<html lang=fr><title>t</title><main><h1 style='color:#999;background:#777'>Vaisselle</h1></main>");
        assertTrue(
                Axe.office(page).toString().contains("color-contrast"),
                Axe.office(page).toString());
    }

    /// As an event of the server would, without loading the page again.
    private static void show(Page page, String name) {
        page.evaluate("""
                async name => {
                  const answer = await fetch('/contenu/' + name);
                  document.querySelector('#counter').innerHTML = await answer.text();
                  await Promise.all([...document.images].map(image => image.decode()));
                }""", name);
    }

    private static void fits(int width, int height) {
        Page page = browser.page(width, height);
        List<String> console = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                console.add(message.text());
            }
        });
        List<String> faults = new ArrayList<>();
        page.navigate(server.address("aide"));
        for (String name : ScreenFixtures.all().keySet()) {
            show(page, name);
            page.evaluate("document.fonts.ready.then(() => true)");
            Object found = page.evaluate(FAULTS, List.of(TARGET, LEAST_TEXT));
            ((List<?>) found).forEach(fault -> faults.add(name + ": " + fault));
        }
        assertEquals("", String.join("\n", faults));
        assertEquals(List.of(), console, "the console of the browser");
    }

    @Test
    void aWedgeScanIsPostedFromAnywhereAndNeverLandsInAField() {
        Page page = browser.page(1366, 768);
        for (String name : List.of("caisse", "pesee-recherche", "etiquettes-prix", "connexion-code")) {
            page.navigate(server.address(name));
            server.posted().clear();
            String before = fields(page);
            scan(page, "2041010000412");
            page.waitForCondition(() -> !server.posted().isEmpty());
            assertEquals(List.of("/scan code=2041010000412"), server.posted(), name);
            assertEquals(before, fields(page), name);
        }
    }

    @Test
    void aBurstInAFocusedFieldIsAScanWhetherEnterOrTabEndsIt() {
        Page page = browser.page(1366, 768);
        page.navigate(server.address("appareils-plaque"));
        for (String end : List.of("Enter", "Tab")) {
            server.posted().clear();
            page.locator("#name").focus();
            scan(page, "éà'&à&àààà'&é", end);
            page.waitForCondition(() -> !server.posted().isEmpty());
            assertTrue(server.posted().getFirst().startsWith("/scan code="), end + " " + server.posted());
            assertEquals("Balance au sol", page.locator("#name").inputValue(), end);
            settled(page);
        }
    }

    @Test
    void theRawFramesAreHeldWhileSomebodyReads() {
        Page page = browser.page(1366, 768);
        page.navigate(server.beside("/trames"));
        assertEquals(List.of(), Axe.counter(page));
        server.tell("lignes", "<p class=\"empty\">un</p>");
        page.waitForCondition(() -> page.locator("#lines").innerText().equals("un"));
        page.locator("#pause").click();
        server.tell("lignes", "<p class=\"empty\">deux</p>");
        page.waitForTimeout(300);
        assertEquals("un", page.locator("#lines").innerText());
        page.locator("#pause").click();
        server.tell("lignes", "<p class=\"empty\">trois</p>");
        page.waitForCondition(() -> page.locator("#lines").innerText().equals("trois"));
    }

    @Test
    void aHandThatTypesSlowlyIsNotAScanner() {
        Page page = browser.page(1366, 768);
        page.navigate(server.address("caisse"));
        server.posted().clear();
        for (String key : List.of("1", "2", ",", "5", "0")) {
            page.keyboard().press(key);
            page.waitForTimeout(80);
        }
        assertEquals("12,50", page.locator("#entry").inputValue());
        page.keyboard().press("/");
        page.waitForCondition(() -> !server.posted().isEmpty());
        assertEquals("/caisse/prix token=fixture&entry=12%2C50", server.posted().getFirst());
    }

    @Test
    void theWholeTillIsReachedFromTheKeyboard() {
        Page page = browser.page(1366, 768);
        page.navigate(server.address("caisse"));
        server.posted().clear();
        page.keyboard().press("F4");
        page.waitForCondition(() -> server.posted().size() == 1);
        settled(page);
        page.keyboard().press("Enter");
        page.waitForCondition(() -> server.posted().size() == 2);
        assertEquals(
                "/caisse/categorie token=fixture&entry=&category=livre",
                server.posted().get(0));
        assertTrue(
                server.posted().get(1).startsWith("/caisse/encaisser token=fixture"),
                server.posted().get(1));
        settled(page);
        page.keyboard().press("ArrowDown");
        assertEquals("BUTTON", page.evaluate("document.activeElement.tagName"));
    }

    @Test
    void theMainActionDoesNothingWhileItIsNotAllowed() {
        Page page = browser.page(1366, 768);
        page.navigate(server.address("pesee-bouge"));
        server.posted().clear();
        page.locator("#go").click(new com.microsoft.playwright.Locator.ClickOptions().setForce(true));
        page.keyboard().press("Enter");
        page.keyboard().press("F1");
        page.waitForCondition(() -> !server.posted().isEmpty());
        assertEquals(
                "/pesee/categorie token=fixture&category=meuble",
                server.posted().getFirst());
        assertFalse(server.posted().stream().anyMatch(p -> p.startsWith("/pesee/enregistrer")));
    }

    @Test
    void aNumberThatWasTypedAndNotUsedHoldsTheTillBack() {
        Page page = browser.page(1366, 768);
        page.navigate(server.address("caisse-ligne"));
        page.keyboard().press("5");
        page.waitForTimeout(120);
        page.keyboard().press("Enter");
        page.waitForCondition(() -> page.locator("#go-note").innerText().contains("attend"));
        page.keyboard().press("*");
        page.waitForCondition(() -> !server.posted().isEmpty());
        assertEquals("/caisse/quantite token=fixture&entry=5", server.posted().getFirst());
    }

    @Test
    void theSecondHalfOfADoubleClickPressesNothing() {
        Page page = browser.page(1366, 768);
        page.navigate(server.address("caisse"));
        server.posted().clear();
        page.locator("#go").dblclick();
        page.waitForTimeout(300);
        assertEquals(1, server.posted().size(), server.posted().toString());
    }

    @Test
    void anOlderDrawingOfTheStreamNeverCoversANewerOne() {
        Page page = browser.page(1366, 768);
        page.navigate(server.address("caisse"));
        server.tell("screen", server.drawn("pesee", 7));
        server.tell("screen", server.drawn("etiquettes-prix", 6));
        // the page hears the stream in order: once this stands there, the older drawing has come and gone
        server.tell("bar", "<b id=\"heard\">heard</b>");
        page.locator("#heard").waitFor();
        assertEquals("7", shown(page));
        server.tell("screen", server.drawn("etiquettes-prix", 8));
        page.locator("[data-drawn='8']").waitFor();
    }

    @Test
    void anAnswerThatWasDrawnBeforeTheStreamsScreenDoesNotCoverIt() {
        Page page = browser.page(1366, 768);
        page.navigate(server.address("caisse"));
        server.tell("screen", server.drawn("caisse", 7));
        page.locator("[data-drawn='7']").waitFor();
        page.evaluate("""
                () => new Promise(done => {
                  document.addEventListener('htmx:afterOnLoad', () => done(true), { once: true });
                  document.querySelector('[data-hot="F4"]').click();
                })""");
        assertEquals(1, server.posted().size());
        assertEquals("7", shown(page), "the answer's drawing has no number, as if it were the first");
    }

    private static String shown(Page page) {
        return page.locator("[data-drawn]").getAttribute("data-drawn");
    }

    @Test
    void aReloadShowsTheSameScreen() {
        Page page = browser.page(1366, 768);
        for (String name : List.of("pesee-provenance", "caisse-paiement", "connexion-faux")) {
            page.navigate(server.address(name));
            String first = page.locator("main").innerText();
            page.reload();
            assertEquals(first, page.locator("main").innerText());
        }
    }

    private static void settled(Page page) {
        page.waitForCondition(() -> page.locator(".htmx-request").count() == 0);
    }

    private static String fields(Page page) {
        return page.evaluate("[...document.querySelectorAll('input')].map(e => e.name + '=' + e.value).join('&')")
                .toString();
    }

    /// As a wedge does: keys without a pause, then Enter, each of which the page keeps from the field.
    private static void scan(Page page, String text) {
        scan(page, text, "Enter");
    }

    private static void scan(Page page, String text, String end) {
        Object leaked = page.evaluate("""
                ([text, end]) => [...text, end].filter(key => (document.activeElement ?? document.body).dispatchEvent(
                  new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))).length""", List.of(text, end));
        assertEquals(0, leaked, "keys that went on to the page");
    }
}
