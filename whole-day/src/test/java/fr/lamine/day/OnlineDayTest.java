package fr.lamine.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An online order that loses to the till: published with a photograph, ordered from home, sold offline to the customer
/// who stands there, and seen to by a manager.
final class OnlineDayTest {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int[][] GLASSES = {{1366, 768}, {800, 1_280}, {390, 844}};

    private final List<String> wrong = new ArrayList<>();

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void anOrderLosesToTheTillAndAManagerSeesToIt() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        try (OneHouse house = new OneHouse();
                Browser browser = Browser.open()) {
            CounterGlass glass = new CounterGlass(house, patient(browser.touched(1366, 768)));
            Page page = patient(browser.page(1366, 768));
            OfficeDesk office = new OfficeDesk(house, page);
            glass.comeToAnEmptyCounter();
            glass.upToDate();
            glass.signInAwa();
            String lamp = label(house, glass);
            office.signInLea();

            publish(office, page, lamp);
            order(office, page, lamp);
            look(office, page, "/en-ligne/preparation", "à préparer");
            assertThat(page.locator("main table")).containsText("Petit électro");

            glass.till();
            glass.page().waitForCondition(() -> asks(house, glass, lamp));
            house.closeOffice();
            assertThat(glass.shows(".ask")).containsText("est réservé en ligne (LABEL-EMMAUS)");
            glass.watched().readByAll("a thing that somebody online waits for");
            glass.tap("#go");
            assertThat(glass.shows(".ticket .sum output")).hasText("8,00 €");
            glass.tap("#go");
            glass.shows(".prices button:has-text('10,00')").first().tap();
            assertThat(glass.shows(".done output")).hasText("2,00 €");
            house.openOffice();
            glass.upToDate();

            seeTo(office, page, lamp);
            wrong.addAll(office.watched().complaints());
            glass.watched().complaints().stream()
                    .filter(complaint -> !complaint.contains("ERR_CONNECTION"))
                    .forEach(wrong::add);
            browser.leavePages();
        }
        assertEquals("", String.join("\n", wrong));
    }

    private static Page patient(Page page) {
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    /// @return the code of a lamp of 8,00 €
    private static String label(OneHouse house, CounterGlass glass) {
        house.scale.say("PUT 1500");
        glass.labelling();
        glass.tile("Petit électro").tap();
        glass.weighs("1,500");
        glass.shows(".prices button:has-text('8,00')").tap();
        assertThat(glass.shows(".title.of small")).hasText("8,00 € × 1");
        glass.tap("#go");
        String code = glass.labelSeen("Petit électro, 8,00 €, 1,500 kg");
        house.scale.say("TAKE");
        glass.upToDate();
        return code;
    }

    /// A scan asks only once the office has told the till; until then the ticket is dropped again.
    private static boolean asks(OneHouse house, CounterGlass glass, String code) {
        house.scanner.say(code);
        glass.page()
                .waitForCondition(() -> glass.shows(".ask").isVisible()
                        || glass.shows(".ticket li .price").isVisible());
        if (glass.shows(".ask").isVisible()) {
            return true;
        }
        glass.tap("#more");
        glass.tap("#drop");
        assertThat(glass.shows(".ticket .empty")).isVisible();
        return false;
    }

    private void publish(OfficeDesk office, Page page, String lamp) throws IOException {
        look(office, page, "/en-ligne", "rien en ligne");
        page.fill("[name=code]", lamp);
        page.click("main .filters button");
        assertThat(page.locator("[name=mass]")).hasValue("1,500");
        assertThat(page.locator("[name=price]")).hasValue("8,00");
        page.fill("[name=title]", "Lampe de bureau orientable");
        page.fill("[name=description]", "Années 1960, marche.\nUne éraflure sur le pied.");
        page.fill("[name=price]", "24,00");
        page.setInputFiles("#camera", new FilePayload("IMG_1.png", "image/png", picture()));
        assertThat(page.locator("#shown img")).hasCount(1);
        here(office, page, "publier");
        page.click("form.publish button.button:has-text('Publier')");
        assertThat(page.locator("main table")).containsText("Lampe de bureau orientable");
        assertThat(page.locator("main table img")).hasJSProperty("naturalWidth", 640);
        here(office, page, "annonces");
    }

    private void order(OfficeDesk office, Page page, String lamp) {
        office.open("/en-ligne/import");
        page.fill("[name=text]", """
                canal;commande;date;acheteur;code;prix;port
                LABEL-EMMAUS;A1;23/11/2026;ACH-9;%s;24,00;4,50
                LABEL-EMMAUS;A2;hier;;%s;24,00;4,50
                """.formatted(lamp, lamp));
        page.click("button[value=look]");
        assertThat(page.locator(".import")).containsText("Ligne 3");
        assertThat(page.locator(".import")).containsText("Nouvelle.");
        here(office, page, "import");
        page.click("button[value=take]");
        assertThat(page.locator(".import")).containsText("Enregistrée.");
        look(office, page, "/en-ligne/commandes", "commandes");
    }

    private void seeTo(OfficeDesk office, Page page, String lamp) {
        look(office, page, "/ecarts", "écarts");
        assertThat(page.locator("main .inbox")).containsText("Commande en ligne à rattraper");
        look(office, page, "/en-ligne/commandes/LABEL-EMMAUS/A1", "commande à rattraper");
        assertThat(page.locator("main table")).containsText("À rattraper");
        page.fill("[name=reason]", "Vendue en caisse, remboursée");
        page.click("button:has-text('Annuler la commande')");
        assertThat(page.locator("main .answer")).containsText("Annulée");
        look(office, page, "/en-ligne/versements", "versements");
        office.open("/ecarts");
        assertEquals(0, page.locator("main .inbox li:has-text('en ligne')").count(), "seen to");
        office.open("/articles/" + lamp);
        for (String told : List.of("Publié en ligne", "Commande en ligne", "Commande annulée")) {
            assertTrue(page.content().contains(told), told);
        }
    }

    private void look(OfficeDesk office, Page page, String path, String name) {
        office.open(path);
        here(office, page, name);
    }

    /// The page as it stands, on each glass.
    private void here(OfficeDesk office, Page page, String name) {
        for (int[] glass : GLASSES) {
            page.setViewportSize(glass[0], glass[1]);
            office.watched().readInTheOffice(name + " " + glass[0]);
            ((List<?>) page.evaluate(OfficeScreensTest.FAULTS))
                    .forEach(fault -> wrong.add(glass[0] + " " + name + ": " + fault));
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(
                            "target", "online", name.replaceAll("[^a-zà-é0-9]+", "-") + "-" + glass[0] + ".png")));
        }
        page.setViewportSize(1366, 768);
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x2f, 0x6f, 0x6a));
        pen.fillRect(0, 0, 640, 480);
        pen.setColor(Color.ORANGE);
        pen.fillOval(220, 90, 200, 200);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
