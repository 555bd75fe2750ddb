package fr.lamine.backoffice.journal;

import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Keys.VerifyingKey;
import fr.lamine.model.site.TerminalId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Keys that journals may be signed with, each from a number on.
public final class KeyDao {

    private KeyDao() {}

    /// @param fromSeq first entry that the key signs
    public record InForce(JournalId journal, long fromSeq, VerifyingKey key) {}

    public static void register(Handle handle, InForce key) {
        handle.createUpdate("""
                INSERT INTO journal_key (journal, from_seq, terminal, generation, key_id, public_key)
                VALUES (:journal, :from, :terminal, :generation, :keyId, :key)
                ON CONFLICT (journal, from_seq) DO NOTHING""")
                .bind("journal", key.journal().toString())
                .bind("from", key.fromSeq())
                .bind("terminal", key.journal().terminal().code())
                .bind("generation", key.journal().generation())
                .bind("keyId", key.key().keyId())
                .bind("key", key.key().text())
                .execute();
    }

    /// Keys of a generation and of its branches, latest first.
    public static List<InForce> ofGeneration(Handle handle, TerminalId terminal, int generation) {
        return handle.createQuery("""
                SELECT journal, from_seq, public_key FROM journal_key
                WHERE terminal = :terminal AND generation = :generation ORDER BY from_seq DESC, journal""")
                .bind("terminal", terminal.code())
                .bind("generation", generation)
                .map((row, _) -> new InForce(
                        JournalId.parse(row.getString(1)), row.getLong(2), VerifyingKey.parse(row.getString(3))))
                .list();
    }

    /// Keys of all generations before one, and of their branches.
    public static List<InForce> before(Handle handle, TerminalId terminal, int generation) {
        return handle.createQuery("""
                SELECT journal, from_seq, public_key FROM journal_key
                WHERE terminal = :terminal AND generation < :generation ORDER BY generation DESC, journal, from_seq""")
                .bind("terminal", terminal.code())
                .bind("generation", generation)
                .map((row, _) -> new InForce(
                        JournalId.parse(row.getString(1)), row.getLong(2), VerifyingKey.parse(row.getString(3))))
                .list();
    }

    /// A key that the terminal signs or signed with.
    public static Optional<VerifyingKey> find(Handle handle, TerminalId terminal, String keyId) {
        return handle.createQuery("""
                SELECT DISTINCT public_key FROM journal_key WHERE terminal = :terminal AND key_id = :keyId LIMIT 1""")
                .bind("terminal", terminal.code())
                .bind("keyId", keyId)
                .map((row, _) -> VerifyingKey.parse(row.getString(1)))
                .findOne();
    }
}
