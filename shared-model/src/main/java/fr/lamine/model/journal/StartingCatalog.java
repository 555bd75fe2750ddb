package fr.lamine.model.journal;

import fr.lamine.model.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The catalog that a new house begins with: a manager changes it from there. Average weights are estimates until own
/// samples replace them.
public final class StartingCatalog {

    private static final String RESOURCE = "/lamine/catalog/ressourcerie.json";

    private StartingCatalog() {}

    public static Catalog read() {
        try (InputStream in = StartingCatalog.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing from the build: " + RESOURCE);
            }
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Catalog.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
