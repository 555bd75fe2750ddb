package fr.lamine.day;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// The Chromium of this machine, driven by tests. Without one, tests are left out loudly; with `CI=true` they fail.
final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--mute-audio",
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--autoplay-policy=no-user-gesture-required");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(FLAGS));
    }

    /// Ends the calling test as skipped, or as failed under CI, when there is no Chromium.
    static Browser open() {
        Optional<Path> executable = find();
        if (executable.isEmpty()) {
            String lack = "LEFT OUT: no Chromium on the PATH. Install it, for instance: apt-get install chromium";
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(lack);
            }
            System.err.println("\n*** " + lack + " ***\n");
            Assumptions.abort(lack);
        }
        return new Browser(executable.orElseThrow());
    }

    static Optional<Path> find() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A page of its own, as a counter of that size shows it.
    Page page(int width, int height) {
        return page(width, height, false);
    }

    /// The same under fingers.
    Page touched(int width, int height) {
        return page(width, height, true);
    }

    private Page page(int width, int height, boolean touch) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(touch)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("fr-FR"));
        return context.newPage();
    }

    /// Empties every page opened so far, so that none goes on asking the server after its test. (Closing a context can
    /// wait for ever; a navigation cannot.)
    void leavePages() {
        chromium.contexts().forEach(context -> context.pages().forEach(page -> page.navigate("about:blank")));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
