package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sorter's hour at the scale, through the counter's own routes.
class SortingAtScaleTest {

    @TempDir
    Path folder;

    private RunningCounter desk;

    @BeforeEach
    void open() {
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

    private long left(String account, String category) {
        return weighed().stream()
                .mapToLong(w -> {
                    long grams = w.weight().net().grams();
                    long in =
                            w.to().code().equals(account) && w.category().code().equals(category) ? grams : 0;
                    String was = w.was().orElse(w.category()).code();
                    return in - (w.from().code().equals(account) && was.equals(category) ? grams : 0);
                })
                .sum();
    }

    @Test
    void aLabelledThingIsTakenApartAndTheRestIsAskedFor() {
        desk.show("/etiquettes");
        desk.post("/etiquettes/categorie", "category", "velo");
        desk.post("/etiquettes/poids", "basis", "TYPED", "entry", "14,000");
        desk.post("/etiquettes/prix", "entry", "30,00");
        desk.post("/etiquettes/imprimer", "title", "Vélo rouge");
        String bike = desk.facts(Fact.Labelled.class).getLast().code().digits();
        desk.show("/pesee");
        assertTrue(desk.post("/pesee/demontage").contains("Aucun démontage n’est commencé."));
        assertTrue(desk.post("/pesee/panneau", "panel", "LOADS").contains("scannez l’étiquette"), desk.page());
        assertTrue(desk.post("/scan", "code", bike).contains("Reste 14,000"), desk.page());
        Fact.LabelVoided voided = desk.facts(Fact.LabelVoided.class).getLast();
        assertEquals("place:ARCUEIL:SORTING", voided.to().code());
        desk.put(9_000);
        desk.post("/pesee/categorie", "category", "outil_de_bricolage_et_jardinage");
        desk.post("/pesee/destination", "destination", "RECYCLED");
        desk.post("/pesee/enregistrer");
        desk.put(4_000);
        desk.post("/pesee/categorie", "category", "velo");
        desk.post("/pesee/destination", "destination", "WORKSHOP");
        desk.post("/pesee/enregistrer");
        assertTrue(desk.page().contains("Reste 1,000"), desk.page());
        desk.post("/pesee/provenance", "source", "DROP_OFF");
        desk.post("/pesee/panneau", "panel", "LOADS");
        assertTrue(desk.post("/scan", "code", bike).contains("Reste 1,000"), "another scan takes it up again");
        assertEquals(1, desk.facts(Fact.LabelVoided.class).size());
        assertTrue(desk.post("/pesee/demontage").contains("Il reste 1,000"), desk.page());
        String token = desk.token();
        desk.postWith(token, "/pesee/demontage/reste", "rest", "LOST");
        desk.postWith(token, "/pesee/demontage/reste", "rest", "LOST");
        assertEquals(3, weighed().size());
        assertEquals(
                "place:ARCUEIL:SORTING > adjustment:ARCUEIL:BREAKAGE",
                weighed().getLast().from().code() + " > "
                        + weighed().getLast().to().code());
        assertEquals(-14_000, left("place:ARCUEIL:SORTING", "velo"), "no gram of the bicycle is left behind");
        assertEquals(
                List.of("D-" + bike),
                weighed().stream()
                        .flatMap(w -> w.beside().document().stream())
                        .distinct()
                        .toList());
    }

    @Test
    void partsHeavierThanTheLabelAreSaidAndPosted() {
        desk.show("/etiquettes");
        desk.post("/etiquettes/categorie", "category", "velo");
        desk.post("/etiquettes/poids", "basis", "TYPED", "entry", "3,000");
        desk.post("/etiquettes/prix", "entry", "30,00");
        desk.post("/etiquettes/imprimer", "title", "Trottinette");
        String scooter = desk.facts(Fact.Labelled.class).getLast().code().digits();
        desk.show("/pesee");
        desk.post("/pesee/panneau", "panel", "LOADS");
        desk.post("/scan", "code", scooter);
        desk.put(4_000);
        desk.post("/pesee/categorie", "category", "outil_de_bricolage_et_jardinage");
        desk.post("/pesee/enregistrer");
        assertTrue(desk.post("/pesee/demontage").contains("Les pièces pèsent 1,000"), desk.page());
        desk.post("/pesee/demontage/reste", "rest", "LOST");
        assertEquals(
                "adjustment:ARCUEIL:BREAKAGE > place:ARCUEIL:SORTING",
                weighed().getLast().from().code() + " > "
                        + weighed().getLast().to().code());
        desk.post("/pesee/panneau", "panel", "LOADS");
        assertTrue(desk.post("/scan", "code", scooter).contains("Reste 0,000"), desk.page());
    }

    @Test
    void threeCratesInARowAreOneScanAndOneTouchEach() {
        desk.put(30_000);
        desk.post("/pesee/categorie", "category", "livre");
        desk.post("/pesee/provenance", "source", "STREET");
        for (String crate : List.of("BAC-GRIS", "BAC-BLEU", "CADDIE")) {
            desk.post("/scan", "code", "C-" + crate);
            desk.post("/pesee/enregistrer");
        }
        assertEquals(
                List.of(28_800L, 28_150L, 10_500L),
                weighed().stream().map(w -> w.weight().net().grams()).toList());
        assertEquals(
                List.of("source:STREET", "source:STREET", "source:STREET"),
                weighed().stream().map(w -> w.from().code()).toList());
        desk.post("/pesee/enregistrer");
        assertEquals(Optional.empty(), weighed().getLast().weight().container(), "a crate belongs to one weighing");
    }

    @Test
    void aBusinessIsNamedByItsSiretAndTheNextOneIsOneTouch() {
        desk.put(8_000);
        desk.post("/pesee/categorie", "category", "livre");
        assertTrue(desk.post("/pesee/provenance", "source", "BUSINESS").contains("De quelle entreprise"));
        assertTrue(desk.post("/pesee/siret", "typed", "732 829 320 00075").contains("Ce SIRET n’est pas juste."));
        desk.post("/pesee/siret", "typed", "732 829 320 00074");
        desk.post("/pesee/commune", "place", "94110");
        desk.post("/pesee/enregistrer");
        assertEquals(
                "source:BUSINESS:73282932000074", weighed().getFirst().from().code());
        assertEquals(Optional.of("94110"), weighed().getFirst().commune());
        desk.post("/pesee/provenance", "source", "STREET");
        desk.post("/pesee/enregistrer");
        assertEquals("source:STREET", weighed().getLast().from().code());
        String again = desk.post("/pesee/provenance", "source", "BUSINESS");
        assertTrue(again.contains("value=\"73282932000074\"") && again.contains("732 829 320 00074"), again);
        desk.post("/pesee/siret", "answer", "");
        desk.post("/pesee/enregistrer");
        assertEquals("source:BUSINESS", weighed().getLast().from().code(), "a business may stay unnamed");
    }

    @Test
    void aHomeCollectionSaysItsRound() {
        desk.put(8_000);
        desk.post("/pesee/categorie", "category", "livre");
        desk.post("/pesee/provenance", "source", "HOME_COLLECTION");
        assertTrue(desk.post("/pesee/tournee", "typed", "x".repeat(41)).contains("Ce texte ne va pas."));
        desk.post("/pesee/tournee", "typed", "Mardi Cachan");
        desk.post("/pesee/enregistrer");
        assertEquals(Optional.of("Mardi Cachan"), weighed().getLast().beside().round());
        desk.post("/pesee/provenance", "source", "DROP_OFF");
        desk.post("/pesee/enregistrer");
        assertEquals(Optional.empty(), weighed().getLast().beside().round());
        assertTrue(desk.post("/pesee/provenance", "source", "HOME_COLLECTION").contains("Mardi Cachan"));
    }

    @Test
    void whatLeavesSaysForWhomUnderWhichPaperAndComesOutOnOneSlip() {
        desk.put(8_000);
        desk.post("/pesee/categorie", "category", "ecran");
        assertTrue(desk.post("/pesee/destination", "destination", "RECYCLED").contains("Ecologic"));
        desk.post("/pesee/repreneur", "answer", "Ecologic");
        desk.post("/pesee/document", "typed", "BSD-2026-7");
        assertTrue(desk.post("/pesee/bon").contains("Rien n’est parti ainsi"));
        desk.post("/pesee/enregistrer");
        desk.post("/scan", "code", "C-BAC-GRIS");
        assertTrue(desk.post("/pesee/enregistrer").contains("2 pesées · 14,800"), desk.page());
        Fact.WeighIn last = weighed().getLast();
        assertEquals("outcome:RECYCLED:Ecologic", last.to().code());
        assertEquals("place:ARCUEIL:SORTING", last.from().code());
        assertEquals(Optional.of("BSD-2026-7"), last.beside().document());
        desk.post("/pesee/enregistrer");
        desk.post("/pesee/annuler", "id", "901/1/6");
        assertEquals(1, desk.facts(Fact.WeighInReversed.class).size());
        String token = desk.token();
        desk.postWith(token, "/pesee/bon");
        desk.postWith(token, "/pesee/bon");
        desk.until("the slip is on paper", () -> desk.printer().lastText().contains("TOTAL NET"));
        String paper = desk.printer().lastText();
        for (String words : List.of("Bon de sortie", "FACTICE", "Recyclage", "Ecologic", "BSD-2026-7", "14,800")) {
            assertTrue(paper.contains(words), words + " in " + paper);
        }
        assertTrue(paper.contains("tare 1,200"), paper);
        assertFalse(paper.contains("22,800"), "what was taken back is on no slip");
    }

    @Test
    void goodsLeaveFromWhereTheyStandAndWhatIsStolenIsALoss() {
        desk.put(2_000);
        desk.post("/pesee/categorie", "category", "livre");
        desk.post("/pesee/destination", "destination", "WASTE");
        desk.post("/pesee/repreneur", "answer", "");
        desk.post("/pesee/panneau", "panel", "SOURCES");
        desk.post("/pesee/depart", "area", "SHOP");
        desk.post("/pesee/enregistrer");
        assertEquals("place:ARCUEIL:SHOP", weighed().getLast().from().code());
        assertEquals("outcome:WASTE", weighed().getLast().to().code());
        assertTrue(desk.post("/pesee/destination", "destination", "THEFT").contains("combien, sans peser"));
        desk.post("/pesee/pieces", "answer", "3");
        desk.post("/pesee/enregistrer");
        Fact.WeighIn stolen = weighed().getLast();
        assertEquals("place:ARCUEIL:SHOP", stolen.from().code());
        assertEquals("adjustment:ARCUEIL:THEFT", stolen.to().code());
        assertEquals(Mass.grams(1_050), stolen.weight().net(), "nobody can weigh what is gone");
        desk.post("/pesee/destination", "destination", "BREAKAGE");
        desk.post("/pesee/enregistrer");
        assertEquals("adjustment:ARCUEIL:BREAKAGE", weighed().getLast().to().code());
        assertEquals(Mass.grams(2_000), weighed().getLast().weight().net());
    }

    @Test
    void tablesAreCountedWhenNoScaleCanTakeThemAndSaySo() {
        desk.post("/pesee/categorie", "category", "table");
        assertTrue(desk.post("/pesee/panneau", "panel", "PIECES").contains("combien, sans peser"));
        assertTrue(desk.post("/pesee/pieces", "answer", "2").contains("POIDS MOYEN"), desk.page());
        assertTrue(desk.post("/pesee/enregistrer").contains("46,000"), desk.page());
        Fact.WeighIn tables = weighed().getLast();
        assertEquals(Mass.grams(46_000), tables.weight().net());
        assertTrue(tables.weight().provenance() instanceof MassProvenance.Average);
        assertEquals(OptionalInt.of(2), tables.beside().pieces());
        assertTrue(desk.page().contains("Tables · poids moyen"), "the list tells it apart");
        desk.post("/pesee/categorie", "category", "livre");
        assertTrue(desk.post("/pesee/pieces", "answer", "2").contains("Cela se pèse."));
        desk.post("/pesee/categorie", "category", "table");
        assertTrue(desk.post("/pesee/pieces", "answer", "9").contains("207,000"));
        assertTrue(desk.post("/pesee/enregistrer").contains("est-ce bien cela"));
        assertEquals(1, weighed().size());
    }

    @Test
    void aWordTellsCategoryStreamAndWhatToDo() {
        desk.post("/pesee/panneau", "panel", "SEARCH");
        String found = desk.post("/pesee/recherche", "q", "cafteière");
        assertTrue(found.contains("cafetière → Petit électro"), found);
        assertTrue(found.contains("Filière électrique · bon état\u202f: Atelier, sinon\u202f: Recyclage"), found);
        assertTrue(desk.post("/pesee/recherche", "q", "pneus").contains("toujours\u202f: Sortie déchèterie"));
        assertTrue(desk.post("/pesee/recherche", "q", "xyzzy").contains("Rien trouvé"));
        String picked = desk.post("/pesee/recherche", "pick", "assiette", "q", "");
        assertTrue(picked.contains("assiette → Vaisselle"), picked);
        desk.put(1_000);
        desk.post("/pesee/categorie", "category", "vaisselle");
        desk.post("/pesee/enregistrer");
        assertEquals("vaisselle", weighed().getLast().category().code());
    }
}
