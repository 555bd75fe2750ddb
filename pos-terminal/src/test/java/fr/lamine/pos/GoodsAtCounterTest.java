package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.item.ItemCode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sorter sends a box, receives one and counts a shelf, through the real screen.
class GoodsAtCounterTest {

    private static final ItemCode LAMP = ItemCode.of(102, 7);
    private static final ItemCode VASE = ItemCode.of(102, 8);

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

    private void says(String words) {
        assertTrue(desk.page().contains(words), words + " on " + desk.page());
    }

    private void scan(String code) {
        desk.post("/scan", "code", code);
    }

    @Test
    void aBoxIsScannedAScanIsTakenBackAndTheSlipComesOut() {
        desk.show("/transferts");
        says("Que faites-vous");
        scan(LAMP.digits());
        says("Envoyer ou recevoir");
        desk.post("/transferts/sens", "way", "SEND");
        says("Vers quel lieu");
        desk.post("/transferts/site", "site", "GENTILLY");
        says("Envoi vers Gentilly");
        scan(LAMP.digits());
        scan(LAMP.digits());
        says("déjà sur la liste");
        scan(VASE.digits());
        says("2 pièces");
        desk.post("/transferts/retirer", "id", "1:" + VASE.digits());
        says("1 pièce");
        desk.post("/transferts/vrac", "on", "true");
        desk.post("/transferts/categorie", "category", "vaisselle");
        desk.post("/transferts/moyenne", "entry", "10");
        says("4,000");
        desk.post("/transferts/quitter", "on", "true");
        says("Abandonner cette liste");
        desk.post("/transferts/quitter", "on", "false");
        int cuts = desk.printer().cuts();
        desk.post("/transferts/terminer");
        desk.until("the slip is on paper", () -> desk.printer().cuts() == cuts + 1);
        SiteFact.TransferSent sent = desk.facts(SiteFact.TransferSent.class).getLast();
        assertEquals(1, sent.items().size());
        desk.show("/transferts");
        says(sent.transfer());
    }

    @Test
    void aSlipBeginsItsReceptionFromTheFirstQuestion() {
        desk.show("/transferts");
        scan("T-102-1-42");
        says("Réception du bon T-102-1-42");
        scan("M-77");
        says("pas un article");
        scan(LAMP.digits());
        desk.post("/transferts/terminer");
        assertEquals(
                "T-102-1-42",
                desk.facts(SiteFact.TransferReceived.class).getLast().transfer());
    }

    @Test
    void aSlipThatCannotBeScannedIsTyped() {
        desk.show("/transferts");
        desk.post("/transferts/sens", "way", "RECEIVE");
        says("Scannez le bon");
        scan(LAMP.digits());
        says("pas un bon");
        desk.post("/transferts/bon", "code", "102-1");
        says("pas lisible");
        desk.post("/transferts/bon", "code", "102-1-42");
        says("T-102-1-42");
    }

    @Test
    void aShelfIsCountedAndHandedIn() {
        desk.show("/inventaire");
        scan(LAMP.digits());
        says("Que comptez-vous");
        desk.post("/inventaire/commencer", "family", "");
        scan(LAMP.digits());
        scan(VASE.digits());
        desk.post("/inventaire/terminer");
        says("Inventaire remis");
        assertEquals(2, desk.facts(SiteFact.Counted.class).getLast().items().size());
    }
}
