package fr.lamine.pos.weighin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.journal.StartingCatalog;
import fr.lamine.pos.weighin.ShopWords.ShopWord;
import fr.lamine.pos.weighin.WeighInChoices.Destination;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShopWordsTest {

    private final Catalog catalog = StartingCatalog.read();
    private final ShopWords words = ShopWords.read();

    @ParameterizedTest
    @CsvSource({
        "assiette, vaisselle",
        "ASSIETTES, vaisselle",
        "poele, vaisselle",
        "poêle, vaisselle",
        "asiette, vaisselle",
        "assiete, vaisselle",
        "cannapé, canape",
        "cafetiere, petit_electromenager",
        "cafteière, petit_electromenager",
        "grille pain, petit_electromenager",
        "lave vaiselle, gros_electromenager_hors_refrigerant",
        "frigos, gros_electromenager_refrigerant",
        "télé, ecran",
        "matela, lit",
        "pneus, a_classer",
        "livre, livre",
        "Écrans, ecran"
    })
    void aWordIsFoundWithItsAccentsPluralsAndSlips(String typed, String category) {
        List<ShopWord> found = words.find(typed, catalog);
        assertTrue(!found.isEmpty(), typed);
        assertEquals(category, found.getFirst().category().code(), typed);
    }

    @Test
    void whatNobodySaysFindsNothing() {
        for (String typed : List.of("", "  ", "xyzzy", "zz", "0000")) {
            assertEquals(List.of(), words.find(typed, catalog), typed);
        }
    }

    @Test
    void everyWordHasACategoryOfTheStartingCatalogAndFindsItself() {
        assertTrue(words.known(catalog).size() > 100);
        for (ShopWord word : words.known(catalog)) {
            assertEquals(
                    Optional.of(word),
                    words.find(word.text(), catalog).stream()
                            .filter(word::equals)
                            .findFirst(),
                    word.text());
        }
    }

    @Test
    void dangerousThingsGoToTheDecheterie() {
        assertEquals(
                Destination.DECHETERIE,
                words.find("bouteille de gaz", catalog).getFirst().first());
    }
}
