package fr.lamine.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BarcodeFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A till stands in a field for a day, far from any network, beside a van of things from Arcueil.
@Timeout(value = 6, unit = TimeUnit.MINUTES)
final class BraderieDayTest {

    @RegisterExtension
    static final OpenHouse OPEN = new OpenHouse();

    private static final String DISHES = "vaisselle";
    private static final String BOOKS = "livre";

    private final OneHouse house = OPEN.house();

    /// A label: what its bars say, and what its QR says.
    private record Sticker(String digits, String qr) {}

    @Test
    void aDayInAFieldArrivesOnceAndNothingIsLeftOnTheRoad() {
        Cable cable = house.cable();
        OfficeDesk office = OPEN.office();
        OneCounter till = house.newTill(905, cable, aPlaceWithACode(office));
        CounterGlass field = OPEN.glass(till);
        cable.cut();
        CounterGlass here = OPEN.glass();
        here.signInAwa();
        here.weighIn("Vaisselle", 9_000, "Tri");
        here.weighIn("Livres", 10_000, "Rayon");
        Sticker bowl = sticker(here, 1_500, "3,00");
        Sticker vase = sticker(here, 2_000, "5,00");
        Sticker jug = sticker(here, 2_500, "4,00");
        Sticker dish = sticker(here, 1_000, "2,00");
        sends(here, house.arcueil, "Braderie", List.of(bowl.digits, vase.digits, jug.digits, dish.digits), 4_000);
        String out = slip(house.arcueil, "Vers : Braderie");
        here.upToDate();

        field.signInAwa();
        assertThat(field.shows("#bar .pill.ok")).hasCount(0);
        receives(field, till, out, List.of(bowl.qr, vase.digits, jug.qr, dish.digits), 4_000);
        sells(field, till, bowl, jug);
        sends(field, till, "Arcueil", List.of(vase.digits, dish.qr), 3_300);
        String back = slip(till, "Vers : Arcueil");
        assertThat(field.shows("#bar .pill.wait")).containsText("non envoyés");
        field.lookedAt("a till in a field in the evening");
        assertEquals(0, office.taken("BRADERIE"), "nobody has told the office anything");
        assertEquals(List.of(), office.discrepancies());
        office.open("/transferts");
        assertThat(office.shows("main .answer")).containsText("1 transfert n’est pas arrivé");

        cable.mend();
        field.upToDate();
        receives(here, house.arcueil, back, List.of(vase.digits, dish.qr), 3_300);
        here.upToDate();
        everythingIsAccountedFor(office, bowl, vase);
    }

    /// @return the code by which a till is attached to it
    private static String aPlaceWithACode(OfficeDesk office) {
        office.open("/reglages/caisse/lieux");
        office.shows("input[name=name]").fill("Braderie");
        office.shows("input[name=address]").fill("Champ de la Gare");
        office.shows("form.policy button[value=save]").click();
        assertThat(office.shows("main tbody")).containsText("Champ de la Gare");
        office.lookedAt("the places of the house");
        office.open("/terminaux");
        office.shows("input[name=terminal]").fill("905");
        office.shows("select[name=site]").selectOption("BRADERIE");
        office.shows("input[name=station]").fill("P1");
        office.shows("select[name=kind]").selectOption("DEMO");
        office.shows("form[action='/terminaux/codes'] button").click();
        return office.shows(".code code").innerText();
    }

    private Sticker sticker(CounterGlass glass, long grams, String price) {
        String digits = glass.label("Vaisselle", grams, price);
        return new Sticker(digits, Eyes.read(BarcodeFormat.QR_CODE, house.printer.lastPicture()));
    }

    private static void sends(CounterGlass glass, OneCounter counter, String to, List<String> things, long books) {
        glass.mode("Transferts");
        glass.shows(".choice:has-text('Envoyer')").tap();
        glass.shows(".choice:has-text('" + to + "')").tap();
        assertThat(glass.shows(".panel .title")).containsText(to);
        scans(glass, counter, things);
        glass.loose("Livres", books);
        glass.goesOn();
        glass.says("Mettez le bon avec.");
    }

    private static String slip(OneCounter counter, String to) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!counter.printer.lastPaper().contains("À scanner à l’arrivée.") && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        String paper = counter.printer.lastPaper();
        assertEquals(true, paper.contains(to), paper);
        return Eyes.read(BarcodeFormat.CODE_128, counter.printer.lastPicture());
    }

    private static void receives(CounterGlass glass, OneCounter counter, String slip, List<String> things, long books) {
        glass.mode("Transferts");
        counter.scanner.say(slip);
        assertThat(glass.shows(".panel .title")).containsText(slip);
        scans(glass, counter, things);
        glass.loose("Livres", books);
        glass.lookedAt("a van is unloaded at " + counter.store().identity().site());
        glass.goesOn();
        glass.says("Reçu : " + things.size() + " pièces");
    }

    private static void scans(CounterGlass glass, OneCounter counter, List<String> things) {
        for (int i = 0; i < things.size(); i++) {
            counter.scanner.say(things.get(i));
            assertThat(glass.shows(".scanned li")).hasCount(i + 1);
        }
    }

    /// Labels by their QR, two books by the key; in cash.
    private static void sells(CounterGlass glass, OneCounter till, Sticker bowl, Sticker jug) {
        glass.till();
        till.scanner.say(bowl.qr);
        assertThat(glass.shows(".ticket li")).hasCount(1);
        glass.tile("Livres").tap();
        glass.shows(".prices button:has-text('1,00')").tap();
        assertThat(glass.shows(".ticket .sum output")).hasText("4,00 €");
        glass.tile("Livres").tap();
        glass.shows(".prices button:has-text('1,00')").tap();
        glass.paysInCash("5,00 €");
        till.scanner.say(jug.qr);
        glass.paysInCash("4,00 €");
    }

    private static void everythingIsAccountedFor(OfficeDesk office, Sticker sold, Sticker returned) {
        assertEquals(List.of(), office.discrepancies());
        assertEquals(900, office.taken("BRADERIE"), "the money of the day in the field");
        assertEquals(0, office.taken("ARCUEIL"));
        assertEquals(4_700, office.total("BRADERIE", "sold"), "two dishes and two books");
        assertEquals(4_700, office.total("BRADERIE", "transfer"), "what came and was not sent back");
        assertEquals(-4_700, office.total("ARCUEIL", "transfer"));
        assertEquals(0, office.stock("BRADERIE", "", ""), "nothing is left in the field");
        assertEquals(3_000, office.stock("ARCUEIL", DISHES, "SHOP"), "two things came back");
        assertEquals(9_300, office.stock("ARCUEIL", BOOKS, "SHOP"));
        office.open("/transferts");
        assertThat(office.shows("main .answer")).containsText("0 transfert");
        assertThat(office.shows("main tbody tr:has-text('Arrivé')")).hasCount(2);
        office.lookedAt("transfers after a braderie");
        toldInOrder(office, sold, List.of("Étiquette", "Transfert envoyé", "Transfert reçu", "Vendu"));
        toldInOrder(
                office,
                returned,
                List.of("Étiquette", "Transfert envoyé", "Transfert reçu", "Transfert envoyé", "Transfert reçu"));
        for (String site : List.of("ARCUEIL", "BRADERIE")) {
            office.open("/rapprochement?site=" + site);
            office.everyFigureOpens();
        }
        office.open("/aujourdhui");
        office.lookedAt("the day of a braderie");
    }

    private static void toldInOrder(OfficeDesk office, Sticker thing, List<String> steps) {
        office.open("/articles/" + thing.digits);
        List<String> told =
                office.shows(".timeline .event:not(:has(.origins)) h3").allInnerTexts();
        assertEquals(steps, told);
        office.lookedAt("a thing that travelled " + steps.size());
    }
}
