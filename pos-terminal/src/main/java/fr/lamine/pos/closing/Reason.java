package fr.lamine.pos.closing;

import java.util.List;
import java.util.stream.Stream;

/// Why a drawer is opened without a sale, as people choose it; its word goes into the journal.
public enum Reason {
    IN_CHANGE("cash"),
    IN_SAFE("lock"),
    IN_TILL("cash-register"),
    IN_OTHER("dots-circle-horizontal"),
    OUT_PURCHASE("shopping-cart"),
    OUT_SAFE("lock"),
    OUT_TILL("cash-register"),
    OUT_OTHER("dots-circle-horizontal"),
    OPEN_CHANGE("cash"),
    OPEN_COUNT("search"),
    OPEN_CHEQUE("writing"),
    OPEN_OTHER("dots-circle-horizontal");

    private final String icon;

    Reason(String icon) {
        this.icon = icon;
    }

    String icon() {
        return icon;
    }

    static List<Reason> of(Why why) {
        return Stream.of(values())
                .filter(reason -> reason.name().startsWith(why.name()))
                .toList();
    }

    /// What the reason is given for.
    enum Why {
        IN,
        OUT,
        OPEN
    }
}
