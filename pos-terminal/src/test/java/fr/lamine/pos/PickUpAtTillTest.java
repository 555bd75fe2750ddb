package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.sale.PickUp;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sofa is paid today and fetched next week.
class PickUpAtTillTest {

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

    private void says(String words) {
        assertTrue(desk.page().contains(words), words + " on " + desk.page());
    }

    private String soldForLater() {
        desk.post("/caisse/categorie", "category", "meuble", "entry", "20");
        desk.post("/caisse/ligne", "line", "1");
        desk.post("/caisse/plus-tard");
        desk.post("/caisse/plus-tard/choix", "place", "YARD");
        desk.post("/caisse/plus-tard/choix", "state", "TO_DISMANTLE");
        desk.post("/caisse/plus-tard/choix", "term", "OPEN");
        desk.post("/caisse/plus-tard/noter");
        says("À retirer · Cour");
        int cuts = desk.printer().cuts();
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/carte");
        desk.until("both slips are on paper", () -> desk.printer().cuts() == cuts + 2);
        return desk.facts(Fact.Sale.class)
                .getLast()
                .lines()
                .getFirst()
                .pickUp()
                .map(PickUp::code)
                .orElseThrow();
    }

    @Test
    void theSlipShowsWhereItWaitsAndScannedOnceMoreItIsHandedOver() {
        String code = soldForLater();
        desk.post("/scan", "code", code);
        says("Lieu\u202f: Cour");
        says("À démonter");
        assertEquals(0, desk.facts(TillFact.Collected.class).size(), "it is not out of the store yet");
        desk.post("/scan", "code", code);
        says("Remis au client");
        assertEquals(1, desk.facts(TillFact.Collected.class).size());
        desk.post("/scan", "code", code);
        says("C’est déjà retiré");
        assertEquals(1, desk.facts(TillFact.Collected.class).size());
    }

    @Test
    void withoutItsSlipItIsFoundInTheListAndTheSlipIsHadAgain() {
        String code = soldForLater();
        desk.post("/caisse/plus-de-choix");
        says("1 attend");
        desk.post("/caisse/retraits");
        says("Cour · sans date");
        desk.post("/caisse/retraits/un", "code", code);
        int cuts = desk.printer().cuts();
        desk.post("/caisse/retraits/imprimer", "code", code);
        desk.until("the slips are on paper again", () -> desk.printer().cuts() == cuts + 2);
        desk.post("/caisse/retraits/remettre", "code", code);
        assertEquals(1, desk.facts(TillFact.Collected.class).size());
        desk.post("/caisse/retraits");
        says("Rien n’attend");
    }

    @Test
    void aDepositTakesThePlaceOfItsLine() {
        desk.post("/caisse/categorie", "category", "meuble", "entry", "20");
        desk.post("/caisse/ligne", "line", "1");
        desk.post("/caisse/plus-tard");
        desk.post("/caisse/acompte");
        desk.post("/caisse/acompte/prendre", "entry", "25");
        says("plus petit que le prix");
        desk.post("/caisse/acompte/prendre", "entry", "5");
        says("Acompte de 5,00\u202f€.");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/especes");
        Fact.Sale sale = desk.facts(Fact.Sale.class).getLast();
        assertEquals(500, sale.total().cents());
        assertEquals(0, sale.lines().size());
        assertEquals("901-1", sale.extras().getFirst().code().orElseThrow());
    }
}
