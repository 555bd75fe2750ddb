package fr.lamine.backoffice.catalog;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.journal.Json;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Every catalog that was ever in force, by revision.
public final class CatalogDao {

    private CatalogDao() {}

    /// @param revision the reference revision that set it
    public record Dated(long revision, Catalog catalog) {}

    public static void write(Handle handle, long revision, Catalog catalog) {
        handle.createUpdate("INSERT INTO catalog_revision (revision, catalog) VALUES (:revision, :catalog)")
                .bind("revision", revision)
                .bind("catalog", Json.write(catalog))
                .execute();
    }

    /// The catalog in force at a reference revision.
    public static Optional<Dated> at(Handle handle, long revision) {
        return handle.createQuery("""
                SELECT revision, catalog FROM catalog_revision
                WHERE revision <= :revision ORDER BY revision DESC LIMIT 1""")
                .bind("revision", revision)
                .map((row, _) -> new Dated(row.getLong(1), Json.read(row.getString(2), Catalog.class)))
                .findOne();
    }

    public static Optional<Dated> current(Handle handle) {
        return at(handle, Long.MAX_VALUE);
    }
}
