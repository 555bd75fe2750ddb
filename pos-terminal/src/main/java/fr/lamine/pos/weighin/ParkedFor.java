package fr.lamine.pos.weighin;

/// Why a thing is kept for later (*garder pour plus tard*).
public enum ParkedFor {
    /// Nobody has time, or knows.
    ASK,
    TEST,
    REPAIR,
    CLEAN,
    /// A part is missing.
    COMPLETE,
    VALUE
}
