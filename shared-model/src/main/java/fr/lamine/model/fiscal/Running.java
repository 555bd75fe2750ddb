package fr.lamine.model.fiscal;

import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.till.PeriodTotals;
import java.time.LocalDate;
import java.util.Optional;

/// A period that is still open: what it holds so far.
///
/// @param first    business day of the first fact that counts in it; absent while it holds nothing
/// @param previous the closing of the same kind before it
/// @param failures integrity failures noticed since then
public record Running(
        PeriodTotals totals,
        Optional<LocalDate> first,
        Optional<Long> firstTicket,
        Optional<Long> lastTicket,
        Optional<FactId> previous,
        int failures) {

    static final Running EMPTY = after(Optional.empty());

    static Running after(Optional<FactId> closing) {
        return new Running(PeriodTotals.NONE, Optional.empty(), Optional.empty(), Optional.empty(), closing, 0);
    }

    Running with(Sale sale, PeriodTotals ticket) {
        return new Running(
                totals.plus(ticket),
                first.or(() -> Optional.of(sale.context().businessDay())),
                firstTicket.or(() -> Optional.of(sale.ticket())),
                Optional.of(sale.ticket()),
                previous,
                failures);
    }

    Running with(PeriodTotals changed, LocalDate day) {
        return new Running(changed, first.or(() -> Optional.of(day)), firstTicket, lastTicket, previous, failures);
    }

    Running withFailure() {
        return new Running(totals, first, firstTicket, lastTicket, previous, failures + 1);
    }
}
