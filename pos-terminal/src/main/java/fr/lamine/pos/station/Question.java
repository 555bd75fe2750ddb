package fr.lamine.pos.station;

/// What the counter asks back before it goes on; the same command sent again, confirmed, is taken.
public enum Question {
    UNUSUAL_WEIGHT("%s pour « %s », est-ce bien cela\u202f?"),
    SOLD_ALREADY("« %s » est déjà parti, d’après les livres. Scannez encore pour le vendre quand même."),
    VOIDED_ALREADY("L’étiquette de « %s » est annulée. Scannez encore pour le vendre quand même."),
    ON_TICKET_ALREADY("« %s » est déjà sur le ticket. Scannez encore pour l’ajouter quand même."),
    RESERVED_ONLINE("« %s » est réservé en ligne (%s)."),
    MORE_THAN_LEFT("Il ne reste que %s de « %s ». Est-ce bien cela\u202f?"),
    GONE_ALREADY("« %s » n’est plus ici, d’après la caisse. Le donner quand même\u202f?"),
    /// A price outside the grid, or other than the label's.
    PRICE_REASON("Pourquoi ce prix pour « %s »\u202f?"),
    /// A card payment that was accepted is to be taken back.
    CARD_CANCELLED("Annulez d’abord %s sur le terminal de carte. C’est fait\u202f? Touchez encore."),
    /// A label that this till never saw, without a readable QR: category and printed price are wanted.
    KEY_LABEL("Étiquette inconnue ici\u202f: choisissez sa catégorie, puis tapez le prix imprimé.");

    private final String sentence;

    Question(String sentence) {
        this.sentence = sentence;
    }

    /// @param subject what the question is about, such as an item code
    public Answer.Asked about(String subject, Object... parts) {
        return new Answer.Asked(this, subject, sentence.formatted(parts));
    }
}
