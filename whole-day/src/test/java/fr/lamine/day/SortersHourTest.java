package fr.lamine.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A sorter's hour in a browser: a mixed load comes in, is sorted crate by crate, some of it leaves with its slip, one
/// weighing is taken back, a thing is labelled; and the office has the same kilos afterwards, gram by gram.
@Timeout(value = 6, unit = TimeUnit.MINUTES)
final class SortersHourTest {

    private static final String MIXED = "a_classer";
    private static final String DISHES = "vaisselle";

    @RegisterExtension
    static final OpenHouse OPEN = new OpenHouse();

    private final OneHouse house = OPEN.house();

    @Test
    void aMixedLoadIsSortedAndTheOfficeHasEveryGram() {
        OfficeDesk office = OPEN.office();
        CounterGlass glass = OPEN.glass();
        long mixed = office.stock(MIXED, "SORTING");
        long dishes = office.stock(DISHES, "SORTING");
        long shop = office.stock(DISHES, "SHOP");
        long relay = outflow(office);

        glass.signInAwa();
        glass.weighing();
        house.scale.say("PUT 40000");
        glass.tap("#search");
        glass.shows("#word").fill("asiette");
        assertThat(glass.shows("#found-0")).containsText("assiette → Vaisselle");
        glass.watched().readByAll("a word and what to do");
        glass.tap("#search-close");
        glass.tile("À classer").tap();
        recorded(glass, "40,000", "À classer, 40,000 kg.");

        glass.tap("#source");
        glass.tap("#load");
        glass.tile("À classer").tap();
        assertThat(glass.shows("#source")).containsText("Lot");
        glass.tile("Vaisselle").tap();
        crate(glass, 10_000, "C-BAC-GRIS", "8,800", "Vaisselle, 8,800 kg.");
        crate(glass, 7_000, "C-BAC-BLEU", "5,150", "Vaisselle, 5,150 kg.");
        glass.watched().readByAll("a load that is sorted");

        glass.tap("#destination");
        glass.shows(".choice:has-text('Recyclage')").tap();
        glass.shows(".choice:has-text('Le Relais')").tap();
        assertThat(glass.shows(".left > .title").first()).containsText("Quel numéro de document");
        glass.shows("#typed").fill("BSD-77");
        glass.tap("#typed-ok");
        assertThat(glass.shows("#destination")).containsText("Le Relais");
        glass.tile("Textile").tap();
        crate(glass, 6_000, "C-BAC-GRIS", "4,800", "Textile, 4,800 kg.");
        crate(glass, 3_000, "C-BAC-GRIS", "1,800", "Textile, 1,800 kg.");
        glass.shows(".last li button:has-text('Annuler')").first().tap();
        glass.says("Pesée annulée.");
        assertThat(glass.shows("#slip")).containsText("1 pesée");
        glass.tap("#slip");
        glass.page().waitForCondition(() -> house.printer.lastPaper().contains("BSD-77"));
        glass.tap("#history");
        glass.watched().readByAll("the weighings of the hour");
        glass.staysTheSameWhenReloaded();

        house.scale.say("PUT 1500");
        glass.labelling();
        glass.tile("Vaisselle").tap();
        glass.weighs("1,500");
        glass.shows(".prices button").first().tap();
        glass.tap("#go");
        glass.says("Vaisselle, ");
        glass.upToDate();
        aThingIsKeptForLaterWithItsPicture(glass);
        glass.upToDate();

        assertEquals(
                mixed + 40_000 - 8_800 - 5_150 - 4_800, office.stock(MIXED, "SORTING"), "what is left of the load");
        assertEquals(dishes + 8_800 + 5_150 - 1_500, office.stock(DISHES, "SORTING"), "crockery in sorting");
        assertEquals(shop + 1_500 + 2_300, office.stock(DISHES, "SHOP"), "crockery in the shop");
        assertEquals(relay + 4_800, outflow(office), "what Le Relais took");
        office.open("/rapprochement?site=ARCUEIL");
        office.everyFigureOpens();
    }

    private void aThingIsKeptForLaterWithItsPicture(CounterGlass glass) {
        glass.weighing();
        glass.tap("#source");
        glass.shows(".choice:has-text('Rue')").tap();
        glass.tap("#back");
        glass.tap("#destination");
        glass.shows(".choice:has-text('Rayon')").tap();
        house.scale.say("PUT 2300");
        glass.weighs("2,300");
        glass.tap("#later");
        glass.shows(".choice:has-text('À tester')").tap();
        glass.shows("photo-camera button").tap();
        assertThat(glass.shows(".camera img")).hasJSProperty("complete", true);
        assertEquals(true, glass.shows(".camera img").evaluate("image => image.naturalWidth > 300"));
        glass.watched().readByAll("a thing that is kept for later");
        glass.tap("#go");
        glass.says("Gardé pour plus tard\u202f: 2,300\u202fkg.");
        house.scale.say("TAKE");
        assertThat(glass.shows("#weight .digits.stable")).hasText("0,000kg");
        glass.tap("#later");
        assertThat(glass.shows("#thing-0")).containsText("À tester · 2,300");
        assertThat(glass.shows("#go")).hasAttribute("aria-disabled", "false");
        assertEquals(
                true,
                glass.shows("#thing-0 img").evaluate("image => image.decode().then(() => image.naturalWidth > 300)"));
        glass.staysTheSameWhenReloaded();
        glass.tap("#thing-0");
        assertThat(glass.shows("#weight .digits.parked")).hasText("2,300kg");
        glass.tile("Vaisselle").tap();
        glass.tap("#go");
        glass.says("Vaisselle, 2,300\u202fkg.");
    }

    private void crate(CounterGlass glass, long gross, String code, String net, String said) {
        house.scale.say("PUT " + gross);
        house.scanner.say(code);
        recorded(glass, net, said);
    }

    private static void recorded(CounterGlass glass, String net, String said) {
        glass.weighs(net);
        glass.tap("#go");
        glass.says(said);
    }

    private static long outflow(OfficeDesk office) {
        office.open("/sorties?site=ARCUEIL&devenir=recycled&repreneur=Le-Relais");
        return office.shows("data.sum").count() == 0
                ? 0
                : Long.parseLong(office.shows("data.sum").first().getAttribute("value"));
    }
}
