package fr.lamine.model.fact;

/// Why a generation of a journal ended.
public enum ContinueCause {
    /// The office knows another entry under a number that this terminal used.
    FORK,
    /// The store is older than its head file: a restored copy, or a cut tail.
    STORE_BEHIND_HEAD,
    /// An entry of the store does not verify.
    CHAIN_BROKEN,
    /// The office knows more of this journal than its own terminal does.
    OFFICE_AHEAD
}
