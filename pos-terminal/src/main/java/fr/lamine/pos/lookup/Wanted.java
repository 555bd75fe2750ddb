package fr.lamine.pos.lookup;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.SiteCode;
import java.util.Optional;

/// What somebody looks for.
///
/// @param words    of the title or the category, or digits of a code; empty for anything
/// @param most     price of a piece at most
/// @param since    labelled at least so many days ago
/// @param here     only what is not sold, as far as is known
/// @param page     from 0
record Wanted(
        String words,
        Optional<CategoryCode> category,
        Optional<SiteCode> site,
        Optional<Money> most,
        Optional<Integer> since,
        boolean here,
        int page) {

    static final Wanted ANYTHING =
            new Wanted("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, 0);

    Wanted withWords(String changed) {
        return new Wanted(changed, category, site, most, since, here, 0);
    }

    Wanted withPage(int changed) {
        return new Wanted(words, category, site, most, since, here, changed);
    }
}
