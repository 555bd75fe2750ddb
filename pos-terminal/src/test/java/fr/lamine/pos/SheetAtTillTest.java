package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.Fact;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The power was cut on a market day: the sheet under the counter, and its entry afterwards.
class SheetAtTillTest {

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

    private int status(String path) {
        return desk.send(HttpRequest.newBuilder(desk.at(path)).GET()).statusCode();
    }

    @Test
    void theSheetShowsTheKeysOfTheScreenWithTheirPricesAndItsNumber() {
        assertEquals(404, status("/feuille/901-0001"), "not printed yet");
        desk.post("/caisse/feuille");
        desk.post("/caisse/feuille/nouvelle");
        says("/feuille/901-0001");
        desk.show("/feuille/901-0001");
        for (String words : List.of("901-0001", "Livres", "Meubles", "Espèces", "Chèque", "Signature", "FACTICE")) {
            says(words);
        }
        desk.show("/");
        desk.post("/deconnexion");
        assertEquals(404, status("/feuille/901-0001"), "nobody is there");
    }

    @Test
    void aSheetIsEnteredLineByLineUnderItsMark() {
        desk.post("/caisse/feuille");
        desk.post("/caisse/feuille/numero", "entry", "12");
        says("7 chiffres");
        desk.post("/caisse/feuille/numero", "entry", "1020003");
        desk.post("/caisse/feuille/commencer", "entry", "9999");
        says("Ce jour n’est pas lisible.");
        desk.post(
                "/caisse/feuille/commencer",
                "day",
                desk.counter.store().book().session().orElseThrow().day().toString());
        says("Feuille 102-0003, ligne 1");
        desk.post("/caisse/categorie", "category", "livre", "entry", "2");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/especes");
        says("Feuille 102-0003, ligne 2");
        assertEquals(
                "102-0003",
                desk.facts(Fact.Sale.class).getLast().paper().orElseThrow().sheet());
        desk.post("/caisse/feuille");
        desk.post("/caisse/feuille/ligne", "entry", "1");
        says("est déjà saisie");
        desk.post("/caisse/feuille/finir");
        desk.post("/caisse/categorie", "category", "livre", "entry", "2");
        assertFalse(desk.page().contains("ligne 2"), desk.page());
    }
}
