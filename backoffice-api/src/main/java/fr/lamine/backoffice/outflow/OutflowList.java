package fr.lamine.backoffice.outflow;

import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What left, and what it adds up to by account and altogether, all pages together.
public record OutflowList(Slice<Row> rows, List<Taken> taken, Mass sum) {

    public OutflowList {
        taken = List.copyOf(taken);
    }

    /// All that one account took.
    public record Taken(Account to, Mass mass, long movements) {

        public Optional<String> counterpart() {
            return Way.counterpart(to);
        }
    }

    /// @param mass below nought when a weighing was taken back
    public record Row(
            FactId fact,
            SiteCode site,
            Instant at,
            CategoryCode category,
            Account from,
            Account to,
            Mass mass,
            Optional<Mass> tare,
            Optional<String> document,
            MassProvenance.Kind provenance) {}
}
