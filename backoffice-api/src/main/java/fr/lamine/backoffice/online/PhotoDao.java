package fr.lamine.backoffice.online;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of photographs. One that no listing names is taken away after a day.
final class PhotoDao {

    private static final Duration UNUSED = Duration.ofDays(1);

    private PhotoDao() {}

    record Photo(String type, byte[] bytes) {}

    static void put(Handle handle, String hash, String type, byte[] bytes, Instant now) {
        handle.createUpdate("""
                DELETE FROM photo WHERE uploaded_at < :before
                  AND NOT EXISTS (SELECT 1 FROM listing WHERE hash = ANY (photos))""").bind("before", now.minus(UNUSED)).execute();
        handle.createUpdate("""
                INSERT INTO photo (hash, type, bytes, uploaded_at) VALUES (:hash, :type, :bytes, :now)
                ON CONFLICT (hash) DO UPDATE SET uploaded_at = excluded.uploaded_at""")
                .bind("hash", hash)
                .bind("type", type)
                .bind("bytes", bytes)
                .bind("now", now)
                .execute();
    }

    static Optional<Photo> find(Handle handle, String hash) {
        return handle.createQuery("SELECT type, bytes FROM photo WHERE hash = :hash")
                .bind("hash", hash)
                .map((row, _) -> new Photo(row.getString("type"), row.getBytes("bytes")))
                .findOne();
    }

    static boolean allKnown(Handle handle, List<String> hashes) {
        return handle.createQuery("SELECT count(*) FROM photo WHERE hash = ANY (:hashes)")
                        .bindArray("hashes", String.class, hashes)
                        .mapTo(Long.class)
                        .one()
                == hashes.stream().distinct().count();
    }
}
