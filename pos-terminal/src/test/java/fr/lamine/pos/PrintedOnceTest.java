package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.Fact;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A receipt and its troubles through the whole counter: real store, real driver, the emulated printer's own paper.
class PrintedOnceTest {

    private static final String ASKED = "Le ticket n° 1 est-il sorti\u202f?";
    private static final String VOID = "Annule et remplace le ticket incomplet";
    private static final Pattern ABOUT = Pattern.compile("name=\"id\" value=\"([0-9]+)\"><button[^>]*id=\"answer");

    @TempDir
    Path folder;

    private RunningCounter desk;

    @BeforeEach
    void open() {
        desk = new RunningCounter(folder);
        desk.signInCashier();
        desk.show("/caisse");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void sell() {
        desk.post("/caisse/categorie", "category", "livre", "entry", "2");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/carte");
    }

    private void answer(String path) {
        Matcher about = ABOUT.matcher(desk.page());
        assertTrue(about.find(), desk.page());
        desk.post(path, "id", about.group(1));
    }

    private String paperAfter(int cuts) {
        desk.until("paper " + cuts, () -> desk.printer().cuts() >= cuts);
        assertEquals(cuts, desk.printer().cuts());
        return desk.printer().lastText();
    }

    private static void says(String paper, int times, String words) {
        String all = squeezed(paper);
        String wanted = squeezed(words);
        assertEquals(
                times, (all.length() - all.replace(wanted, "").length()) / wanted.length(), words + " in " + paper);
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u202f\u00a0]", "");
    }

    @Test
    void paperThatEndsInTheMiddleOfAReceiptBringsItOnceWhenNewPaperIsIn() {
        sell();
        desk.printer().paperFor(5);
        desk.post("/caisse/recu");
        desk.until("Le ticket n° 1 n’est pas sorti en entier.");
        assertTrue(desk.page().contains("L’imprimante n’a plus de papier."), desk.page());
        assertEquals(1, desk.facts(Fact.Sale.class).size(), "the sale stands");
        desk.post("/caisse/suivant");
        assertTrue(desk.show("/pesee").contains("Le ticket n° 1 n’est pas sorti"), "on every screen");

        desk.printer().paperOk();
        String paper = paperAfter(1);
        says(paper, 1, "TOTAL");
        says(paper, 1, "Merci");
        says(paper, 1, VOID);
        says(paper, 0, "DUPLICATA");
        desk.until("nothing is asked any more", () -> !desk.show().contains("id=\"ask\""));
    }

    @Test
    void onlyAReceiptThatCameOutBeforeIsADuplicate() {
        sell();
        desk.printer().paperFor(5);
        desk.post("/caisse/recu");
        desk.until("n’est pas sorti en entier.");
        desk.printer().paperOk();
        paperAfter(1);
        desk.until("Ticket imprimé.");
        desk.post("/caisse/recu");
        String second = paperAfter(2);
        says(second, 1, "DUPLICATA 1");
        says(second, 0, VOID);
    }

    @Test
    void aReceiptThatMayBeOutIsAskedAboutWhileTheTillGoesOn() {
        desk.printer().clears(false);
        sell();
        desk.printer().paperFor(5);
        desk.post("/caisse/recu");
        desk.until(ASKED);
        desk.printer().paperOk();
        says(paperAfter(1), 0, VOID);
        assertTrue(desk.show("/etiquettes").contains(ASKED));
        desk.show("/caisse");
        desk.post("/scan", "code", "0499900000775");
        assertTrue(desk.page().contains("Étiquette inconnue"), "the question holds nobody up");
        assertTrue(desk.page().contains(ASKED));
        answer("/impression/sorti");
        assertFalse(desk.page().contains("id=\"ask\""), desk.page());
        assertEquals(1, desk.printer().cuts(), "it was out: nothing more comes");
    }

    @Test
    void aReceiptThatDidNotComeOutIsPrintedWholeAndIsNoDuplicate() {
        desk.printer().clears(false);
        sell();
        desk.printer().paperFor(5);
        desk.post("/caisse/recu");
        desk.until(ASKED);
        assertTrue(desk.post("/caisse/recu").contains("Ce ticket est peut-être sorti."), "one answer first");
        desk.printer().paperOk();
        paperAfter(1);
        desk.show();
        answer("/impression/encore");
        String again = paperAfter(2);
        says(again, 1, VOID);
        says(again, 1, "TOTAL");
        says(again, 0, "DUPLICATA");
    }

    @Test
    void aReceiptThatWaitedLongAsksBeforeItComesOut() {
        sell();
        desk.printer().paperOut();
        desk.post("/caisse/recu");
        desk.until("Le ticket n° 1 attend l’imprimante.");
        desk.clock.move(Duration.ofMinutes(11));
        desk.printer().paperOk();
        desk.until("Le ticket n° 1, en attente depuis");
        assertEquals(0, desk.printer().cuts());
        answer("/impression/imprimer");
        says(paperAfter(1), 1, "TOTAL");
    }

    @Test
    void whatWaitsCanBeCancelledAndAskedForLater() {
        sell();
        desk.printer().unplug();
        desk.post("/caisse/recu");
        desk.until("Le ticket n° 1 attend l’imprimante.");
        answer("/impression/annuler");
        assertTrue(desk.page().contains("Ticket non imprimé."), desk.page());
        desk.printer().plug();
        desk.post("/caisse/recu");
        String paper = paperAfter(1);
        says(paper, 0, "DUPLICATA");
        says(paper, 0, VOID);
    }

    @Test
    void nobodyWhoIsNotSignedInAnswers() {
        desk.printer().clears(false);
        sell();
        desk.printer().paperFor(5);
        desk.post("/caisse/recu");
        desk.until(ASKED);
        Matcher about = ABOUT.matcher(desk.page());
        assertTrue(about.find());
        desk.post("/deconnexion");
        assertFalse(desk.page().contains(ASKED), "not before the door");
        assertTrue(desk.post("/impression/encore", "id", about.group(1)).contains("Personne n’est connecté."));
        desk.signInCashier();
        assertTrue(desk.page().contains(ASKED));
    }
}
