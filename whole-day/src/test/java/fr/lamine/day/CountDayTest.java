package fr.lamine.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.item.ItemCode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The shelf of Arcueil is counted while the shop sells from it.
@Timeout(value = 6, unit = TimeUnit.MINUTES)
final class CountDayTest {

    @RegisterExtension
    static final OpenHouse OPEN = new OpenHouse();

    private static final String DISHES = "vaisselle";
    private static final String BOOKS = "livre";

    private final OneHouse house = OPEN.house();

    @Test
    void onlyWhatIsReallyMissingDiffersAndTheTillWarnsWhenItTurnsUp() {
        OfficeDesk office = OPEN.office();
        CounterGlass glass = OPEN.glass();
        glass.signInAwa();
        glass.weighIn("Vaisselle", 12_000, "Tri");
        glass.weighIn("Livres", 12_000, "Rayon");
        String bowl = glass.label("Vaisselle", 1_500, "3,00");
        String vase = glass.label("Vaisselle", 2_000, "5,00");
        String jug = glass.label("Vaisselle", 2_500, "4,00");
        String dish = glass.label("Vaisselle", 3_000, "2,00");

        glass.mode("Inventaire");
        glass.lookedAt("what is counted");
        glass.shows(".choice:has-text('Tout le magasin')").tap();
        scanned(glass, bowl);
        scanned(glass, jug);
        glass.till();
        house.scanner.say(jug);
        assertThat(glass.shows(".ticket li")).hasCount(1);
        house.scanner.say(dish);
        glass.paysInCash("6,00 €");
        glass.mode("Inventaire");
        assertThat(glass.shows(".scanned li")).hasCount(2);
        glass.loose("Livres", 12_000);
        glass.lookedAt("a shelf that is counted");
        glass.staysTheSameWhenReloaded();
        glass.tap("#go");
        glass.says("Inventaire remis : 2 pièces, 16,000 kg.");
        glass.upToDate();

        List<String> open = office.discrepancies();
        assertEquals(1, open.size(), "what waits: " + open);
        assertTrue(
                open.getFirst().contains("L’inventaire diffère des livres\u202f: une pièce manque."), open.getFirst());
        assertEquals(3_500, office.stock(DISHES, "SHOP"), "the books before a manager's word");
        posted(office, vase);
        assertEquals(List.of(), office.discrepancies(), "what was posted waits no more");
        assertEquals(1_500, office.stock(DISHES, "SHOP"), "the bowl is left");
        assertEquals(12_000, office.stock(BOOKS, "SHOP"));
        assertEquals(-2_000, office.total("ARCUEIL", "adjustment"));
        office.open("/articles/" + vase);
        assertThat(office.shows(".timeline .event:has(h3:text-is('Inventaire validé'))"))
                .hasCount(1);
        assertThat(office.shows("main .answer")).containsText("Il n’en reste plus.");
        office.open("/rapprochement?site=ARCUEIL");
        office.everyFigureOpens();

        glass.till();
        glass.page().waitForCondition(() -> warns(glass, vase));
        glass.lookedAt("a thing that was counted missing");
        assertThat(glass.shows(".ticket .empty")).isVisible();
    }

    private void scanned(CounterGlass glass, String thing) {
        house.scanner.say(thing);
        assertThat(glass.shows(".scanned")).containsText(new ItemCode(thing).spaced());
    }

    private static void posted(OfficeDesk office, String missing) {
        office.open("/ecarts");
        office.lookedAt("a count differs");
        office.shows(".inbox a:has-text('Inventaire')").first().click();
        assertThat(office.shows("main .answer")).containsText("une pièce manque");
        assertThat(office.shows("main tbody tr")).hasCount(1);
        assertThat(office.shows("main tbody tr")).containsText(new ItemCode(missing).spaced());
        office.lookedAt("what a count found");
        office.shows("[name=reason]").fill("Cherché partout");
        office.shows("main form.settle button").click();
        assertThat(office.shows("main .answer")).containsText("d’accord");
        office.open("/inventaires");
        assertThat(office.shows("main tbody tr")).containsText("Validé");
        office.lookedAt("counts");
    }

    /// The till hears of it from the office; until then the ticket is dropped again.
    private boolean warns(CounterGlass glass, String thing) {
        house.scanner.say(thing);
        glass.page()
                .waitForCondition(() -> glass.shows("#band").textContent().contains("déjà parti")
                        || glass.shows(".ticket li .price").isVisible());
        if (glass.shows("#band").textContent().contains("déjà parti")) {
            return true;
        }
        glass.tap("#more");
        glass.tap("#drop");
        assertThat(glass.shows(".ticket .empty")).isVisible();
        return false;
    }
}
