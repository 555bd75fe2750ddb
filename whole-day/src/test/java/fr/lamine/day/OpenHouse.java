package fr.lamine.day;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A house that stands open for all tests of a class, and a browser for the people in it. After each test its pages are
/// left, and what they complained about fails it.
final class OpenHouse implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final int PATIENCE_MILLIS = 30_000;

    private final List<Watched> watched = new ArrayList<>();
    private Browser browser;
    private OneHouse house;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        browser = Browser.open();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        house = new OneHouse();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> complaints =
                watched.stream().flatMap(w -> w.complaints().stream()).toList();
        if (context.getExecutionException().isPresent()) {
            watched.forEach(page -> page.picture("failed " + watched.indexOf(page), 0));
        }
        watched.clear();
        leavePages();
        assertEquals("", String.join("\n", complaints), "what the pages complain about");
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (house != null) {
            house.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    OneHouse house() {
        return house;
    }

    /// A page as a desk shows it.
    Page page(int width, int height) {
        return patient(browser.page(width, height));
    }

    private static Page patient(Page page) {
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    /// What these pages complain about fails the test.
    void watch(Watched page) {
        watched.add(page);
    }

    /// The glass of Arcueil under a finger: nobody is signed in, and nothing waits to be sent.
    CounterGlass glass() {
        return glass(house.arcueil);
    }

    CounterGlass glass(OneCounter counter) {
        CounterGlass glass = new CounterGlass(counter, patient(browser.touched(1366, 768)));
        watch(glass.watched());
        glass.comeToAnEmptyCounter();
        glass.upToDate();
        return glass;
    }

    /// Léa at her desk.
    OfficeDesk office() {
        OfficeDesk office = new OfficeDesk(house, page(1366, 900));
        watch(office.watched());
        office.signInLea();
        return office;
    }

    void leavePages() {
        browser.leavePages();
    }
}
