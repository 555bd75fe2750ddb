package fr.lamine.pos.till;

import fr.lamine.model.stock.Area;

/// Why something is brought back, and where it goes then.
public enum ReturnReason {
    BROKEN("Ne marche pas", Area.SORTING),
    DAMAGED("Abîmé", Area.SORTING),
    UNSUITABLE("Ne convient pas", Area.SHOP),
    MISTAKE("Erreur de caisse", Area.SHOP);

    private final String words;
    private final Area to;

    ReturnReason(String words, Area to) {
        this.words = words;
        this.to = to;
    }

    /// As the ticket and the journal say it.
    public String words() {
        return words;
    }

    public Area to() {
        return to;
    }
}
