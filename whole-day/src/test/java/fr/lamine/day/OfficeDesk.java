package fr.lamine.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.lamine.model.sale.Tender;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A manager's browser in the office.
final class OfficeDesk {

    private static final Pattern SUM = Pattern.compile("<data class=\"sum\" value=\"(-?[0-9]+)\"");

    /// Addresses of the links around figures, each with its figure.
    private static final String FIGURES = """
            () => [...document.querySelectorAll('main a:has(data)')]
              .map(a => [a.getAttribute('href'), a.querySelector('data').getAttribute('value')])""";

    private static final int[][] GLASSES = {{1_366, 900}, {390, 844}};

    private final OneHouse house;
    private final Page page;
    private final Watched watched;

    /// What the books say of Arcueil in this month, in grams and cents, and of the journal of its counter.
    record Books(long in, long sold, long stock, long cash, long facts) {
        Books plus(Books more) {
            return new Books(in + more.in, sold + more.sold, stock + more.stock, cash + more.cash, facts + more.facts);
        }
    }

    OfficeDesk(OneHouse house, Page page) {
        this.house = house;
        this.page = page;
        this.watched = new Watched(page);
    }

    Watched watched() {
        return watched;
    }

    void signInLea() {
        page.navigate(house.office("/"));
        page.fill("[name=login]", "lea");
        page.fill("[name=password]", "demo-lea");
        page.click("text=Entrer");
        assertThat(page.locator(".me")).containsText("Léa M.");
    }

    void signInAdmin() {
        page.navigate(house.office("/connexion"));
        page.fill("[name=login]", "admin");
        page.fill("[name=password]", "demo-admin");
        page.click("text=Entrer");
        assertThat(page.locator(".me")).containsText("Administration");
    }

    void open(String path) {
        page.navigate(house.office(path));
        watched.readInTheOffice(path);
    }

    void back() {
        page.goBack();
    }

    Locator shows(String selector) {
        return page.locator(selector);
    }

    Books books() {
        page.navigate(house.office("/rapprochement?site=ARCUEIL"));
        long in = figure("tfoot data[data-column=in]");
        long sold = figure("tfoot data[data-column=sold]");
        long stock = figure("tfoot data[data-column=end]");
        long cash = figure("data[data-tender=CASH]");
        page.navigate(house.office("/terminaux"));
        String facts = page.locator("a[href^='/faits/901/']").first().innerText();
        return new Books(in, sold, stock, cash, Long.parseLong(facts.replaceAll("\\D", "")));
    }

    /// What stands in a place of Arcueil, in grams.
    long stock(String category, String area) {
        return stock("ARCUEIL", category, area);
    }

    /// @param area empty for all places of the site
    long stock(String site, String category, String area) {
        page.navigate(house.office("/stock?site=" + site));
        return figure("tr[data-category='" + category + "'] data[data-area='" + area + "']");
    }

    /// A total of the reconciliation of this month, such as `in`, `sold`, `transfer`, `adjustment` or `end`, in grams.
    long total(String site, String column) {
        page.navigate(house.office("/rapprochement?site=" + site));
        return figure("tfoot data[data-column=" + column + "]");
    }

    /// What waits for a manager, each in its words.
    List<String> discrepancies() {
        open("/ecarts");
        return page.locator("main .inbox li").allInnerTexts();
    }

    /// Every button and field can be met by a finger, and everybody can read the page, on a desk and on a phone. A
    /// picture of it is kept for the eyes.
    void lookedAt(String state) {
        for (int[] glass : GLASSES) {
            page.setViewportSize(glass[0], glass[1]);
            watched.readInTheOffice(state + " at " + glass[0]);
            assertEquals(List.of(), page.evaluate(OfficeScreensTest.FAULTS), state + " at " + glass[0]);
            watched.picture(state, glass[0]);
        }
        page.setViewportSize(GLASSES[0][0], GLASSES[0][1]);
    }

    /// What the page of the day says that Arcueil took, in cents.
    long taken() {
        return taken("ARCUEIL");
    }

    long taken(String site) {
        page.navigate(house.office("/aujourdhui"));
        return figure(".shop[data-site='" + site + "'] .big data");
    }

    /// What the books of the month say that Arcueil took in one tender, in cents.
    long taken(Tender tender) {
        page.navigate(house.office("/rapprochement?site=ARCUEIL"));
        return figure("data[data-tender=" + tender.name() + "]");
    }

    /// Grams or cents of a figure on the page that is open; 0 when it is not there.
    private long figure(String selector) {
        Locator figure = page.locator(selector);
        return figure.count() == 0
                ? 0
                : Long.parseLong(Optional.ofNullable(figure.first().getAttribute("value"))
                        .orElseThrow());
    }

    /// Every figure of the page that is open leads to what it is made of, whose sum is the figure; a zero may lead to
    /// an
    /// empty list that says so.
    void everyFigureOpens() {
        List<?> figures = (List<?>) page.evaluate(FIGURES);
        assertTrue(figures.size() > 3, page.url() + " has figures that open");
        for (Object each : figures) {
            List<?> figure = (List<?>) each;
            APIResponse answer =
                    page.request().get(house.office(figure.getFirst().toString()));
            Matcher sum = SUM.matcher(answer.text());
            String found = sum.find() ? sum.group(1) : answer.text().contains("class=\"empty\"") ? "0" : "nothing";
            assertEquals(figure.getLast().toString(), found, figure + " on " + page.url());
        }
    }
}
