package fr.lamine.day;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.microsoft.playwright.Locator;
import fr.lamine.day.OfficeDesk.Books;
import fr.lamine.model.item.ItemCode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The whole day in a browser: from a donation on the scale to its kilos and euros in the office. Nothing but bytes to
/// the devices' sockets, and fingers, keys and eyes at the screens.
@Timeout(value = 4, unit = TimeUnit.MINUTES)
final class WholeDayTest {

    private static final String APPLIANCES = "petit_electromenager";

    @RegisterExtension
    static final OpenHouse OPEN = new OpenHouse();

    private final OneHouse house = OPEN.house();
    private CounterGlass glass;

    @BeforeEach
    void comeIn() {
        glass = OPEN.glass();
    }

    @Test
    void twelveKilosGoFromTheDonationToTheReceiptAndTheOfficeTellsEveryStep() {
        OfficeDesk office = OPEN.office();
        Books before = office.books();
        long sorting = office.stock(APPLIANCES, "SORTING");
        long shop = office.stock(APPLIANCES, "SHOP");

        glass.signInAwa();
        weighTwelveKilos();
        glass.upToDate();
        assertEquals(sorting + 12_340, office.stock(APPLIANCES, "SORTING"), "in sorting after the weigh-in");

        String code = labelForEightEuros();
        assertEquals(
                code,
                Eyes.read(BarcodeFormat.EAN_13, glass.watched().seen(glass.shows(".preview img"))),
                "the code on the screen");
        glass.page().waitForCondition(() -> house.printer.lastPaper().contains("8,00"));
        assertEquals(code, Eyes.read(BarcodeFormat.EAN_13, house.printer.lastPicture()), "the code on the paper");
        house.scale.say("TAKE");
        glass.upToDate();
        assertEquals(sorting, office.stock(APPLIANCES, "SORTING"), "in sorting after the label");
        assertEquals(shop + 12_340, office.stock(APPLIANCES, "SHOP"), "in the shop after the label");
        office.open("/stock?site=ARCUEIL");
        office.everyFigureOpens();

        sellForTwentyEuros(code);
        receiptOnlyWhenAsked();
        glass.upToDate();
        assertEquals(before.plus(new Books(12_340, 12_340, 0, 800, 4)), office.books());
        assertEquals(shop, office.stock(APPLIANCES, "SHOP"), "in the shop after the sale");
        toldStepByStep(office, code);
        for (String page : List.of("/aujourdhui", "/rapprochement?site=ARCUEIL")) {
            office.open(page);
            office.everyFigureOpens();
        }
    }

    private void weighTwelveKilos() {
        glass.weighing();
        glass.watched().readByAll("weighing");
        house.scale.say("PUT 12340");
        glass.tile("Petit électro").tap();
        glass.weighs("12,340");
        assertGreen(glass.shows("#weight .digits"));
        glass.tap("#source");
        glass.shows(".choice:has-text('Domicile')").tap();
        glass.shows(".choice:has-text('Pas dit')").tap();
        assertThat(glass.shows(".choice:has-text('Pas dit')")).hasCount(0);
        assertThat(glass.shows("#source")).containsText("Domicile");
        glass.staysTheSameWhenReloaded();
        glass.shows("#place").fill("Cachan");
        glass.tap("#place-ok");
        assertThat(glass.shows("#source")).containsText("Domicile · Cachan");
        glass.weighs("12,340");
        glass.staysTheSameWhenReloaded();
        glass.tap("#go");
        glass.says("Petit électro, 12,340 kg.");
        assertThat(glass.shows(".last li").first()).containsText("12,340 kg");
        glass.watched().readByAll("a weighing recorded");
        glass.staysTheSameWhenReloaded();
    }

    /// On the labelling screen, with what lies on the scale, from the category to the printed label.
    private String labelForEightEuros() {
        glass.labelling();
        glass.tile("Petit électro").tap();
        glass.weighs("12,340");
        glass.shows(".prices button:has-text('8,00')").tap();
        assertThat(glass.shows(".title.of small")).hasText("8,00 € × 1");
        glass.staysTheSameWhenReloaded();
        glass.tap("#go");
        glass.says("Petit électro, 8,00 €.");
        glass.watched().readByAll("a label made");
        glass.staysTheSameWhenReloaded();
        return glass.labelSeen("Petit électro, 8,00 €, 12,340 kg");
    }

    private void sellForTwentyEuros(String code) {
        glass.till();
        glass.watched().readByAll("an empty ticket");
        house.scanner.say(code);
        assertThat(glass.shows(".ticket li .price")).hasText("8,00 €");
        assertThat(glass.shows(".ticket .sum output")).hasText("8,00 €");
        glass.staysTheSameWhenReloaded();
        glass.tap("#go");
        assertThat(glass.shows(".keys .title.of")).containsText("8,00 €");
        glass.watched().readByAll("paying");
        glass.staysTheSameWhenReloaded();
        int kicks = house.printer.number("KICKS");
        glass.shows(".prices button:has-text('20,00')").tap();
        assertThat(glass.shows(".done output")).hasText("12,00 €");
        glass.page().waitForCondition(() -> house.printer.number("KICKS") == kicks + 1);
        glass.watched().readByAll("paid");
        glass.staysTheSameWhenReloaded();
    }

    private void receiptOnlyWhenAsked() {
        String paper = house.printer.lastPaper();
        assertTrue(paper.contains("04 901"), "the last paper is the label: " + paper);
        glass.tap("#receipt");
        assertThat(glass.shows(".keys .top")).containsText("Ticket imprimé.");
        assertNotEquals(paper, house.printer.lastPaper());
        assertTrue(house.printer.lastPaper().contains("12,00"), house.printer.lastPaper());
        glass.tap("#go");
        assertThat(glass.shows(".ticket .empty")).isVisible();
    }

    private static void toldStepByStep(OfficeDesk office, String code) {
        office.open("/articles/" + code);
        assertThat(office.shows(".timeline .event:has(h3:text-is('Étiquette'))"))
                .hasCount(1);
        assertThat(office.shows(".timeline .event:has(h3:text-is('Vendu'))")).hasCount(1);
        assertThat(office.shows(".origins li").first()).containsText("12,340 kg · Pesé");
        Locator label = office.shows(".timeline .event:has(h3:text-is('Étiquette'))");
        assertThat(label).containsText("12,340 kg");
        assertThat(label).containsText("Pesé · balance SOL-1");
        Locator sale = office.shows(".timeline .event:has(h3:text-is('Vendu'))");
        assertThat(sale).containsText("12,340 kg");
        assertThat(sale).containsText("Étiquette");
        for (String step : List.of(
                ".origins a",
                ".event:has(h3:text-is('Étiquette')) .links a",
                ".event:has(h3:text-is('Vendu')) .links a")) {
            office.shows(step).first().click();
            assertThat(office.shows("main")).containsText("12,340 kg");
            assertThat(office.shows("main")).containsText("Vérifiée.");
            office.back();
        }
    }

    @Test
    void aDayWithoutTheOfficeArrivesOnceWhenItIsBack() {
        Books before = OPEN.office().books();
        OPEN.leavePages();
        house.closeOffice();
        glass.comeToAnEmptyCounter();
        glass.signInAwa();
        house.scale.say("PUT 12340");
        glass.weighing();
        glass.tile("Petit électro").tap();
        glass.weighs("12,340");
        glass.tap("#go");
        glass.says("12,340 kg");
        glass.unsent(2);
        glass.watched().readByAll("without the office");
        glass.labelling();
        glass.tile("Petit électro").tap();
        glass.weighs("12,340");
        glass.shows(".prices button:has-text('8,00')").tap();
        glass.weighs("12,340");
        glass.tap("#go");
        glass.says("Petit électro, 8,00 €.");
        glass.unsent(3);
        String code = glass.labelSeen("Petit électro, 8,00 €, 12,340 kg");
        glass.till();
        house.scanner.say(code);
        assertThat(glass.shows(".ticket li")).hasCount(1);
        glass.tap("#go");
        glass.shows(".prices button:has-text('20,00')").tap();
        assertThat(glass.shows(".done output")).hasText("12,00 €");
        glass.unsent(4);
        house.openOffice();
        glass.upToDate();
        OfficeDesk office = OPEN.office();
        assertEquals(before.plus(new Books(12_340, 12_340, 0, 800, 4)), office.books());
        toldStepByStep(office, code);
    }

    @Test
    void aWeighInALabelAndASaleFromTheKeyboardAlone() {
        house.scale.say("PUT 3210");
        KeyboardHand keys = new KeyboardHand(OPEN.page(1366, 768));
        OPEN.watch(keys.watched());
        keys.page().navigate(house.counter("/"));
        keys.pressKeyOf("Awa D.");
        keys.sees(".pin .name", "Awa D.");
        keys.types("2580");
        keys.press("Enter");
        keys.sees("#operator", "Awa D.");

        keys.press("Alt+1");
        keys.pressKeyOf("Jouets");
        keys.tabTo("destination");
        keys.press("Enter");
        keys.tabTo("destination-1");
        keys.press("Enter");
        keys.sees("#destination", "Rayon");
        keys.sees("#go-note", "Jouets · 3,210 kg");
        keys.press("Enter");
        keys.sees("#band", "Jouets, 3,210 kg.");

        keys.press("Alt+2");
        keys.pressKeyOf("Jouets");
        keys.sees(".prices", "2,00 €");
        keys.press("F2");
        keys.sees("#go-note", "Jouets · 2,00 €");
        keys.press("Enter");
        keys.sees("#band", "Jouets, 2,00 €.");
        keys.page().waitForCondition(() -> house.printer.lastPaper().contains("2,00"));

        keys.press("Alt+3");
        keys.pressKeyOf("Livres");
        keys.sees(".prices", "1,00 €");
        keys.press("F2");
        keys.sees(".ticket .sum", "1,00 €");
        keys.types("3");
        keys.press("*");
        keys.sees(".ticket .sum", "3,00 €");
        keys.press("Enter");
        keys.sees(".keys .title.of", "3,00 €");
        keys.press("F1");
        keys.sees(".done output", "2,00 €");
        keys.press("p");
        keys.sees(".keys .top", "Ticket imprimé.");
        keys.press("Enter");
        assertThat(keys.page().locator(".ticket .empty")).isVisible();
    }

    @Test
    void aWeighInALabelAndASaleByScannerAndTouchAlone() {
        house.scanner.say("O-AWA-12345678");
        assertThat(glass.shows(".who-card .name")).hasText("Awa D.");
        glass.digits("2580");
        glass.tap("#go");
        assertThat(glass.shows("#operator")).containsText("Awa D.");
        glass.weighing();
        house.scanner.say("C-BAC-GRIS");
        assertThat(glass.shows("#container")).containsText("Bac gris");
        house.scale.say("PUT 5000");
        glass.tile("Vaisselle").tap();
        glass.weighs("3,800");
        glass.tap("#go");
        glass.says("Vaisselle, 3,800 kg.");

        house.scale.say("PUT 840");
        glass.labelling();
        glass.tile("Vaisselle").tap();
        assertThat(glass.shows(".title.of small")).containsText("× 1");
        glass.digits("4");
        glass.tap("#times");
        assertThat(glass.shows(".title.of small")).containsText("× 4");
        glass.digits("1,50");
        glass.tap("#euro");
        assertThat(glass.shows(".title.of small")).hasText("1,50 € × 4");
        glass.weighs("0,840");
        glass.tap("#go");
        glass.says("Vaisselle, 1,50 €.");
        String code = glass.labelSeen("Vaisselle, 1,50 €, 0,840 kg");

        glass.till();
        house.scanner.say(code);
        assertThat(glass.shows(".ticket li")).hasCount(1);
        house.scanner.say(code);
        assertThat(glass.shows(".ticket .sum output")).hasText("3,00 €");
        glass.tap("#go");
        glass.shows(".prices button:has-text('Carte')").tap();
        assertThat(glass.shows(".done")).containsText("rien à rendre");
        glass.tap("#go");
        assertThat(glass.shows(".ticket .empty")).isVisible();
    }

    @Test
    void aDoubleClickOnEachButtonOfAPaymentIsOneSale() {
        glass.signInAwa();
        glass.tile("Livres").tap();
        glass.shows(".prices button:has-text('1,00')").tap();
        assertThat(glass.shows(".ticket .sum output")).hasText("1,00 €");
        glass.shows("#go").dblclick();
        assertThat(glass.shows(".keys .title.of")).containsText("1,00 €");
        int kicks = house.printer.number("KICKS");
        Object statuses = glass.page().evaluate("""
                async () => {
                  const form = document.querySelector('main form');
                  const pay = () => fetch('/caisse/payer/especes',
                    { method: 'POST', headers: { 'HX-Request': 'true' }, body: new URLSearchParams(new FormData(form)) });
                  return (await Promise.all([pay(), pay(), pay()])).map(answer => answer.status);
                }""");
        assertEquals(List.of(200, 200, 200), statuses, "the same form, three times at once");
        glass.page().reload();
        assertThat(glass.shows(".done")).containsText("rien à rendre");
        String ticket = glass.shows(".done").innerText();
        glass.shows("#go").dblclick();
        assertThat(glass.shows(".ticket .empty")).isVisible();
        glass.tile("Livres").tap();
        glass.shows(".prices button:has-text('1,00')").tap();
        assertThat(glass.shows(".ticket .sum output")).hasText("1,00 €");
        glass.tap("#go");
        assertThat(glass.shows(".keys .title.of")).containsText("1,00 €");
        glass.shows("#go").dblclick();
        assertThat(glass.shows(".done")).containsText("rien à rendre");
        assertEquals(number(ticket) + 1, number(glass.shows(".done").innerText()), "the number of the next ticket");
        glass.page().waitForCondition(() -> house.printer.number("KICKS") == kicks + 2);
    }

    private static int number(String summary) {
        return Integer.parseInt(summary.replaceAll("(?s).*ticket ", "").strip());
    }

    @Test
    void paperThatEndsInTheMiddleOfAReceiptIsSaidAndBringsItOnce() {
        glass.signInAwa();
        glass.tile("Livres").tap();
        glass.shows(".prices button:has-text('1,00')").tap();
        assertThat(glass.shows(".ticket .sum output")).hasText("1,00 €");
        glass.tap("#go");
        glass.shows(".prices button:has-text('Carte')").tap();
        assertThat(glass.shows(".done")).containsText("rien à rendre");
        int cuts = house.printer.number("CUTS");
        house.printer.say("PAPER 5");
        glass.tap("#receipt");
        glass.says("Le ticket n’est pas sorti en entier.");
        assertThat(glass.shows(".keys .top")).containsText("La vente est enregistrée.");
        assertThat(glass.shows("#ask")).containsText("L’imprimante n’a plus de papier.");
        glass.tap("#band-close");
        glass.watched().readByAll("a receipt without paper");
        glass.weighing();
        assertThat(glass.shows("#ask")).containsText("n’est pas sorti en entier.");
        glass.staysTheSameWhenReloaded();

        house.printer.say("PAPER OK");
        assertThat(glass.shows("#ask")).hasCount(0);
        assertEquals(cuts + 1, house.printer.number("CUTS"));
        String paper = house.printer.lastPaper();
        assertEquals(1, times("TOTAL", paper), paper);
        assertEquals(1, times("Annule et remplace le ticket incomplet", paper), paper);
        assertEquals(0, times("DUPLICATA", paper), paper);
    }

    private static int times(String words, String text) {
        return (text.length() - text.replace(words, "").length()) / words.length();
    }

    @Test
    void refusalsAndLostDevicesAreSaidAndPassed() {
        glass.tile("Awa D.").tap();
        glass.digits("0000");
        glass.tap("#go");
        assertThat(glass.shows(".wrong")).containsText("Le code est faux.");
        glass.watched().readByAll("a wrong PIN");
        glass.staysTheSameWhenReloaded();
        glass.tap("#back");
        glass.watched().readByAll("who are you");
        glass.signInAwa();

        glass.weighing();
        int weighings = glass.shows(".last li").count();
        glass.tile("Meubles").tap();
        house.scale.say("PUT 30000");
        house.scale.say("MOVE");
        assertThat(glass.shows("#weight .state")).hasText("BOUGE");
        glass.mayNot("Le poids bouge encore.");
        glass.watched().readByAll("a moving weight");
        house.scale.say("OVERLOAD");
        assertThat(glass.shows("#weight .state")).hasText("TROP LOURD");
        glass.watched().readByAll("too heavy");
        house.scale.say("UNDER");
        assertThat(glass.shows("#weight .state")).hasText("SOUS ZÉRO");
        glass.watched().readByAll("under zero");
        house.scale.say("UNPLUG");
        assertThat(glass.shows("#weight .state")).hasText("PAS DE BALANCE");
        assertThat(glass.shows(".device.lost")).hasCount(1);
        assertThat(glass.shows("#type")).isVisible();
        glass.mayNot("La balance ne répond pas.");
        glass.watched().readByAll("no scale");
        house.scale.say("PUT 30000");
        house.scale.say("PLUG");
        assertThat(glass.shows(".device.lost")).hasCount(0);
        glass.weighs("30,000");
        assertThat(glass.shows("#type")).isHidden();
        assertEquals(weighings, glass.shows(".last li").count(), "weighings while it was refused");

        house.printer.say("UNPLUG");
        assertThat(glass.shows(".device.lost")).not().hasCount(0);
        glass.labelling();
        glass.tile("Meubles").tap();
        glass.shows(".prices button:has-text('20,00')").tap();
        glass.weighs("30,000");
        glass.tap("#go");
        glass.says("L’étiquette n’est pas sortie.");
        glass.watched().readByAll("no printer");
        house.printer.say("PLUG");
        glass.page().waitForCondition(() -> house.printer.lastPaper().contains("20,00"));

        glass.till();
        house.scanner.say("9782070368228");
        glass.says("Ce code n’est pas connu.");
        glass.watched().readByAll("an unknown code");
        house.scanner.say("0499900000775");
        assertThat(glass.shows(".keys .title").first()).containsText("Étiquette inconnue");
        glass.watched().readByAll("an unknown label");
        glass.staysTheSameWhenReloaded();
        glass.tap("#back");
        glass.shows(".rail a:has-text('Aide')").tap();
        assertThat(glass.shows(".help h1")).containsText("Aide");
        glass.watched().readByAll("help");
    }

    @Test
    void theOfficesPagesAreReadByAllFullAndEmpty() {
        OfficeDesk office = OPEN.office();
        office.watched().readInTheOffice("the first page");
        for (String page : List.of(
                "/aujourdhui",
                "/rapprochement",
                "/rapprochement?site=EN-LIGNE&periode=2001",
                "/ecarts",
                "/ecarts?etat=clos",
                "/stock",
                "/stock?site=GENTILLY",
                "/articles",
                "/collecte",
                "/collecte?periode=2001",
                "/sorties",
                "/sorties?periode=2001",
                "/ventes",
                "/ventes?periode=2001",
                "/terminaux",
                "/faits/901/1/1")) {
            office.open(page);
            assertThat(office.shows("main h1")).isVisible();
        }
    }

    @Test
    void whoTrainsPutsThingsOnTheScaleAndScansWhatWasPrinted() {
        glass.signInAwa();
        TableGlass table = new TableGlass(glass);
        OPEN.watch(table.watched());
        table.everythingIsInReachAt(1180, 820);
        table.tap("put-CHAIR");
        table.tap("put-LAMP");
        table.displays("6.110");
        glass.weighing();
        glass.tile("Meubles").tap();
        glass.weighs("6,110");
        glass.tap("#go");
        glass.says("Meubles, 6,110 kg.");
        table.tap("balance-LEANING");
        assertThat(glass.shows("#weight .state.moving")).hasText("BOUGE");
        table.tap("balance-LEANING");

        glass.labelling();
        glass.tile("Meubles").tap();
        glass.shows(".prices button").first().tap();
        glass.weighs("6,110");
        glass.tap("#go");
        glass.says("Meubles");
        String code = glass.labelSeen("Meubles, .*, 6,110 kg");
        glass.page().waitForCondition(() -> code.equals(Eyes.read(BarcodeFormat.EAN_13, table.newestLabel())));
        table.everythingIsInReachAt(820, 1180);
        table.everythingIsInReachAt(1366, 768);
        glass.till();
        table.shows(".sheet-small").first().tap();
        assertThat(glass.shows(".ticket li")).hasCount(1);
        assertThat(glass.shows(".ticket li")).containsText(new ItemCode(code).spaced());
        table.tap("clear");
        table.displays("0.000");
    }

    private static void assertGreen(Locator words) {
        String colour = words.evaluate("e => getComputedStyle(e).color").toString();
        String[] part = colour.replaceAll("[^0-9,]", "").split(",");
        int red = Integer.parseInt(part[0]);
        int green = Integer.parseInt(part[1]);
        int blue = Integer.parseInt(part[2]);
        assertTrue(green > red && green > blue, colour);
    }
}
