package fr.lamine.day;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import fr.lamine.pos.web.view.CustomerView;
import fr.lamine.pos.web.view.CustomerView.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The customer's own screen on the glasses it is seen on: read at two metres, so nothing on it is small.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class CustomerScreenTest {

    private static final int LEAST_TEXT = 22;

    private static final String FAULTS = """
            least => {
              const faults = [], page = document.scrollingElement;
              if (page.scrollWidth > innerWidth || page.scrollHeight > innerHeight) faults.push('the page scrolls');
              if (document.querySelector('button, a, input, form')) faults.push('something to touch');
              const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (words.nextNode()) {
                const e = words.currentNode.parentElement;
                if (!words.currentNode.textContent.trim()) continue;
                if (parseFloat(getComputedStyle(e).fontSize) < least) faults.push('small text: ' + e.textContent);
                const range = document.createRange();
                range.selectNodeContents(words.currentNode);
                const r = range.getBoundingClientRect(), box = e.closest('section, header').getBoundingClientRect();
                const cut = getComputedStyle(e).textOverflow === 'ellipsis' || e.matches('.name');
                if (!cut && (r.left < 0 || r.right > innerWidth || r.top < box.top - 2 || r.bottom > box.bottom + 2)) faults.push('words outside: ' + e.textContent);
              }
              return [...new Set(faults)];
            }""";

    static Map<String, CustomerView> views() {
        Map<String, CustomerView> views = new LinkedHashMap<>();
        views.put("bienvenue", view(new CustomerView.Welcome()));
        views.put(
                "panier",
                view(new CustomerView.Basket(
                        Optional.of(new Line("Veste en jean", "", "6,00\u202f€")),
                        "10 articles",
                        "18,00\u202f€",
                        Optional.empty())));
        views.put(
                "panier-long",
                view(new CustomerView.Basket(
                        Optional.of(new Line(
                                "Service de table complet pour douze personnes, faïence décorée",
                                "120 × 12,50\u202f€",
                                "1\u202f500,00\u202f€")),
                        "123 articles",
                        "1\u202f518,00\u202f€",
                        Optional.of("1\u202f018,00\u202f€"))));
        views.put("rendre", view(new CustomerView.Back("12,50\u202f€")));
        views.put("carte", view(new CustomerView.Card("1\u202f018,00\u202f€")));
        views.put("instant", view(new CustomerView.Moment()));
        views.put("merci", view(new CustomerView.Thanks("18,00\u202f€", Optional.of("2,00\u202f€"))));
        views.put("merci-juste", view(new CustomerView.Thanks("1\u202f018,00\u202f€", Optional.empty())));
        return views;
    }

    private static CustomerView view(CustomerView.Shown shown) {
        return new CustomerView("Arcueil", true, shown);
    }

    @Test
    void everythingIsLargeInsideAndReadableOnEachGlass() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Browser browser = Browser.open();
                ScreenServer server = new ScreenServer(0)) {
            for (int[] glass : new int[][] {{1366, 768}, {1024, 600}, {800, 480}}) {
                Page page = browser.page(glass[0], glass[1]);
                for (String name : views().keySet()) {
                    page.navigate(server.beside("/client/" + name));
                    page.evaluate("document.fonts.ready.then(() => true)");
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "client-" + name + "-" + glass[0] + ".png")));
                    String where = name + " at " + glass[0] + ": ";
                    ((List<?>) page.evaluate(FAULTS, LEAST_TEXT)).forEach(fault -> wrong.add(where + fault));
                    Axe.counter(page).forEach(found -> wrong.add(where + found));
                }
            }
            browser.leavePages();
        }
        assertEquals("", String.join("\n", wrong));
    }
}
