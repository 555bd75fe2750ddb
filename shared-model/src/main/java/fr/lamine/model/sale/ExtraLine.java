package fr.lamine.model.sale;

import fr.lamine.model.money.Money;
import java.util.Optional;

/// Money on a ticket that is no turnover and bears no VAT: above zero.
///
/// @param code the voucher or deposit that was given out for it; absent for gifts and dues
public record ExtraLine(Kind kind, String label, Money amount, Optional<String> code) {

    public enum Kind {
        /// A free amount, or the ticket rounded up (*arrondi*).
        GIFT,
        /// A member's fee (*adhésion*).
        DUES,
        /// Paid ahead for something put aside (*acompte*).
        DEPOSIT,
        /// A voucher that somebody bought (*bon d'achat*).
        VOUCHER
    }

    public ExtraLine {
        if (label.isBlank() || label.length() > 60 || !amount.isPositive()) {
            throw new IllegalArgumentException("label or amount of a line out of bounds");
        }
        boolean givesCode = kind == Kind.DEPOSIT || kind == Kind.VOUCHER;
        if (code.isPresent() != givesCode) {
            throw new IllegalArgumentException("a code goes with a deposit or a voucher, nothing else: " + kind);
        }
        code.ifPresent(TenderLine::requireVoucher);
    }
}
