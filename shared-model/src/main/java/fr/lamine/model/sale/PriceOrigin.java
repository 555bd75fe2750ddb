package fr.lamine.model.sale;

/// Where a price was taken from.
public enum PriceOrigin {
    LABEL,
    LOT,
    GRID,
    TYPED
}
