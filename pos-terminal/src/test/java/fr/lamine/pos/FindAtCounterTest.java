package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.item.ItemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Things that are labelled, searched and shown over the routes of a running counter.
class FindAtCounterTest {

    private static final ItemCode STUCK = ItemCode.of(0, 12);

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

    private void saysNot(String words) {
        assertFalse(desk.page().contains(words), words + " on " + desk.page());
    }

    private Fact.Labelled label(String title) {
        desk.show("/etiquettes");
        desk.post("/etiquettes/categorie", "category", "vaisselle");
        desk.post("/etiquettes/poids", "basis", "TYPED", "entry", "0,820");
        desk.post("/etiquettes/prix", "entry", "4,50");
        desk.post("/etiquettes/imprimer", "title", title);
        return desk.facts(Fact.Labelled.class).getLast();
    }

    @Test
    void aThingIsRegisteredUnderTheCodeThatSticksOnIt() {
        desk.show("/etiquettes");
        desk.post("/scan", "code", STUCK.digits());
        says("Étiquette déjà collée");
        says(STUCK.spaced());
        assertEquals(List.of(), desk.facts(Fact.Labelled.class));
        desk.post("/etiquettes/categorie", "category", "vaisselle");
        desk.post("/etiquettes/poids", "basis", "TYPED", "entry", "0,820");
        desk.post("/etiquettes/prix", "entry", "4,50");
        says("Enregistrer");
        desk.post("/etiquettes/imprimer", "title", "Vase");
        assertEquals(STUCK, desk.facts(Fact.Labelled.class).getLast().code());
        saysNot("Étiquette déjà collée");
        desk.post("/scan", "code", STUCK.digits());
        saysNot("Étiquette déjà collée");
        desk.show("/caisse");
        desk.post("/scan", "code", STUCK.digits());
        says("Vase");
    }

    @Test
    void aCodeThatSticksIsLetGoAtTheSecondStepBack() {
        desk.show("/etiquettes");
        desk.post("/scan", "code", STUCK.digits());
        desk.post("/etiquettes/categorie", "category", "livre");
        desk.post("/etiquettes/retour");
        says("Étiquette déjà collée");
        desk.post("/etiquettes/retour");
        saysNot("Étiquette déjà collée");
    }

    @Test
    void priceTagsArePrintedAndSoldOverTheRoutes() {
        desk.show("/etiquettes");
        desk.post("/etiquettes/categorie", "category", "livre");
        desk.post("/etiquettes/prix", "entry", "0,50");
        desk.post("/etiquettes/pieces", "entry", "3");
        desk.post("/etiquettes/prix-seul");
        says("3 × Livres");
        desk.show("/caisse");
        desk.post("/scan", "code", "T-livre-50");
        desk.post("/scan", "code", "T-livre-50");
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/carte");
        assertEquals(100, desk.facts(Fact.Sale.class).getLast().total().cents());
    }

    @Test
    void aThingIsLookedUpBesideATicketThatStaysAsItWas() {
        Fact.Labelled teapot = label("Théière en grès");
        desk.show("/caisse");
        desk.post("/caisse/categorie", "category", "livre", "entry", "2");
        desk.show("/chercher");
        desk.post("/chercher/mot", "q", "teiere");
        says("Théière en grès");
        says(teapot.code().spaced());
        desk.post("/chercher/mot", "q", "licorne");
        says("Rien ne correspond.");
        desk.post("/chercher/article", "code", teapot.code().digits());
        says("Étiqueté");
        says("En rayon");
        desk.post("/chercher/retour");
        desk.show("/caisse");
        desk.post("/scan", "code", teapot.code().digits());
        desk.post("/caisse/encaisser");
        desk.post("/caisse/payer/carte");
        assertEquals(650, desk.facts(Fact.Sale.class).getLast().total().cents());
        desk.show("/chercher");
        desk.post("/scan", "code", teapot.code().digits());
        says("Vendu, ticket");
        says("Parti");
    }

    @Test
    void theScanOfALabelShowsItsThingWhereItMeansNothingElse() {
        Fact.Labelled lamp = label("Lampe de bureau");
        for (String mode : List.of("/pesee", "/tiroir")) {
            desk.show(mode);
            desk.post("/scan", "code", lamp.code().digits());
            says("Lampe de bureau");
            says("Étiqueté");
        }
        desk.show("/pesee");
        desk.post("/scan", "code", ItemCode.of(101, 77).digits());
        says("Ce code n’est pas connu ici.");
    }

    @Test
    void aLabelIsVoidedWithAReasonAndTheTillWarnsOfItThen() {
        Fact.Labelled lamp = label("Lampe de bureau");
        desk.show("/chercher");
        desk.post("/chercher/article", "code", lamp.code().digits());
        says("Annuler l’étiquette");
        desk.post("/chercher/annuler", "code", lamp.code().digits());
        says("Pourquoi annuler cette étiquette");
        desk.post("/chercher/retour");
        assertEquals(List.of(), desk.facts(Fact.LabelVoided.class));
        says("Étiqueté");
        desk.post("/chercher/annuler", "code", lamp.code().digits());
        desk.post("/chercher/annuler/motif", "code", lamp.code().digits(), "reason", "MISTAKE");
        says("Étiquette annulée le");
        saysNot("Réimprimer");
        Fact.LabelVoided fact = desk.facts(Fact.LabelVoided.class).getLast();
        assertEquals(820, fact.mass().grams());
        assertEquals(
                "place:ARCUEIL:SHOP > place:ARCUEIL:SORTING",
                fact.from().code() + " > " + fact.to().code());
        desk.post("/chercher/annuler/motif", "code", lamp.code().digits(), "reason", "BROKEN");
        says("Cette étiquette est déjà annulée.");
        assertEquals(1, desk.facts(Fact.LabelVoided.class).size());
        desk.show("/caisse");
        desk.post("/scan", "code", lamp.code().digits());
        says("est annulée. Scannez encore pour le vendre quand même.");
    }

    @Test
    void aReasonThatTheScreenDoesNotOfferIsABadRequest() {
        Fact.Labelled lamp = label("Lampe de bureau");
        desk.show("/chercher");
        for (String reason : List.of("DISMANTLED", "licorne")) {
            assertEquals(400, answer(lamp.code().digits(), reason));
        }
        assertEquals(400, answer("123", "BROKEN"));
    }

    private int answer(String code, String reason) {
        return desk.send(desk.form("/chercher/annuler/motif", desk.token(), "code", code, "reason", reason))
                .statusCode();
    }

    @Test
    void aLabelIsPrintedOnceMoreFromWhatWasFound() {
        Fact.Labelled lamp = label("Lampe de bureau");
        desk.show("/chercher");
        desk.post("/chercher/article", "code", lamp.code().digits());
        String id = desk.page().replaceAll("(?s).*name=\"id\" value=\"([0-9/]+)\".*", "$1");
        desk.post("/chercher/reimprimer", "id", id);
        says("L’étiquette s’imprime encore.");
        assertEquals(1, desk.facts(Fact.Labelled.class).size());
    }
}
