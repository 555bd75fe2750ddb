package fr.lamine.day;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// For the eyes: `main` plays on the table of a house of its own and puts pictures of it into `target/screens`.
final class TablePreview {

    private static final Path FOLDER = Path.of("target", "screens");

    private TablePreview() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        try (OneHouse house = new OneHouse();
                Browser browser = Browser.open()) {
            CounterGlass glass = new CounterGlass(house, browser.touched(1366, 768));
            Page table = glass.page().context().newPage();
            table.navigate(house.counter("/table"));
            picture(table, "empty", 1366, 768);
            glass.comeToAnEmptyCounter();
            glass.signInAwa();
            play(glass, table);
            picture(table, "played", 1366, 768);
            picture(table, "played", 1180, 820);
            picture(table, "played", 820, 1180);
            picture(table, "played", 600, 900);
            table.setViewportSize(1366, 768);
            for (String knob : List.of("balance-UNPLUGGED", "balance-OVERLOAD", "imprimante-COVER_OPEN")) {
                press(table, knob);
            }
            press(table, "imprimante-UNPLUGGED");
            table.fill("#kilos", "lourd");
            press(table, "put-typed");
            press(table, "lecteur-UNPLUGGED");
            press(table, "card-0");
            picture(table, "faults", 1366, 768);
            glass.weighing();
            picture(glass.page(), "counter", 1366, 768);
            picture(glass.page(), "counter", 1024, 600);
            browser.leavePages();
        }
    }

    private static void play(CounterGlass glass, Page table) {
        for (String thing : List.of("CHAIR", "LAMP", "BOOKS")) {
            press(table, "put-" + thing);
        }
        glass.labelling();
        for (String category : List.of("Jouets", "Livres")) {
            glass.tile(category).tap();
            glass.shows(".prices button").nth(1).tap();
            glass.page()
                    .waitForCondition(() -> "false".equals(glass.shows("#go").getAttribute("aria-disabled")));
            glass.tap("#go");
            glass.says(category);
        }
        glass.till();
        glass.tile("Livres").tap();
        glass.shows(".prices button").nth(1).tap();
        glass.tap("#go");
        glass.shows(".prices button").first().tap();
        glass.tap("#receipt");
        glass.page().waitForTimeout(1_500);
    }

    private static void press(Page table, String button) {
        table.click("#" + button);
        table.waitForTimeout(300);
    }

    private static void picture(Page page, String name, int width, int height) {
        page.setViewportSize(width, height);
        page.evaluate("document.fonts.ready.then(() => true)");
        page.waitForTimeout(600);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(width < 1300)
                .setPath(FOLDER.resolve("table-" + name + "-" + width + ".png")));
    }
}
