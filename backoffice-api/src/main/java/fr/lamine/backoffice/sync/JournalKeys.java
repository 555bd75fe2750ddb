package fr.lamine.backoffice.sync;

import fr.lamine.backoffice.journal.KeyDao;
import fr.lamine.backoffice.journal.KeyDao.InForce;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Endorsement;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.VerifyingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Which key an entry must be signed with, and which keys entries bring into force.
final class JournalKeys {

    private final Handle handle;
    private final VerifyingKey enrolled;
    private final List<InForce> known;

    /// @param enrolled the key that the office enrolled the terminal with: it opens the first generation
    JournalKeys(Handle handle, VerifyingKey enrolled, JournalId main) {
        this.handle = handle;
        this.enrolled = enrolled;
        this.known = new ArrayList<>(KeyDao.ofGeneration(handle, main.terminal(), main.generation()));
    }

    /// Empty when no key that the office trusts may sign this entry.
    Optional<VerifyingKey> keyFor(JournalId journal, Entry entry) {
        if (entry.seq() == 1) {
            return opening(entry);
        }
        return known.stream()
                .filter(k -> k.fromSeq() <= entry.seq())
                .filter(k -> journal.branch().isPresent()
                        ? k.key().keyId().equals(entry.keyId())
                        : k.journal().equals(journal))
                .max((a, b) -> Long.compare(a.fromSeq(), b.fromSeq()))
                .map(InForce::key);
    }

    /// Brings into force what a verified entry announces.
    void announced(JournalId journal, Entry entry) {
        if (entry.seq() == 1) {
            opening(entry).ifPresent(key -> register(new InForce(journal, 1, key)));
        }
        if (read(entry).orElse(null) instanceof Fact.KeyChanged changed) {
            key(changed.publicKey()).ifPresent(key -> register(new InForce(journal, entry.seq() + 1, key)));
        }
    }

    private Optional<VerifyingKey> opening(Entry entry) {
        Optional<Fact> fact = read(entry);
        if (entry.generation() == 1) {
            boolean other = fact.orElse(null) instanceof Fact.JournalOpened opened
                    && !opened.publicKey().equals(enrolled.text());
            return other ? Optional.empty() : Optional.of(enrolled);
        }
        if (!(fact.orElse(null) instanceof Fact.JournalContinues continues)
                || continues.endorsement().isEmpty()
                || continues.previousGeneration() >= entry.generation()) {
            return Optional.empty();
        }
        String endorsement = continues.endorsement().get();
        return key(continues.publicKey())
                .filter(next -> KeyDao.before(handle, entry.terminal(), entry.generation()).stream()
                        .anyMatch(k -> Endorsement.holds(entry.journal(), next, k.key(), endorsement)));
    }

    private void register(InForce key) {
        KeyDao.register(handle, key);
        known.add(key);
    }

    private static Optional<Fact> read(Entry entry) {
        if (!entry.type().startsWith("journal-") && !entry.type().startsWith("key-")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.fact(entry));
        } catch (Json.Unreadable e) {
            // It announces nothing; applying it will say why it cannot be read.
            return Optional.empty();
        }
    }

    private static Optional<VerifyingKey> key(String text) {
        try {
            return Optional.of(VerifyingKey.parse(text));
        } catch (IllegalArgumentException e) {
            // A text that is no key brings nothing into force.
            return Optional.empty();
        }
    }
}
