package fr.lamine.model.sale;

/// Means of payment (*moyen de paiement*).
public enum Tender {
    CASH,
    CARD,
    CHEQUE,
    /// Paid out by a marketplace or by bank transfer.
    TRANSFER;

    /// Only cash gives change.
    public boolean givesChange() {
        return this == CASH;
    }

    public boolean opensDrawer() {
        return this == CASH || this == CHEQUE;
    }
}
