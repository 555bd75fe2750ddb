package fr.lamine.pos.till;

/// Why goods leave the shop free of charge.
public enum GiftReason {
    SOCIAL_AID("Aide sociale"),
    PARTNER("Association"),
    SCHOOL("École"),
    STAFF("Équipe"),
    WORKSHOP("Matériel d’atelier"),
    FREE_CORNER("Zone de gratuité");

    private final String words;

    GiftReason(String words) {
        this.words = words;
    }

    /// As the fact says it.
    public String words() {
        return words;
    }
}
