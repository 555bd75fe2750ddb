package fr.lamine.day;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The page that a controller is shown, as Chromium shows it; it may scroll downwards.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class ControlScreenTest {

    private static final String FAULTS = """
            () => {
              const faults = [];
              if (document.scrollingElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
              for (const e of document.querySelectorAll('button, a, select')) {
                const r = e.getBoundingClientRect();
                if (r.height < 63.5 || r.width < 63.5) faults.push('target of ' + Math.round(r.width) + '×' + Math.round(r.height) + ': ' + e.textContent);
              }
              for (const e of document.querySelectorAll('main *')) {
                if (parseFloat(getComputedStyle(e).fontSize) < 16) faults.push('small text: ' + e.textContent);
              }
              return [...new Set(faults)];
            }""";

    @Test
    void thePageOfAControllerFitsAndAxeFindsNothingWrong() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Browser browser = Browser.open();
                ScreenServer server = new ScreenServer(0)) {
            for (int[] glass : new int[][] {{1366, 768}, {1024, 600}, {820, 1180}}) {
                Page page = browser.page(glass[0], glass[1]);
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error")) {
                        wrong.add(message.text());
                    }
                });
                page.navigate(server.control());
                page.evaluate("document.fonts.ready.then(() => true)");
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "control-" + glass[0] + ".png")));
                ((List<?>) page.evaluate(FAULTS)).forEach(fault -> wrong.add(glass[0] + ": " + fault));
                wrong.addAll(Axe.counter(page));
            }
            browser.leavePages();
        }
        assertEquals("", String.join("\n", wrong));
    }
}
