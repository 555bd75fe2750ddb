package fr.lamine.backoffice.sale;

import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import java.util.Map;

/// Money of a site and a period.
///
/// @param paid    by means of payment, change taken off
/// @param lines   sum of what the lines of the tickets say
/// @param total   sum of what the tickets say
/// @param online  what parcels were worth that left, and how many; in no till's books
public record Takings(Map<Tender, Paid> paid, Money lines, Money total, long tickets, Paid online) {

    /// @param sales tickets on which it was used
    public record Paid(Money money, long sales) {}

    public Takings {
        paid = Map.copyOf(paid);
    }

    public Paid paid(Tender tender) {
        return paid.getOrDefault(tender, new Paid(Money.ZERO, 0));
    }

    public Money tendered() {
        return paid.values().stream().map(Paid::money).reduce(Money.ZERO, Money::plus);
    }

    /// What was paid less what was sold: zero when the tills are right.
    public Money difference() {
        return tendered().minus(lines);
    }
}
