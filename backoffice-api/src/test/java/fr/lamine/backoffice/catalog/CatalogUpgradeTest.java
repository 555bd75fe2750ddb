package fr.lamine.backoffice.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.model.catalog.TillPolicy;
import fr.lamine.model.journal.StartingCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class CatalogUpgradeTest {

    @Test
    void aCatalogOfBeforeTillsHadAPolicyIsReadWithThePlainOne(Database database) throws IOException {
        String step;
        try (var file = CatalogDao.class.getResourceAsStream("/db/migration/V6__till_policy.sql")) {
            step = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        database.useTransaction(handle -> {
            RevisionDao.begin(handle, "before-tills-had-a-policy", 1);
            CatalogDao.write(handle, 1, StartingCatalog.read());
            handle.execute("UPDATE catalog_revision SET catalog = (catalog::jsonb - 'till')::text");
            handle.createScript(step).execute();
            assertEquals(
                    TillPolicy.PLAIN,
                    CatalogDao.current(handle).orElseThrow().catalog().till());
        });
    }
}
