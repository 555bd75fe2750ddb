package fr.lamine.model.stock;

/// Where in a site goods stand.
public enum Area {
    SORTING,
    WORKSHOP,
    SHOP,
    RESERVED
}
