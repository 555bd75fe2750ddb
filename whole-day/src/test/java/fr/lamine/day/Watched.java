package fr.lamine.day;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.imageio.ImageIO;

/// A page whose complaints are kept: errors of the console and of scripts, violations of its content security policy,
/// and what axe finds.
final class Watched {

    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Watched(Page page) {
        this.page = page;
        page.context().addInitScript("""
                document.addEventListener('securitypolicyviolation',
                  e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + (e.target.outerHTML ?? '').slice(0, 200)));""");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.location() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
    }

    Page page() {
        return page;
    }

    List<String> complaints() {
        return complaints;
    }

    /// As the counter is held to: contrast of seven to one.
    void readByAll(String state) {
        axe(state, Axe::counter);
    }

    /// A part of the page as eyes see it. Left to itself, the driver hides carets by style attributes.
    BufferedImage seen(Locator part) {
        try {
            return ImageIO.read(new ByteArrayInputStream(
                    part.screenshot(new Locator.ScreenshotOptions().setCaret(ScreenshotCaret.INITIAL))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void readInTheOffice(String state) {
        axe(state, Axe::office);
    }

    /// Kept for the eyes.
    void picture(String state, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setCaret(ScreenshotCaret.INITIAL)
                .setPath(Path.of("target", "journeys", state.replaceAll("[^a-z0-9]+", "-") + "-" + width + ".png")));
    }

    private void axe(String state, Function<Page, List<String>> look) {
        page.evaluate("document.fonts.ready.then(() => true)");
        look.apply(page).forEach(found -> complaints.add("axe, " + state + ": " + found));
    }
}
