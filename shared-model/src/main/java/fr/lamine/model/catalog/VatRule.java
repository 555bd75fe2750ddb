package fr.lamine.model.catalog;

import fr.lamine.model.money.VatRegime;
import fr.lamine.model.site.SiteCode;
import java.time.LocalDate;
import java.util.Optional;

/// Under which regime goods are sold from a day on. An absent category or site stands for every one.
///
/// @param basisPoints rate in hundredths of a percent; 0 unless the regime is STANDARD
public record VatRule(
        Optional<CategoryCode> category, Optional<SiteCode> site, LocalDate from, VatRegime regime, int basisPoints) {

    public VatRule {
        if (basisPoints < 0 || basisPoints > 10_000 || (regime == VatRegime.STANDARD) != (basisPoints > 0)) {
            throw new IllegalArgumentException("a rate of " + basisPoints + " under " + regime);
        }
    }

    boolean holds(CategoryCode code, SiteCode at, LocalDate day) {
        return category.map(code::equals).orElse(true) && site.map(at::equals).orElse(true) && !day.isBefore(from);
    }

    int precision() {
        return (category.isPresent() ? 2 : 0) + (site.isPresent() ? 1 : 0);
    }
}
