package fr.lamine.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/// The table of the emulated devices under a finger, in a window of its own beside the counter.
final class TableGlass {

    private static final String OUT_OF_REACH = """
            () => {
              const faults = [];
              const name = e => (e.id ? '#' + e.id : e.className) + ' "' + e.textContent.trim().slice(0, 30) + '"';
              if (document.scrollingElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
              if (innerWidth === 1366 && document.scrollingElement.scrollHeight > innerHeight) faults.push('the page scrolls');
              for (const e of document.querySelectorAll('button, input:not([type=hidden]), select')) {
                const r = e.getBoundingClientRect();
                if (r.width < 63.5 || r.height < 63.5) faults.push('target of ' + Math.round(r.width) + '×' + Math.round(r.height) + ': ' + name(e));
                if (e.scrollWidth > e.clientWidth + 3 && !e.matches('.sheet-small')) faults.push('cut: ' + name(e));
              }
              for (const e of document.querySelectorAll('body *'))
                if (e.childElementCount === 0 && e.textContent.trim() && parseFloat(getComputedStyle(e).fontSize) < 16) faults.push('small text: ' + name(e));
              return faults;
            }""";

    private final Page page;
    private final Watched watched;

    /// Opened as people open it: by the link at the top of the counter.
    TableGlass(CounterGlass counter) {
        page = counter.page().waitForPopup(() -> counter.tap(".to-table"));
        watched = new Watched(page);
        assertThat(page.locator(".stamp")).hasText("FACTICE");
    }

    Watched watched() {
        return watched;
    }

    Locator shows(String selector) {
        return page.locator(selector);
    }

    void tap(String id) {
        page.locator("#" + id).tap();
    }

    /// What the scale itself shows.
    void displays(String digits) {
        assertThat(page.locator("#lcd output")).hasText(digits);
    }

    BufferedImage newestLabel() {
        String address = page.locator(".sheet-small img").first().getAttribute("src");
        Object dots = page.evaluate("""
                async address => {
                  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
                  return [...bytes];
                }""", address);
        List<?> numbers = (List<?>) dots;
        byte[] png = new byte[numbers.size()];
        for (int i = 0; i < png.length; i++) {
            png[i] = ((Number) numbers.get(i)).byteValue();
        }
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nothing is too small, cut or beside the glass, and axe has nothing to say.
    void everythingIsInReachAt(int width, int height) {
        page.setViewportSize(width, height);
        page.evaluate("document.fonts.ready.then(() => true)");
        assertEquals(List.of(), page.evaluate(OUT_OF_REACH), "at " + width + "×" + height);
        watched.readByAll("the table at " + width);
    }
}
