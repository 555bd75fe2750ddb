package fr.lamine.model.sync;

/// What a person may do; each role may do all that the ones before it may.
public enum Role {
    SORTER,
    CASHIER,
    MANAGER,
    ADMIN;

    public boolean mayActAs(Role needed) {
        return compareTo(needed) >= 0;
    }
}
