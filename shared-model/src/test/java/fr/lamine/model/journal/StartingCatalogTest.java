package fr.lamine.model.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.site.SiteCode;
import org.junit.jupiter.api.Test;

final class StartingCatalogTest {

    private final Catalog catalog = StartingCatalog.read();

    @Test
    void theThreeShopsAreThere() {
        for (String site : new String[] {"ARCUEIL", "GENTILLY", "EN-LIGNE"}) {
            assertTrue(catalog.site(new SiteCode(site)).isPresent(), site);
        }
    }

    @Test
    void anUnknownThingAlwaysHasACategoryAndEveryCategoryAnAverage() {
        assertTrue(catalog.category(Catalog.UNCLASSIFIED).isPresent());
        for (Category category : catalog.categories()) {
            assertTrue(catalog.averagePiece(category.code()).isPresent(), category.name());
        }
    }

    @Test
    void theCatalogReadsBackAsItWasWritten() {
        assertEquals(catalog, Json.read(Json.write(catalog), Catalog.class));
    }
}
