package fr.lamine.model.stock;

/// Why a mass was posted to the adjustment account of a site (*ajustement*).
public enum Cause {
    /// Grams left over when the last piece of a lot has gone.
    ROUNDING,
    /// A counted shelf differed from the books.
    COUNT,
    THEFT,
    /// It never came to where it was sent.
    LOST,
    BREAKAGE
}
