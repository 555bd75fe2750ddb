package fr.lamine.model.archive;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.journal.Chain.Finding;
import fr.lamine.model.journal.Endorsement;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.VerifyingKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The keys of a journal, from the entries that announce them: the first is trusted or not, and each speaks for the
/// next.
final class KeyRing {

    private final Optional<String> trustedFingerprint;
    private final Map<String, VerifyingKey> keys = new HashMap<>();
    private Optional<VerifyingKey> first = Optional.empty();
    private Optional<VerifyingKey> current = Optional.empty();

    KeyRing(Optional<String> trustedFingerprint) {
        this.trustedFingerprint = trustedFingerprint;
    }

    /// @return what is wrong with an entry that announces a key, without its subject
    Optional<String> add(Entry entry) {
        try {
            Optional<VerifyingKey> announced = switch (Json.fact(entry)) {
                case Fact.JournalOpened opened
                when first.isEmpty() -> Optional.of(VerifyingKey.parse(opened.publicKey()));
                case Fact.JournalContinues c ->
                    Optional.of(VerifyingKey.parse(c.publicKey()))
                            .filter(key -> first.isEmpty() || isEndorsed(entry.journal(), key, c));
                case Fact.KeyChanged changed -> Optional.of(VerifyingKey.parse(changed.publicKey()));
                case Fact _ -> Optional.empty();
            };
            if (announced.isEmpty() || first.isEmpty() && !isTrusted(announced.get())) {
                return Optional.of("annonce une clé dont personne ne répond.");
            }
            VerifyingKey key = announced.get();
            boolean bySelf = !entry.type().startsWith("key-changed.");
            VerifyingKey signer = bySelf ? key : current.orElse(key);
            Optional<Finding> seal = Chain.checkSeal(entry, signer);
            if (seal.isEmpty()) {
                first = first.or(() -> Optional.of(key));
                current = Optional.of(key);
                keys.put(name(entry.generation(), key.keyId()), key);
            }
            return seal.map(VerifyCommand::words);
        } catch (Json.Unreadable | IllegalArgumentException e) {
            return Optional.of("n’annonce pas de clé lisible.");
        }
    }

    Optional<VerifyingKey> first() {
        return first;
    }

    /// The key that an entry says it is signed with, if it is one of this journal's.
    Optional<VerifyingKey> of(Entry entry) {
        return Optional.ofNullable(keys.get(name(entry.generation(), entry.keyId())));
    }

    private boolean isTrusted(VerifyingKey key) {
        return trustedFingerprint.isEmpty() || trustedFingerprint.get().equals(key.fingerprint());
    }

    private boolean isEndorsed(JournalId next, VerifyingKey key, Fact.JournalContinues continues) {
        return current.isPresent()
                && continues.endorsement().isPresent()
                && Endorsement.holds(
                        next, key, current.get(), continues.endorsement().get());
    }

    private static String name(int generation, String keyId) {
        return generation + "-" + keyId;
    }
}
