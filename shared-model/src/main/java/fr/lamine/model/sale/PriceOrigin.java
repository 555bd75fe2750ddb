package fr.lamine.model.sale;

/// Where a price was taken from.
public enum PriceOrigin {
    LABEL,
    LOT,
    GRID,
    TYPED,
    /// An article's own price, such as a bag filled at one price.
    ARTICLE,
    /// The customer's word.
    FREE
}
