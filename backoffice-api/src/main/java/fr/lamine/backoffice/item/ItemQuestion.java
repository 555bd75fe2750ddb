package fr.lamine.backoffice.item;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.SiteCode;
import java.util.Optional;

/// What somebody looks for.
///
/// @param words of the title or the category, or digits of a code; empty for anything
/// @param most  price of a piece at most
/// @param since labelled at least so many days ago
/// @param state absent for all things
/// @param page  from 1
public record ItemQuestion(
        String words,
        Optional<CategoryCode> category,
        Optional<SiteCode> site,
        Optional<Money> most,
        Optional<Integer> since,
        Optional<State> state,
        int page) {

    public enum State {
        LEFT,
        GONE
    }

    /// Whether anything is asked at all.
    public boolean isAsked() {
        return !words.isEmpty()
                || category.isPresent()
                || site.isPresent()
                || most.isPresent()
                || since.isPresent()
                || state.isPresent();
    }
}
