package fr.lamine.pos.till;

/// In which state goods wait that are collected later.
enum PickUpState {
    AS_SEEN("Vu en l’état"),
    GOOD("Bon état"),
    TO_DISMANTLE("À démonter"),
    TO_REPAIR("À réparer d’abord");

    private final String words;

    PickUpState(String words) {
        this.words = words;
    }

    /// As the slip and the journal say it.
    String words() {
        return words;
    }
}
