package fr.lamine.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Labels that end otherwise than in a sale: one was made by mistake, one stands on a thing that is taken apart.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class LabelsGoneTest {

    private static final String DISHES = "vaisselle";

    @RegisterExtension
    static final OpenHouse OPEN = new OpenHouse();

    private final OneHouse house = OPEN.house();

    @Test
    void aLabelMadeByMistakeGivesItsGramsBack() {
        OfficeDesk office = OPEN.office();
        long sorting = office.stock(DISHES, "SORTING");
        long shop = office.stock(DISHES, "SHOP");
        CounterGlass glass = OPEN.glass();
        glass.signInAwa();
        glass.weighIn("Vaisselle", 3_000, "Tri");
        String code = glass.label("Vaisselle", 1_500, "3,00");

        glass.mode("Chercher");
        house.scanner.say(code);
        assertThat(glass.shows(".standing")).hasText("En rayon");
        glass.tap("#void");
        assertThat(glass.shows("#why")).containsText("Pourquoi annuler cette étiquette");
        glass.lookedAt("why a label is voided");
        glass.shows(".whys button:has-text('Faite par erreur')").tap();
        glass.says("Étiquette annulée. 1,500\u202fkg sont de nouveau sans étiquette.");
        assertThat(glass.shows(".standing.gone")).containsText("Étiquette annulée le");
        assertThat(glass.shows("#void")).hasCount(0);
        glass.upToDate();

        assertEquals(sorting + 3_000, office.stock(DISHES, "SORTING"), "all lies in sorting again");
        assertEquals(shop, office.stock(DISHES, "SHOP"));
        assertEquals(List.of("Étiquette", "Étiquette annulée"), story(office, code));
        office.lookedAt("the story of a voided label");
        assertEquals(List.of(), office.discrepancies());
    }

    @Test
    void aThingIsTakenApartAndNoGramIsLeftBehind() {
        OfficeDesk office = OPEN.office();
        long sorting = office.stock(DISHES, "SORTING");
        CounterGlass glass = OPEN.glass();
        glass.signInAwa();
        glass.weighIn("Vaisselle", 5_000, "Tri");
        String code = glass.label("Vaisselle", 5_000, "8,00");

        glass.weighing();
        glass.tap("#source");
        glass.tap("#load");
        house.scanner.say(code);
        assertThat(glass.shows("#dismantled")).containsText("Reste 5,000");
        part(glass, "Atelier", 3_000);
        assertThat(glass.shows("#dismantled")).containsText("Reste 2,000");
        glass.lookedAt("a thing that is taken apart");
        glass.tap("#dismantled");
        glass.shows(".choice:has-text('À la benne')").tap();
        glass.says("Démontage terminé. Reste\u202f: 2,000\u202fkg.");
        glass.upToDate();

        assertEquals(sorting, office.stock(DISHES, "SORTING"), "all that came has left");
        assertEquals(List.of("Étiquette", "Étiquette annulée"), story(office, code));
        assertEquals(List.of(), office.discrepancies());
        office.open("/rapprochement?site=ARCUEIL");
        office.everyFigureOpens();
    }

    private void part(CounterGlass glass, String destination, long grams) {
        house.scale.say("PUT " + grams);
        glass.tap("#destination");
        glass.shows(".choice:has-text('" + destination + "')").tap();
        glass.tile("Bricolage").tap();
        glass.weighs(CounterGlass.kilos(grams));
        glass.tap("#go");
        glass.says("Bricolage, " + CounterGlass.kilos(grams));
        house.scale.say("TAKE");
    }

    private static List<String> story(OfficeDesk office, String code) {
        office.open("/articles/" + code);
        return office.shows(".timeline .event:not(:has(.origins)) h3").allInnerTexts();
    }
}
