package fr.lamine.pos.till;

/// Where goods wait that are collected later.
enum PickUpPlace {
    STORE_ROOM("Réserve"),
    SHELF("En rayon"),
    WORKSHOP("Atelier"),
    YARD("Cour");

    private final String words;

    PickUpPlace(String words) {
        this.words = words;
    }

    /// As the slip and the journal say it.
    String words() {
        return words;
    }
}
