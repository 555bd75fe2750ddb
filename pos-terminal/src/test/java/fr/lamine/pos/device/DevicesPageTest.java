package fr.lamine.pos.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.emulator.LabelPrinterEmulator;
import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.hardware.emulator.ScannerEmulator;
import fr.lamine.hardware.emulator.speech.MtSicsSpeech;
import fr.lamine.hardware.emulator.speech.NciSpeech;
import fr.lamine.hardware.emulator.speech.StgsSpeech;
import fr.lamine.hardware.label.LabelLanguage;
import fr.lamine.hardware.label.Resolution;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.transport.Tcp;
import fr.lamine.hardware.transport.WireLog;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.till.TechnicalEvent;
import fr.lamine.pos.RunningCounter;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The screen of the devices over its own routes: a real counter without devices is given some.
class DevicesPageTest {

    @TempDir
    Path folder;

    private final ScaleEmulator scale = new ScaleEmulator(StgsSpeech.A_AND_D);
    private final ScannerEmulator scanner = new ScannerEmulator();
    private final PrinterEmulator printer = new PrinterEmulator(PaperWidth.MM58);
    private RunningCounter desk;

    private void open(JournalKind kind, boolean emulated) throws IOException {
        scale.listen(0, 0);
        scanner.listen(0, 0);
        printer.listen(0, 0);
        desk = new RunningCounter(folder, kind, emulated);
    }

    private void openReal() throws IOException {
        open(JournalKind.REAL, false);
        desk.signIn("LEA");
        desk.show("/appareils");
    }

    @AfterEach
    void close() {
        desk.close();
        scale.close();
        scanner.close();
        printer.close();
    }

    private static String address(Object endpoint) {
        return "127.0.0.1:" + ((Tcp) endpoint).port();
    }

    private void add(String use, String address) {
        desk.post("/appareils/choisir", "use", use);
        desk.post("/appareils/ajouter");
        desk.post("/appareils/adresse", "address", address);
    }

    private void put(long grams) {
        scale.put(Mass.grams(grams));
        scale.still();
    }

    private String plate(String name) {
        return desk.post(
                "/appareils/plaque", "name", name, "max", "150", "min", "0,4", "division", "20", "sticker", "");
    }

    private void addTheScale() {
        add("SCALE", address(scale.endpoint()));
        desk.until("the wire is read", () -> desk.show().contains("3,500\u202fkg"));
        desk.post("/appareils/protocole", "protocol", "STGS");
        assertTrue(plate("Balance au sol").contains("Balance au sol\u202f: enregistré."), desk.page());
    }

    @Test
    void aScaleIsFoundOutNamedAndWeighedWithWithoutARestart() throws IOException {
        openReal();
        put(3_500);
        assertTrue(desk.page().contains("Rien n’est choisi."), desk.page());
        addTheScale();
        desk.until("its weight is live", () -> desk.show("/appareils").contains("3,500\u202fkg"));

        desk.show("/pesee");
        desk.until("class=\"digits stable \">3,500<");
        desk.post("/pesee/categorie", "category", "vaisselle");
        desk.post("/pesee/enregistrer");
        Fact.WeighIn fact = desk.facts(Fact.WeighIn.class).getFirst();
        assertTrue(fact.weight().provenance() instanceof MassProvenance.Weighed weighed
                && weighed.scale().equals("BALANCE-AU-SOL")
                && !weighed.emulated());

        desk.close();
        desk = new RunningCounter(folder, JournalKind.REAL, false);
        desk.signIn("LEA");
        desk.until("it is known after a restart", () -> desk.show("/appareils").contains("3,500\u202fkg"));
    }

    @Test
    void theProtocolIsChangedUnderAnOpenTicketAndNothingIsLost() throws IOException {
        openReal();
        put(3_500);
        addTheScale();
        desk.show("/caisse");
        desk.post("/caisse/categorie", "category", "livre", "entry", "2,50");

        desk.show("/appareils");
        scale.speak(new MtSicsSpeech());
        desk.until("the scale is not understood", () -> !desk.show("/appareils").contains("3,500\u202fkg"));
        desk.post("/appareils/choisir", "use", "SCALE");
        desk.post("/appareils/modifier", "device", "SCALE/BALANCE-AU-SOL");
        desk.until("MT-SICS reads it", () -> desk.show().contains("3,500\u202fkg"));
        desk.post("/appareils/protocole", "protocol", "MTSICS");
        assertTrue(desk.page().contains("value=\"Balance au sol\""), "the plate is kept: " + desk.page());
        plate("Balance du quai");
        desk.until("its weight is live again", () -> desk.show("/appareils").contains("3,500\u202fkg"));
        assertTrue(desk.page().contains("Balance du quai"), desk.page());
        assertTrue(desk.show("/caisse").contains("2,50\u202f€"), "the ticket stands");
        scale.unplug();
        desk.until("what to do is said", () -> desk.show("/appareils").contains("Branchez la balance et allumez-la."));
        scale.plug();
        desk.until("it is back", () -> desk.show("/appareils").contains("3,500\u202fkg"));
    }

    @Test
    void aScannerIsTriedThenServes() throws IOException {
        openReal();
        add("SCANNER", address(scanner.endpoint()));
        desk.until("the scanner is there", () -> desk.show().contains("Lisez un code."));
        scanner.scan("3760123456789");
        desk.until("the code is shown", () -> desk.show().contains("3760123456789 (Code 128)"));
        assertTrue(desk.post("/appareils/enregistrer", "name", "Douchette").contains("Douchette\u202f: enregistré."));
        desk.until("it is in use", () -> desk.show("/appareils").contains("Lisez un code."));
        scanner.scan("3760123456790");
        desk.until("what it reads is shown", () -> desk.show().contains("3760123456790"));
        desk.show("/pesee");
        scanner.scan("C-BAC-GRIS");
        desk.until("what it reads counts", () -> desk.show("/pesee").contains("Bac gris"));
    }

    @Test
    void aPrinterIsTriedSetAndPrintsItsPage() throws IOException {
        openReal();
        add("TICKETS", address(printer.endpoint()));
        desk.post("/appareils/papier", "paper", "MM58", "name", "Caisse 1");
        desk.post("/appareils/avec-tiroir", "drawer", "true", "name", "Caisse 1");
        desk.post("/appareils/essai", "name", "Caisse 1");
        desk.until("the page comes out", () -> printer.cuts() == 1);
        assertTrue(printer.lastText().contains("Caisse 1"), printer.lastText());
        desk.post("/appareils/enregistrer", "name", "Caisse 1");
        desk.until("it is ready", () -> desk.show("/appareils").contains("PRÊTE"));
        desk.post("/appareils/page", "use", "LABELS");
        desk.until("labels come out of it too", () -> printer.cuts() == 2);
        desk.post("/appareils/tiroir");
        desk.until("the drawer opens", () -> printer.kicks() == 1);
        desk.signIn("AWA");
        desk.show("/appareils");
        assertFalse(desk.page().contains("/appareils/contact"));
        assertTrue(desk.post("/appareils/tiroir").contains("C’est réservé aux responsables."));
        assertEquals(1, printer.kicks());
    }

    private void addThePrinterWithADrawer() {
        add("TICKETS", address(printer.endpoint()));
        desk.post("/appareils/avec-tiroir", "drawer", "true", "name", "Caisse 1");
        desk.post("/appareils/enregistrer", "name", "Caisse 1");
        desk.until("it is ready", () -> desk.show("/appareils").contains("PRÊTE"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theDrawerTeachesTheCounterHowItIsWired(boolean lowWhenOpen) throws IOException {
        printer.drawerPinLowWhenOpen(lowWhenOpen);
        openReal();
        addThePrinterWithADrawer();
        assertTrue(desk.post("/appareils/contact").contains("INCONNU"), desk.page());
        desk.post("/appareils/tiroir");
        desk.until("the drawer opens", printer::isDrawerOpen);
        TillFact.TechnicalNoted noted =
                desk.facts(TillFact.TechnicalNoted.class).getLast();
        assertEquals(TechnicalEvent.DRAWER_OPENED, noted.event());
        assertEquals("Essai du tiroir", noted.detail());
        assertTrue(desk.post("/appareils/contact/vu").contains("Il est fermé"), desk.page());
        assertTrue(desk.post("/appareils/contact/vu").contains("aucune différence"), "it was not closed");
        desk.post("/appareils/contact/vu");
        printer.closeDrawer();
        assertTrue(desk.post("/appareils/contact/vu").contains("sait maintenant lire le tiroir"), desk.page());
        desk.until("it is seen closed", () -> desk.show().contains("FERMÉ"));
        desk.post("/appareils/tiroir");
        desk.until("it is seen open", () -> desk.show().contains("OUVERT"));
        assertTrue(desk.show("/appareils").contains("Tiroir ouvert."), desk.page());
        printer.closeDrawer();
        desk.until("somebody closed it", () -> desk.show("/appareils").contains("Tiroir fermé."));
        assertEquals(
                2,
                desk.facts(TillFact.TechnicalNoted.class).stream()
                        .filter(each -> each.event() == TechnicalEvent.DRAWER_OPENED)
                        .count());

        desk.close();
        desk = new RunningCounter(folder, JournalKind.REAL, false);
        desk.signIn("LEA");
        desk.until("it is known after a restart", () -> desk.show("/appareils").contains("Tiroir fermé."));
    }

    @Test
    void aPrinterThatSaysNothingTeachesNothing() throws IOException {
        openReal();
        addThePrinterWithADrawer();
        desk.post("/appareils/contact");
        printer.mute(true);
        assertTrue(desk.post("/appareils/contact/vu").contains("L’imprimante ne dit rien du tiroir."), desk.page());
        assertTrue(desk.page().contains("Il est ouvert"), desk.page());
        desk.signIn("AWA");
        desk.show("/appareils");
        for (String path : List.of("contact", "contact/apprendre", "contact/vu")) {
            assertTrue(desk.post("/appareils/" + path).contains("C’est réservé aux responsables."), path);
        }
    }

    @ParameterizedTest
    @EnumSource(value = LabelLanguage.class, mode = EnumSource.Mode.EXCLUDE, names = "ESC_POS")
    void aPrinterOfLabelsIsSetTriedAndPrintsTheLabel(LabelLanguage language) throws Exception {
        try (LabelPrinterEmulator labels = new LabelPrinterEmulator(language, Resolution.DPI203)) {
            labels.slow(250);
            labels.listen(0, 0);
            openReal();
            add("LABELS", address(labels.endpoint()));
            desk.post("/appareils/langue", "language", language.name(), "name", "Zèbre");
            desk.post("/appareils/format", "format", "60x40", "name", "Zèbre");
            desk.post("/appareils/finesse", "resolution", "DPI203", "name", "Zèbre");
            desk.post("/appareils/essai", "name", "Zèbre");
            desk.until("the trial comes out", () -> labels.labels().size() == 1);
            desk.until(
                    "it is saved",
                    () -> desk.post("/appareils/enregistrer", "name", "Zèbre").contains("Zèbre\u202f: enregistré."));

            labels.paperFor(0);
            desk.show("/etiquettes");
            desk.post("/etiquettes/categorie", "category", "vaisselle");
            desk.post("/etiquettes/prix", "entry", "1,50");
            desk.post("/etiquettes/imprimer");
            desk.until(
                    "the screen asks for paper", () -> desk.show("/etiquettes").contains("papier"));
            assertEquals(1, labels.labels().size());
            labels.paperOk();
            desk.until("the label comes out", () -> labels.labels().size() == 2);
            assertEquals(List.of(), labels.faults());
            assertEquals(0, printer.cuts(), "nothing on the roll of tickets");
        }
    }

    @Test
    void everybodyLooksAndTriesAndOnlyAManagerChooses() throws IOException {
        open(JournalKind.DEMO, true);
        desk.scale().put(Mass.grams(1_200));
        desk.scale().still();
        desk.signIn("NOE");
        desk.until("its weight is live", () -> desk.show("/appareils").contains("1,200\u202fkg"));
        assertFalse(desk.page().contains("/appareils/choisir"));
        desk.post("/appareils/essayer", "use", "SCALE");
        assertTrue(desk.page().contains("Posez un objet dessus"), desk.page());
        for (String path :
                new String[] {"choisir", "utiliser", "modifier", "oublier", "ajouter", "adresse", "plaque"}) {
            assertTrue(
                    desk.post("/appareils/" + path, "use", "SCALE", "device", "SCALE/")
                            .contains("C’est réservé aux responsables."),
                    path);
        }
        assertTrue(desk.show("/pesee").contains("1,200"), "the scale still serves");
    }

    @Test
    void zeroAndTareAreThereWhereTheProtocolHasThemAndTheScaleObeys() throws IOException {
        openReal();
        put(3_500);
        addTheScale();
        desk.post("/appareils/essayer", "use", "SCALE");
        assertTrue(desk.post("/appareils/tare").contains("Tare demandée."), desk.page());
        desk.until("the load is taken off", () -> desk.show("/").contains("0,000\u202fkg"));
        put(4_700);
        desk.until("only what came after counts", () -> desk.show("/").contains("1,200\u202fkg"));
        desk.post("/appareils/zero");
        desk.until("all of it counts as nothing", () -> desk.show("/").contains("0,000\u202fkg"));

        scale.speak(new NciSpeech());
        desk.post("/appareils/choisir", "use", "SCALE");
        desk.post("/appareils/modifier", "device", "SCALE/BALANCE-AU-SOL");
        desk.post("/appareils/protocole", "protocol", "NCI");
        plate("Balance au sol");
        desk.post("/appareils/essayer", "use", "SCALE");
        assertFalse(desk.page().contains("/appareils/tare"), desk.page());
        assertTrue(desk.page().contains("/appareils/zero"), desk.page());
        scale.unplug();
        desk.until("it is away", () -> desk.show("/").contains("Branchez la balance"));
        assertTrue(desk.post("/appareils/tare").contains("La balance ne l’accepte pas."), desk.page());
    }

    @Test
    void whatCannotBeIsRefusedInPlainWordsAndNothingChanges() throws IOException {
        openReal();
        put(3_500);
        desk.post("/appareils/choisir", "use", "SCALE");
        desk.post("/appareils/ajouter");
        assertTrue(desk.post("/appareils/adresse", "address", "la balance bleue")
                .contains("Cette adresse n’est pas lisible."));
        desk.post("/appareils/adresse", "address", address(scale.endpoint()));
        desk.post("/appareils/protocole", "protocol", "STGS");
        assertTrue(plate(" ").contains("Il manque le nom de l’appareil."));
        assertTrue(desk.post("/appareils/plaque", "name", "A", "max", "1", "min", "2", "division", "20", "sticker", "")
                .contains("Ces nombres ne vont pas ensemble."));
        assertTrue(desk.post(
                        "/appareils/plaque",
                        "name",
                        "A",
                        "max",
                        "150",
                        "min",
                        "",
                        "division",
                        "20",
                        "sticker",
                        "demain")
                .contains("Cette date n’est pas lisible."));
        assertTrue(desk.page().contains("value=\"demain\""), "what was typed is kept");
        plate("Balance au sol");
        add("SCALE", address(scale.endpoint()));
        desk.post("/appareils/protocole", "protocol", "STGS");
        assertTrue(plate("Balance au sol").contains("Un autre appareil a déjà ce nom."));
        desk.post("/appareils/choisir", "use", "SCALE");
        assertTrue(desk.post("/appareils/oublier", "device", "SCALE/BALANCE-AU-SOL")
                .contains("Cet appareil est en service."));
        assertTrue(
                desk.post("/appareils/utiliser", "device", "SCALE/NULLE-PART").contains("n’est plus dans la liste"));
        desk.post("/appareils/utiliser", "device", "SCALE/");
        assertTrue(desk.post("/appareils/oublier", "device", "SCALE/BALANCE-AU-SOL")
                .contains("Balance au sol\u202f: oublié."));
        assertTrue(desk.page().contains("Aucun appareil n’est connu."), desk.page());
    }

    @Test
    void whoeverTapsTheDotsAgainIsBackAtTheOverviewAndTheScaleServesAgain() throws IOException {
        openReal();
        put(3_500);
        addTheScale();
        desk.post("/appareils/choisir", "use", "SCALE");
        desk.post("/appareils/modifier", "device", "SCALE/BALANCE-AU-SOL");
        assertTrue(desk.page().contains("Que dit la balance"), desk.page());
        assertTrue(desk.show("/appareils").contains("Imprimante de tickets"), desk.page());
        desk.until("the scale was given back", () -> desk.show("/pesee").contains("class=\"digits stable \">3,500<"));
    }

    @Test
    void aTechnicianReadsWhatWasSaidOnEachWire() throws IOException {
        open(JournalKind.DEMO, true);
        desk.scale().put(Mass.grams(1_200));
        desk.scale().still();
        assertTrue(desk.show("/trames").contains("Connectez-vous d’abord au poste."), desk.page());
        assertEquals(
                404, desk.send(HttpRequest.newBuilder(desk.at("/trames/texte"))).statusCode());
        desk.show();
        desk.signIn("NOE");
        String scaleFrames = "/trames?appareil=balance.SOL-1";
        desk.until("the scale's bytes stand there", () -> desk.show(scaleFrames).contains("53 54 2c"));
        assertTrue(desk.page().contains("ST,"), desk.page());
        desk.until(
                "questions to the printer too",
                () -> desk.show("/trames?appareil=imprimante.IMPRIMANTE-1").contains("10 04 01"));
        assertTrue(desk.page().contains("envoyé"), desk.page());
        desk.scanner().scan("C-BAC-GRIS");
        desk.until(
                "what was scanned stands there",
                () -> desk.show("/trames?appareil=lecteur.LECTEUR-1").contains("C-BAC-GRIS"));
        desk.scale().unplug();
        desk.until("a lost wire is seen", () -> desk.show(scaleFrames).contains("<tr class=\"failed\">"));
        String text = new String(desk.bytes("/trames/texte?appareil=balance.SOL-1"), StandardCharsets.UTF_8);
        assertTrue(text.lines().anyMatch(line -> line.matches("[0-9:]{8},[0-9]{3}\tIN\t53 54 2c.*\tST,.*")), text);
        assertTrue(text.lines().count() <= WireLog.MOST, "no more than is kept");
    }
}
