package fr.lamine.model.fact;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.stock.Account.Place;
import java.util.Optional;

/// Goods that a customer brought back (*retour*). Amounts and masses are above zero: the sign is in the word.
///
/// @param of       the sold line; absent when its receipt could not be found
/// @param verified the till saw the sale and what was returned of it before; otherwise the office checks
/// @param to       where the goods go: shelf or sorting
public record ReturnLine(
        String label,
        Optional<ItemCode> item,
        CategoryCode category,
        int pieces,
        Money total,
        Vat vat,
        Mass mass,
        MassProvenance provenance,
        Optional<SoldLine> of,
        boolean verified,
        String reason,
        Place to) {

    /// A line of a ticket.
    ///
    /// @param line 0 for the first
    public record SoldLine(FactId ticket, int line) {
        public SoldLine {
            if (line < 0) {
                throw new IllegalArgumentException("line " + line);
            }
        }
    }

    public ReturnLine {
        if (label.isBlank() || label.length() > 60 || pieces < 1 || pieces > SaleLine.MAX_PIECES) {
            throw new IllegalArgumentException("label or pieces of a return out of bounds");
        }
        if (!mass.isPositive()
                || total.isNegative()
                || !vat.net().plus(vat.tax()).equals(total)) {
            throw new IllegalArgumentException("mass, total or VAT of a return out of bounds");
        }
        if (reason.isBlank() || reason.length() > 60) {
            throw new IllegalArgumentException("a return needs a reason");
        }
        if (verified && of.isEmpty()) {
            throw new IllegalArgumentException("verified against no sale");
        }
    }
}
