package fr.lamine.model.online;

/// How worn a published thing is (*état*).
public enum Condition {
    NEW,
    VERY_GOOD,
    GOOD,
    WORN,
    FOR_PARTS
}
