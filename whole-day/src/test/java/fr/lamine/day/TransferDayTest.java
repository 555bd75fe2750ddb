package fr.lamine.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.microsoft.playwright.options.SelectOption;
import fr.lamine.model.item.ItemCode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Three things and a crate leave Arcueil, two things and the crate come to Gentilly.
@Timeout(value = 6, unit = TimeUnit.MINUTES)
final class TransferDayTest {

    @RegisterExtension
    static final OpenHouse OPEN = new OpenHouse();

    private static final String DISHES = "vaisselle";
    private static final String BOOKS = "livre";

    private final OneHouse house = OPEN.house();

    @Test
    void aThingThatIsMissingIsToldOnceAndAManagerSaysWhatBecameOfIt() {
        OneCounter gentilly = house.gentilly(house.cable());
        OfficeDesk office = OPEN.office();
        CounterGlass here = OPEN.glass();
        here.signInAwa();
        here.weighIn("Vaisselle", 9_000, "Tri");
        here.weighIn("Livres", 12_000, "Rayon");
        String bowl = here.label("Vaisselle", 1_500, "3,00");
        String vase = here.label("Vaisselle", 2_000, "5,00");
        String jug = here.label("Vaisselle", 2_500, "4,00");
        here.upToDate();
        assertEquals(6_000, office.stock("ARCUEIL", DISHES, "SHOP"), "on the shelf before");
        assertEquals(0, office.stock("GENTILLY", DISHES, "SHOP"));

        String transfer = sent(here, List.of(bowl, vase, jug));
        assertEquals(0, office.stock("ARCUEIL", DISHES, "SHOP"), "on the shelf of Arcueil once the van has left");
        assertEquals(8_000, office.stock("ARCUEIL", BOOKS, "SHOP"));
        assertEquals(0, office.stock("GENTILLY", "", ""), "at Gentilly while the van drives");
        assertEquals(List.of(), office.discrepancies(), "on its way is no discrepancy");
        office.open("/transferts");
        assertThat(office.shows("main tr:has-text('" + transfer + "')")).containsText("En route");
        assertThat(office.shows("main tr:has-text('" + transfer + "')"))
                .containsText("3 pièces étiquetées (6,000 kg), 4,000 kg de vrac");
        office.lookedAt("transfers on their way");

        received(OPEN.glass(gentilly), gentilly, transfer, List.of(bowl, jug));
        List<String> open = office.discrepancies();
        assertEquals(1, open.size(), "what waits: " + open);
        assertTrue(open.getFirst().contains(transfer), open.getFirst());
        assertTrue(open.getFirst().contains("une pièce étiquetée manque (2,000\u202fkg)"), open.getFirst());
        assertEquals(4_000, office.stock("GENTILLY", DISHES, "SHOP"), "what came to Gentilly");
        assertEquals(4_000, office.stock("GENTILLY", BOOKS, "SHOP"));
        assertEquals(0, office.stock("ARCUEIL", DISHES, "SHOP"));

        settled(office, transfer, vase);
        assertEquals(List.of(), office.discrepancies(), "a manager has said what became of it");
        told(office, vase);
        addsUp(office);
    }

    /// @return the code that stands in bars on the slip
    private String sent(CounterGlass glass, List<String> things) {
        glass.mode("Transferts");
        glass.lookedAt("a transfer begins");
        glass.shows(".choice:has-text('Envoyer')").tap();
        glass.shows(".choice:has-text('Gentilly')").tap();
        assertThat(glass.shows(".panel .title")).containsText("Envoi vers Gentilly");
        glass.mayNot("Scannez une étiquette, ou pesez du vrac");
        for (String thing : things) {
            house.scanner.say(thing);
            assertThat(glass.shows(".scanned")).containsText(new ItemCode(thing).spaced());
        }
        house.scanner.say(things.getFirst());
        glass.says("Cet article est déjà sur la liste.");
        glass.loose("Livres", 4_000);
        glass.lookedAt("a transfer before it leaves");
        glass.staysTheSameWhenReloaded();
        glass.tap("#go");
        glass.says("Envoyé : 3 pièces, 10,000 kg. Mettez le bon avec.");
        glass.page().waitForCondition(() -> house.printer.lastPaper().contains("À scanner à l’arrivée."));
        String paper = house.printer.lastPaper();
        assertTrue(paper.contains("Vers : Gentilly"), paper);
        assertTrue(paper.contains("Vaisselle : 3 étiquetés, 6,000 kg"), paper);
        assertTrue(paper.contains("Livres, vrac : 4,000 kg"), paper);
        glass.upToDate();
        return Eyes.read(BarcodeFormat.CODE_128, house.printer.lastPicture());
    }

    private static void received(CounterGlass glass, OneCounter counter, String transfer, List<String> things) {
        glass.signIn("Sam B.", "1470");
        glass.mode("Transferts");
        counter.scanner.say(things.getFirst());
        glass.says("Envoyer ou recevoir");
        counter.scanner.say(transfer);
        assertThat(glass.shows(".panel .title")).containsText(transfer);
        for (String thing : things) {
            counter.scanner.say(thing);
            assertThat(glass.shows(".scanned")).containsText(new ItemCode(thing).spaced());
        }
        glass.tap("#loose");
        counter.scale.say("PUT 5200");
        glass.tile("Livres").tap();
        counter.scanner.say("C-BAC-GRIS");
        glass.weighs("4,000");
        glass.lookedAt("a crate on the scale");
        glass.tap("#go");
        glass.says("Livres, 4,000 kg.");
        assertThat(glass.shows("#loose")).isVisible();
        glass.lookedAt("a transfer that has come");
        glass.tap("#go");
        glass.says("Reçu : 2 pièces");
        glass.upToDate();
    }

    private static void settled(OfficeDesk office, String transfer, String missing) {
        office.open("/ecarts");
        office.lookedAt("a transfer differs");
        office.shows(".inbox a:has-text('Transfert')").first().click();
        assertThat(office.shows("main .answer")).containsText("Incomplet");
        assertThat(office.shows("main table")).containsText(new ItemCode(missing).spaced());
        office.lookedAt("what is left of a transfer");
        office.shows("[name=fate]").selectOption(new SelectOption().setLabel("Perdu en route"));
        office.shows("[name=reason]").fill("Tombé dans le camion");
        office.shows("main form.settle button").click();
        assertThat(office.shows("main")).containsText("Tombé dans le camion");
        assertThat(office.shows("main .answer")).not().containsText("manque");
        office.lookedAt("a transfer settled");
        office.open("/ecarts?etat=clos");
        assertThat(office.shows(".inbox li").first()).containsText(transfer);
    }

    private static void told(OfficeDesk office, String missing) {
        office.open("/articles/" + missing);
        for (String step : List.of("Étiquette", "Transfert envoyé", "Transfert réglé")) {
            assertThat(office.shows(".timeline .event:has(h3:text-is('" + step + "'))"))
                    .hasCount(1);
        }
        office.lookedAt("the thing that was lost");
    }

    private static void addsUp(OfficeDesk office) {
        for (String site : List.of("ARCUEIL", "GENTILLY")) {
            long start = office.total(site, "start");
            long in = office.total(site, "in");
            long transfer = office.total(site, "transfer");
            long adjusted = office.total(site, "adjustment");
            assertEquals(start + in + transfer + adjusted, office.total(site, "end"), "the kilos of " + site);
            assertEquals(office.stock(site, "", ""), office.total(site, "end"), "stock and books of " + site);
            office.open("/rapprochement?site=" + site);
            office.everyFigureOpens();
        }
        assertEquals(11_000, office.stock("ARCUEIL", "", ""));
        assertEquals(8_000, office.stock("GENTILLY", "", ""));
    }
}
