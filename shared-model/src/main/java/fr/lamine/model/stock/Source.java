package fr.lamine.model.stock;

/// Where goods come from (*provenance*).
public enum Source {
    DROP_OFF,
    HOME_COLLECTION,
    DECHETERIE,
    BUSINESS,
    HOUSE_CLEARANCE,
    STREET,
    OTHER_REUSE_BODY
}
