package fr.lamine.day;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// For the eyes: `main` without arguments serves every screen on port 8099; with `pictures [name…]` it puts pictures of
/// them at all four sizes into `target/screens`.
final class ScreensPreview {

    private record Size(int width, int height) {}

    private static final List<Size> SIZES =
            List.of(new Size(1366, 768), new Size(1024, 600), new Size(1180, 820), new Size(820, 1180));

    private ScreensPreview() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        if (words.isEmpty()) {
            new ScreenServer(8099);
            Thread.currentThread().join();
        }
        Path folder = Files.createDirectories(Path.of("target", "screens"));
        try (ScreenServer server = new ScreenServer(0);
                Browser browser = Browser.open()) {
            for (Size size : SIZES) {
                Page page = browser.page(size.width(), size.height());
                for (String name : ScreenFixtures.all().keySet()) {
                    if (words.size() == 1 || words.contains(name)) {
                        page.navigate(server.address(name));
                        page.evaluate("document.fonts.ready.then(() => true)");
                        page.waitForTimeout(page.querySelector("photo-camera") == null ? 0 : 1_500);
                        page.screenshot(new Page.ScreenshotOptions()
                                .setPath(folder.resolve(name + "-" + size.width() + ".png")));
                    }
                }
            }
        }
    }
}
