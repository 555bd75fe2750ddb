package fr.lamine.model.sale;

/// How the till came to know what it sells.
public enum LineOrigin {
    /// A label that the till knew.
    KNOWN_LABEL,
    /// A label unknown to the till, sold by what its QR says.
    FROM_LABEL,
    /// A label unknown to the till, category and printed price keyed by the cashier.
    KEYED_LABEL,
    /// Goods without a label.
    CATEGORY_KEY,
    /// A repair or a workshop, without mass.
    SERVICE_KEY
}
