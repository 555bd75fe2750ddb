package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.sale.LineOrigin;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the till shows of the sale that was just made, and a label that no scanner reads.
class LastSaleTest {

    private static final String PAID = "Ticket 1 payé";

    @TempDir
    Path folder;

    private RunningCounter desk;

    @BeforeEach
    void open() {
        desk = new RunningCounter(folder);
        desk.signInCashier();
        desk.show("/caisse");
        desk.post("/caisse/categorie", "category", "livre", "entry", "2");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/especes", "entry", "5");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void staysWithItsMoney() {
        for (String words : new String[] {PAID, "Livres", "2,00\u202f€", "Espèces 5,00\u202f€", "Rendu 3,00\u202f€"}) {
            assertTrue(desk.page().contains(words), words + " on " + desk.page());
        }
    }

    @Test
    void itStaysWithItsMoneyUntilTheNextBegins() {
        staysWithItsMoney();
        desk.post("/caisse/suivant");
        staysWithItsMoney();
        assertFalse(desk.page().contains("/caisse/abandonner"), "there is nothing left to drop");
        desk.show("/pesee");
        desk.show("/caisse");
        staysWithItsMoney();
        desk.post("/caisse/categorie", "category", "livre", "entry", "1");
        assertFalse(desk.page().contains(PAID), desk.page());
    }

    @Test
    void itIsNotShownToTheNextPersonAtTheTill() {
        desk.post("/caisse/suivant");
        desk.post("/deconnexion");
        desk.signInCashier();
        desk.show("/caisse");
        assertFalse(desk.page().contains(PAID), desk.page());
    }

    @Test
    void itsPaperIsStillToBeHadWhenTheNextCustomerStandsThere() {
        desk.post("/caisse/suivant");
        int cuts = desk.printer().cuts();
        assertTrue(desk.post("/caisse/recu").contains("Le ticket s’imprime."), desk.page());
        desk.until("the receipt is on paper", () -> desk.printer().cuts() == cuts + 1);
    }

    @Test
    void aDamagedLabelIsSoldByTheEndOfItsCode() {
        desk.show("/etiquettes");
        desk.post("/etiquettes/categorie", "category", "vaisselle");
        desk.post("/etiquettes/prix", "entry", "1,50");
        desk.post("/etiquettes/poids", "basis", "AVERAGE");
        desk.post("/etiquettes/imprimer");
        String code = desk.facts(Fact.Labelled.class).getFirst().code().digits();
        desk.show("/caisse");
        assertTrue(desk.post("/caisse/code").contains("les 8 derniers"));
        assertTrue(desk.post("/caisse/code", "entry", "123").contains("pas le bon nombre de chiffres"));
        assertTrue(desk.page().contains("les 8 derniers"), "and asks again");
        desk.post("/caisse/code", "entry", code.substring(5));
        assertTrue(desk.page().contains("1,50\u202f€"), desk.page());
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/carte");
        Fact.Sale sale = desk.facts(Fact.Sale.class).getLast();
        assertEquals(LineOrigin.KNOWN_LABEL, sale.lines().getFirst().origin());
        assertEquals(code, sale.lines().getFirst().item().orElseThrow().digits());
    }
}
