package fr.lamine.backoffice.intake;

import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Beside;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import java.time.Instant;
import java.util.Optional;

/// Weighings and what they add up to, all pages together, without those that were turned back.
public record WeighInList(Slice<Row> weighIns, Mass sum) {

    /// @param was      category of the load that it was sorted out of
    /// @param expired  the scale's verification sticker had run out
    /// @param reversed by which fact, when it was a mistake
    public record Row(
            FactId fact,
            SiteCode site,
            Instant at,
            CategoryCode category,
            Mass gross,
            Mass tare,
            Mass net,
            Optional<String> container,
            Account from,
            Account to,
            Optional<String> commune,
            Optional<CategoryCode> was,
            Beside beside,
            MassProvenance.Kind provenance,
            Optional<String> scale,
            boolean expired,
            Optional<FactId> reversed) {}
}
