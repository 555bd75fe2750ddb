package fr.lamine.pos.weighin;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;
import fr.lamine.pos.scale.LiveScale;
import fr.lamine.pos.web.CategoryTiles;
import java.util.Optional;

/// What is chosen on the weigh-in screen and not recorded yet. Lost with the process, and no harm done.
final class WeighInChoices {

    enum Panel {
        CATEGORIES,
        SEARCH,
        CONTAINERS,
        SOURCES,
        /// Which mixed load is sorted?
        LOADS,
        /// The last weighings, page by page.
        HISTORY,
        DESTINATIONS,
        TYPED,
        QUESTION
    }

    enum Destination {
        SORTING,
        SHOP,
        WORKSHOP,
        RECYCLED,
        WASTE,
        DECHETERIE,
        REUSED_ELSEWHERE,
        GIVEN
    }

    Panel panel = Panel.CATEGORIES;
    String family = CategoryTiles.FAVOURITES;
    int page;
    String word = "";
    String question = "";
    Optional<CategoryCode> category = Optional.empty();
    Optional<String> container = Optional.empty();
    Source source = Source.DROP_OFF;
    Optional<String> commune = Optional.empty();
    Destination destination = Destination.SORTING;
    boolean shelving;

    /// The mixed load that is being sorted.
    Optional<CategoryCode> load = Optional.empty();

    Optional<Mass> typed = Optional.empty();

    /// Back to the categories.
    void close() {
        panel = Panel.CATEGORIES;
        word = "";
    }

    /// The next weighing of the same kind is one touch away; the container and a typed weight belong to this one.
    void recorded() {
        close();
        typed = Optional.empty();
        container = Optional.empty();
    }

    /// Where goods come from and go to stays with the counter, what lay on the scale goes with the person.
    void forget() {
        recorded();
        family = CategoryTiles.FAVOURITES;
        page = 0;
        category = Optional.empty();
        commune = Optional.empty();
        shelving = false;
        load = Optional.empty();
    }

    /// A typed weight counts only as long as no scale can be used.
    Optional<Mass> typedFor(LiveScale live) {
        return live.usable() ? Optional.empty() : typed;
    }

    boolean leaves() {
        return !shelving && load.isEmpty() && !isStock(destination);
    }

    private static boolean isStock(Destination destination) {
        return switch (destination) {
            case SORTING, SHOP, WORKSHOP -> true;
            case RECYCLED, WASTE, DECHETERIE, REUSED_ELSEWHERE, GIVEN -> false;
        };
    }

    Journey journey(SiteCode site) {
        if (shelving) {
            return new Journey.Shelved();
        }
        if (load.isPresent()) {
            return new Journey.SortedOut(load.get(), then(site));
        }
        return switch (destination) {
            case SORTING -> new Journey.TakenIn(source, Area.SORTING);
            case SHOP -> new Journey.TakenIn(source, Area.SHOP);
            case WORKSHOP -> new Journey.TakenIn(source, Area.WORKSHOP);
            case RECYCLED -> new Journey.SentAway(Area.SORTING, Outcome.RECYCLED);
            case WASTE -> new Journey.SentAway(Area.SORTING, Outcome.WASTE);
            case DECHETERIE -> new Journey.SentAway(Area.SORTING, Outcome.DECHETERIE);
            case REUSED_ELSEWHERE -> new Journey.SentAway(Area.SORTING, Outcome.REUSED_ELSEWHERE);
            case GIVEN -> new Journey.SentAway(Area.SORTING, Outcome.GIVEN);
        };
    }

    private Account then(SiteCode site) {
        return switch (destination) {
            case SORTING -> Account.place(site, Area.SORTING);
            case SHOP -> Account.place(site, Area.SHOP);
            case WORKSHOP -> Account.place(site, Area.WORKSHOP);
            case RECYCLED -> Account.gone(Outcome.RECYCLED);
            case WASTE -> Account.gone(Outcome.WASTE);
            case DECHETERIE -> Account.gone(Outcome.DECHETERIE);
            case REUSED_ELSEWHERE -> Account.gone(Outcome.REUSED_ELSEWHERE);
            case GIVEN -> Account.gone(Outcome.GIVEN);
        };
    }
}
