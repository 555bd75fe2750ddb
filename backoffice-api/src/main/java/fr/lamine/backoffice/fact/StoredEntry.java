package fr.lamine.backoffice.fact;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.journal.Chain.Finding;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.VerifyingKey;
import java.time.Instant;
import java.util.Optional;

/// An entry as the office holds it.
///
/// @param publicKey the key that it names, when the office knows it
/// @param chained   true when the entry before it is here
/// @param unapplied why it could not be applied, if so
public record StoredEntry(
        FactId id,
        Entry entry,
        Instant arrivedAt,
        Optional<String> publicKey,
        boolean chained,
        Optional<String> unapplied) {

    /// What is wrong with its seal, looked at anew; empty when all is well.
    public Optional<Finding> finding() {
        if (publicKey.isEmpty()) {
            return Optional.of(Finding.UNKNOWN_KEY);
        }
        Optional<Finding> seal = Chain.checkSeal(entry, VerifyingKey.parse(publicKey.get()));
        return seal.isPresent() || chained ? seal : Optional.of(Finding.CHAIN_BROKEN);
    }

    /// Empty for a body that this version cannot read.
    public Optional<Fact> fact() {
        try {
            return Optional.of(Json.fact(entry));
        } catch (Json.Unreadable e) {
            return Optional.empty();
        }
    }
}
