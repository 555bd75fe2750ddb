package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Things that a sorter keeps for later, through the counter's own routes.
class ParkedAtScaleTest {

    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1, 2, 3};
    private static final Pattern THING = Pattern.compile("id=\"thing-0\" name=\"thing\" value=\"([0-9]+)\"");
    private static final Pattern UNDO = Pattern.compile("id=\"undo-0\" name=\"id\" value=\"([^\"]+)\"");

    @TempDir
    Path folder;

    private RunningCounter desk;

    @BeforeEach
    void open() {
        begin();
    }

    private void begin() {
        desk = new RunningCounter(folder);
        desk.signInCashier();
        desk.show("/pesee");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<Fact.WeighIn> weighed() {
        return desk.facts(Fact.WeighIn.class);
    }

    private int send(String type, byte[] body) {
        try {
            return desk.http
                    .send(
                            HttpRequest.newBuilder(desk.at("/pesee/photo"))
                                    .header("Content-Type", type)
                                    .POST(BodyPublishers.ofByteArray(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] photo(String id) {
        try {
            return desk.http
                    .send(
                            HttpRequest.newBuilder(desk.at("/pesee/photo/" + id))
                                    .GET()
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String firstThing() {
        Matcher thing = THING.matcher(desk.page());
        assertTrue(thing.find(), desk.page());
        return thing.group(1);
    }

    private void park(long grams, String reason) {
        desk.put(grams);
        desk.post("/pesee/plus-tard");
        desk.post("/pesee/garder/motif", "reason", reason);
        desk.post("/pesee/enregistrer");
    }

    private String list() {
        return desk.post("/pesee/garder", "list", "true");
    }

    @Test
    void aParkedThingIsWeighedInUnclassifiedAndWaitsWithItsPhotographThroughACrash() {
        desk.put(1_250);
        assertTrue(desk.post("/pesee/plus-tard").contains("<photo-camera"), desk.page());
        assertEquals(204, send("image/jpeg", PICTURE));
        assertTrue(desk.post("/pesee/garder/photo").contains("src=\"/pesee/photo?vue="), desk.page());
        desk.post("/pesee/garder/motif", "reason", "TEST");
        String token = desk.token();
        desk.postWith(token, "/pesee/enregistrer");
        assertTrue(
                desk.postWith(token, "/pesee/enregistrer").contains("Gardé pour plus tard\u202f: 1,250\u202fkg."),
                desk.page());
        assertEquals(1, weighed().size(), "the second click of a double click records nothing");
        Fact.WeighIn parked = weighed().getFirst();
        assertEquals("a_classer", parked.category().code());
        assertEquals("place:ARCUEIL:SORTING", parked.to().code());
        assertTrue(parked.weight().provenance() instanceof MassProvenance.Weighed);

        desk.close();
        begin();
        assertTrue(list().contains("À tester · 1,250\u202fkg<small>aujourd’hui"), desk.page());
        assertArrayEquals(PICTURE, photo(firstThing()));
    }

    @Test
    void takingItUpSortsTheSameGramsOutWithoutAScale() {
        park(1_250, "REPAIR");
        desk.put(9_000);
        list();
        desk.post("/pesee/reprendre", "thing", firstThing());
        assertTrue(desk.page().contains("DÉJÀ PESÉ"), desk.page());
        assertTrue(desk.page().contains("1,250"), desk.page());
        assertTrue(
                desk.post("/scan", "code", "C-BAC-GRIS").contains("Cet objet est déjà pesé."),
                "no tare is taken off twice");
        desk.post("/pesee/destination", "destination", "WORKSHOP");
        desk.post("/pesee/categorie", "category", "petit_electromenager");
        desk.post("/pesee/enregistrer");
        Fact.WeighIn sorted = weighed().getLast();
        assertEquals(1_250, sorted.weight().net().grams());
        assertEquals("a_classer", sorted.was().orElseThrow().code());
        assertEquals("place:ARCUEIL:WORKSHOP", sorted.to().code());
        assertTrue(list().contains("Rien n’est gardé pour plus tard."), desk.page());
        desk.post("/pesee/panneau", "panel", "CATEGORIES");
        desk.post("/pesee/categorie", "category", "livre");
        desk.post("/pesee/destination", "destination", "SORTING");
        desk.post("/pesee/enregistrer");
        assertEquals(9_000, weighed().getLast().weight().net().grams(), "the next weighing is the scale's again");
        assertEquals(Optional.empty(), weighed().getLast().was());
    }

    @Test
    void aWeighingTakenBackBringsTheCardToWhereItWas() {
        park(1_250, "CLEAN");
        String parked = lastWeighing();
        list();
        String thing = firstThing();
        desk.post("/pesee/reprendre", "thing", thing);
        desk.post("/pesee/categorie", "category", "vaisselle");
        desk.post("/pesee/enregistrer");
        assertTrue(desk.post("/pesee/reprendre", "thing", thing).contains("Cet objet est déjà repris."), desk.page());
        desk.post("/pesee/annuler", "id", lastWeighing());
        assertTrue(list().contains("À nettoyer · 1,250"), "what it took up waits again");
        desk.post("/pesee/annuler", "id", parked);
        assertTrue(list().contains("Rien n’est gardé"), "what it parked is parked no more");
    }

    @Test
    void aThingThatIsPutBackLeavesTheScaleFree() {
        park(1_250, "ASK");
        desk.put(9_000);
        list();
        desk.post("/pesee/reprendre", "thing", firstThing());
        list();
        assertFalse(desk.page().contains("DÉJÀ PESÉ"), desk.page());
        assertTrue(desk.page().contains("À voir · 1,250"), "it waits as before");
        assertTrue(desk.post("/pesee/garder").contains("<photo-camera"), "another may be kept");
    }

    @Test
    void whatWasParkedByMistakeIsTakenUpByNobody() {
        park(1_250, "ASK");
        String parked = lastWeighing();
        desk.put(9_000);
        list();
        desk.post("/pesee/reprendre", "thing", firstThing());
        desk.post("/pesee/categorie", "category", "livre");
        desk.post("/pesee/annuler", "id", parked);
        assertTrue(desk.post("/pesee/enregistrer").contains("Cet objet est déjà repris."), desk.page());
        desk.post("/pesee/enregistrer");
        assertEquals(9_000, weighed().getLast().weight().net().grams(), "the scale counts again");
        assertEquals(Optional.empty(), weighed().getLast().was());
    }

    private String lastWeighing() {
        Matcher undo = UNDO.matcher(desk.show("/pesee"));
        assertTrue(undo.find(), desk.page());
        return undo.group(1);
    }

    @Test
    void outOfAnUnclassifiedLoadNothingIsWeighedInAgain() {
        desk.put(20_000);
        desk.post("/pesee/categorie", "category", "a_classer");
        desk.post("/pesee/enregistrer");
        desk.post("/pesee/lot", "load", "a_classer");
        park(800, "VALUE");
        assertEquals(1, weighed().size(), "its grams lie there already");
        assertTrue(list().contains("À estimer · 0,800"), desk.page());
        desk.post("/pesee/reprendre", "thing", firstThing());
        desk.post("/pesee/categorie", "category", "vaisselle");
        desk.post("/pesee/enregistrer");
        assertEquals(800, weighed().getLast().weight().net().grams());
        assertEquals("a_classer", weighed().getLast().was().orElseThrow().code());
    }

    @Test
    void outOfAnotherLoadItBecomesUnclassified() {
        desk.post("/pesee/lot", "load", "vaisselle");
        park(700, "ASK");
        assertEquals("vaisselle", weighed().getLast().was().orElseThrow().code());
        assertEquals("a_classer", weighed().getLast().category().code());
    }

    @Test
    void whatLeavesOrGoesToTheShopIsNotParked() {
        desk.put(700);
        desk.post("/pesee/rayon", "on", "true");
        assertTrue(desk.post("/pesee/plus-tard").contains("Rien n’est gardé"), "the list comes instead");
        assertTrue(desk.post("/pesee/garder").contains("Ce qui part ou va en rayon ne se garde pas."), desk.page());
        desk.post("/pesee/rayon", "on", "false");
        desk.post("/pesee/destination", "destination", "WASTE");
        assertTrue(desk.post("/pesee/garder").contains("Ce qui part ou va en rayon ne se garde pas."), desk.page());
        desk.post("/pesee/destination", "destination", "SORTING");
        desk.post("/pesee/garder");
        desk.post("/pesee/rayon", "on", "true");
        assertFalse(desk.page().contains("photo-camera"), "shelving ends it");
    }

    @Test
    void aCrateIsTakenOffWithoutLosingThePhotograph() {
        desk.put(2_200);
        desk.post("/pesee/plus-tard");
        send("image/jpeg", PICTURE);
        desk.post("/scan", "code", "C-BAC-GRIS");
        assertTrue(desk.page().contains("src=\"/pesee/photo?vue="), desk.page());
        desk.post("/pesee/enregistrer");
        assertEquals(1_000, weighed().getLast().weight().net().grams());
        list();
        assertArrayEquals(PICTURE, photo(firstThing()));
    }

    @Test
    void onlyASmallJpegIsAPhotograph() {
        assertEquals(400, send("image/jpeg", PICTURE), "nothing is kept at the moment");
        desk.put(2_200);
        desk.post("/pesee/plus-tard");
        assertEquals(415, send("image/png", PICTURE));
        assertEquals(400, send("image/jpeg", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)));
        byte[] large = new byte[450 * 1024];
        System.arraycopy(PICTURE, 0, large, 0, PICTURE.length);
        assertEquals(413, send("image/jpeg", large));
        assertEquals(204, send("image/jpeg", PICTURE));
        desk.post("/deconnexion");
        assertEquals(403, send("image/jpeg", PICTURE), "nobody is signed in");
    }

    @Test
    void anAbsurdWeightIsAskedAboutAndThenParked() {
        desk.scale().put(Mass.grams(400_000));
        desk.until("it is too heavy", () -> desk.show("/pesee").contains("TROP LOURD"));
        desk.post("/pesee/garder");
        send("image/jpeg", PICTURE);
        desk.post("/pesee/panneau", "panel", "TYPED");
        desk.post("/pesee/poids", "entry", "250");
        assertTrue(desk.post("/pesee/enregistrer").contains("250,000"), desk.page());
        assertEquals(0, weighed().size());
        desk.post("/pesee/enregistrer", "confirmed", "true");
        assertEquals(250_000, weighed().getLast().weight().net().grams());
        list();
        assertArrayEquals(PICTURE, photo(firstThing()));
    }
}
