package fr.lamine.pos.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.measure.Mass;
import fr.lamine.pos.RunningCounter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What hands do on the table, and what the counter makes of it: real routes, real drivers, bytes between them.
class TableTest {

    @TempDir
    Path folder;

    private RunningCounter desk;

    @BeforeEach
    void open() {
        desk = new RunningCounter(folder);
        desk.signInCashier();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /// A form of the table as htmx posts it; the answer is the table.
    private String hand(String path, String... fields) {
        desk.show("/table");
        return desk.post("/table" + path, fields);
    }

    private void counterWeighs(String kilos) {
        desk.until(
                "the counter weighs " + kilos,
                () -> desk.show("/pesee").matches("(?s).*class=\"digits stable[^\"]*\">" + kilos + "<.*"));
    }

    private void counterSays(String words) {
        desk.until("the counter says " + words, () -> desk.show("/pesee").contains(words));
    }

    @Test
    void whatLiesOnTheScaleAddsUpOnTheCounter() {
        hand("/poser", "thing", "CHAIR");
        counterWeighs("4,250");
        String table = hand("/poser", "thing", "LAMP");
        counterWeighs("6,110");
        Matcher chair =
                Pattern.compile("name=\"id\" value=\"([0-9]+)\"[^>]*Chaise").matcher(table);
        assertTrue(chair.find(), table);
        hand("/retirer", "id", chair.group(1));
        counterWeighs("1,860");
        hand("/peser", "kilos", "2,140");
        counterWeighs("4,000");
        hand("/vider");
        counterWeighs("0,000");
    }

    @Test
    void noTwoChairsWeighTheSame() {
        hand("/poser", "thing", "CHAIR");
        String table = hand("/poser", "thing", "CHAIR");
        List<String> masses = Pattern.compile("Enlever\\S*: Chaise, ([0-9,]+)")
                .matcher(table)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
        assertEquals(2, masses.size(), table);
    }

    @Test
    void aFormOfTheTableIsDoneOnceHoweverOftenItIsSent() {
        desk.show("/table");
        String token = desk.token();
        desk.postWith(token, "/table/poser", "thing", "CHAIR");
        desk.postWith(token, "/table/poser", "thing", "CHAIR");
        assertEquals(Mass.grams(4_250), desk.scale().load());
    }

    @Test
    void aHandAtTheControlPortIsSeenOnTheTable() {
        hand("/poser", "thing", "CHAIR");
        desk.scale().obey("PUT 700");
        String table = desk.show("/table");
        assertTrue(table.contains("Autre chose, 0,700"), table);
        assertFalse(table.contains("Enlever : Chaise"), table);
    }

    @ParameterizedTest
    @CsvSource({
        "UNPLUGGED, PAS DE BALANCE",
        "LEANING, BOUGE",
        "OVERLOAD, TROP LOURD",
        "LIFTED, SOUS ZÉRO",
        "SILENT, PAS DE BALANCE"
    })
    void eachFaultOfTheScaleIsSaidByTheCounterUntilItIsOver(ScaleFault fault, String words) {
        hand("/poser", "thing", "CHAIR");
        counterWeighs("4,250");
        String table = hand("/balance/panne", "fault", fault.name());
        assertTrue(
                Pattern.compile("value=\"" + fault + "\"[^>]*aria-pressed=\"true\"")
                        .matcher(table)
                        .find(),
                table);
        counterSays(words);
        hand("/balance/bien", "fault", fault.name());
        counterWeighs("4,250");
    }

    @ParameterizedTest
    @EnumSource(
            value = ScaleFault.class,
            names = {"NOISE", "HALF_FRAME", "SLOW"})
    void noiseAndSlownessInventNoWeight(ScaleFault fault) {
        hand("/poser", "thing", "CHAIR");
        counterWeighs("4,250");
        for (int i = 0; i < 5; i++) {
            hand("/balance/panne", "fault", fault.name());
            assertFalse(
                    desk.show("/pesee").matches("(?s).*class=\"digits stable[^\"]*\">(?!4,250)[0-9].*"), desk.page());
        }
        counterWeighs("4,250");
    }

    @Test
    void theScalesOwnKeysTareAndZeroAndItsOwnDisplayShowsIt() {
        hand("/poser", "thing", "GREY_BOX");
        counterWeighs("1,200");
        hand("/tare");
        counterWeighs("0,000");
        hand("/poser", "thing", "LAMP");
        counterWeighs("1,860");
        assertTrue(desk.show("/table").contains("<li class=\"lit\">Net</li>"), desk.page());
        hand("/zero");
        hand("/vider");
        counterSays("SOUS ZÉRO");
    }

    @Test
    void aScaleThatSpeaksAnotherProtocolGivesNoWeight() {
        hand("/poser", "thing", "CHAIR");
        counterWeighs("4,250");
        assertTrue(desk.show("/table").contains("ST,+0004.250 kg\\x0d\\x0a"), desk.page());
        hand("/langue", "speech", "MT_SICS");
        counterSays("PAS DE BALANCE");
        assertTrue(desk.show("/table").contains("<code>rien</code>"), "nobody asks it in its language");
        hand("/langue", "speech", "A_AND_D");
        counterWeighs("4,250");
    }

    @Test
    void aScaleOnUsbIsChosenOnThePageOfTheDevicesAndWeighsThroughItsReports() {
        hand("/poser", "thing", "CHAIR");
        counterWeighs("4,250");
        hand("/langue", "speech", "USB_HID");
        counterSays("PAS DE BALANCE");
        useScale("POSTE-1");
        counterWeighs("4,250");
        assertTrue(desk.show("/table").contains("<code>\\x03\\x04\\x03\\xfe\\xa9\\x01</code>"), desk.page());
        hand("/balance/panne", "fault", "OVERLOAD");
        counterSays("TROP LOURD");
        hand("/balance/bien", "fault", "OVERLOAD");
        hand("/balance/panne", "fault", "UNPLUGGED");
        counterSays("PAS DE BALANCE");
        hand("/poser", "thing", "LAMP");
        hand("/balance/bien", "fault", "UNPLUGGED");
        counterWeighs("6,110");
        hand("/langue", "speech", "A_AND_D");
        counterSays("PAS DE BALANCE");
        useScale("SOL-1");
        counterWeighs("6,110");
    }

    private void useScale(String id) {
        desk.show("/appareils");
        desk.signIn("LEA");
        desk.show("/appareils");
        desk.post("/appareils/choisir", "use", "SCALE");
        assertTrue(desk.post("/appareils/utiliser", "device", "SCALE/" + id).contains("C’est fait."), desk.page());
    }

    @Test
    void aLabelThatWasPrintedLiesOnTheTableAndIsScannedIntoTheTicket() {
        String code = printedLabel();
        String table = desk.show("/table");
        assertTrue(table.contains("value=\"" + code + "\""), table);
        assertEquals(
                "PNG",
                new String(desk.bytes("/table/papier/1.png"), 1, 3, java.nio.charset.StandardCharsets.ISO_8859_1));
        desk.show("/caisse");
        hand("/scanner", "code", code);
        desk.until("the label is on the ticket", () -> desk.show("/caisse").contains("1,50"));
        Matcher qr = Pattern.compile("value=\"(LM1;[^\"]+)\"").matcher(table);
        assertTrue(qr.find(), "the QR of the label can be scanned too");
    }

    private String printedLabel() {
        hand("/poser", "thing", "TEAPOT");
        counterWeighs("0,640");
        printLabel();
        return desk.facts(Fact.Labelled.class).getFirst().code().digits();
    }

    private void printLabel() {
        int cuts = desk.printer().cuts();
        desk.show("/etiquettes");
        desk.post("/etiquettes/categorie", "category", "vaisselle");
        desk.post("/etiquettes/prix", "entry", "1,50");
        desk.post("/etiquettes/imprimer");
        desk.until("the label is cut off", () -> desk.printer().cuts() == cuts + 1);
    }

    @Test
    void fiveScansInABurstAllArrive() {
        printedLabel();
        for (int i = 1; i < ScannerSide.BURST; i++) {
            printLabel();
        }
        desk.show("/caisse");
        hand("/rafale");
        desk.until("five labels are on the ticket", () -> desk.show("/caisse").contains("7,50"));
    }

    @Test
    void anUnpluggedScannerSendsNothingAndTheTableSaysSo() {
        hand("/lecteur/panne");
        assertTrue(hand("/taper", "typed", "C-BAC-GRIS").contains("rien n’est parti"), desk.page());
        hand("/lecteur/bien");
        desk.show("/pesee");
        desk.until("the scanner is found again", () -> desk.scanner().isConnected());
        hand("/taper", "typed", "C-BAC-GRIS");
        counterSays("Bac gris");
    }

    @Test
    void withoutPaperTheCounterSaysSoAndTheReceiptComesWhenThereIsPaper() {
        hand("/imprimante/panne", "fault", "PAPER_OUT");
        sellBooks();
        desk.post("/caisse/recu");
        desk.until("Le ticket attend l’imprimante. La vente est enregistrée.");
        assertTrue(desk.show("/table").contains("Plus de papier"), desk.page());
        hand("/imprimante/bien", "fault", "PAPER_OUT");
        desk.until(
                "the receipt hangs out of the printer",
                () -> desk.show("/table").contains("Ticket 901-1"));
        assertTrue(hand("/detacher").contains("Rien n’est sorti."), desk.page());
    }

    @ParameterizedTest
    @EnumSource(
            value = PrinterFault.class,
            names = {"COVER_OPEN", "UNPLUGGED", "CUTTER_JAM"})
    void aFaultOfThePrinterCostsNoSale(PrinterFault fault) {
        hand("/imprimante/panne", "fault", fault.name());
        sellBooks();
        desk.post("/caisse/recu");
        desk.until("Le ticket attend l’imprimante. La vente est enregistrée.");
        assertEquals(1, desk.facts(Fact.Sale.class).size());
    }

    @ParameterizedTest
    @EnumSource(PrinterFault.class)
    void aFaultOfThePrinterIsOnUntilItIsTakenBack(PrinterFault fault) {
        Pattern pressed = Pattern.compile("value=\"" + fault + "\"[^>]*aria-pressed=\"true\"");
        assertEquals(
                fault.isLasting(),
                pressed.matcher(hand("/imprimante/panne", "fault", fault.name()))
                        .find());
        assertFalse(
                pressed.matcher(hand("/imprimante/bien", "fault", fault.name())).find(), desk.page());
    }

    @Test
    void theDrawerOpensOnTheTableAndAHandClosesIt() {
        sellBooks();
        desk.until("the drawer opens", () -> desk.show("/table").contains("Tiroir ouvert"));
        assertTrue(hand("/tiroir").contains("Tiroir fermé"), desk.page());
    }

    private void sellBooks() {
        desk.show("/caisse");
        desk.post("/caisse/categorie", "category", "livre", "entry", "2");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/especes");
    }

    @Test
    void whatTheTableDoesNotKnowIsABadRequest() {
        desk.show("/table");
        String token = desk.token();
        assertEquals(400, status(desk.form("/table/poser", token, "thing", "SAFE")));
        assertEquals(400, status(desk.form("/table/poser", token + "1", "thing", "MOON")));
        assertEquals(400, status(desk.form("/table/balance/panne", token + "2", "fault", "FIRE")));
        assertEquals(403, status(desk.form("/table/vider", token).header("Origin", "http://evil.example")));
        assertEquals(404, status(HttpRequest.newBuilder(desk.at("/table/papier/77.png"))));
        assertEquals(404, status(HttpRequest.newBuilder(desk.at("/table/papier/x.png"))));
        assertTrue(hand("/peser", "kilos", "lourd").contains("pas lisible"), desk.page());
        assertTrue(hand("/peser", "kilos", "200,001").contains("pas lisible"), desk.page());
        assertTrue(hand("/taper", "typed", " ").contains("Tapez d’abord un code."), desk.page());
        assertTrue(hand("/rafale").contains("Imprimez d’abord une étiquette."), desk.page());
    }

    private int status(HttpRequest.Builder request) {
        return desk.send(request).statusCode();
    }

    @Test
    void aTrainingCounterHasATableAndSaysThatNothingIsForReal(@TempDir Path other) {
        try (RunningCounter training = new RunningCounter(other, JournalKind.TRAINING, true)) {
            assertTrue(training.show("/").contains("href=\"/table\""), training.page());
            assertTrue(training.show("/table").contains("FACTICE"), training.page());
            training.post("/table/poser", "thing", "CHAIR");
            assertEquals(Mass.grams(4_250), training.scale().load());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = JournalKind.class,
            names = {"REAL", "TRAINING"})
    void withoutEmulatedDevicesThereIsNoTable(JournalKind kind, @TempDir Path other) {
        try (RunningCounter real = new RunningCounter(other, kind, false)) {
            assertFalse(real.show("/").contains("/table"), real.page());
            String token = real.token();
            for (String path : List.of("/table", "/table/flux", "/table/papier/1.png")) {
                HttpResponse<String> answer = real.send(HttpRequest.newBuilder(real.at(path)));
                assertEquals(404, answer.statusCode(), path);
            }
            for (String path : List.of("/table/poser", "/table/vider", "/table/scanner", "/table/imprimante/panne")) {
                assertEquals(404, real.send(real.form(path, token)).statusCode(), path);
            }
        }
    }

    @Test
    void theTableIsToldWhatChangesWithoutAsking() throws Exception {
        desk.show("/table");
        URI flux = desk.at("/table/flux");
        var answer = desk.http.send(HttpRequest.newBuilder(flux).build(), HttpResponse.BodyHandlers.ofLines());
        assertEquals(200, answer.statusCode());
        try (var lines = answer.body()) {
            desk.scale().put(Mass.grams(7_770));
            assertTrue(
                    lines.limit(200).anyMatch(line -> line.startsWith("data:") && line.contains("7.770")),
                    "the display's new digits");
        }
    }
}
