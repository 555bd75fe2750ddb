package fr.lamine.backoffice.discrepancy;

import java.util.List;
import java.util.stream.Stream;

/// What may not match; its words stand in the bundle of texts.
public enum Kind {
    SOLD_TWICE,
    OVERSOLD,
    UNKNOWN_LABEL,
    LABELLED_TWICE,
    PRICE_DIFFERS,
    CATEGORY_DIFFERS,
    SOLD_ELSEWHERE,
    VOIDED_LABEL,
    RETURNED_TOO_MUCH,
    RETURN_WITHOUT_SALE,
    VOUCHER_OVERSPENT,
    NEGATIVE_STOCK,
    TRANSFER_DIFFERS,
    COUNT_DIFFERS,
    EMULATED_DEVICE,
    FORKED_ENTRY,
    UNAPPLIED_FACT,
    JOURNAL_CONTINUED,
    DUPLICATE_TICKET,
    CLOSING_DIFFERS,
    CLOSING_MISSING,
    ONLINE_ORDER_LOST,
    LISTING_LOST,
    WRONG_SIGNATURE;

    /// A wrong seal is seen at the door and never stored, so no journal can tell of it again.
    boolean isDerived() {
        return this != WRONG_SIGNATURE;
    }

    /// A shelf below zero is settled by weighing and counting, and may be below zero another time; what is left of a
    /// transfer must be posted somewhere.
    public boolean isSettledByHand() {
        return this != NEGATIVE_STOCK && this != TRANSFER_DIFFERS;
    }

    static List<String> derived() {
        return Stream.of(values()).filter(Kind::isDerived).map(Kind::name).toList();
    }
}
