package fr.lamine.day;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// For the eyes: `main` with the address of a running demo puts pictures of its table into `target/screens`.
final class TablePreview {

    private TablePreview() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screens"));
        try (Browser browser = Browser.open()) {
            if (arguments.length > 2) {
                act(browser.page(1366, 768), arguments[0]);
            }
            for (int[] size : new int[][] {{1366, 768}, {1180, 820}, {820, 1180}, {600, 900}}) {
                Page page = browser.page(size[0], size[1]);
                page.navigate(arguments[0] + "/table");
                page.evaluate("document.fonts.ready.then(() => true)");
                page.waitForTimeout(600);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(size[0] < 1300)
                        .setPath(folder.resolve("table-" + arguments[1] + "-" + size[0] + ".png")));
            }
        }
    }

    private static void act(Page page, String counter) {
        page.navigate(counter + "/");
        if (page.locator("#operator").count() == 0) {
            page.locator(".tile", new Page.LocatorOptions().setHasText("Awa")).click();
            for (String digit : "2468".split("")) {
                page.click("[data-digit='" + digit + "']");
            }
            page.click("#go");
        }
        Page table = page.context().newPage();
        table.navigate(counter + "/table");
        for (String thing : new String[] {"CHAIR", "LAMP", "BOOKS"}) {
            table.click("#put-" + thing);
            table.waitForTimeout(300);
        }
        page.waitForTimeout(700);
        for (String price : new String[] {"1,00", "2,00", "3,00"}) {
            page.click(".rail a:has-text('Étiquettes')");
            page.click(".tile:has-text('Jouets')");
            page.locator(".prices button").nth(1).click();
            page.click("#go");
            page.waitForTimeout(500);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/table-counter.png")));
    }
}
