package fr.lamine.backoffice.sale;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.SiteCode;
import java.time.LocalDate;
import java.util.Optional;

/// Goods that were paid and wait to be collected.
public record PickUpRow(
        FactId sale,
        SiteCode site,
        LocalDate paid,
        long ticket,
        String code,
        String label,
        String place,
        String state,
        Optional<LocalDate> until) {}
