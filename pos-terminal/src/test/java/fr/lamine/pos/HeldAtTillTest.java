package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.TillFact;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A customer who went to fetch something more, the person who takes over, and the last sales at hand.
class HeldAtTillTest {

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

    private void sell(String category, String price, String tender) {
        desk.post("/caisse/categorie", "category", category, "entry", price);
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/" + tender);
        desk.post("/caisse/suivant");
    }

    private void says(String words) {
        assertTrue(desk.page().contains(words), words + " on " + desk.page());
    }

    @Test
    void aTicketWaitsWhileTheNextCustomerPaysAndIsTakenBack() {
        desk.post("/caisse/categorie", "category", "livre", "entry", "2");
        desk.post("/caisse/attente");
        says("En attente\u202f: 2,00\u202f€.");
        says("1 en attente");
        sell("livre", "1", "carte");
        says("1 en attente");
        desk.post("/caisse/attente/liste");
        says("1 ligne · par AWA");
        desk.post("/caisse/attente/reprendre", "held", "1");
        assertFalse(desk.page().contains("1 en attente"), desk.page());
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/especes");
        assertEquals(200, desk.facts(Fact.Sale.class).getLast().total().cents());
    }

    @Test
    void anEmptyTicketIsNotPutAside() {
        desk.post("/caisse/attente");
        says("Le ticket est vide.");
    }

    @Test
    void theNextPersonAtTheTillGoesOnWithTheOpenTicket() {
        desk.post("/caisse/categorie", "category", "livre", "entry", "2");
        desk.post("/deconnexion");
        desk.signIn("LEA");
        desk.show("/caisse");
        says("Livres");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/carte");
        Fact.Sale sale = desk.facts(Fact.Sale.class).getLast();
        assertEquals(200, sale.total().cents());
        assertEquals("LEA", sale.context().operator().code());
        assertTrue(desk.facts(TillFact.TicketAbandoned.class).isEmpty());
    }

    @Test
    void whoeverClosesTheDayIsToldOfTheTicketsOnHold() {
        desk.post("/caisse/categorie", "category", "livre", "entry", "2");
        desk.post("/caisse/attente");
        desk.post("/tiroir/fermer");
        says("1 ticket est en attente.");
    }

    @Test
    void theLastThreeSalesStandThereWithTheirTenders() {
        sell("livre", "1", "carte");
        sell("livre", "2", "especes");
        sell("livre", "3", "cheque");
        sell("meuble", "20", "carte");
        desk.post("/caisse/reprise");
        says("Ticket 4 · ");
        says("Carte 20,00\u202f€");
        says("Chèque 3,00\u202f€");
        says("Espèces 2,00\u202f€");
        assertFalse(desk.page().contains("Ticket 1 · "), "no more than three");
    }

    @Test
    void aReceiptAndThenADuplicateAreHadFromAnEarlierSale() {
        sell("livre", "1", "carte");
        sell("livre", "2", "especes");
        desk.post("/caisse/reprise");
        desk.post("/caisse/reprise/vente", "sale", "901/1/" + seqOfFirstSale());
        says("1,00\u202f€ · 1 à rendre");
        int cuts = desk.printer().cuts();
        desk.post("/caisse/recu");
        desk.until("the receipt is on paper", () -> desk.printer().cuts() == cuts + 1);
        desk.until("Duplicata");
        desk.post("/caisse/recu");
        desk.until("the duplicate is on paper", () -> desk.printer().cuts() == cuts + 2);
        assertTrue(
                desk.printer().lastText().contains("DUPLICATA 1"),
                desk.printer().lastText());
        assertEquals(1, desk.facts(TillFact.DuplicatePrinted.class).size());
    }

    private long seqOfFirstSale() {
        return desk.facts().indexOf(desk.facts(Fact.Sale.class).getFirst()) + 1L;
    }
}
