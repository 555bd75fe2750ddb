package fr.lamine.model.sync;

import fr.lamine.model.site.OperatorCode;

/// A person who works at counters: the small record that tills hold beside the facts.
///
/// @param displayName first name and initial
/// @param pinHash     Argon2id, encoded
public record Operator(OperatorCode code, String displayName, Role role, String pinHash) {

    public Operator {
        if (displayName.isBlank() || displayName.length() > 30 || pinHash.length() > 200) {
            throw new IllegalArgumentException("operator out of bounds: " + code);
        }
    }
}
