package fr.lamine.model.catalog;

import fr.lamine.model.site.SiteCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/// A reduction for everyone on certain days ("samedi à −50 %"). Empty lists stand for every day, site or category.
///
/// @param basisPoints taken off, in hundredths of a percent, 1 to 10 000
/// @param to          last day, included
public record Campaign(
        String code,
        String name,
        LocalDate from,
        LocalDate to,
        List<DayOfWeek> days,
        List<SiteCode> sites,
        List<CategoryCode> categories,
        int basisPoints) {

    public Campaign {
        days = List.copyOf(days);
        sites = List.copyOf(sites);
        categories = List.copyOf(categories);
        if (!code.matches("[A-Z0-9-]{1,20}") || name.isBlank() || name.length() > 40 || to.isBefore(from)) {
            throw new IllegalArgumentException("code, name or days of a campaign out of bounds: " + code);
        }
        if (basisPoints < 1 || basisPoints > 10_000) {
            throw new IllegalArgumentException("a campaign of " + basisPoints + " hundredths of a percent");
        }
    }

    public boolean holds(CategoryCode category, SiteCode site, LocalDate day) {
        return !day.isBefore(from)
                && !day.isAfter(to)
                && (days.isEmpty() || days.contains(day.getDayOfWeek()))
                && (sites.isEmpty() || sites.contains(site))
                && (categories.isEmpty() || categories.contains(category));
    }
}
