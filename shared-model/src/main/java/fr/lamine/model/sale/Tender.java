package fr.lamine.model.sale;

/// Means of payment (*moyen de paiement*).
public enum Tender {
    CASH,
    CARD,
    CHEQUE,
    /// Paid out by a marketplace or by bank transfer.
    TRANSFER,
    /// A voucher or deposit that this house gave out (*bon d'achat*, *avoir*, *acompte*).
    VOUCHER,
    /// Notes of a local currency, at par.
    LOCAL_CURRENCY;

    /// Only cash gives change.
    public boolean givesChange() {
        return this == CASH;
    }

    public boolean opensDrawer() {
        return switch (this) {
            case CASH, CHEQUE, LOCAL_CURRENCY -> true;
            case CARD, TRANSFER, VOUCHER -> false;
        };
    }

    /// Whether money may go back to the customer in it.
    public boolean refundable() {
        return switch (this) {
            case CASH, CARD, TRANSFER, VOUCHER -> true;
            case CHEQUE, LOCAL_CURRENCY -> false;
        };
    }
}
