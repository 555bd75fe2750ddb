package fr.lamine.backoffice.discrepancy;

/// What may not match.
public enum Kind {
    SOLD_TWICE("Vendu deux fois"),
    OVERSOLD("Lot vendu au-delà de son nombre"),
    UNKNOWN_LABEL("Étiquette inconnue"),
    LABELLED_TWICE("Code donné deux fois"),
    PRICE_DIFFERS("Prix différent"),
    NEGATIVE_STOCK("Stock négatif"),
    EMULATED_DEVICE("Balance simulée"),
    FORKED_ENTRY("Écriture d’une copie divergente"),
    UNAPPLIED_FACT("Fait non traité"),
    JOURNAL_CONTINUED("Journal recommencé"),
    DUPLICATE_TICKET("Numéro de ticket en double"),
    WRONG_SIGNATURE("Signature fausse");

    private final String french;

    Kind(String french) {
        this.french = french;
    }

    public String french() {
        return french;
    }

    /// A wrong seal is seen at the door and never stored, so no journal can tell of it again.
    boolean isDerived() {
        return this != WRONG_SIGNATURE;
    }
}
