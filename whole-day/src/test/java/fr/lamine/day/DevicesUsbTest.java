package fr.lamine.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.emulator.Emulator;
import fr.lamine.hardware.emulator.LabelPrinterEmulator;
import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.hardware.emulator.ScannerEmulator;
import fr.lamine.hardware.emulator.speech.ScannerSpeech;
import fr.lamine.hardware.emulator.speech.UsbHidSpeech;
import fr.lamine.hardware.label.LabelLanguage;
import fr.lamine.hardware.label.Resolution;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.usb.FarEnd;
import fr.lamine.hardware.usb.Gadget;
import fr.lamine.hardware.usb.Model;
import fr.lamine.hardware.usb.OnTheBed;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.pos.RunningCounter;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The page of the devices finds, sets up, tries and uses what is plugged into USB: a counter for real trade, its own
/// routes, the native library, and gadgets behind umockdev.
@Tag("usb")
class DevicesUsbTest extends OnTheBed {

    @TempDir
    private Path folder;

    private final List<FarEnd> farEnds = new ArrayList<>();
    private RunningCounter desk;

    @BeforeEach
    void open() {
        desk = new RunningCounter(folder, JournalKind.REAL, false);
        desk.signIn("LEA");
        desk.show("/appareils");
    }

    @AfterEach
    void close() {
        desk.close();
        farEnds.forEach(FarEnd::close);
    }

    private void play(Emulator device, FarEnd farEnd) {
        farEnds.add(farEnd);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                device.serve(farEnd);
            } catch (EOFException theTestIsOver) {
                return;
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    /// As people do it: choose, add, touch its name.
    private void touch(String use, String name, String place) {
        desk.show("/appareils");
        desk.post("/appareils/choisir", "use", use);
        desk.post("/appareils/ajouter");
        desk.until(name + " is found", () -> desk.show("/").contains(name));
        assertTrue(desk.page().contains("value=\"" + place + "\""), desk.page());
        desk.post("/appareils/ici", "place", place);
    }

    private void cardSays(String words) {
        desk.until("the card says " + words, () -> desk.show("/appareils").contains(words));
    }

    @Test
    void aScaleIsFoundNamedTriedAndWeighedWithAndComesBackInAnotherSocket() throws Exception {
        ScaleEmulator device = new ScaleEmulator(new UsbHidSpeech(), Duration.ZERO);
        FarEnd farEnd = FarEnd.forgetful();
        play(device, farEnd);
        Gadget gadget = plug(Model.SCALE, farEnd, 2);
        device.put(Mass.grams(3_500));

        touch("SCALE", "La Mine scale", "usb:0922:8003@1-2");
        assertTrue(desk.page().contains("USB 0922:8003@1-2"), "a scale on USB says what it speaks: " + desk.page());
        desk.post(
                "/appareils/plaque",
                "name",
                "Balance postale",
                "max",
                "60",
                "min",
                "0,2",
                "division",
                "10",
                "sticker",
                "");
        cardSays("3,500\u202fkg");
        assertTrue(gadget.isClaimed());
        assertFalse(gadget.hasKernelDriver());
        desk.post("/appareils/essayer", "use", "SCALE");
        assertTrue(desk.page().contains("/appareils/zero"), desk.page());
        assertFalse(desk.page().contains("/appareils/tare"), "it has none");

        weighIn("3,500");
        unplug(gadget);
        cardSays("Branchez la balance");
        desk.show("/pesee");
        desk.post("/pesee/categorie", "category", "vaisselle");
        desk.post("/pesee/enregistrer");
        assertEquals(1, desk.facts(Fact.WeighIn.class).size(), "nothing is weighed without a scale");
        device.put(Mass.grams(700));
        plugIn(gadget, 7);
        cardSays("0,700\u202fkg");
        weighIn("0,700");
        assertEquals(
                List.of(3_500L, 700L),
                desk.facts(Fact.WeighIn.class).stream()
                        .map(fact -> fact.weight().net().grams())
                        .toList());
        assertTrue(desk.facts(Fact.WeighIn.class).stream()
                .allMatch(fact -> fact.weight().provenance() instanceof MassProvenance.Weighed weighed
                        && weighed.scale().equals("BALANCE-POSTALE")
                        && !weighed.emulated()));

        desk.close();
        desk = new RunningCounter(folder, JournalKind.REAL, false);
        desk.signIn("LEA");
        cardSays("0,700\u202fkg");
    }

    private void weighIn(String kilos) {
        int before = desk.facts(Fact.WeighIn.class).size();
        desk.show("/pesee");
        desk.until("class=\"digits stable \">" + kilos + "<");
        desk.post("/pesee/categorie", "category", "vaisselle");
        desk.post("/pesee/enregistrer");
        assertEquals(before + 1, desk.facts(Fact.WeighIn.class).size(), desk.page());
    }

    @Test
    void aScannerIsFoundTriedAndServesAndAKeyboardIsNamedAsSuch() throws Exception {
        ScannerEmulator device = new ScannerEmulator(ScannerSpeech.HID_POS);
        FarEnd farEnd = new FarEnd();
        play(device, farEnd);
        Gadget gadget = plug(Model.SCANNER, farEnd, 3);
        plug(Model.KEYBOARD, new FarEnd(), 4);

        touch("SCANNER", "La Mine scanner", "usb:0c2e:0b01@1-3");
        desk.until("it is open", () -> desk.show("/").contains("Lisez un code."));
        device.scan("3760123456789");
        desk.until("the code is shown", () -> desk.show("/").contains("3760123456789 (Code 128)"));
        assertTrue(desk.post("/appareils/enregistrer", "name", "Douchette").contains("Douchette\u202f: enregistré."));
        cardSays("Lisez un code.");
        desk.show("/pesee");
        device.scan("C-BAC-GRIS");
        desk.until("what it reads counts", () -> desk.show("/pesee").contains("Bac gris"));

        unplug(gadget);
        cardSays("Branchez le lecteur.");
        plugIn(gadget, 8);
        cardSays("Lisez un code.");
        device.scan("3760123456790");
        desk.until("it reads on", () -> desk.show("/").contains("3760123456790"));

        desk.post("/appareils/choisir", "use", "SCANNER");
        desk.post("/appareils/ajouter");
        desk.until("the keyboard is named", () -> desk.show("/").contains("La Mine keyboard est en mode clavier"));
    }

    @ParameterizedTest
    @EnumSource(value = LabelLanguage.class, mode = EnumSource.Mode.EXCLUDE, names = "ESC_POS")
    void aPrinterOfLabelsIsFoundSetTriedAndPrintsALabel(LabelLanguage language) throws Exception {
        LabelPrinterEmulator device = new LabelPrinterEmulator(language, Resolution.DPI203);
        device.slow(250);
        FarEnd farEnd = new FarEnd();
        play(device, farEnd);
        plug(Model.PRINTER, farEnd, 6);

        touch("LABELS", "La Mine printer", "usb:04b8:0e15@1-6");
        desk.post("/appareils/langue", "language", language.name(), "name", "Zèbre");
        assertFalse(desk.page().contains("/appareils/controle-de-flux"), "no flow on USB");
        desk.post("/appareils/essai", "name", "Zèbre");
        desk.until("the trial comes out", () -> device.labels().size() == 1);
        desk.until(
                "it is saved",
                () -> desk.post("/appareils/enregistrer", "name", "Zèbre").contains("Zèbre\u202f: enregistré."));
        desk.show("/etiquettes");
        desk.post("/etiquettes/categorie", "category", "vaisselle");
        desk.post("/etiquettes/prix", "entry", "1,50");
        desk.post("/etiquettes/imprimer");
        desk.until("the label comes out", () -> device.labels().size() == 2);
        assertEquals(List.of(), device.faults());
    }

    @Test
    void aPrinterIsFoundTriedAndPrintsAReceiptOnceThoughItsCableIsPulledInTheMiddle() throws Exception {
        PrinterEmulator device = new PrinterEmulator(PaperWidth.MM80);
        FarEnd farEnd = new FarEnd();
        play(device, farEnd);
        Gadget gadget = plug(Model.PRINTER, farEnd, 1);

        touch("TICKETS", "La Mine printer", "usb:04b8:0e15@1-1");
        desk.post("/appareils/essai", "name", "Caisse 1");
        desk.until("the page comes out", () -> device.cuts() == 1);
        assertTrue(device.lastText().contains("Caisse 1"), device.lastText());
        desk.until(
                "it is saved",
                () -> desk.post("/appareils/enregistrer", "name", "Caisse 1").contains("Caisse 1\u202f: enregistré."));
        cardSays("PRÊTE");

        desk.show("/caisse");
        desk.post("/caisse/categorie", "category", "livre", "entry", "2");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/carte");
        device.paperFor(5);
        device.clears(false);
        long before = farEnd.takenInAll();
        desk.post("/caisse/recu");
        desk.until("it is being printed", () -> farEnd.takenInAll() > before + 300);
        unplug(gadget);
        desk.until("somebody must look", () -> desk.show("/caisse").contains("est-il sorti"));
        assertEquals(1, desk.facts(Fact.Sale.class).size(), "the sale stands");
        assertEquals(1, device.cuts());
        device.paperOk();
        plugIn(gadget, 5);
        int cuts = device.cuts();
        desk.show("/caisse");
        Matcher about = Pattern.compile("name=\"id\" value=\"([0-9]+)\"><button[^>]*id=\"answer")
                .matcher(desk.page());
        assertTrue(about.find(), desk.page());
        desk.post("/impression/encore", "id", about.group(1));
        desk.until("it comes in another socket", () -> device.cuts() == cuts + 1);
        assertTrue(device.lastText().contains("TOTAL"), device.lastText());
        assertEquals(List.of(), device.faults());
        desk.until("nothing is asked any more", () -> !desk.show("/caisse").contains("id=\"ask\""));
        assertEquals(cuts + 1, device.cuts());
    }
}
